"""The programs themselves: the branch server is killed or cut off while four tellers work."""

import threading
import time
from pathlib import Path

import httpx
import pytest

from shared.store.engine import Database
from shared.store.verify import verify_branch
from tests.support.counter_program import CounterProgram
from tests.support.two_processes import BRANCH, Pair, pair
from tests.support.two_servers import eventually

pytestmark = [pytest.mark.end2end, pytest.mark.slow, pytest.mark.timeout(240)]


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


def in_charge(both: Pair) -> bool:
    return bool(both.branch.ask("charge").json()["is_held"])


def test_branch_server_is_killed_and_comes_back(tmp_path: Path) -> None:
    with pair(tmp_path) as both:
        numbers = [both.issue() for _ in range(24)]
        programs = hall(both)
        for program in programs:
            program.next()
        both.branch.kill()
        first = programs[0].next(within_s=60)
        assert first is not None
        assert (first.server, first.number) == ("stand_in", numbers[4])
        for program in (*programs[1:], *programs):
            program.next()
        both.branch.start()
        eventually(lambda: in_charge(both), 60)
        eventually(lambda: all(program.at == 0 for program in programs), 60)
        for program in programs:
            program.next()
        order = sorted((c for p in programs for c in p.calls), key=lambda call: call.at_s)
        assert [call.number for call in order] == numbers[: len(order)]
        assert [c.server for c in order] == ["branch"] * 4 + ["stand_in"] * 8 + ["branch"] * 4
        both.branch.kill()
        assert verdict(tmp_path, programs) == []


def test_killed_again_and_again_while_it_is_handed_back(tmp_path: Path) -> None:
    with pair(tmp_path) as both:
        for _ in range(120):
            both.issue()
        programs = hall(both)
        people = [Working(program) for program in programs]
        both.branch.kill()
        eventually(lambda: any(p.at == 1 and p.is_held for p in programs), 60)
        time.sleep(1)
        both.branch.start()
        time.sleep(0.15)
        both.branch.kill()  # perhaps in the middle of absorbing
        both.branch.start()
        time.sleep(0.1)
        both.stand_in.kill()  # perhaps in the middle of handing back
        both.stand_in.start()
        eventually(lambda: in_charge(both), 60)
        eventually(lambda: all(program.at == 0 for program in programs), 60)
        eventually(lambda: both.is_copied(tmp_path), 60)
        for person in people:
            person.finish()
        assert [person.errors for person in people] == [[], [], [], []]
        both.branch.kill()
        assert verdict(tmp_path, programs) == []


def test_parted_hall(tmp_path: Path) -> None:
    """The branch server lives, and only one counter of four reaches it."""
    with pair(tmp_path) as both:
        for _ in range(80):
            both.issue()
        programs = hall(both)
        people = [Working(program) for program in programs]
        time.sleep(1)
        for program in programs[1:]:
            program.cut.add(0)
        programs[0].cut.add(1)
        both.between.pull()
        eventually(lambda: all(p.at == 1 and p.is_held for p in programs[1:]), 60)
        assert not in_charge(both)
        time.sleep(3)
        for program in programs:
            program.cut.clear()
        both.between.plug()
        eventually(lambda: in_charge(both), 60)
        eventually(lambda: all(program.at == 0 for program in programs), 60)
        time.sleep(1)
        for person in people:
            person.finish()
        both.branch.kill()
        assert {call.server for p in programs for call in p.calls} == {"branch", "stand_in"}
        assert verdict(tmp_path, programs) == []
