"""The forecaster goes on whatever happens to the line, and to what it knows of a branch."""

import multiprocessing
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

import httpx
import pytest

from shared.server.clock import ManualClock
from shared.server.forecasting import forecaster
from shared.server.forecasting.asking import Meet, Suppose
from shared.server.forecasting.looker import Looker
from shared.server.forecasting.process import LookingProcess, Patience, serve_looks
from shared.server.house import House
from tests.support.looking import NearLine
from tests.support.server import (
    RunningServer,
    enrolled_database,
    local_us,
    make_house,
    serving_house,
)
from tests.support.waiting import soon

Serve = Callable[[Callable[[], forecaster.Line]], RunningServer]


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """A server with this line, and little patience."""
    monkeypatch.setattr(forecaster, "APART_S", 0.01)
    monkeypatch.setattr(forecaster, "REST_S", 0.01)
    database = tmp_path / "branch.db"
    database.write_bytes(enrolled_database())
    opened = []

    def begin(connect: Callable[[], forecaster.Line]) -> RunningServer:
        clock = ManualClock(local_us("2026-11-20T09:30"))
        context = serving_house(make_house(database, clock=clock, connect=connect))
        opened.append(context)
        return context.__enter__()

    yield begin
    for context in opened:
        context.__exit__(None, None, None)


def sequence(house: House) -> int:
    found = house.forecasts.latest("renmin")
    return -1 if found is None else found.sequence


def foreseen(server: RunningServer, last: int) -> None:
    """Wait until the forecast stands on this event; a new process reads its code first."""
    soon(lambda: sequence(server.house) == last, within_s=60)


def introductions(line: NearLine) -> int:
    return len([asked for asked in line.asked if isinstance(asked, Meet)])


def happens(server: RunningServer) -> int:
    """Something happens; the number of the last event."""
    server.client("kiosk").post("tickets", json={"service": "cash"}).raise_for_status()
    return int(server.client("kiosk").get("lobby").json()["sequence"])


def test_news_are_told_and_the_branch_is_introduced_once(serve: Serve) -> None:
    line = NearLine()
    server = serve(lambda: line)
    foreseen(server, happens(server))  # opens the day, which is a new branch
    before = introductions(line)
    for _ in range(3):
        foreseen(server, happens(server))
    assert introductions(line) == before


def test_a_line_that_breaks_is_begun_again(serve: Serve) -> None:
    lines: list[NearLine] = []

    def connect() -> NearLine:
        lines.append(NearLine(breaks=1 if len(lines) < 2 else 0))
        return lines[-1]

    server = serve(connect)
    last = happens(server)
    foreseen(server, last)
    assert len(lines) == 3
    assert [line.is_closed for line in lines] == [True, True, False]


def test_a_looker_that_lost_the_branch_is_introduced_again(serve: Serve) -> None:
    line = NearLine()
    server = serve(lambda: line)
    foreseen(server, happens(server))
    before = introductions(line)
    line.looker = Looker()  # knows nobody
    foreseen(server, happens(server))
    assert introductions(line) == before + 1


def test_an_old_forecast_is_told_to_nobody(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    server = serve(NearLine)
    last = happens(server)
    foreseen(server, last)
    later_s = monotonic() + forecaster.STALE_S + 1
    monkeypatch.setattr(forecaster, "monotonic", lambda: later_s)
    assert server.house.forecasts.latest("renmin") is None


def test_a_process_of_its_own_looks_ahead_and_ends_with_the_server(serve: Serve) -> None:
    made: list[LookingProcess] = []

    def connect() -> LookingProcess:
        made.append(LookingProcess())
        return made[-1]

    server = serve(connect)
    last = happens(server)
    foreseen(server, last)
    assert made[0].is_alive
    server.house.forecasts.stop()
    assert not made[0].is_alive


def never_answers(line: Connection) -> None:
    """What a hung process does: it reads, and that is all."""
    while True:
        line.recv()


def test_a_process_that_hangs_is_replaced_and_counted(serve: Serve) -> None:
    made: list[LookingProcess] = []

    def connect() -> forecaster.Line:
        if made:
            return NearLine()
        made.append(LookingProcess(never_answers, Patience(first_s=0.2)))
        return made[0]

    server = serve(connect)
    foreseen(server, happens(server))
    assert not made[0].is_alive
    said = httpx.get(f"{server.base_url}/metrics", trust_env=False).text
    assert "lobby_forecast_processes_lost_total 1\n" in said
    assert 'lobby_forecast_age_seconds{branch="renmin"} 0.' in said


def test_what_nobody_waits_for_any_more_is_not_worked_out(serve: Serve) -> None:
    line = NearLine()
    server = serve(lambda: line)
    looking = server.house.forecasts.forecaster
    assert looking is not None
    line.may_go.clear()
    server.client("kiosk").post("tickets", json={"service": "cash"}).raise_for_status()
    left, kept = (looking.suppose("renmin", "1", 60_000_000, 60_000_000) for _ in range(2))
    assert left.cancel()
    line.may_go.set()
    kept.result(30)
    assert len([asked for asked in line.asked if isinstance(asked, Suppose)]) == 1


def test_the_process_ends_when_its_server_is_gone() -> None:
    context = multiprocessing.get_context("spawn")
    line, theirs = context.Pipe()
    process = context.Process(target=serve_looks, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    line.close()
    process.join(60)
    assert process.exitcode == 0
