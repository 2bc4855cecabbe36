"""Windows over HTTP: the quotes, the promise on a new ticket, the phone, the stream."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from shared.protocol.forecast import ForecastView
from shared.protocol.lobby import PhoneView, TicketIssued
from shared.server.forecasting import forecaster
from tests.support.looking import NearLine
from tests.support.server import RunningServer, enrolled_database, make_house, serving_house
from tests.support.waiting import soon


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningServer]:
    """The neighbourhood branch at 09:30 with somebody who looks ahead at once."""
    monkeypatch.setattr(forecaster, "APART_S", 0.01)
    database = tmp_path / "branch.db"
    database.write_bytes(enrolled_database())
    with serving_house(make_house(database, connect=NearLine)) as running:
        yield running


def issued(server: RunningServer, **body: str) -> TicketIssued:
    answer = server.client("kiosk").post("tickets", json={"service": "cash", **body})
    return TicketIssued.model_validate_json(answer.raise_for_status().content)


def forecast(server: RunningServer) -> ForecastView:
    answer = server.client("kiosk").get("forecast").raise_for_status()
    return ForecastView.model_validate_json(answer.content)


def has_quotes(server: RunningServer, sequence: int) -> bool:
    found = forecast(server)
    return found.quotes != () and found.sequence >= sequence


def foreseen(server: RunningServer) -> ForecastView:
    """The forecast once it stands on the newest event."""
    kiosk = server.client("kiosk")
    sequence = kiosk.get("lobby").json()["sequence"]
    soon(lambda: has_quotes(server, sequence), within_s=60)
    return forecast(server)


def busy(server: RunningServer, waiting: int = 3) -> list[TicketIssued]:
    """All three general counters with a customer, and so many who wait."""
    teller = server.client("teller", "t1")
    for number, counter in enumerate("123", 1):
        mine = server.client("teller", f"t{number}")
        mine.post(f"counters/{counter}/open").raise_for_status()
        issued(server)
        mine.post(f"counters/{counter}/next").raise_for_status()
    teller.get("lobby").raise_for_status()
    return [issued(server) for _ in range(waiting)]


def events(server: RunningServer, kind: str) -> list[dict[str, Any]]:
    page = server.client("kiosk").get("log").raise_for_status().json()
    return [event for event in page["events"] if event["kind"] == kind]


def test_a_ticket_is_promised_what_the_newest_forecast_says(server: RunningServer) -> None:
    busy(server)
    seen = foreseen(server)
    quote = next(q for q in seen.quotes if (q.service, q.segment) == ("cash", "ordinary"))
    assert quote.window is not None
    assert quote.people_ahead == 3
    ticket = issued(server)
    assert ticket.window == quote.window
    assert ticket.window.earliest_at <= ticket.window.likely_at <= ticket.window.latest_at
    [*_, made] = events(server, "promise.made")
    assert made["ticket"] == ticket.id
    data = made["data"]
    assert (data["service"], data["segment"], data["basis"]) == ("cash", "ordinary", seen.sequence)
    assert data["from_us"] <= data["likely_us"] <= data["until_us"]
    assert len(data["raw_us"]) == 3


def test_who_comes_before_the_next_look_is_told_so_much_later(server: RunningServer) -> None:
    busy(server)
    foreseen(server)
    server.house.forecasts.stop()
    first, second = issued(server), issued(server)
    assert first.window is not None
    assert second.window is not None
    later = second.window.likely_at - first.window.likely_at
    assert timedelta(0) < later < timedelta(minutes=10)
    # by now too much has happened since: nothing is told
    assert [issued(server).window is None for _ in range(6)][-1]


def test_nothing_is_promised_to_whom_a_counter_calls_at_once(server: RunningServer) -> None:
    server.client("teller", "t1").post("counters/1/open").raise_for_status()
    server.client("teller", "t1").post("counters/1/next").raise_for_status()
    foreseen(server)
    ticket = issued(server)
    assert (ticket.state, ticket.window) == ("called", None)
    assert events(server, "promise.made") == []


def test_with_nobody_at_the_counters_no_window_is_told(server: RunningServer) -> None:
    seen = foreseen(server)
    assert {quote.window for quote in seen.quotes} == {None}
    assert issued(server).window is None


def test_a_suspended_service_withdraws_the_promise(server: RunningServer) -> None:
    busy(server)
    foreseen(server)
    ticket = issued(server)
    lead = server.client("lead", "lead")
    lead.post("incidents", json={"reason": "system", "services": ["cash"]}).raise_for_status()
    assert ticket.id in [event["ticket"] for event in events(server, "promise.withdrawn")]


def test_who_waits_sees_the_window_of_now_on_the_phone(server: RunningServer) -> None:
    *_, last = busy(server)
    seen = foreseen(server)
    assert [each.number for each in seen.waiting][-1] == last.number
    answer = httpx.get(f"{last.phone_url}/state", trust_env=False).raise_for_status()
    view = PhoneView.model_validate_json(answer.content)
    assert view.window is not None
    assert view.window.latest_at.second == 0
    expected = next(each.window for each in seen.waiting if each.ticket == last.id)
    assert abs(view.window.likely_at - expected.likely_at) <= timedelta(seconds=30)


def test_the_stream_tells_each_forecast(server: RunningServer) -> None:
    busy(server)
    foreseen(server)
    kiosk = server.client("kiosk")
    with kiosk.stream("GET", "events") as stream:
        lines = stream.iter_lines()
        assert next(line for line in lines if line.startswith("event:")) == "event: forecast"
        told = ForecastView.model_validate(json.loads(next(lines).removeprefix("data: ")))
        assert told == forecast(server)


def test_without_anybody_who_looks_ahead_there_are_no_quotes(tmp_path: Path) -> None:
    database = tmp_path / "branch.db"
    database.write_bytes(enrolled_database())
    with serving_house(make_house(database)) as running:
        assert forecast(running).quotes == ()
        assert issued(running).window is None


def test_what_if_a_counter_were_opened_now(server: RunningServer) -> None:
    busy(server, waiting=12)
    foreseen(server)
    lead = server.client("lead", "lead")
    last = lead.get("lobby").json()["sequence"]
    asked = {"counter": "4", "over_min": 15}
    found = lead.post("what-if", json=asked).raise_for_status().json()
    before, after = found["as_it_stands"], found["with_counter"]
    assert (found["counter"], found["over_min"], found["ahead_min"]) == ("4", 15, 60)
    assert before["chance_over_0_1"] > 0.5
    assert after["chance_over_0_1"] <= before["chance_over_0_1"]
    assert before["wait_mean_s"] > 60
    assert lead.get("lobby").json()["sequence"] == last
    assert lead.post("what-if", json={"counter": "99"}).json()["code"] == "counter_unknown"


def test_without_anybody_who_looks_ahead_there_is_no_what_if(tmp_path: Path) -> None:
    database = tmp_path / "branch.db"
    database.write_bytes(enrolled_database())
    with serving_house(make_house(database)) as running:
        answer = running.client("lead", "lead").post("what-if", json={"counter": "1"})
        assert (answer.status_code, answer.json()["code"]) == (409, "nothing_foretold")
