"""A kiosk and a board at a server that misbehaves: they live, show nothing untrue, and recover."""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.board.program import BoardProgram
from kiosk.ticketing.page import REFUSED, START, TICKET
from kiosk.ticketing.program import KioskProgram
from shared.client.heartbeat import Pulse
from shared.client.rest import RestClient
from shared.client.timing import Timing
from shared.ui.app import quick_application
from tests.kiosk.wild_server import SERIES, WildServer
from tests.support.kiosk_walk import take_ticket

QUICK = Timing(
    silence_ms=300,
    backoff_first_ms=10,
    backoff_last_ms=40,
    request_ms=120,
    patience_ms=240,
    retry_ms=10,
    snapshot_ms=20,
    refresh_ms=200,
    beat_ms=50,
    minute_ms=200,
)
#: So many histories; more with LOBBY_FUZZ, as in `python3 dev.py torture`.
SEEDS = range(int(os.environ.get("LOBBY_FUZZ", "3")))
TAPS = 12
NEVER_MS = 3_600_000
PATIENCE_MS = 5000

pytestmark = pytest.mark.slow


@pytest.fixture(params=SEEDS)
def seed(request: pytest.FixtureRequest) -> int:
    """A history of its own."""
    return int(request.param)


@pytest.fixture
def server(seed: int) -> Iterator[WildServer]:
    """A server that is calm at first."""
    made = WildServer(seed)
    yield made
    made.wildness = 0.0
    made.stop()


@pytest.fixture
def client(server: WildServer, qtbot: QtBot) -> Iterator[RestClient]:
    """A client with little patience, and a heartbeat."""
    made = RestClient(server.address, "key", timing=QUICK)
    Pulse(made, "kiosk", timing=QUICK)
    yield made
    made.stop()


class Customer:
    """Touches the kiosk and remembers every number that was shown to whom."""

    def __init__(self, program: KioskProgram, seed: int, qtbot: QtBot) -> None:
        self.program, self.qtbot = program, qtbot
        self.chance = random.Random(seed)
        self.shown: list[tuple[str, str]] = []

    def take_a_ticket(self) -> str:
        """One touch; the service whose ticket came, empty when none did."""
        flow = self.program.flow
        self.until(lambda: flow.screen_name == START and not flow.asking_for)
        service = self.chance.choice(sorted(SERIES))
        take_ticket(flow, service, self.until)
        page = flow.screen_name
        if page == TICKET:
            self.shown.append((service, str(flow.ticket_shown["number"])))
        elif page == REFUSED:
            assert flow.ticket_shown == {}
        flow.leave()
        return service if page == TICKET else ""

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)


def test_no_number_is_shown_that_was_not_given(
    seed: int, server: WildServer, client: RestClient, tmp_path: Path, qtbot: QtBot
) -> None:
    quick_application("zh")
    options = {"offline": str(tmp_path / "own"), "holder": "k"}
    program = KioskProgram(client, options, second_ms=NEVER_MS)
    customer = Customer(program, seed, qtbot)
    program.show()
    client.start()
    customer.until(lambda: program.own.can_issue and client.is_online)
    server.wildness = 0.6
    for _ in range(TAPS):
        server.call()
        customer.take_a_ticket()
    server.wildness = 0.0
    customer.until(lambda: client.is_online)
    before = len(server.given)
    customer.until(lambda: bool(customer.take_a_ticket()) and _is_given(server, customer.shown[-1]))
    reporter = program.own.reporter
    customer.until(lambda: reporter is not None and not reporter.is_behind)
    assert before <= len(server.given)
    numbers = [number for _, number in customer.shown]
    assert len(numbers) == len(set(numbers))
    untrue = [s for s in customer.shown if not (_is_given(server, s) or _is_own(s))]
    assert untrue == []
    problems = list(program.engine.problems)
    program.close()
    assert problems == []


def test_a_kiosk_that_starts_at_a_wild_server_gets_well(
    seed: int, server: WildServer, client: RestClient, qtbot: QtBot
) -> None:
    quick_application("zh")
    server.wildness = 0.9
    program = KioskProgram(client, {}, second_ms=NEVER_MS)
    program.show()
    client.start()
    qtbot.waitUntil(lambda: len(server.requests) > 20, timeout=PATIENCE_MS)
    server.wildness = 0.0
    customer = Customer(program, seed, qtbot)
    assert customer.take_a_ticket()
    assert _is_given(server, customer.shown[-1])
    problems = list(program.engine.problems)
    program.close()
    assert problems == []


def test_the_board_shows_no_call_that_was_not_made(
    seed: int, server: WildServer, client: RestClient, tmp_path: Path, qtbot: QtBot
) -> None:
    quick_application("zh")
    program = BoardProgram(client, {"audio": str(tmp_path / "calls.wav")}, shortest_ms=0)
    program.show()
    client.start()
    qtbot.waitUntil(lambda: client.is_online)
    seen: set[str] = set()

    def look() -> None:
        rows = [program.model.property("hero"), *program.model.property("rows")]
        seen.update(row["number"] for row in rows if row["number"])

    program.model.changed.connect(look)
    server.wildness = 0.6
    for _ in range(TAPS):
        server.call()
        qtbot.wait(30)
    server.wildness = 0.0
    last = server.call().number
    qtbot.waitUntil(lambda: program.model.property("hero")["number"] == last, timeout=PATIENCE_MS)
    assert seen <= server.called
    problems = list(program.engine.problems)
    program.close()
    assert problems == []


def _is_given(server: WildServer, shown: tuple[str, str]) -> bool:
    """Whether the server gave this number for this service, in an answer that was sent whole."""
    service, number = shown
    return number in server.given.get(service, [])


def _is_own(shown: tuple[str, str]) -> bool:
    """Whether it is one of the kiosk's own numbers, in the service's series."""
    service, number = shown
    return number[0] == SERIES[service] and 801 <= int(number[1:]) <= 900
