"""One database under torture, from the opening of the branch to the judgement."""

import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shared.protocol.event import EventView
from shared.server.clock import RealClock
from shared.store.engine import Database
from shared.store.log import whole_log
from tests.support.server import KEYS, enrol, local_us, make_house
from tests.torture.store.caller import Book, Caller
from tests.torture.store.clock import MovableClock
from tests.torture.store.databases import Tortured, tortured
from tests.torture.store.fleet import Fleet
from tests.torture.store.ledger import Judgement, judge
from tests.torture.store.people import Booker, Kiosk, Person, Teller
from tests.torture.store.proxy import Proxy, Wires
from tests.torture.store.snapshots import state_faults
from tests.torture.store.streams import Listener
from tests.torture.store.trouble import Trouble

PROFILE: Final = "city"
BRANCH: Final = "zhongshan"
PREFIX: Final = f"/api/v1/branches/{BRANCH}"
OPEN_AT: Final = "2026-11-20T10:00"
COUNTERS: Final = ("1", "2", "3", "4", "5", "6", "advice-1", "advice-2")
KIOSKS: Final = 18
BOOKERS: Final = 4
LISTENERS: Final = 2
PEOPLE: Final = KIOSKS + len(COUNTERS) + BOOKERS + LISTENERS
REST_S: Final = 120.0
#: What a server may answer when it cannot: never a bug (500).
ALLOWED: Final = {"store_unavailable", "commit_in_doubt", "server_stopping", "asked_too_often"}


@dataclass(frozen=True)
class Options:
    """How hard and for how long. ``rare``: full disks, killed databases."""

    kills: int
    seconds: float
    rare: int
    seed: int
    mutant: str = ""


@dataclass
class StoreDay:
    """What came of it."""

    name: str
    processes: int
    took_s: float
    commands: int
    acknowledged: int
    kills: int
    database_kills: int
    cuts: int
    stalls: int
    refusals: Counter[str]
    disk_refusals: int
    clock_moves: int
    unanswered: int
    failures: Counter[str]
    sentences: list[str]
    streams: int
    events: int
    judgement: Judgement
    verified: str

    @property
    def is_verified(self) -> bool:
        """Whether `lobby db verify` found nothing."""
        return " 0 faults" in self.verified

    @property
    def is_sound(self) -> bool:
        """Whether nothing was wrong."""
        return self.is_verified and not self.judgement.faults

    def story(self) -> str:
        """What the table has no column for."""
        return (
            f"{self.name}: {self.took_s:.0f} s, {self.events} events, {self.unanswered} times no "
            f"answer, failed {dict(self.failures)}, refused by a rule {dict(self.refusals)}, "
            f"streams begun anew {self.streams}; {self.verified.strip()}\n"
            + "\n".join(f"  said: {sentence}" for sentence in self.sentences)
        )


def torture(name: str, folder: Path, options: Options) -> StoreDay:
    """Play it on ``sqlite`` or ``postgresql``, in this folder.

    Raises:
        TimeoutError: a server never came back, or somebody never had an answer.
    """
    with ExitStack() as stack:
        wires = Wires()
        stack.callback(wires.close)
        database = stack.enter_context(tortured(name, folder, wires))
        clock = MovableClock(folder / "clock")
        clock.show(local_us(OPEN_AT))
        _enrol(database, clock, folder)
        words = [*database.words, "--profile", PROFILE]
        environment = {"LOBBY_LIMITS": "false", "LOBBY_TORTURE_MUTANT": options.mutant}
        fleet = stack.enter_context(Fleet(folder, database.processes, words, environment))
        return _Play(folder, database, clock, fleet, wires, options).run()


def _enrol(database: Tortured, clock: MovableClock, folder: Path) -> None:
    house = make_house(database.address, PROFILE, RealClock(clock.wall_ns))
    enrol(house, folder / "keys")
    house.database.close()


class _Play:
    def __init__(
        self,
        folder: Path,
        database: Tortured,
        clock: MovableClock,
        fleet: Fleet,
        wires: Wires,
        options: Options,
    ) -> None:
        self._folder, self._database, self._fleet = folder, database, fleet
        self._options = options
        self._fronts = [Proxy(wires, port) for port in fleet.ports]
        draw = random.Random(f"{options.seed} trouble {database.name}")
        self._book = book = Book()
        self._trouble = Trouble(
            fleet, self._fronts, database, clock, draw, lambda: book.disk_refusals, book.is_full
        )
        self._is_over = threading.Event()
        self._is_quiet = threading.Event()

    def run(self) -> StoreDay:
        began_s = time.monotonic()
        people, listeners = self._people(), self._listeners()
        for one in (*people, *listeners):
            one.start()
        try:
            options = self._options
            self._trouble.make(options.kills, options.seconds, rare=options.rare)
        finally:
            self._is_over.set()
            for person in people:
                person.join(REST_S)
        log = self._come_to_rest(listeners)
        judgement = judge(log, self._book.told)
        judgement.other += self._others(log, people, listeners)
        self._fleet.stop()
        return self._day(
            time.monotonic() - began_s, log, judgement, sum(one.connections for one in listeners)
        )

    def _people(self) -> list[Person]:
        def caller(role: str, name: str) -> Caller:
            headers = {"Authorization": f"Bearer {KEYS[role]}"}
            ports = [front.port for front in self._fronts]
            return Caller(ports, PREFIX, headers, self._book, f"{self._options.seed} {name}")

        people: list[Person] = [
            Kiosk(f"kiosk {n}", caller("kiosk", f"kiosk {n}"), self._is_over) for n in range(KIOSKS)
        ]
        people += [
            Teller(f"teller {c}", caller("teller", f"teller {c}"), self._is_over, c, f"t{n}")
            for n, c in enumerate(COUNTERS, 1)
        ]
        people += [
            Booker(f"booker {n}", caller("teller", f"booker {n}"), self._is_over)
            for n in range(BOOKERS)
        ]
        return people

    def _listeners(self) -> list[Listener]:
        headers = {"Authorization": f"Bearer {KEYS['board']}"}
        ports = [front.port for front in self._fronts]
        return [
            Listener(f"listener {n}", ports, PREFIX, headers, self._is_quiet)
            for n in range(LISTENERS)
        ]

    def _come_to_rest(self, listeners: list[Listener]) -> list[EventView]:
        """Everything is answered; the log as it stands, once listeners and servers are there."""
        database = Database(self._database.address)
        log: list[EventView] = []

        def is_quiet() -> bool:
            nonlocal log
            log = list(whole_log(database, BRANCH))
            return all(one.heard[-1:] == [len(log)] for one in listeners)

        _wait(is_quiet, REST_S)
        database.close()
        self._is_quiet.set()
        return log

    def _others(
        self, log: list[EventView], people: list[Person], listeners: list[Listener]
    ) -> list[str]:
        """Faults beyond the ledger: states, streams, bugs, people who never came home."""
        found = [f"{person.name} never had an answer" for person in people if person.is_alive()]
        found += [fault for one in listeners for fault in one.faults(len(log))]
        found += self._book.faults
        if self._fleet.kills < self._options.kills:
            found.append(f"only {self._fleet.kills} kills within the time")
        found += [f"answer {code}" for code in set(self._book.failed) - ALLOWED]
        found += state_faults(log, [f"http://127.0.0.1:{p}{PREFIX}" for p in self._fleet.ports])
        said = self._fleet.log.read_text("utf-8", "replace")
        if "Traceback" in said or " ERROR " in said:
            kept = Path(f"{self._folder}-server.log")
            kept.write_text(said, "utf-8")
            found.append(f"a bug in the servers' log: {kept}")
        return found

    def _day(
        self, took_s: float, log: list[EventView], judgement: Judgement, streams: int
    ) -> StoreDay:
        book, trouble = self._book, self._trouble
        wires = [*self._fronts, *([self._database.cable] if self._database.cable else [])]
        return StoreDay(
            name=self._database.name,
            processes=self._database.processes,
            took_s=took_s,
            commands=book.sent,
            acknowledged=sum(told.is_done for told in book.told),
            kills=self._fleet.kills,
            database_kills=self._database.kills,
            cuts=sum(wire.cuts for wire in wires),
            stalls=sum(wire.stalls for wire in wires),
            refusals=book.refused,
            disk_refusals=book.disk_refusals,
            clock_moves=trouble.counted["clock"],
            unanswered=book.unanswered,
            failures=book.failed,
            sentences=sorted(book.sentences),
            streams=streams,
            events=len(log),
            judgement=judgement,
            verified=self._verify(),
        )

    def _verify(self) -> str:
        """`lobby db verify`, as an operator runs it; what it said."""
        address = self._database.address
        where = str(address) if isinstance(address, Path) else address.url
        words = ["db", "verify", "--database", where]
        if "--seal-key" in self._database.words:
            words += ["--seal-key", self._database.words[-1]]
        return self._fleet.run(words, self._folder / "verify.log")


def _wait(holds: Callable[[], bool], most_s: float) -> None:
    """Until it holds, or the patience ends: the judgement names what is missing."""
    end_s = time.monotonic() + most_s
    while not holds() and time.monotonic() < end_s:
        time.sleep(0.1)


if os.name == "nt":
    raise ImportError("processes are killed and limited as on Linux")
