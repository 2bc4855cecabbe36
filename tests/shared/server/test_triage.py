"""Which ways are offered, over HTTP."""

from typing import Any

import pytest

from shared.protocol.triage import TriageView
from tests.support.server import RunningServer


def asked(server: RunningServer, **query: str) -> TriageView:
    answer = server.client("kiosk").get("triage", params=query).raise_for_status()
    return TriageView.model_validate_json(answer.content)


def ways(found: TriageView) -> list[tuple[str, str]]:
    return [(offer.way, offer.reason) for offer in found.offers]


def test_without_a_forecast_the_counter_is_the_way(shared_server: RunningServer) -> None:
    found = asked(shared_server, service="cash")
    assert ways(found) == [("counter", "usual")]
    assert found.offers[0].words.model_dump() == {
        "zh": "取号到柜台办理",
        "en": "Take a ticket for the counter",
    }
    assert (found.segment, found.offers[0].is_recommended) == ("ordinary", True)
    assert [(d.id, d.name.en, d.is_missing) for d in found.documents] == [
        ("id-card", "ID card", False),
        ("card-or-passbook", "bank card or passbook", False),
    ]


def test_missing_documents_open_the_other_ways(shared_server: RunningServer) -> None:
    found = asked(shared_server, service="cash", missing="id-card")
    assert ways(found) == [
        ("machine", "possible_without"),
        ("later", "come_back"),
        ("counter", "missing_documents"),
    ]
    assert (found.offers[0].machine, found.offers[2].missing) == ("atm-1", ("id-card",))
    assert [offer.saves_min for offer in found.offers] == [None, None, None]
    assert [d.is_missing for d in found.documents] == [True, False]


def test_priority_need_is_not_led_to_a_machine(shared_server: RunningServer) -> None:
    found = asked(shared_server, service="cash", segment="priority", missing="id-card")
    assert [way for way, _ in ways(found)] == ["later", "machine", "counter"]


def test_next_free_appointment(server: RunningServer) -> None:
    body = {"service": "wealth", "at": "2026-11-20T10:30:00+08:00"}
    server.client("kiosk").post("appointments", json=body).raise_for_status()
    found = asked(server, service="wealth", missing="id-card")
    assert ways(found)[0] == ("appointment", "come_prepared")
    first: Any = found.offers[0]
    assert first.at.isoformat() == "2026-11-20T11:00:00+08:00"
    assert first.words.en == "Appointment 11:00, with what is missing"


def test_suspended_service_is_not_offered_at_the_counter(server: RunningServer) -> None:
    lead = server.client("lead", "lead")
    body = {"reason": "system", "services": ["account", "wealth"]}
    lead.post("incidents", json=body).raise_for_status()
    account, wealth = asked(server, service="account"), asked(server, service="wealth")
    assert ways(account) == [("machine", "suspended"), ("later", "suspended")]
    assert [offer.words.zh for offer in account.offers] == [
        "智能柜台：窗口暂停办理此业务",
        "请稍后再来：窗口暂停办理此业务",
    ]
    assert [offer.words.en for offer in wealth.offers] == [
        "Appointment 10:30: the counters cannot do this now",
        "Come back later: the counters cannot do this now",
    ]
    assert ways(asked(server, service="cash")) == [("counter", "usual")]


def test_out_of_cash_people_may_still_queue(server: RunningServer) -> None:
    body = {"reason": "cash", "services": ["cash"]}
    server.client("lead", "lead").post("incidents", json=body).raise_for_status()
    assert ways(asked(server, service="cash")) == [("counter", "usual")]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"service": "tea"}, "service_unknown"),
        ({"service": "cash", "segment": "nobody"}, "segment_unknown"),
        ({"service": "cash", "missing": "id-card,hat"}, "request_invalid"),
        ({}, "request_invalid"),
    ],
)
def test_refused_questions(shared_server: RunningServer, query: dict[str, str], code: str) -> None:
    answer = shared_server.client("kiosk").get("triage", params=query)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_what_became_of_the_advice_is_kept(server: RunningServer) -> None:
    kiosk = server.client("kiosk")
    ticket = kiosk.post("tickets", json={"service": "cash"}).json()["id"]
    taken = {
        "service": "cash",
        "offered": ["machine", "counter"],
        "taken": "counter",
        "ticket": ticket,
        "missing": ["id-card"],
    }
    left = {"service": "account", "segment": "priority", "offered": ["counter"]}
    machine = {**taken, "ticket": None, "taken": "machine", "saves_min": 12}
    for body in (taken, left, machine):
        kiosk.post("advice", json=body).raise_for_status()
    log = [e for e in kiosk.get("log").json()["events"] if e["kind"] == "advice.given"]
    usual = {"service": "cash", "segment": "ordinary", "offered": ["machine", "counter"]}
    assert [(e["ticket"] or "", e["data"]) for e in log] == [
        (ticket, {**usual, "taken": "counter", "missing": ["id-card"]}),
        ("", {"service": "account", "segment": "priority", "offered": ["counter"], "taken": ""}),
        ("", {**usual, "taken": "machine", "missing": ["id-card"], "saves_min": 12}),
    ]


def test_advice_about_what_does_not_exist_is_refused(shared_server: RunningServer) -> None:
    kiosk = shared_server.client("kiosk")
    good = {"service": "cash", "offered": ["counter"]}
    wrong = ({"service": "x"}, {"ticket": "x"}, {"missing": ["x"]}, {"offered": ["fly"]})
    codes = [kiosk.post("advice", json=good | each).json()["code"] for each in wrong]
    assert codes == ["service_unknown", "ticket_unknown", "request_invalid", "request_invalid"]
