"""The lead's page in a real Chromium at a phone's size, over a real server."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.protocol.event import to_datetime
from shared.server.clock import ManualClock
from tests.support.browser import barriers, chromium, need_chromium, opened
from tests.support.lead_page import signed_in
from tests.support.server import RunningServer, running_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow
MINUTE_US = 60_000_000
SLIP_WITHIN_S = 20


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Browser]":
    need_chromium()
    with chromium(tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.fixture
def city(tmp_path: Path) -> Iterator[RunningServer]:
    """A hall with sixty people, some of whom have waited for seventeen minutes."""
    with running_server(tmp_path, "city") as server:
        kiosk = server.client("kiosk")
        at = to_datetime(server.clock.now_us()).isoformat()
        slips = []
        for number in range(60):
            service = ("cash", "transfer", "account")[number % 3]
            ticket = kiosk.post("tickets", json={"service": service}).raise_for_status().json()
            slips.append({"ticket": ticket["id"], "at": at, "fate": "done"})
        kiosk.post("prints", json={"prints": slips}).raise_for_status()
        assert isinstance(server.clock, ManualClock)
        server.clock.advance(17 * MINUTE_US)
        yield server


def test_a_lost_slip_is_found_and_printed_again(browser: "Browser", city: RunningServer) -> None:
    with signed_in(browser, city) as page:
        began_s = time.monotonic()
        page.click("#t-find")
        page.fill("#number", "a03")
        page.wait_for_selector("#found .row")
        numbers = page.locator("#found .number").all_text_contents()
        page.click("#found .row >> nth=0")
        page.click("#choices button >> nth=0")
        page.wait_for_function("() => document.getElementById('said').textContent !== ''")
        assert time.monotonic() - began_s < SLIP_WITHIN_S
        assert numbers
        assert all(number.startswith("A03") for number in numbers)
        assert "A012" not in page.locator("#found").inner_text()
    copies = city.client("lead", "lead").get("lobby").json()["prints"]
    assert [(p["number"], p["copy_no"]) for p in copies] == [(numbers[0], 2)]


def test_sixty_waiting_and_the_system_down_in_one_action(
    browser: "Browser", city: RunningServer
) -> None:
    with signed_in(browser, city) as page:
        page.click("#t-more")
        page.click("#more button >> nth=1")
        page.get_by_role("button", name="Banking system down").click()
        page.wait_for_function(
            "() => document.getElementById('ask-more').textContent.includes('60')"
        )
        page.get_by_role("button", name="Back").click()
        page.get_by_role("button", name="Resume: Banking system down").click()
        page.wait_for_function(
            "() => !document.getElementById('more').textContent.includes('Resume')"
        )


def test_somebody_goes_to_who_asks_and_brings_who_waits_forward(
    browser: "Browser", city: RunningServer
) -> None:
    teller = city.client("teller", "t1")
    teller.post("counters/3/open").raise_for_status()
    with signed_in(browser, city) as page:
        city.client("kiosk").post("help-requests", json={"device": "K2", "screen": "start"})
        page.get_by_role("button", name="I go").click()
        page.wait_for_function("() => !document.querySelector('#lobby .calls')")
        page.click("#lobby .row >> nth=4")
        page.get_by_role("button", name="Call now").click()
        page.click("#choices button >> nth=0")
        page.click("#choices button >> nth=0")
        page.wait_for_function("() => document.getElementById('said').textContent !== ''")
    lobby = city.client("lead", "lead").get("lobby").json()
    (called,) = [c["ticket"] for c in lobby["counters"] if c["ticket"]]
    assert (called["state"], lobby["help_calls"]) == ("called", [])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_barriers_on_any_page(browser: "Browser", city: RunningServer, language: str) -> None:
    with opened(browser, f"{city.base_url}/lead", language) as page:
        assert barriers(page) == []
    with signed_in(browser, city, language) as page:
        page.click("#lobby .row >> nth=0")
        assert barriers(page) == []
        page.click("#t-find")
        page.fill("#number", "A0")
        page.wait_for_selector("#found .row")
        assert barriers(page) == []
        page.click("#t-more")
        assert barriers(page) == []
        page.click("#more button >> nth=1")
        assert barriers(page) == []
