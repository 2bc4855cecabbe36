"""A hall on two real programs: tellers at work, and what the log says of it afterwards."""

import threading
from pathlib import Path

import httpx

from shared.store.engine import Database
from shared.store.verify import verify_branch
from tests.support.counter_program import CounterProgram
from tests.support.two_processes import BRANCH, Pair, Program


class Working(threading.Thread):
    """Somebody at a counter who calls one after the other, slowly."""

    def __init__(self, program: CounterProgram) -> None:
        super().__init__(daemon=True)
        self.program = program
        self.errors: list[str] = []
        self._is_over = threading.Event()
        self.start()

    def run(self) -> None:
        while not self._is_over.wait(0.15):
            try:
                self.program.next(within_s=60)
            except (httpx.HTTPError, RuntimeError, OSError, ValueError) as error:
                self.errors.append(repr(error))

    def finish(self) -> None:
        self._is_over.set()
        self.join(70)


def hall(both: Pair, count: int = 4) -> list[CounterProgram]:
    made = [both.counter(str(n), f"t{n}") for n in range(1, count + 1)]
    for program in made:
        program.open()
    return made


def verdict(folder: Path, programs: list[CounterProgram]) -> list[str]:
    """What is wrong with the log, and which calls were told twice or are not in it."""
    database = Database(folder / "branch.db")
    found = verify_branch(database, BRANCH)
    with database.reading.begin() as connection:
        sql = "SELECT ticket, counter, sequence FROM event WHERE kind='ticket.called'"
        called = [tuple(row) for row in connection.exec_driver_sql(sql)]
        kept = connection.exec_driver_sql(
            "SELECT data FROM event WHERE kind='journal.kept'"
        ).fetchall()
    database.close()
    told = [(call.ticket, call.counter) for program in programs for call in program.calls]
    wrong = [str(fault) for fault in found.faults]
    wrong += [f"told twice: {t}" for t in {t for t, _ in told} if [x for x, _ in told].count(t) > 1]
    in_log = {(ticket, counter) for ticket, counter, _ in called}
    wrong += [f"not in the log: {call}" for call in told if call not in in_log]
    wrong += [f"contradicts: {row[0]}" for row in kept]
    return wrong


class Asked:
    """A ticket and a refusal, each under a key of its own: what was said the first time."""

    def __init__(self, server: Program, name: str, teller: dict[str, str]) -> None:
        self._name, self._teller = name, teller
        self._first = self._ask(server)

    def _ask(self, server: Program) -> list[tuple[int, str]]:
        given = server.tell("tickets", {"service": "account"}, f"{self._name}-given")
        other = {"service": "account", "segment": "nobody"}
        refused = server.tell("counters/9/open", {}, f"{self._name}-refused", **self._teller)
        unknown = server.tell("tickets", other, f"{self._name}-unknown")
        return [
            (given.status_code, given.json()["id"]),
            (refused.status_code, refused.json()["code"]),
            (unknown.status_code, unknown.json()["code"]),
        ]

    @property
    def ticket(self) -> str:
        return self._first[0][1]

    def is_repeated(self, server: Program) -> bool:
        return self._ask(server) == self._first


def tickets_in_log(folder: Path) -> list[str]:
    """Every ticket that was issued, in the order of the log."""
    database = Database(folder / "branch.db")
    with database.reading.begin() as connection:
        sql = "SELECT ticket FROM event WHERE kind='ticket.issued' ORDER BY sequence"
        found = [str(row[0]) for row in connection.exec_driver_sql(sql)]
    database.close()
    return found


def in_charge(both: Pair) -> bool:
    return bool(both.branch.ask("charge").json()["is_held"])
