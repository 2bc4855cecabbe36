"""What customers write on the phone page becomes a case; a low mark does too."""

from pathlib import Path

import httpx
import pytest

from tests.support.server import RunningServer

WORDS = "等了很久，没人说明原因。 No one told us why."


@pytest.fixture
def page(server: RunningServer) -> str:
    """The phone page of a waiting customer."""
    issued = server.client("kiosk").post("tickets", json={"service": "cash"}).json()
    address: str = issued["phone_url"]
    return address


def write(page: str, **body: str) -> httpx.Response:
    told = {"kind": "complaint", "text": WORDS, "contact": "138 0013 8000"} | body
    return httpx.post(f"{page}/feedback", json=told, trust_env=False)


def cases(server: RunningServer) -> list[tuple[str, str, str]]:
    listed = server.client("lead", "lead").get("cases").raise_for_status().json()["cases"]
    return [(case["number"], case["kind"], case["channel"]) for case in listed]


def test_words_are_a_case_and_the_customer_hears_its_number(
    server: RunningServer, page: str
) -> None:
    answer = write(page)
    number = answer.json()["number"]
    assert (answer.status_code, cases(server)) == (201, [(number, "complaint", "phone_page")])
    story = server.client("lead", "lead").get(f"cases/{number}").json()
    assert WORDS in str(story)


def test_no_file_holds_a_word(server: RunningServer, page: str) -> None:
    write(page).raise_for_status()
    folder: Path = server.house.database.path.parent
    kept = b"".join(p.read_bytes() for p in folder.iterdir() if p.name.startswith("branch.db"))
    parts = ("没人说明", "told us why", "0013 8000")
    assert [part.encode() in kept for part in parts] == [False] * 3


@pytest.mark.parametrize("body", [{"text": "  "}, {"text": "x" * 1001}, {"kind": "low_mark"}])
def test_nonsense_is_refused(server: RunningServer, page: str, body: dict[str, str]) -> None:
    assert write(page, **body).json()["code"] == "request_invalid"


def test_one_visit_writes_a_handful_of_messages(server: RunningServer, page: str) -> None:
    assert [write(page).status_code for _ in range(5)] == [201] * 5
    refused = write(page)
    assert (refused.status_code, refused.json()["code"]) == (409, "feedback_enough")
    assert len(cases(server)) == 5


def test_complaint_may_come_after_the_visit(page: str) -> None:
    httpx.post(f"{page}/cancel", trust_env=False).raise_for_status()
    assert write(page).status_code == 201


def test_low_mark_opens_a_case(server: RunningServer, page: str) -> None:
    teller = server.client("teller", "t1")
    ticket = server.client("kiosk").get("lobby").json()["waiting"][0]["id"]
    for path in ("counters/3/open", "counters/3/next", f"tickets/{ticket}/close"):
        teller.post(path).raise_for_status()
    httpx.post(f"{page}/rating", json={"score": 1}, trust_env=False).raise_for_status()
    assert [kind for _, kind, _ in cases(server)] == ["low_mark"]
