"""The lead's page as the server gives it: one small file that holds nothing of the hall."""

import httpx

from shared.i18n import LANGUAGES
from shared.server.lead.words import both, troubles
from tests.support.server import RunningServer

MOST_BYTES = 60_000


def test_the_page_is_small_strict_and_says_nothing_of_the_hall(server: RunningServer) -> None:
    number = server.client("kiosk").post("tickets", json={"service": "cash"}).json()["number"]
    page = httpx.get(f"{server.base_url}/lead", trust_env=False)
    assert (page.status_code, page.headers["Cache-Control"]) == (200, "no-store")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert len(page.content) < MOST_BYTES
    assert number not in page.text
    assert httpx.get(f"{server.base_url}/lead/{server.branch}", trust_env=False).status_code == 200
    other = httpx.get(f"{server.base_url}/lead/nowhere", trust_env=False)
    assert (other.status_code, other.json()["code"]) == (404, "branch_unknown")


def test_both_languages_say_the_same_things() -> None:
    one, other = (both()[language] for language in LANGUAGES)
    assert one.keys() == other.keys()
    assert [key for key in one if one[key].count("%1") != other[key].count("%1")] == []
    assert troubles("zh").keys() == troubles("en").keys()
