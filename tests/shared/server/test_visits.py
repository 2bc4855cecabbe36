"""Visits that go on, over HTTP: further needs, holds, transfers, companions, out of order."""

from typing import Any

import httpx
import pytest

from shared.protocol.lobby import LobbyView, TicketIssued, TicketView
from shared.server.clock import ManualClock
from shared.store.verify import verify_branch
from tests.support.server import RunningServer


class Hall:
    """A server with a kiosk, tellers at counters, and a lobby lead."""

    def __init__(self, server: RunningServer) -> None:
        self.server = server
        self.kiosk = server.client("kiosk")
        self.lead = server.client("lead", "lead")
        self.tellers: dict[str, httpx.Client] = {}

    def open(self, counter: str, staff: str = "") -> httpx.Client:
        teller = self.server.client("teller", staff or f"t{counter}")
        teller.post(f"counters/{counter}/open").raise_for_status()
        self.tellers[counter] = teller
        return teller

    def issue(self, service: str = "cash", **more: Any) -> TicketIssued:
        answer = self.kiosk.post("tickets", json={"service": service, **more})
        assert answer.status_code == 201, answer.text
        return TicketIssued.model_validate_json(answer.content)

    def call(self, counter: str) -> str:
        """The number that is called to this counter by next; empty for nobody."""
        answer = self.tellers[counter].post(f"counters/{counter}/next")
        return "" if answer.status_code == 204 else str(answer.json()["ticket"]["number"])

    def ticket(self, ticket: str) -> TicketView:
        return TicketView.model_validate_json(self.kiosk.get(f"tickets/{ticket}").content)

    def lobby(self) -> LobbyView:
        return LobbyView.model_validate_json(self.kiosk.get("lobby").content)

    def pass_s(self, seconds: int) -> None:
        assert isinstance(self.server.clock, ManualClock)
        self.server.clock.advance(seconds * 1_000_000)

    def faults(self) -> list[str]:
        return verify_branch(self.server.house.database, self.server.branch).sentences


@pytest.fixture
def hall(server: RunningServer) -> Hall:
    return Hall(server)


def done(answer: httpx.Response) -> TicketView:
    """The ticket in an answer that has to be a success."""
    assert answer.status_code == 200, answer.text
    return TicketView.model_validate_json(answer.content)


def refused(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal, once it is certain that it is a problem."""
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["code"]


def test_one_number_for_three_matters(hall: Hall) -> None:
    teller = hall.open("1")
    hall.open("4")
    ticket = hall.issue("cash", needs=["transfer", "wealth"], items=2)
    assert (ticket.needs, ticket.items) == (("cash", "transfer", "wealth"), 2)
    assert hall.call("1") == "A001"
    assert done(teller.post(f"tickets/{ticket.id}/next-need")).service == "transfer"
    sent = done(teller.post(f"tickets/{ticket.id}/close"))
    assert (sent.state, sent.needs, sent.number) == ("waiting", ("wealth",), "A001")
    assert hall.call("4") == "A001"
    assert done(hall.tellers["4"].post(f"tickets/{ticket.id}/close")).state == "closed"
    assert hall.faults() == []


def test_whole_visit_is_closed_where_the_customer_gives_up(hall: Hall) -> None:
    teller = hall.open("1")
    ticket = hall.issue("cash", needs=["wealth"])
    hall.call("1")
    closed = done(teller.post(f"tickets/{ticket.id}/close", json={"whole_visit": True}))
    assert (closed.state, closed.outcome) == ("closed", "done")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"needs": ["cash"]}, (422, "need_twice")),
        ({"needs": ["bogus"]}, (422, "service_unknown")),
        (
            {"needs": ["account", "transfer", "wealth", "lost", "other"]},
            (422, "too_many_needs"),
        ),
        ({"items": 100}, (422, "too_many_items")),
        ({"items": 0}, (422, "request_invalid")),
        ({"counter": "9"}, (404, "counter_unknown")),
        ({"counter": "4"}, (409, "counter_cannot_serve")),
        ({"person": "nobody"}, (404, "staff_unknown")),
    ],
    ids=str,
)
def test_wrong_tickets(hall: Hall, body: dict[str, Any], expected: tuple[int, str]) -> None:
    assert refused(hall.kiosk.post("tickets", json={"service": "cash", **body})) == expected
    assert hall.lobby().waiting == ()


def test_ticket_for_one_counter_and_for_one_person(hall: Hall) -> None:
    hall.open("1")
    hall.open("2")
    hall.issue(counter="2")
    hall.issue(person="t1")
    assert [(t.bound_counter, t.bound_person) for t in hall.lobby().waiting] == [
        ("2", None),
        (None, "t1"),
    ]
    assert [hall.call("1"), hall.call("2")] == ["A002", "A001"]


def test_held_ticket_comes_back_first_to_the_one_who_held_it(hall: Hall) -> None:
    teller = hall.open("1")
    hall.open("2")
    first, _second = hall.issue(), hall.issue()
    hall.call("1")
    held = done(teller.post(f"tickets/{first.id}/hold", json={"pool": "documents"}))
    assert (held.state, held.pool, held.until is not None) == ("held", "documents", True)
    assert [t.number for t in hall.lobby().held] == ["A001"]
    assert refused(hall.tellers["2"].post(f"tickets/{first.id}/resume")) == (409, "held_elsewhere")
    assert done(teller.post(f"tickets/{first.id}/resume")).bound_person == "t1"
    assert [hall.call("2"), hall.call("1")] == ["A002", "A001"]
    assert hall.faults() == []


def test_unknown_pool_and_ticket_that_is_at_no_counter(hall: Hall) -> None:
    teller = hall.open("1")
    ticket = hall.issue()
    address = f"tickets/{ticket.id}/hold"
    assert refused(teller.post(address, json={"pool": "form"})) == (409, "ticket_state_wrong")
    hall.call("1")
    assert refused(teller.post(address, json={"pool": "moon"})) == (422, "hold_pool_unknown")


def test_lead_takes_a_held_ticket_on(hall: Hall) -> None:
    teller = hall.open("1")
    ticket = hall.issue()
    hall.call("1")
    teller.post(f"tickets/{ticket.id}/hold", json={"pool": "documents"})
    assert done(hall.lead.post(f"tickets/{ticket.id}/resume")).state == "waiting"


def test_customer_asks_at_the_kiosk_to_be_called_later(hall: Hall) -> None:
    hall.open("1")
    first, second = hall.issue(), hall.issue()
    later = done(hall.kiosk.post(f"tickets/{first.id}/defer", json={"minutes": 10}))
    assert (later.state, later.pool) == ("held", None)
    assert hall.call("1") == second.number
    hall.pass_s(600)
    assert [t.number for t in hall.lobby().waiting] == ["A001"]
    assert hall.call("1") == "A001"
    address = f"tickets/{first.id}/defer"
    assert refused(hall.kiosk.post(address, json={"minutes": 5})) == (409, "counter_already_open")
    done(hall.tellers["1"].post(address, json={"minutes": 5}))
    long = refused(hall.tellers["1"].post(address, json={"minutes": 1440}))
    assert long == (409, "ticket_state_wrong")


def test_transfer_keeps_number_and_seniority(hall: Hall) -> None:
    teller = hall.open("1")
    hall.open("2", "t2")
    first, _second = hall.issue(), hall.issue()
    hall.call("1")
    address = f"tickets/{first.id}/transfer"
    assert refused(teller.post(address, json={})) == (422, "request_invalid")
    assert refused(teller.post(address, json={"counter": "4"})) == (409, "counter_cannot_serve")
    assert refused(teller.post(address, json={"person": "nobody"})) == (404, "staff_unknown")
    sent = done(teller.post(address, json={"service": "transfer", "counter": "2"}))
    assert (sent.state, sent.service, sent.bound_counter) == ("waiting", "transfer", "2")
    assert hall.call("2") == "A001"
    assert hall.faults() == []


def test_who_waits_is_sent_on_by_those_in_charge_only(hall: Hall) -> None:
    teller = hall.open("1")
    ticket = hall.issue()
    address = f"tickets/{ticket.id}/transfer"
    assert refused(teller.post(address, json={"counter": "1"})) == (403, "role_forbidden")
    assert done(hall.lead.post(address, json={"counter": "3"})).bound_counter == "3"


def test_teller_changes_the_service_at_the_counter_and_the_lead_the_segment(hall: Hall) -> None:
    teller = hall.open("1")
    other = hall.open("2")
    ticket = hall.issue()
    address = f"tickets/{ticket.id}/reclassify"
    assert refused(teller.post(address, json={"service": "lost"})) == (403, "role_forbidden")
    hall.call("1")
    assert refused(other.post(address, json={"service": "lost"})) == (409, "counter_already_open")
    assert done(teller.post(address, json={"service": "lost"})).needs == ("lost",)
    assert refused(teller.post(address, json={"segment": "key"})) == (403, "role_forbidden")
    assert done(hall.lead.post(address, json={"segment": "key"})).segment == "key"
    assert refused(hall.lead.post(address, json={})) == (409, "nothing_changes")
    events = hall.lead.get("log").json()["events"]
    assert [e["data"]["by"] for e in events if e["kind"] == "ticket.reclassified"] == ["t1", "lead"]
    assert hall.faults() == []


def test_couple_is_called_with_one_number_and_goes_apart_again(hall: Hall) -> None:
    teller = hall.open("1")
    one, two = hall.issue(), hall.issue("transfer")
    joined = done(hall.lead.post(f"tickets/{one.id}/join", json={"companion": two.id}))
    assert (joined.needs, [c.number for c in joined.companions]) == (("cash", "transfer"), ["A002"])
    along = hall.ticket(two.id)
    assert (along.state, along.joined_to and along.joined_to.number) == ("cancelled", "A001")
    assert hall.faults() == []
    assert hall.call("1") == "A001"
    parted = teller.post(f"tickets/{one.id}/split", json={"companion": two.id}).json()
    assert (parted["ticket"]["needs"], parted["other"]["state"]) == (["cash"], "waiting")
    assert hall.call("1") == "A002"
    assert hall.faults() == []


def test_need_gets_a_ticket_of_its_own_with_its_own_page(hall: Hall) -> None:
    ticket = hall.issue("cash", needs=["wealth"])
    parted = hall.lead.post(f"tickets/{ticket.id}/split", json={"service": "wealth"}).json()
    assert (parted["other"]["number"], parted["other"]["service"]) == ("C001", "wealth")
    page = httpx.get(f"{parted['phone_url']}/state", trust_env=False).json()
    assert page["number"] == "C001"
    nothing = hall.lead.post(f"tickets/{ticket.id}/split", json={})
    assert refused(nothing) == (422, "request_invalid")
    assert hall.faults() == []


def test_lead_shows_another_way(hall: Hall) -> None:
    teller = hall.open("1")
    ticket = hall.issue()
    address = f"tickets/{ticket.id}/divert"
    assert refused(teller.post(address, json={"way": "machine"})) == (403, "role_forbidden")
    assert done(hall.lead.post(address, json={"way": "machine"})).outcome == "diverted"


def test_out_of_order_with_a_reason_by_the_lead(hall: Hall) -> None:
    teller = hall.open("1")
    _first, second = hall.issue(), hall.issue()
    body = {"ticket": second.id, "reason": "help"}
    assert refused(teller.post("counters/1/call", json=body)) == (403, "role_forbidden")
    wrong = hall.lead.post("counters/1/call", json={**body, "reason": "whim"})
    assert refused(wrong) == (422, "reason_missing")
    called = hall.lead.post("counters/1/call", json=body).json()
    assert (called["ticket"]["number"], called["reason"]["rule"]) == ("A002", "picked")
    assert called["reason"]["passed_over"] == ["A001"]
    assert [t.overtaken for t in hall.lobby().waiting] == [1]
    assert hall.faults() == []


def test_repeated_command_is_carried_out_once(hall: Hall) -> None:
    hall.open("1")
    ticket = hall.issue()
    key = {"Idempotency-Key": "defer-0001"}
    address = f"tickets/{ticket.id}/defer"
    answers = [hall.kiosk.post(address, json={"minutes": 5}, headers=key) for _ in range(2)]
    assert [a.status_code for a in answers] == [200, 200]
    assert answers[0].content == answers[1].content
    kinds = [e["kind"] for e in hall.kiosk.get("log").json()["events"]]
    assert kinds.count("ticket.deferred") == 1
