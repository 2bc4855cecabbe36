"""Incidents over HTTP: suspended in one action, everybody told, the order kept."""

import httpx
import pytest

from shared.protocol.incident import IncidentChanged
from shared.protocol.lobby import LobbyView
from shared.store.verify import verify_branch
from tests.support.server import RunningServer


@pytest.fixture
def lead(server: RunningServer) -> httpx.Client:
    return server.client("lead", "lead")


def lobby(client: httpx.Client) -> LobbyView:
    return LobbyView.model_validate_json(client.get("lobby").content)


def changed(answer: httpx.Response) -> IncidentChanged:
    return IncidentChanged.model_validate_json(answer.raise_for_status().content)


def refused(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["code"]


def test_system_down_with_sixty_waiting(server: RunningServer, lead: httpx.Client) -> None:
    kiosk, teller = server.client("kiosk"), server.client("teller", "t1")
    segments = ("ordinary", "priority", "ordinary", "key")
    tickets = [
        kiosk.post("tickets", json={"service": "cash", "segment": segments[n % 4]}).json()["id"]
        for n in range(60)
    ]
    before = lobby(kiosk)
    answer = lead.post("incidents", json={"reason": "system"})
    assert answer.status_code == 201
    incident = changed(answer)
    assert incident.told == tuple(tickets)
    assert [(i.id, i.reason) for i in incident.going_on] == [(incident.incident, "system")]
    during = lobby(kiosk)
    assert {s.service for s in during.suspended} == {
        "cash", "account", "transfer", "wealth", "lost", "other",
    }  # fmt: skip
    assert during.incidents == incident.going_on
    teller.post("counters/1/open").raise_for_status()
    assert teller.post("counters/1/next").status_code == 204
    assert refused(kiosk.post("tickets", json={"service": "cash"})) == (409, "service_suspended")

    ended = changed(lead.post(f"incidents/{incident.incident}/end"))
    assert (ended.told, ended.going_on) == (tuple(tickets), ())
    after = lobby(kiosk)
    counter = after.counters[0].ticket
    assert counter is not None  # it stood by
    order = [counter.number, *(t.number for t in after.waiting)]
    assert order == [t.number for t in before.waiting]
    assert verify_branch(server.house.database, server.branch).sentences == []


def test_declaration_is_one_round_of_events(server: RunningServer, lead: httpx.Client) -> None:
    ticket = server.client("kiosk").post("tickets", json={"service": "wealth"}).json()["id"]
    start = lobby(lead).sequence
    changed(lead.post("incidents", json={"reason": "system", "services": ["wealth", "cash"]}))
    events = lead.get("log", params={"after": start}).json()["events"]
    assert [e["kind"] for e in events] == [
        "incident.declared",
        "service.suspended",
        "service.suspended",
    ]
    assert events[0]["data"] | {"incident": ""} == {
        "incident": "",
        "reason": "system",
        "services": ["wealth", "cash"],
        "clock": "stops",
        "told": [ticket],
        "by": "lead",
    }


def test_one_service_of_a_larger_incident_is_resumed(lead: httpx.Client) -> None:
    incident = changed(
        lead.post("incidents", json={"reason": "system", "services": ["wealth", "cash"]})
    ).incident
    assert changed(lead.post("services/cash/resume")).going_on[0].services == ("wealth",)
    assert [s.service for s in lobby(lead).suspended] == ["wealth"]
    assert refused(lead.post("services/cash/resume")) == (409, "not_suspended")
    assert changed(lead.post(f"incidents/{incident}/end")).going_on == ()
    assert lobby(lead).suspended == ()


def test_service_is_suspended_and_resumed(lead: httpx.Client) -> None:
    going_on = changed(lead.post("services/cash/suspend", json={"reason": "cash"})).going_on
    assert lead.get("incidents").json() == {
        "incidents": [i.model_dump(mode="json") for i in going_on]
    }
    twice = lead.post("services/cash/suspend", json={"reason": "cash"})
    assert refused(twice) == (409, "already_suspended")
    assert changed(lead.post("services/cash/resume")).going_on == ()
    assert lead.get("incidents").json() == {"incidents": []}


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        ("incidents", {"reason": "boredom"}, (422, "reason_missing")),
        ("incidents", {"reason": "system", "services": ["bogus"]}, (422, "service_unknown")),
        ("services/bogus/suspend", {"reason": "system"}, (422, "service_unknown")),
        ("services/bogus/resume", None, (422, "service_unknown")),
        ("services/cash/resume", None, (409, "not_suspended")),
        ("incidents/none/end", None, (404, "incident_unknown")),
    ],
)
def test_wrong_incidents(
    lead: httpx.Client, path: str, body: dict[str, object] | None, expected: tuple[int, str]
) -> None:
    assert refused(lead.post(path, json=body)) == expected


def test_tellers_declare_no_incidents(server: RunningServer) -> None:
    teller = server.client("teller", "t1")
    answers = [
        teller.post("incidents", json={"reason": "system"}),
        teller.post("services/cash/suspend", json={"reason": "system"}),
        server.client("kiosk").post("incidents", json={"reason": "system"}),
        server.client("lead").post("incidents", json={"reason": "system"}),
    ]
    assert [refused(a) for a in answers] == [
        (403, "role_forbidden"),
        (403, "role_forbidden"),
        (403, "role_forbidden"),
        (401, "session_missing"),
    ]
