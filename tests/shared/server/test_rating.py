"""What the pad sends beside the mark: what it was about, and a wish to speak to somebody."""

from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from shared.store.verify import verify_branch
from tests.support.server import RunningServer


@pytest.fixture
def pad(server: RunningServer) -> httpx.Client:
    return server.client("rating")


@pytest.fixture
def visit(server: RunningServer) -> str:
    """A visit that has just ended at counter 1."""
    ticket: str = server.client("kiosk").post("tickets", json={"service": "cash"}).json()["id"]
    teller = server.client("teller", "t1")
    teller.post("counters/1/open").raise_for_status()
    teller.post("counters/1/next").raise_for_status()
    teller.post(f"tickets/{ticket}/close").raise_for_status()
    return ticket


def cases(server: RunningServer) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = server.client("lead", "lead").get("cases").json()["cases"]
    return found


def test_what_a_mark_was_about_is_said_once_and_in_words_of_the_profile(
    server: RunningServer, pad: httpx.Client, visit: str
) -> None:
    def explain(*reasons: str) -> tuple[int, str]:
        answer = pad.post(f"tickets/{visit}/rating/reasons", json={"reasons": reasons})
        return answer.status_code, answer.json().get("code", "")

    assert explain("waiting") == (409, "ticket_state_wrong")
    pad.post(f"tickets/{visit}/rating", json={"score": 2}).raise_for_status()
    assert explain("weather") == (409, "rating_reason_unknown")
    assert explain("waiting", "manners", "waiting") == (200, "")
    assert explain("other") == (409, "already_rated")
    log = pad.get("log").json()["events"]
    assert [e["data"] for e in log if e["kind"] == "ticket.remarked"] == [
        {"reasons": ["waiting", "manners"]}
    ]
    assert verify_branch(server.house.database, server.branch).sentences == []


def test_somebody_comes_within_fifteen_minutes(
    server: RunningServer, pad: httpx.Client, visit: str
) -> None:
    asked = pad.post(f"tickets/{visit}/talk")
    assert asked.status_code == 201
    again = pad.post(f"tickets/{visit}/talk")
    assert again.json() == asked.json()
    (case,) = cases(server)
    assert (case["kind"], case["channel"], case["ticket"]) == ("talk", "rating", visit)
    assert asked.json() == {"number": case["number"], "by": case["first_answer_by"]}
    received, by = (datetime.fromisoformat(case[key]) for key in ("received_at", "first_answer_by"))
    assert by - received == timedelta(minutes=15)


def test_a_low_mark_and_the_wish_of_the_same_customer_are_one_case(
    server: RunningServer, pad: httpx.Client, visit: str
) -> None:
    pad.post(f"tickets/{visit}/rating", json={"score": 1}).raise_for_status()
    (low,) = cases(server)
    number = pad.post(f"tickets/{visit}/talk").raise_for_status().json()["number"]
    (case,) = cases(server)
    assert (low["kind"], case["kind"], case["number"]) == ("low_mark", "talk", number)
    assert case["first_answer_by"] == low["first_answer_by"]
    assert case["about"] == ["t1"]


def test_a_wish_before_a_low_mark_stays_one_case(
    server: RunningServer, pad: httpx.Client, visit: str
) -> None:
    pad.post(f"tickets/{visit}/talk").raise_for_status()
    pad.post(f"tickets/{visit}/rating", json={"score": 1}).raise_for_status()
    assert [case["kind"] for case in cases(server)] == ["talk"]
