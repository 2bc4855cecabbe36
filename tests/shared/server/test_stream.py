"""The stream of events: everything once, in order, over lost connections; a clean end."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import httpx
import pytest

from shared.domain.errors import StoreUnavailable
from shared.protocol.event import EventView
from shared.server import hub, stream
from shared.server.hub import Subscription
from tests.support.server import RunningServer, running_server


@contextmanager
def listening(server: RunningServer, last: int | None = None) -> Iterator[Iterator[str]]:
    """The lines of the stream after ``last``."""
    headers = {} if last is None else {"Last-Event-ID": str(last)}
    with server.client("board").stream("GET", "events", headers=headers) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield answer.iter_lines()


def events(lines: Iterator[str], count: int) -> list[EventView]:
    """The next events of a stream."""
    data = (line[6:] for line in lines if line.startswith("data: "))
    return [EventView.model_validate_json(text) for text in islice(data, count)]


def issue(server: RunningServer, count: int) -> None:
    with server.client("kiosk") as kiosk:
        for _ in range(count):
            kiosk.post("tickets", json={"service": "cash"}).raise_for_status()


def test_begins_with_the_branchs_time_and_gives_id_kind_and_data(server: RunningServer) -> None:
    issue(server, 1)
    with listening(server, last=2) as lines:
        head = list(islice(lines, 5))
    assert head[:4] == [": beat 2026-11-20T01:30:00+00:00", "", "id: 3", "event: ticket.issued"]
    assert EventView.model_validate_json(head[4][6:]).number == "A001"


def test_ends_when_the_store_cannot_be_read_and_goes_on_at_the_next_connection(
    server: RunningServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Found by the torture: it was logged as a bug, with a traceback and a broken-off answer."""

    def away(*_: object) -> None:
        raise StoreUnavailable("the cable is cut")

    issue(server, 1)
    with monkeypatch.context() as cut:
        cut.setattr(stream, "read_page", away)
        with listening(server, last=0) as lines:
            assert [line for line in lines if line.startswith("data")] == []
    with listening(server, last=0) as lines:
        assert [e.sequence for e in events(lines, 3)] == [1, 2, 3]
    assert [r.levelname for r in caplog.records if r.name.startswith("shared")] == ["WARNING"]


def test_resumes_without_loss_or_doubles(server: RunningServer) -> None:
    issue(server, 5)
    with listening(server, last=0) as lines:
        first = events(lines, 3)
    issue(server, 5)
    with listening(server, last=first[-1].sequence) as lines:
        missed = events(lines, 9)
        issue(server, 3)
        fresh = events(lines, 3)
    heard = first + missed + fresh
    assert [e.sequence for e in heard] == list(range(1, 16))
    page = server.client("board").get("log").json()
    assert [e.model_dump(mode="json") for e in heard] == page["events"]


def test_without_a_place_to_resume_it_begins_now(server: RunningServer) -> None:
    issue(server, 2)
    with listening(server) as lines:
        next(lines)
        issue(server, 1)
        assert [e.number for e in events(lines, 1)] == ["A003"]


def test_slow_listener_loses_its_queue_but_no_event(
    server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "QUEUE_MAX", 1)
    with listening(server, last=0) as lines:
        issue(server, 20)
        assert [e.sequence for e in events(lines, 21)] == list(range(1, 22))


def test_full_queue_is_dropped_and_marked() -> None:
    subscription = Subscription()
    for number in range(hub.QUEUE_MAX + 1):
        subscription.put(hub.Frame(number, ""))
    assert subscription.is_behind


def test_listener_that_has_gone_is_noticed(
    server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "BEAT_S", 0.1)
    with listening(server) as lines:
        next(lines)
        assert server.house.hub.listeners == 1
    with listening(server) as lines:  # the next beat of a new one comes after that of the first
        beats = (line for line in lines if line.startswith(": beat"))
        list(islice(beats, 3))
        assert server.house.hub.listeners == 1


@pytest.mark.parametrize("beat_s", [0.2, 60.0])
def test_revoked_device_hears_no_more(
    server: RunningServer, monkeypatch: pytest.MonkeyPatch, beat_s: float
) -> None:
    monkeypatch.setattr(stream, "BEAT_S", beat_s)
    with listening(server) as lines:
        next(lines)
        server.house.devices.revoke("board-1", datetime.now(UTC))
        if beat_s > 1:  # no beat is due for long, but time has passed when the news come
            monkeypatch.setattr(stream, "BEAT_S", 0.0)
            issue(server, 1)
        rest = list(islice(lines, 100))
    assert (len(rest) < 100, [line for line in rest if line.startswith("id: ")]) == (True, [])
    assert server.house.hub.listeners == 0


def test_stopping_ends_the_streams_at_once(tmp_path: Path) -> None:
    with ExitStack() as open_streams:
        with running_server(tmp_path) as server:
            headers = server.headers("board")
            listened = httpx.stream("GET", f"{server.url}/events", headers=headers, trust_env=False)
            lines = open_streams.enter_context(listened).iter_lines()
            next(lines)
        assert [line for line in lines if line and not line.startswith(":")] == []


def test_stream_goes_on_after_a_restart(tmp_path: Path) -> None:
    with running_server(tmp_path) as before:
        issue(before, 2)
    with running_server(tmp_path) as after:
        issue(after, 1)
        with listening(after, last=3) as lines:
            assert [e.number for e in events(lines, 2)] == ["A002", "A003"]


def test_unknown_device_hears_nothing(server: RunningServer) -> None:
    assert httpx.get(f"{server.url}/events", trust_env=False).status_code == 401
