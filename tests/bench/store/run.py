"""Every part of ``bench --only store``, one after the other; each gives its tables' rows."""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.bench.store.asker import Asker, Shot
from tests.bench.store.bare_process import BareProcess
from tests.bench.store.crowded import crowd
from tests.bench.store.place import Address, Place, serving
from tests.bench.store.rounds import Found, Rounds
from tests.bench.store.slow_disk import SLOWER_MS, slow_disk
from tests.support.postgres import PostgresServer, postgres_server

CLIENTS = (1, 8, 32)
EIGHT = tuple(f"branch-{n}" for n in range(1, 9))
SQLITE, POSTGRES = "SQLite", "PostgreSQL"
EMPTY = "empty answer"
EIGHT_BRANCHES = f"{POSTGRES}, 8 branches"
SLOW = tuple(f"{SQLITE} +{SLOWER_MS} ms, {how}" for how in ("grouped", "one by one"))
CROWDED = (f"{SQLITE}, 8 branches, empty", f"{SQLITE}, 8 of very many, full")


@dataclass(frozen=True, slots=True)
class Budget:
    """Seconds of a turn, rounds, seconds at one request a second, size of the crowd.

    After ``most_s`` of the whole there is one round of each only: a busy machine takes longer.
    """

    seconds: float = 0.7
    rounds: int = 3
    paced_s: int = 60
    most_s: float = 300
    branches: int = 1000
    tickets: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Pace:
    """One request a second: the times of its answers."""

    database: str
    what: str
    times: int
    p50_ms: float
    p99_ms: float


@dataclass(frozen=True, slots=True)
class Load:
    """As fast as answers come, in one place."""

    place: str
    found: Found
    doubled: int


class Bench:
    """Folders, databases and the asking process of a run."""

    def __init__(self, folder: Path, budget: Budget, asker: Asker, server: PostgresServer) -> None:
        self._folder, self.budget, self._asker, self._server = folder, budget, asker, server
        self._numbers = count(1)
        self._began_s = time.monotonic()

    def address(self, database: str) -> Address:
        """A fresh database."""
        if database == POSTGRES:
            return self._server.with_tables()
        return self.folder() / "b.db"

    def folder(self) -> Path:
        """A fresh folder."""
        made = self._folder / str(next(self._numbers))
        made.mkdir()
        return made

    def paced(self) -> list[Pace]:
        """One ticket and one call a second on both databases, each in its own part of a second.

        In one and the same moment they would wait for each other's processor.
        """
        times = self.budget.paced_s
        with ExitStack() as stack:
            waits: list[tuple[str, str, Asker, str, list[Shot]]] = []
            for database in (SQLITE, POSTGRES):
                place = stack.enter_context(serving(self.address(database), self.folder()))
                Rounds(self._asker, place).fill(50)
                for what, shots in (
                    ("ticket", place.tickets(1)),
                    ("call (next)", place.counters(1, "next")),
                    (EMPTY, place.empty(1)),  # what the machine and the way there take
                ):
                    asker = stack.enter_context(Asker())
                    waits.append((database, what, asker, place.server, shots))
            for _, _, asker, server, shots in waits:
                asker.send(server, shots, times, times + 30.0, 1.0, "")
                time.sleep(1 / len(waits))
            answers = [(database, what, asker.receive()) for database, what, asker, *_ in waits]
        return [
            Pace(database, what, len(each.took_ns), each.ms(0.5), each.ms(0.99))
            for database, what, each in answers
        ]

    def plain(self) -> Iterator[Load]:
        """Each number of clients on each database, with both yardsticks."""
        for database in (SQLITE, POSTGRES):
            with (
                serving(self.address(database), self.folder()) as place,
                BareProcess(self.address(database)) as bare,
            ):
                yield from self._loads(database, place, CLIENTS, bare)

    def eight_branches(self) -> Iterator[Load]:
        """Eight branches on PostgreSQL; the bare transaction with eight connections."""
        with (
            serving(self.address(POSTGRES), self.folder(), EIGHT) as place,
            BareProcess(self.address(POSTGRES), EIGHT) as bare,
        ):
            yield from self._loads(EIGHT_BRANCHES, place, (8, 32), bare)

    def slow(self) -> Iterator[Load]:
        """SQLite on a slow disk, grouped and not; nothing where there is no compiler."""
        library = slow_disk(self._folder)
        if library is None:
            return
        with ExitStack() as stack:
            places = [
                stack.enter_context(
                    serving(
                        self.address(SQLITE), self.folder(), is_grouped=is_grouped, preload=library
                    )
                )
                for is_grouped in (True, False)
            ]
            yield from self._in_turns(SLOW, places)

    def crowded(self) -> Iterator[Load]:
        """Eight branches in use: alone in an empty file, and among very many in a full one."""
        many = tuple(f"other-{n}" for n in range(1, self.budget.branches - len(EIGHT) + 1))
        full = self.folder() / "b.db"
        crowd(full, (*EIGHT, *many), self.budget.tickets)
        with ExitStack() as stack:
            places = [
                stack.enter_context(serving(address, self.folder(), EIGHT, more_branches=others))
                for address, others in ((self.folder() / "b.db", ()), (full, many))
            ]
            yield from self._in_turns(CROWDED, places)

    def _in_turns(self, names: Sequence[str], places: Sequence[Place]) -> Iterator[Load]:
        """Two places that are compared: a round of the one, a round of the other."""
        rounds = [Rounds(self._asker, place) for place in places]
        found = {(name, clients): Found(clients) for name in names for clients in (1, 32)}
        for clients in (1, 32):
            for _ in range(self._rounds()):
                for name, each in zip(names, rounds, strict=True):
                    each.run(clients, self.budget.seconds, 1, found[name, clients])
        doubled = {name: each.doubled() for name, each in zip(names, rounds, strict=True)}
        for (name, _), each_found in found.items():
            yield Load(name, each_found, doubled[name])

    def _rounds(self) -> int:
        is_late = time.monotonic() - self._began_s > self.budget.most_s
        return 1 if is_late else self.budget.rounds

    def _loads(
        self, name: str, place: Place, clients: tuple[int, ...], bare: BareProcess | None = None
    ) -> Iterator[Load]:
        rounds = Rounds(self._asker, place, bare)
        found = [rounds.run(n, self.budget.seconds, self._rounds()) for n in clients]
        doubled = rounds.doubled()
        for each in found:
            yield Load(name, each, doubled)


def open_bench(stack: ExitStack, folder: Path, budget: Budget) -> Bench:
    """A bench whose processes end with the stack."""
    server = stack.enter_context(postgres_server(is_durable=True))
    return Bench(folder, budget, stack.enter_context(Asker()), server)
