"""The lobby lead in the hall: enquiries, a counter wanted, a deaf customer, low marks."""

from typing import Any

import httpx
import pytest

from shared.server.clock import ManualClock
from shared.store.verify import verify_branch
from tests.support.server import RunningServer

MINUTE_US = 60_000_000


@pytest.fixture
def lead(server: RunningServer) -> httpx.Client:
    return server.client("lead", "lead")


def floor(lead: httpx.Client) -> dict[str, Any]:
    seen: dict[str, Any] = lead.get("floor").raise_for_status().json()
    return seen


def wait(server: RunningServer, minutes: float) -> None:
    assert isinstance(server.clock, ManualClock)
    server.clock.advance(round(minutes * MINUTE_US))


def called(server: RunningServer, **ticket: object) -> tuple[httpx.Client, str]:
    """A teller at counter 1, and the ticket that has just been called there."""
    kiosk, teller = server.client("kiosk"), server.client("teller", "t1")
    issued = kiosk.post("tickets", json={"service": "cash", **ticket}).raise_for_status().json()
    teller.post("counters/1/open").raise_for_status()
    teller.post("counters/1/next").raise_for_status()
    return teller, issued["id"]


def test_enquiries_and_calls_for_help_are_measured_against_five_minutes(
    server: RunningServer, lead: httpx.Client
) -> None:
    for minutes in (4, 6):
        lead.post("enquiries", json={"topic": "cash"}).raise_for_status()
        (enquiry,) = floor(lead)["enquiries"]
        assert (enquiry["topic"], enquiry["staff_name"]) == ("cash", "Lena Lead")
        wait(server, minutes)
        lead.post(f"enquiries/{enquiry['id']}/answer").raise_for_status()
        again = lead.post(f"enquiries/{enquiry['id']}/answer")
        assert (again.status_code, again.json()["code"]) == (409, "help_call_unknown")
    lead.post("help-requests", json={"device": "K1"}).raise_for_status()
    (call,) = lead.get("lobby").json()["help_calls"]
    wait(server, 1)
    lead.post(f"help-requests/{call['id']}/answer").raise_for_status()
    assert floor(lead)["answered"] == {"within_min": 5, "in_all": 3, "in_time": 2}
    unknown = lead.post("enquiries", json={"topic": "weather"})
    assert (unknown.status_code, unknown.json()["code"]) == (422, "service_unknown")


def test_a_counter_is_asked_for_until_somebody_opens_it(
    server: RunningServer, lead: httpx.Client
) -> None:
    def wanted() -> list[tuple[str, str]]:
        counters = server.client("board").get("lobby").json()["counters"]
        return [(c["id"], c["wanted_by"]) for c in counters if c["wanted_since"]]

    for is_on in (True, True, False, True):
        lead.post("counters/2/ask", json={"is_on": is_on}).raise_for_status()
    assert wanted() == [("2", "Lena Lead")]
    teller = server.client("teller", "t1")
    teller.post("counters/2/open").raise_for_status()
    assert wanted() == []
    refused = lead.post("counters/2/ask", json={})
    assert (refused.status_code, refused.json()["code"]) == (409, "counter_already_open")
    teller.post("counters/2/pause", json={"reason": "lunch"}).raise_for_status()
    lead.post("counters/2/ask", json={}).raise_for_status()
    teller.post("counters/2/open").raise_for_status()
    assert wanted() == []
    log = lead.get("log").json()["events"]
    assert [e["data"]["is_on"] for e in log if e["kind"] == "counter.asked"] == [
        True, False, True, True,
    ]  # fmt: skip
    assert verify_branch(server.house.database, server.branch).sentences == []


def test_the_lead_was_with_a_customer_who_does_not_hear_the_call(
    server: RunningServer, lead: httpx.Client
) -> None:
    teller, ticket = called(server, needs_visual_call=True)
    for _ in range(3):
        teller.post(f"tickets/{ticket}/recall").raise_for_status()
    refused = teller.post(f"tickets/{ticket}/no-show")
    assert (refused.status_code, refused.json()["code"]) == (409, "nobody_looked")
    assert lead.post(f"tickets/{ticket}/looked").json()["is_found"]
    teller.post(f"tickets/{ticket}/no-show").raise_for_status()
    absent = [e for e in lead.get("log").json()["events"] if e["kind"] == "ticket.no_show"]
    assert [e["data"]["has_looked"] for e in absent] == [True]
    assert lead.post(f"tickets/{ticket}/looked").json()["code"] == "ticket_state_wrong"


def test_a_low_mark_is_seen_at_once_and_followed_up_in_time_or_not(
    server: RunningServer, lead: httpx.Client
) -> None:
    teller, ticket = called(server)
    teller.post(f"tickets/{ticket}/close").raise_for_status()
    pad = server.client("rating")
    pad.post(f"tickets/{ticket}/rating", json={"score": 1}).raise_for_status()
    pad.post(f"tickets/{ticket}/rating/reasons", json={"reasons": ["waiting"]}).raise_for_status()
    (found,) = floor(lead)["follow_ups"]
    assert (found["kind"], found["score"], found["reasons"]) == ("low_mark", 1, ["waiting"])
    assert (found["counter"], found["service"], found["is_late"]) == ("1", "cash", False)
    lead.post(f"cases/{found['case']}/assign", json={}).raise_for_status()
    assert floor(lead)["follow_ups"][0]["owner_name"] == "Lena Lead"
    wait(server, 16)
    assert floor(lead)["follow_ups"][0]["is_late"]
    text = {"text": "Spoke with the customer."}
    lead.post(f"cases/{found['case']}/answer", json=text).raise_for_status()
    seen = floor(lead)
    assert (seen["follow_ups"], seen["followed_up"]["in_all"], seen["followed_up"]["in_time"]) == (
        [], 1, 0,
    )  # fmt: skip
