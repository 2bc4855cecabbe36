"""The real windows while the branch server is killed: kiosk, two tellers and the board go on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter.teller.presenter import Presenter
from counter.teller.scene import Phase
from kiosk.board.program import BoardProgram
from kiosk.ticketing.page import START, TICKET
from kiosk.ticketing.program import KioskProgram
from shared.client.heartbeat import Pulse
from shared.client.rest import RestClient
from shared.client.timing import Timing
from shared.store.engine import Database
from shared.store.verify import verify_branch
from shared.ui.app import quick_application
from tests.support.kiosk_walk import take_ticket
from tests.support.server import KEYS, PIN
from tests.support.two_processes import BEAT_S, BRANCH, SILENCE_S, Pair, pair

pytestmark = [pytest.mark.end2end, pytest.mark.timeout(240)]

TIMING = Timing(
    silence_ms=1500,
    backoff_last_ms=500,
    request_ms=1000,
    patience_ms=1200,
    loyalty_ms=round(SILENCE_S * 1000),
    look_ms=50,
    beat_ms=round(BEAT_S * 1000),
    minute_ms=1000,
)
PATIENCE_MS = 40_000


class Hall:
    """The windows of a branch at two servers."""

    def __init__(self, both: Pair, folder: Path, qtbot: QtBot) -> None:
        self.both, self.folder, self.qtbot = both, folder, qtbot
        self.clients: list[RestClient] = []
        self.given: list[str] = []
        own = {"offline": str(folder / "kiosk"), "holder": "k"}
        self.kiosk = KioskProgram(self.client("kiosk"), own)
        sound = {"audio": str(folder / "calls.wav")}
        self.board = BoardProgram(self.client("board"), sound, shortest_ms=0)
        self.kiosk.show()
        self.board.show()
        self.until(lambda: self.kiosk.own.can_issue and self.kiosk.face.is_open)
        self.tellers = [self.teller(number) for number in ("1", "2")]

    def client(self, role: str) -> RestClient:
        address = f"http://127.0.0.1:{self.both.branch.port}"
        client = RestClient(address, KEYS[role], BRANCH, timing=TIMING)
        Pulse(client, role, timing=TIMING)
        client.start()
        self.clients.append(client)
        return client

    def teller(self, number: str) -> Presenter:
        """Somebody who has signed in at this counter."""
        folder = str(self.folder / f"teller-{number}")
        presenter = Presenter(self.client("teller"), number, "en", offline=folder)
        self.until(lambda: presenter.client.is_online)
        presenter.sign_in(f"t{number}", PIN, number)
        self.until(lambda: presenter.is_at_desk and presenter.scene.phase is not Phase.CLOSED)
        return presenter

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def ticket(self, service: str = "cash") -> str:
        """One touch at the kiosk: the number that is shown."""
        flow = self.kiosk.flow
        self.until(lambda: flow.screen_name == START and self.kiosk.face.is_open)
        take_ticket(flow, service, self.until)
        assert flow.screen_name == TICKET
        number = str(flow.ticket_shown["number"])
        flow.leave()
        self.given.append(number)
        return number

    def next(self, presenter: Presenter) -> str:
        """F2 until somebody else stands there: the number."""
        before = presenter.scene.ticket

        def has_come() -> bool:
            ticket = presenter.scene.ticket
            if ticket is not None and (before is None or ticket.id != before.id):
                return True
            if presenter.client.is_served and presenter.pending is None:
                presenter.press_next()
            return False

        self.until(has_come)
        assert presenter.scene.ticket is not None
        return presenter.scene.ticket.number

    def finish(self, presenter: Presenter) -> None:
        """F2 without a server: the customer goes, and nobody comes."""

        def has_gone() -> bool:
            if presenter.scene.can_finish:
                presenter.press_next()
            return presenter.scene.phase is Phase.FREE

        self.until(has_gone)

    def close(self) -> None:
        for teller in self.tellers:
            teller.stop()
        problems = [*self.kiosk.engine.problems, *self.board.engine.problems]
        self.kiosk.close()
        self.board.close()
        for client in self.clients:
            client.stop()
        assert problems == []


@contextmanager
def hall(folder: Path, qtbot: QtBot) -> Iterator[Hall]:
    quick_application("zh")
    with pair(folder) as both:
        made = Hall(both, folder, qtbot)
        try:
            yield made
        finally:
            made.close()


def test_the_hall_goes_on_and_everything_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    with hall(tmp_path, qtbot) as windows:
        first, second = windows.tellers
        assert [windows.ticket() for _ in range(4)] == ["A001", "A002", "A003", "A004"]
        assert (windows.next(first), windows.next(second)) == ("A001", "A002")

        windows.both.branch.kill()
        windows.until(lambda: windows.kiosk.source.is_own)
        own = windows.ticket()
        assert int(own[1:]) > 800
        windows.finish(first)
        assert first.away is not None

        windows.until(lambda: first.client.is_served and second.client.is_served)
        assert {each.client.server_kind for each in windows.tellers} == {"stand_in"}
        assert (windows.next(second), windows.next(first)) == ("A003", "A004")
        windows.until(lambda: windows.board.model.property("hero")["number"] == "A004")
        windows.until(lambda: not windows.kiosk.source.is_own)
        led = windows.ticket()
        assert 600 < int(led[1:]) <= 800
        assert windows.next(second) == own

        windows.both.branch.start()
        windows.until(
            lambda: all(c.server_kind == "branch" and c.is_served for c in windows.clients)
        )
        assert windows.next(first) == led
        assert windows.ticket() == "A005"
        assert windows.next(second) == "A005"
    assert len(windows.given) == len(set(windows.given))
    assert _verdict(tmp_path, windows.given) == ([], [], windows.given)


def _verdict(folder: Path, given: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Faults of the log, entries that contradicted it, and of the given numbers those in it."""
    database = Database(folder / "branch.db")
    faults = [str(fault) for fault in verify_branch(database, BRANCH).faults]
    with database.reading.begin() as connection:
        kept = connection.exec_driver_sql("SELECT data FROM event WHERE kind='journal.kept'")
        contradicted = [str(row[0]) for row in kept]
        issued = connection.exec_driver_sql("SELECT number FROM event WHERE kind='ticket.issued'")
        numbers = [str(row[0]) for row in issued]
    database.close()
    return faults, contradicted, [number for number in given if numbers.count(number) == 1]
