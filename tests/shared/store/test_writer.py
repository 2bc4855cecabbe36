"""The one writer: groups, refusals, failed commits, repeated keys, restarts."""

import json
import sqlite3
import threading
from concurrent.futures import Future
from copy import deepcopy
from typing import Any

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import OperationalError

from shared.config.load import load_profile
from shared.config.policy_tables import OverflowTable
from shared.domain.branch import Branch
from shared.domain.errors import (
    KeyReused,
    ServerStopping,
    ServiceUnknown,
    StoreUnavailable,
)
from shared.protocol.command import PlanPause
from shared.protocol.event import to_datetime
from shared.protocol.visit import DeferTicket
from shared.services import attendance, calling, visiting
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.store import writer
from shared.store.job import Command, Done
from shared.store.log import read_page
from shared.store.verify import verify_branch
from tests.support.lobby import (
    ANNA,
    BRANCH,
    MINUTE_US,
    Address,
    RunningWriter,
    issue,
    running_writer,
)
from tests.support.server import local_us


def state_of(branch: Branch) -> dict[str, Any]:
    """A copy of everything a branch knows, comparable."""
    given = {"rules", "library"}
    return {n: deepcopy(getattr(branch, n)) for n in Branch.__slots__ if n not in given}


def live_a_little(running: RunningWriter) -> None:
    """A counter opens, three come, two are called, one is closed."""
    running.run(lambda lobby, now: attendance.open_counter(lobby, now, "1", ANNA))
    for segment in (None, "priority", "key"):
        running.run(issue("cash", segment))
        running.clock.advance(MINUTE_US)
    for _ in range(2):
        running.run(lambda lobby, now: calling.call_next(lobby, now, "1", ANNA))
        running.clock.advance(MINUTE_US)


def hold(running: RunningWriter) -> "tuple[threading.Event, Future[Done]]":
    """Keep the writer busy until the event is set, so that what follows becomes one group."""
    gate = threading.Event()

    def wait(lobby: Lobby, now_us: int) -> Decision:
        assert gate.wait(10)
        return issue()(lobby, now_us)

    return gate, running.writer.submit(Command(BRANCH, wait))


def test_restart_rebuilds_exactly_the_same_branch(address: Address) -> None:
    with running_writer(address) as running:
        live_a_little(running)
        before = running.lobby()
    with running_writer(address, running.clock) as again:
        after = again.lobby()
        assert state_of(after.branch) == state_of(before.branch)
        assert after.reasons == before.reasons
        assert list(after.recent_calls) == list(before.recent_calls)
        assert after.closed_today == before.closed_today == 1


def test_log_verifies_and_ends_where_the_branch_says(address: Address) -> None:
    with running_writer(address) as running:
        live_a_little(running)
        result = verify_branch(running.database, BRANCH)
        assert result.faults == []
        assert (result.events, result.tickets) == (running.lobby().branch.sequence, 3)


def test_refusal_in_a_group_does_not_harm_the_others(address: Address) -> None:
    with running_writer(address) as running:
        gate, first = hold(running)
        commands = [Command(BRANCH, issue(name)) for name in ("cash", "bogus", "wealth")]
        futures = [running.writer.submit(command) for command in commands]
        gate.set()
        with pytest.raises(ServiceUnknown):
            futures[1].result(10)
        done = [f.result(10).body or "" for f in (first, futures[0], futures[2])]
        assert ['"number":"A001"' in done[0], '"number":"A002"' in done[1]] == [True, True]
        assert '"number":"C001"' in done[2]


def test_bug_in_one_command_does_not_harm_the_others(address: Address) -> None:
    def bug(_lobby: Lobby, _now_us: int) -> Decision:
        raise ZeroDivisionError

    with running_writer(address) as running:
        with pytest.raises(ZeroDivisionError):
            running.run(bug)
        assert running.run(issue()).body is not None


def test_bug_in_an_answer_fails_that_command_only(address: Address) -> None:
    def bug(_after: Lobby) -> None:
        raise OverflowError

    def decide(lobby: Lobby, now_us: int) -> Decision:
        return Decision(issue()(lobby, now_us).events, bug)

    with running_writer(address) as running:
        gate, first = hold(running)
        futures = [
            running.writer.submit(Command(BRANCH, d)) for d in (issue(), decide, issue("wealth"))
        ]
        gate.set()
        with pytest.raises(OverflowError):
            futures[1].result(10)
        done = [f.result(10).body or "" for f in (first, futures[0], futures[2])]
        numbers = ['"number":"A001"', '"number":"A002"', '"number":"C001"']
        assert [n in body for n, body in zip(numbers, done, strict=True)] == [True] * 3
        assert running.lobby().branch.issued == 3
        assert verify_branch(running.database, BRANCH).faults == []


def test_failed_commit_answers_nobody_and_the_state_goes_back_to_the_log(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue())
        before = state_of(running.lobby().branch)

        def fail(_connection: Connection) -> None:
            raise OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))

        event.listen(running.database.writing, "commit", fail)
        gate, first = hold(running)
        second = running.writer.submit(Command(BRANCH, issue()))
        gate.set()
        for future in (first, second):
            with pytest.raises(StoreUnavailable):
                future.result(10)
        event.remove(running.database.writing, "commit", fail)
        assert state_of(running.lobby().branch) == before
        assert '"number":"A002"' in (running.run(issue()).body or "")
        assert verify_branch(running.database, BRANCH).faults == []


def told(done: Done) -> dict[str, object]:
    """An answer without the address of the phone page, which is another one in each repetition."""
    content: dict[str, object] = json.loads(done.body or "{}")
    assert content.pop("phone_url")
    return content


def test_same_key_and_request_get_the_same_answer_also_after_a_restart(address: Address) -> None:
    with running_writer(address) as running:
        first = running.run(issue(), "key-0001", "request")
        again = running.run(issue(), "key-0001", "request")
        assert (told(again), again.is_repeated) == (told(first), True)
    with running_writer(address, running.clock) as restarted:
        assert told(restarted.run(issue(), "key-0001", "request")) == told(first)
        assert restarted.lobby().branch.issued == 1


def test_same_key_in_one_group_is_carried_out_once(address: Address) -> None:
    with running_writer(address) as running:
        gate, first = hold(running)
        twins = [Command(BRANCH, issue(), "key-0001", "request") for _ in range(2)]
        futures = [running.writer.submit(twin) for twin in twins]
        gate.set()
        assert told(futures[0].result(10)) == told(futures[1].result(10))
        assert first.result(10).body != futures[0].result(10).body
        assert running.lobby().branch.issued == 2


def test_same_key_for_another_request_is_refused(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue(), "key-0001", "request")
        with pytest.raises(KeyReused):
            running.run(issue("wealth"), "key-0001", "another")


def test_stamps_never_run_backwards(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue())
        running.clock.advance(-MINUTE_US)
        running.run(issue())
        page = read_page(running.database, BRANCH, 0, 100)
        stamps = [e.recorded_at for e in page.events]
        assert stamps == sorted(stamps)
        assert [e.sequence for e in page.events] == [1, 2, 3, 4]


def test_looking_after_midnight_opens_the_day(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue())
        running.clock.set(local_us("2026-11-21T08:00"))
        assert running.lobby().branch.day == "2026-11-21"
        kinds = [entry.event.kind for entry in running.published]
        assert kinds == ["day.opened", "ticket.issued", "ticket.expired", "day.opened"]


def test_old_keys_are_forgotten_when_a_day_opens(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue(), "key-0001", "request")
        running.clock.set(local_us("2026-11-23T09:30"))
        running.run(issue(), "key-0002", "request")
        with running.database.reading.begin() as connection:
            keys = connection.execute(text("SELECT key FROM answer")).scalars().all()
        assert keys == ["key-0002"]


def test_cancelled_wait_does_not_stop_the_writer(address: Address) -> None:
    with running_writer(address) as running:
        gate, first = hold(running)
        unwanted = running.writer.submit(Command(BRANCH, issue()))
        assert unwanted.cancel()
        gate.set()
        first.result(10)
        assert running.lobby().branch.issued == 1


def test_stopped_writer_refuses(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue())
    with pytest.raises(ServerStopping):
        running.run(issue())


def eventually(running: RunningWriter, kind: str) -> str:
    """The ticket of the first such event, waited for without asking the writer anything."""
    news = running.news
    with news:
        assert news.wait_for(lambda: kind in [e.event.kind for e in running.published], 10)
    return next(e.event.ticket for e in running.published if e.event.kind == kind)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that looks at the clock often."""
    monkeypatch.setattr(writer, "IDLE_S", 0.02)


@pytest.mark.usefixtures("quick")
def test_hold_that_is_over_reaches_a_standby_counter_without_anybody_asking(
    address: Address,
) -> None:
    with running_writer(address) as running:
        running.run(lambda lobby, now: attendance.open_counter(lobby, now, "1", ANNA))
        running.run(issue())
        ticket = running.lobby().branch.waiting[0].id
        later = DeferTicket(minutes=10)
        running.run(lambda lobby, now: visiting.defer(lobby, now, ticket, later, ANNA))
        running.run(lambda lobby, now: calling.call_next(lobby, now, "1", ANNA))
        running.clock.advance(10 * MINUTE_US)
        assert eventually(running, "ticket.called") == ticket
        kinds = [entry.event.kind for entry in running.published][-3:]
        assert kinds == ["counter.standby", "ticket.resumed", "ticket.called"]
        assert verify_branch(running.database, BRANCH).sentences == []


@pytest.mark.usefixtures("quick")
def test_planned_pause_begins_by_itself(address: Address) -> None:
    with running_writer(address) as running:
        running.run(lambda lobby, now: attendance.open_counter(lobby, now, "1", ANNA))
        at = to_datetime(running.clock.now_us() + MINUTE_US)
        plan = PlanPause(reason="lunch", at=at)
        running.run(lambda lobby, now: attendance.plan_pause(lobby, now, "1", plan, ANNA))
        running.clock.advance(MINUTE_US)
        eventually(running, "counter.paused")


@pytest.mark.usefixtures("quick")
def test_overflow_reaches_a_standby_counter_when_its_time_has_come(address: Address) -> None:
    """Counter 4 takes cash from those who have waited for ten minutes."""
    profile = load_profile("neighbourhood")
    overflow = OverflowTable(services=("cash",), after_min=10)
    counters = tuple(
        c.model_copy(update={"overflow": overflow}) if c.id == "4" else c for c in profile.counters
    )
    given = profile.model_copy(update={"counters": counters})
    with running_writer(address, profile=given) as running:
        running.run(lambda lobby, now: attendance.open_counter(lobby, now, "4", ANNA))
        running.run(lambda lobby, now: calling.call_next(lobby, now, "4", ANNA))
        running.run(issue("cash"))
        running.clock.advance(9 * MINUTE_US)
        assert [t.state for t in running.lobby().branch.tickets.values()] == ["waiting"]
        running.clock.advance(2 * MINUTE_US)
        eventually(running, "ticket.called")
        assert verify_branch(running.database, BRANCH).sentences == []


@pytest.mark.usefixtures("quick")
def test_midnight_opens_the_day_and_failures_of_the_store_do_not_end_it(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue())

        def fail(_connection: Connection) -> None:
            failed.set()
            raise OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))

        failed = threading.Event()
        event.listen(running.database.writing, "commit", fail)
        running.clock.set(local_us("2026-11-21T00:00"))
        assert failed.wait(10)
        event.remove(running.database.writing, "commit", fail)
        eventually(running, "ticket.expired")


def test_while_nothing_is_due_nothing_is_written(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue())
        lobby = running.lobby()
        assert not attendance.is_anything_due(lobby, running.clock.now_us() + MINUTE_US)
