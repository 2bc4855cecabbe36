"""Counters during the day, over HTTP: planned pauses, services on and off, a mentor."""

from typing import Any

import httpx
import pytest

from shared.protocol.lobby import CounterView
from shared.server.clock import ManualClock
from tests.support.server import RunningServer


def counter(answer: httpx.Response) -> CounterView:
    """The counter in an answer that has to be a success."""
    assert answer.status_code == 200, answer.text
    return CounterView.model_validate_json(answer.content)


@pytest.fixture
def teller(server: RunningServer) -> httpx.Client:
    """At counter 1, with a customer."""
    client = server.client("teller", "t1")
    client.post("counters/1/open").raise_for_status()
    server.client("kiosk").post("tickets", json={"service": "cash"})
    client.post("counters/1/next").raise_for_status()
    return client


def test_last_customer_then_a_pause(teller: httpx.Client) -> None:
    body = {"reason": "lunch", "until": "2026-11-20T12:30:00+08:00"}
    planned = counter(teller.post("counters/1/plan", json=body))
    assert planned.plan is not None
    assert (planned.state, planned.plan.reason, planned.plan.at) == ("open", "lunch", None)
    assert teller.post("counters/1/next").status_code == 204
    paused = teller.get("lobby").json()["counters"][0]
    assert (paused["state"], paused["pause_reason"], paused["plan"]) == ("paused", "lunch", None)


def test_plan_is_dropped(teller: httpx.Client) -> None:
    teller.post("counters/1/plan", json={"reason": "lunch"})
    assert counter(teller.post("counters/1/plan", json={"is_off": True})).plan is None


def test_counter_without_a_customer_closes_at_its_time(server: RunningServer) -> None:
    teller = server.client("teller", "t1")
    teller.post("counters/1/open")
    teller.post("counters/1/plan", json={"at": "2026-11-20T09:40:00+08:00"}).raise_for_status()
    assert isinstance(server.clock, ManualClock)
    server.clock.advance(600_000_000)
    assert teller.get("lobby").json()["counters"][0]["state"] == "closed"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"reason": "whim"}, (422, "reason_missing")),
        ({"reason": "lunch", "until": "2026-11-20T09:00:00+08:00"}, (422, "request_invalid")),
        (
            {"at": "2026-11-20T11:00:00+08:00", "until": "2026-11-20T10:00:00+08:00"},
            (422, "request_invalid"),
        ),
    ],
    ids=str,
)
def test_wrong_plans(teller: httpx.Client, body: dict[str, Any], expected: tuple[int, str]) -> None:
    answer = teller.post("counters/1/plan", json=body)
    assert (answer.status_code, answer.json()["code"]) == expected


def test_services_are_switched_off_and_on(teller: httpx.Client) -> None:
    off = counter(teller.post("counters/1/services", json={"services": ["transfer", "other"]}))
    assert (off.services, off.switched_off) == (("transfer", "other"), ("cash", "account", "lost"))
    everything = ["cash", "account", "transfer", "lost", "other"]
    on = counter(teller.post("counters/1/services", json={"services": everything}))
    assert (on.services, on.switched_off) == (tuple(everything), ())
    nothing = teller.post("counters/1/services", json={"services": ["wealth"]})
    assert (nothing.status_code, nothing.json()["code"]) == (409, "last_service")


def test_foreign_counter_is_left_alone(server: RunningServer, teller: httpx.Client) -> None:
    stranger = server.client("teller", "t2")
    answers = [
        stranger.post("counters/1/plan", json={"reason": "lunch"}),
        stranger.post("counters/1/services", json={"services": ["cash"]}),
    ]
    assert [(a.status_code, a.json()["code"]) for a in answers] == [
        (409, "counter_already_open")
    ] * 2
    lead = server.client("lead", "lead")
    assert counter(lead.post("counters/1/plan", json={"reason": "lunch"})).plan is not None


def test_trainee_with_a_mentor(server: RunningServer) -> None:
    trainee = server.client("teller", "t1")
    wrong = [trainee.post("counters/1/open", json={"mentor": m}) for m in ("t1", "nobody")]
    assert [(a.status_code, a.json()["code"]) for a in wrong] == [
        (422, "mentor_missing"),
        (404, "staff_unknown"),
    ]
    view = counter(trainee.post("counters/1/open", json={"mentor": "t2"}))
    assert (view.staff, view.mentor, view.is_trainee) == ("t1", "t2", True)


def test_a_press_for_an_empty_counter_leaves_who_came_by_itself(server: RunningServer) -> None:
    teller, kiosk = server.client("teller", "t1"), server.client("kiosk")
    teller.post("counters/1/open").raise_for_status()
    assert teller.post("counters/1/next", json={"current": ""}).status_code == 204
    mine = kiosk.post("tickets", json={"service": "cash"}).json()["id"]
    after = kiosk.post("tickets", json={"service": "cash"}).json()["id"]
    late = teller.post("counters/1/next", json={"current": ""})
    assert (late.status_code, late.json()["code"]) == (409, "another_customer")
    picked = {"ticket": after, "reason": "help", "current": ""}
    assert server.client("lead", "lead").post("counters/1/call", json=picked).status_code == 409
    present = teller.get("lobby").json()["counters"][0]["ticket"]
    assert (present["id"], present["state"]) == (mine, "called")
    key = {"Idempotency-Key": "press-of-f2"}
    meant = [teller.post("counters/1/next", json={"current": mine}, headers=key) for _ in range(2)]
    assert [answer.json()["ticket"]["id"] for answer in meant] == [after] * 2
