"""The branch server goes away: the stand-in leads the hall, and hands it back."""

import time
from contextlib import ExitStack
from pathlib import Path

import httpx
from sqlalchemy import delete

from shared.domain.errors import StoreUnavailable
from shared.server.duty.branch import BranchDuty
from shared.store.engine import Database
from shared.store.lines import position
from shared.store.secret import digest
from shared.store.tables import METADATA
from shared.store.verify import verify_branch
from tests.support.counter_program import stop
from tests.support.server import PIN, morning
from tests.support.two_servers import TWO_AT_ONCE, TwoServers, eventually, house_of, served

pytestmark = TWO_AT_ONCE


def sign_in(client: httpx.Client, staff: str) -> str:
    """The token of a new session."""
    answer = client.post("sessions", json={"staff": staff, "pin": PIN})
    return str(answer.raise_for_status().json()["token"])


def test_calls_go_on_in_turn_and_come_back_once(tmp_path: Path) -> None:
    clock = morning()
    with ExitStack() as stack:
        copy = stack.enter_context(served(house_of(tmp_path, clock, is_stand_in=True)))
        away = ExitStack()
        branch = away.enter_context(served(house_of(tmp_path, clock, stand_in=copy.base_url)))
        both = TwoServers(branch, copy)
        both.in_contact()
        kiosk = branch.client("kiosk")
        numbers = [
            kiosk.post("tickets", json={"service": "cash"}).raise_for_status().json()["number"]
            for _ in range(8)
        ]
        programs = [both.counter(str(n), f"t{n}").start() for n in (1, 2, 3)]
        stack.callback(stop, programs)
        for program in programs:
            program.open()
        first = [program.next() for program in programs]
        eventually(lambda: all(copy.house.staff.find_session(t) for t in branch.sessions.values()))
        eventually(
            lambda: (
                position(copy.house.database, copy.branch)
                == position(branch.house.database, branch.branch)
            )
        )
        away.close()
        then = [program.next() for program in programs]
        assert {call.server for call in then if call} == {"stand_in"}
        called = [call.number for call in (*first, *then) if call]
        assert called == numbers[:6]
        given = copy.client("kiosk").post("tickets", json={"service": "cash"}).json()["number"]
        assert given == "A601"
        ended = branch.sessions["teller t3"]
        with Database(tmp_path / "branch.db").writing.begin() as connection:  # as a new PIN does
            connection.execute(
                delete(METADATA.tables["session"]).where(
                    METADATA.tables["session"].c.token_hash == digest(ended)
                )
            )
        clock.advance(1_000_000)
        token = sign_in(copy.client("teller"), "t3")
        port = int(branch.base_url.rsplit(":", 1)[1])
        again = stack.enter_context(
            served(house_of(tmp_path, clock, stand_in=copy.base_url), port=port)
        )
        eventually(lambda: again.client("board").get("charge").json()["is_held"])
        eventually(lambda: all(program.at == 0 for program in programs))
        assert again.house.staff.find_session(ended) is None
        assert again.house.staff.find_session(token) is not None
        last = programs[0].next()
        assert last is not None
        assert (last.server, last.number) == ("branch", numbers[6])
        eventually(
            lambda: (
                position(copy.house.database, copy.branch)
                == position(again.house.database, again.branch)
            )
        )
        later = again.client("kiosk").post("tickets", json={"service": "cash"}).json()["number"]
        assert later == "A009"
        tickets = [call.ticket for program in programs for call in program.calls]
        assert len(tickets) == len(set(tickets)) == 7
        found = verify_branch(again.house.database, again.branch)
        assert found.faults == []


def test_without_its_stand_in_the_branch_goes_on_and_every_screen_hears(tmp_path: Path) -> None:
    clock = morning()
    with ExitStack() as stack:
        away = ExitStack()
        copy = away.enter_context(served(house_of(tmp_path, clock, is_stand_in=True)))
        house = house_of(tmp_path, clock, stand_in=copy.base_url)
        both = TwoServers(stack.enter_context(served(house)), copy)
        both.in_contact()
        kiosk = both.branch.client("kiosk")
        programs = [both.counter(str(n), f"t{n}").start() for n in (1, 2)]
        stack.callback(stop, programs)
        for program in programs:
            program.open()
        away.close()
        eventually(lambda: not kiosk.get("charge").json()["is_other_in_contact"])
        for _ in range(4):
            before_s = time.monotonic()
            issued = kiosk.post("tickets", json={"service": "cash"})
            assert issued.status_code == 201
            assert time.monotonic() - before_s < 1.0
        assert [program.next(within_s=1.0) for program in programs].count(None) == 0
        end = position(house.database, both.branch.branch).last
        eventually(lambda: [program.told for program in programs] == [end, end], within_s=1.0)


def test_without_its_stand_in_the_day_ends_and_the_next_morning_begins(tmp_path: Path) -> None:
    clock = morning()
    with ExitStack() as stack:
        away, evening = ExitStack(), ExitStack()
        copy = away.enter_context(served(house_of(tmp_path, clock, is_stand_in=True)))
        house = house_of(tmp_path, clock, stand_in=copy.base_url)
        both = TwoServers(evening.enter_context(served(house)), copy)
        both.in_contact()
        board = both.branch.client("board")
        programs = [both.counter(str(n), f"t{n}").start() for n in (1, 2)]
        stack.callback(stop, programs)
        for program in programs:
            program.open()
        away.close()
        eventually(lambda: not board.get("charge").json()["is_other_in_contact"])
        for program in programs[::-1]:
            program.leave()
        eventually(lambda: bool(board.get("charge").json()["is_held"]))
        evening.close()
        port = int(both.branch.base_url.rsplit(":", 1)[1])
        stack.enter_context(served(house_of(tmp_path, clock, stand_in=copy.base_url), port=port))
        programs[0].insist("counters/1/open", within_s=10.0).raise_for_status()


def test_a_branch_server_whose_disk_is_full_lets_the_stand_in_lead(tmp_path: Path) -> None:
    clock = morning()
    with ExitStack() as stack:
        copy = stack.enter_context(served(house_of(tmp_path, clock, is_stand_in=True)))
        house = house_of(tmp_path, clock, stand_in=copy.base_url)
        both = TwoServers(stack.enter_context(served(house)), copy)
        both.in_contact()
        program = both.counter("1", "t1").start()
        stack.callback(stop, [program])
        program.open()
        eventually(
            lambda: (
                position(copy.house.database, copy.branch)
                == position(house.database, both.branch.branch)
            )
        )
        assert isinstance(house.duty, BranchDuty)
        house.duty.health._write = _full
        eventually(lambda: bool(copy.client("board").get("charge").json().get("is_held")))
        assert program.at == 1


def _full() -> None:
    raise StoreUnavailable("disk full")
