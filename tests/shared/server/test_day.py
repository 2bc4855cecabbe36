"""One customer's way through the branch, over HTTP."""

from datetime import UTC, datetime

import httpx
import pytest

from shared.protocol.lobby import CounterView, LobbyView, NextResult, TicketIssued, TicketView
from shared.server.clock import ManualClock
from tests.support.server import RunningServer

NINE_THIRTY = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)


def advance(server: RunningServer, seconds: int) -> None:
    assert isinstance(server.clock, ManualClock)
    server.clock.advance(seconds * 1_000_000)


def test_from_the_kiosk_to_the_rating(server: RunningServer) -> None:
    kiosk, teller, pad = (
        server.client("kiosk"),
        server.client("teller", "t1"),
        server.client("rating"),
    )
    teller.post("counters/1/open").raise_for_status()

    answer = kiosk.post("tickets", json={"service": "cash", "language": "en"})
    assert answer.status_code == 201
    issued = TicketIssued.model_validate_json(answer.content)
    assert (issued.number, issued.state, issued.people_ahead) == ("A001", "waiting", 0)
    assert (issued.issued_at, issued.language) == (NINE_THIRTY, "en")

    advance(server, 60)
    called = NextResult.model_validate_json(teller.post("counters/1/next").content)
    assert (called.ticket.id, called.ticket.state) == (issued.id, "called")
    assert (called.reason.rule, called.reason.waited_s) == ("only_one", 60.0)

    advance(server, 20)
    started = teller.post(f"tickets/{issued.id}/start")
    assert TicketView.model_validate_json(started.content).state == "serving"
    advance(server, 300)
    closed = teller.post(f"tickets/{issued.id}/close", json={"outcome": "documents"})
    assert TicketView.model_validate_json(closed.content).outcome == "documents"

    rated = pad.post(f"tickets/{issued.id}/rating", json={"score": 5})
    assert TicketView.model_validate_json(rated.content).rating == 5
    assert pad.post(f"tickets/{issued.id}/rating", json={"score": 1}).status_code == 409
    assert LobbyView.model_validate_json(kiosk.get("lobby").content).closed_today == 1


def test_next_with_nobody_waiting_is_empty_and_the_next_arrival_is_called(
    server: RunningServer,
) -> None:
    teller = server.client("teller", "t1")
    teller.post("counters/2/open")
    empty = teller.post("counters/2/next")
    assert (empty.status_code, empty.content) == (204, b"")
    answer = server.client("kiosk").post("tickets", json={"service": "transfer"})
    issued = TicketIssued.model_validate_json(answer.content)
    assert (issued.state, issued.counter) == ("called", "2")


def test_missed_call(server: RunningServer) -> None:
    teller = server.client("teller", "t1")
    teller.post("counters/1/open")
    ticket = server.client("kiosk").post("tickets", json={"service": "cash"}).json()["id"]
    teller.post("counters/1/next")
    assert teller.post(f"tickets/{ticket}/no-show").json()["code"] == "recalls_missing"
    assert teller.post(f"tickets/{ticket}/recall").json()["recalls"] == 1
    assert teller.post(f"tickets/{ticket}/no-show").json()["state"] == "no_show"
    assert teller.post(f"tickets/{ticket}/return").json()["state"] == "waiting"
    assert teller.post(f"tickets/{ticket}/return").status_code == 409


def test_counter_pauses_comes_back_and_closes(server: RunningServer) -> None:
    teller = server.client("teller", "t1")
    views = [
        CounterView.model_validate_json(teller.post(*command).content)
        for command in [("counters/4/open",), ("counters/4/close",), ("counters/4/open",)]
    ]
    paused = teller.post("counters/4/pause", json={"reason": "lunch"})
    views.append(CounterView.model_validate_json(paused.content))
    views.append(CounterView.model_validate_json(teller.post("counters/4/open").content))
    assert [v.state for v in views] == ["open", "closed", "open", "paused", "open"]


def test_cancelled_ticket_is_out_of_the_queue(server: RunningServer) -> None:
    kiosk = server.client("kiosk")
    ticket = kiosk.post("tickets", json={"service": "cash"}).json()["id"]
    assert kiosk.post(f"tickets/{ticket}/cancel").json()["outcome"] == "customer"
    assert kiosk.get("lobby").json()["waiting"] == []
    assert kiosk.get(f"tickets/{ticket}").json()["state"] == "cancelled"


def test_staff_hear_of_a_call_for_help(server: RunningServer) -> None:
    asked = server.client("kiosk").post("help-requests", json={"screen": "start"})
    assert asked.status_code == 202
    after = asked.json()["sequence"] - 1
    (event,) = server.client("teller").get("log", params={"after": after}).json()["events"]
    assert (event["kind"], event["data"]) == ("help.asked", {"device": "kiosk", "screen": "start"})


def test_report_of_the_day(server: RunningServer) -> None:
    server.client("kiosk").post("tickets", json={"service": "cash"})
    desk = server.client("teller")
    report = desk.get("reports/day").json()
    assert (report["day"], report["waiting"]["arrived"]) == ("2026-11-20", 1)
    assert desk.get("reports/day", params={"day": "2026-11-20"}).json() == report
    missing = desk.get("reports/day", params={"day": "2020-01-01"})
    assert (missing.status_code, missing.json()["code"]) == (404, "day_missing")


def test_config_is_the_published_profile(shared_server: RunningServer) -> None:
    config = shared_server.client("board").get("config").json()
    assert config["profile"]["branch"]["id"] == shared_server.branch
    assert len(config["policy_hash"]) == 12


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/healthz", {"status": "ok"}),
        (
            "/readyz",
            {"status": "ready", "server": "branch", "is_in_charge": True, "copies": []},
        ),
        (
            "/api/v1/branches",
            {
                "branches": [
                    {"id": "renmin", "name": {"zh": "人民路支行", "en": "Renmin Road branch"}}
                ]
            },
        ),
    ],
)
def test_public_probes(shared_server: RunningServer, path: str, expected: object) -> None:
    assert httpx.get(shared_server.base_url + path, trust_env=False).json() == expected
