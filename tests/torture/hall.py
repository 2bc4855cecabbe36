"""Two kiosks, a board, six tellers at once, and a server that is killed in the middle."""

import random
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from kiosk.board.program import BoardProgram
from kiosk.ticketing.program import KioskProgram
from shared.client.ports import LobbyClient
from shared.protocol.event import EventView
from shared.protocol.lobby import LobbyView
from simulator.demo.branch import DemoBranch
from simulator.demo.check import Checklist
from simulator.demo.process import run_lobby
from simulator.demo.scene import Scene
from simulator.demo.stage import STEP_MS, Stage
from tests.support.served import served_branch
from tests.torture.board import Calls, board_calls, calls_of
from tests.torture.ledger import Ledger, LedgerClient
from tests.torture.people import BareTeller, CustomerCrowd, KeyboardTeller, Person

KIOSKS = ("kiosk-1", "kiosk-2")
BY_KEYBOARD = {"1": "t1", "2": "t2"}
BARE = {"3": "t3", "4": "t4", "6": "t5", "advice-1": "t6"}
BACK_S = 30.0
DRAIN_S = 60.0


class LedgerStage(Stage):
    """A stage whose clients write down what they are told."""

    def __init__(self, server: str, pictures: Path, ledger: Ledger) -> None:
        """One ledger for all."""
        super().__init__(server, pictures)
        self.ledger = ledger

    def connect(self, name: str, key: str) -> LobbyClient:
        """As the real one, with the ledger listening."""
        client = self.clients[name] = LedgerClient(name, self.server, key, self.ledger)
        return client


@dataclass
class HallDay:
    """What is left when the hall is quiet again: for the checks and the table."""

    log: list[EventView]
    snapshot: LobbyView
    board_calls: Calls
    board_waiting: str
    shown: list[str]
    outage_s: float
    took_s: float
    server_log: str
    verified: str
    clients: set[str]
    qml_problems: list[str]


class BusyHall:
    """A city branch under load for ``duration_s``; the same seed draws the same choices."""

    def __init__(self, folder: Path, duration_s: float, seed: int = 1) -> None:
        """Nothing is opened yet."""
        self._folder, self._duration_s, self._seed = folder, duration_s, seed
        self.ledger = Ledger()

    def play(self) -> HallDay:
        """Open, be busy, kill and restart, be busy again, come to rest, look.

        Raises:
            TimeoutError: a window did not connect, did not come back, or did not come to rest.
        """
        with served_branch(self._folder, "city") as branch:
            stage = LedgerStage(branch.server, self._folder, self.ledger)
            try:
                return self._live(branch, stage)
            finally:
                stage.close()

    def _live(self, branch: DemoBranch, stage: LedgerStage) -> HallDay:
        self._open_windows(branch, stage)
        customers = [CustomerCrowd(stage, name, self._draw(name)) for name in KIOSKS]
        typing = [
            KeyboardTeller(stage, f"teller-{counter}", staff, self._draw(counter))
            for counter, staff in BY_KEYBOARD.items()
        ]
        bare = self._bare_tellers(branch, stage)
        people: list[Person] = [*customers, *typing, *bare]
        began_s = time.monotonic()
        busy(stage, people, lambda: time.monotonic() - began_s >= self._duration_s / 2)
        outage_s = self._outage(branch, stage, people)
        again_s = time.monotonic()
        busy(stage, people, lambda: time.monotonic() - again_s >= self._duration_s / 2)
        took_s = time.monotonic() - began_s
        self._come_to_rest(branch, stage, bare)
        for crowd in customers:
            crowd.read()  # the number that came when nobody touched any more
        return HallDay(
            log=Scene(branch, stage, Checklist()).log(),
            snapshot=snapshot(branch),
            board_calls=board_calls(stage),
            board_waiting=str(stage.item("board", "waitingTotal").property("text")),
            shown=[number for crowd in customers for number in crowd.shown],
            outage_s=outage_s,
            took_s=took_s,
            server_log=(branch.folder / "server.log").read_text("utf-8"),
            verified=run_lobby(
                ["db", "verify", "--database", str(branch.database)], self._folder / "verify.log"
            ),
            clients=set(stage.clients),
            qml_problems=qml_problems(stage),
        )

    def _draw(self, name: str) -> random.Random:
        return random.Random(f"{self._seed} {name}")

    def _open_windows(self, branch: DemoBranch, stage: LedgerStage) -> None:
        for name in KIOSKS:
            stage.open("kiosk", name, branch.keys["kiosk"], {"device": name})
        stage.open("board", "board", branch.keys["board"], {"audio": "silent", "scheme": "dark"})
        for counter in BY_KEYBOARD:
            options = {"counter": counter}
            stage.open("teller", f"teller-{counter}", branch.keys["teller"], options)

    def _bare_tellers(self, branch: DemoBranch, stage: LedgerStage) -> list[BareTeller]:
        tellers = []
        for counter, staff in BARE.items():
            client = stage.connect(f"bare-{counter}", branch.keys["teller"])
            client.start()
            tellers.append(BareTeller(client, counter, staff, self._draw(counter)))
        stage.wait(lambda: all(c.is_online for c in stage.clients.values()), "all are connected")
        for teller in tellers:
            teller.sign_in()
        stage.wait(lambda: all(t.is_at_work for t in tellers), "all tellers are at work")
        return tellers

    def _outage(self, branch: DemoBranch, stage: Stage, people: list[Person]) -> float:
        """Kill -9 amid the work; everybody goes on pressing until all are back. Seconds."""
        killed_s = time.monotonic()
        branch.kill_server()
        clients = list(stage.clients.values())
        until(stage, people, lambda: not any(c.is_online for c in clients), "all notice")
        with ThreadPoolExecutor(1) as pool:
            started: Future[None] = pool.submit(branch.start_server, branch.now(), 1.0)
            until(stage, people, started.done, "the server is back")
            started.result()
        until(stage, people, lambda: all(c.is_online for c in clients), "all are back")
        return time.monotonic() - killed_s

    def _come_to_rest(self, branch: DemoBranch, stage: Stage, bare: list[BareTeller]) -> None:
        """No more touches; the bare tellers close; then every window stands at the log's end."""
        for teller in bare:
            stage.wait(teller.finish, f"the last visit at {teller.counter} is closed", DRAIN_S)
        stage.wait(lambda: self.ledger.open_replies == 0, "every command is answered", DRAIN_S)
        newest = snapshot(branch)

        def is_shown() -> bool:
            told = [c.lobby for c in stage.clients.values()]
            is_at_end = all(v is not None and v.sequence == newest.sequence for v in told)
            return is_at_end and board_calls(stage)[:1] == calls_of(newest)[:1]

        stage.wait(is_shown, "every window shows the end", DRAIN_S)


def busy(stage: Stage, people: list[Person], is_over: Callable[[], bool]) -> None:
    """Everybody does one thing after the other, in turn, until it is over."""
    while not is_over():
        for person in people:
            person.step()
        stage.settle(STEP_MS)


def until(stage: Stage, people: list[Person], holds: Callable[[], bool], what: str) -> None:
    """Go on being busy until something holds.

    Raises:
        TimeoutError: it did not in time.
    """
    end_s = time.monotonic() + BACK_S
    busy(stage, people, lambda: holds() or time.monotonic() > end_s)
    if not holds():
        raise TimeoutError(f"not within {BACK_S:.0f} s: {what}")


def qml_problems(stage: Stage) -> list[str]:
    """What the windows' engines complained of."""
    programs = stage.programs.values()
    screens = [p for p in programs if isinstance(p, KioskProgram | BoardProgram)]
    return sorted({problem for program in screens for problem in program.engine.problems})


def snapshot(branch: DemoBranch) -> LobbyView:
    """What the server says now."""
    with branch.client("board") as client:
        return LobbyView.model_validate_json(client.get("lobby").raise_for_status().content)
