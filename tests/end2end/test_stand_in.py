"""The programs themselves: the branch server is killed or cut off while four tellers work."""

import time
from pathlib import Path

import httpx
import pytest

from tests.support.hall import Asked, Working, hall, in_charge, tickets_in_log, verdict
from tests.support.two_processes import pair
from tests.support.two_servers import eventually

pytestmark = [pytest.mark.end2end, pytest.mark.slow, pytest.mark.timeout(240)]


def test_branch_server_is_killed_and_comes_back(tmp_path: Path) -> None:
    with pair(tmp_path) as both:
        numbers = [both.issue() for _ in range(24)]
        programs = hall(both)
        leaving = both.counter("5", "t5").headers
        for program in programs:
            program.next()
        before = Asked(both.branch, "before", programs[0].headers)
        both.branch.kill()
        first = programs[0].next(within_s=60)
        assert first is not None
        assert (first.server, first.number) == ("stand_in", numbers[4])
        for program in (*programs[1:], *programs):
            program.next()
        assert before.is_repeated(both.stand_in)
        during = Asked(both.stand_in, "during", programs[0].headers)
        away = httpx.delete(
            f"{both.stand_in.url}/sessions/current", headers=leaving, timeout=5, trust_env=False
        )
        assert away.status_code == 204
        both.branch.start()
        eventually(lambda: in_charge(both), 60)
        eventually(lambda: all(program.at == 0 for program in programs), 60)
        assert before.is_repeated(both.branch)
        assert during.is_repeated(both.branch)
        here = httpx.post(
            f"{both.branch.url}/counters/5/open", headers=leaving, timeout=5, trust_env=False
        )
        assert here.status_code == 401
        for program in programs:
            program.next()
        order = sorted((c for p in programs for c in p.calls), key=lambda call: call.at_s)
        assert [call.number for call in order] == numbers[: len(order)]
        assert [c.server for c in order] == ["branch"] * 4 + ["stand_in"] * 8 + ["branch"] * 4
        both.branch.kill()
        assert verdict(tmp_path, programs) == []
        issued = tickets_in_log(tmp_path)
        assert [issued.count(each.ticket) for each in (before, during)] == [1, 1]
        assert len(issued) == len(numbers) + 2


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
