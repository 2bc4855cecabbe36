"""Kept answers belong to a place in the log, and go with it from one server to the other."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from shared.domain.errors import CounterNotOpen
from shared.domain.event import TICKET_CALLED, TICKET_REQUEUED
from shared.protocol.stand_in import CopiedAnswer
from shared.services import attendance, calling
from shared.services.decision import Decide, Decision
from shared.services.lobby import Entry, Lobby
from shared.store.answers import all_answers, forget_before, write_answers
from shared.store.engine import Database
from shared.store.lines import position
from shared.store.unit_of_work import unit_of_work
from tests.support.lobby import ANNA, BRANCH, RunningWriter, issue, running_writer


def open_counter() -> Decide:
    return lambda lobby, now_us: attendance.open_counter(lobby, now_us, "1", ANNA)


def call_next(counter: str = "1") -> Decide:
    return lambda lobby, now_us: calling.call_next(lobby, now_us, counter, ANNA)


def told_call(lobby: Lobby, now_us: int) -> Decision:
    """A call that a counter's journal tells of."""
    found = calling.call_next(lobby, now_us, "1", ANNA)
    marked = [e._replace(data={**e.data, "via": "counter"}) for e in found.events]
    return replace(found, events=marked)


def places(database: Database) -> dict[str, int]:
    return {answer.key: answer.place for answer in all_answers(database, BRANCH)}


def requeued(running: RunningWriter) -> list[Entry]:
    """As the journal of a stand-in tells that the only call was heard by nobody."""
    (called,) = [e for e in running.published if e.event.kind == TICKET_CALLED]
    return [called._replace(event=called.event._replace(kind=TICKET_REQUEUED))]


def told(key: str, body: str, place: int = 1) -> CopiedAnswer:
    return CopiedAnswer(key=key, digest="d", body=body, made_us=1, place=place)


def test_answer_knows_its_last_event_and_a_refusal_where_the_log_stood(tmp_path: Path) -> None:
    with running_writer(tmp_path / "b.db") as running:
        with pytest.raises(CounterNotOpen):
            running.run(call_next(), "refused-0", "d")
        refused = position(running.database, BRANCH).last
        running.run(issue(), "issued-01", "d")
        issued = position(running.database, BRANCH).last
        running.run(open_counter())
        running.run(call_next(), "called-01", "d")
        called = position(running.database, BRANCH).last
        found = places(running.database)
    assert found == {"refused-0": refused, "issued-01": issued, "called-01": called}
    assert 0 < refused < issued < called


def test_call_that_is_taken_back_is_not_said_again_and_the_ticket_is(tmp_path: Path) -> None:
    with running_writer(tmp_path / "b.db") as running:
        running.run(open_counter(), "opened-01", "d")
        fork = position(running.database, BRANCH).last
        running.run(issue(), "issued-01", "d")
        running.run(call_next(), "called-01", "d")
        with unit_of_work(running.database) as work:
            work.take_answers(BRANCH, fork, requeued(running), ())
        assert set(places(running.database)) == {"opened-01", "issued-01"}


def test_new_ticket_called_at_once_is_said_again(tmp_path: Path) -> None:
    """It waits now, and whoever asks again under the key gets no second one."""
    with running_writer(tmp_path / "b.db") as running:
        running.run(open_counter(), "opened-01", "d")
        running.run(call_next(), "standby-1", "d")
        fork = position(running.database, BRANCH).last
        running.run(issue(), "issued-01", "d")
        with unit_of_work(running.database) as work:
            work.take_answers(BRANCH, fork, requeued(running), ())
        assert "issued-01" in places(running.database)


def test_call_by_the_clock_takes_no_answer_with_it(tmp_path: Path) -> None:
    """Nobody's command made it: what was answered and refused right after it holds."""
    with running_writer(tmp_path / "b.db") as running:
        running.run(open_counter())
        running.run(issue(), "issued-01", "d")
        fork = position(running.database, BRANCH).last
        running.run(call_next())  # without a key, as is what the clock does
        running.run(issue(), "kiosk-001", "d")
        with pytest.raises(CounterNotOpen):
            running.run(call_next("2"), "refused-1", "d")
        with unit_of_work(running.database) as work:
            work.take_answers(BRANCH, fork, requeued(running), ())
        assert set(places(running.database)) == {"issued-01", "kiosk-001", "refused-1"}


def test_refusal_right_after_a_call_that_is_taken_back_holds(tmp_path: Path) -> None:
    with running_writer(tmp_path / "b.db") as running:
        running.run(open_counter(), "opened-01", "d")
        running.run(issue(), "issued-01", "d")
        fork = position(running.database, BRANCH).last
        running.run(call_next(), "called-01", "d")
        with pytest.raises(CounterNotOpen):
            running.run(call_next("2"), "refused-1", "d")
        with unit_of_work(running.database) as work:
            work.take_answers(BRANCH, fork, requeued(running), ())
        assert set(places(running.database)) == {"opened-01", "issued-01", "refused-1"}


def test_call_that_another_server_told_of_takes_no_answer_with_it(tmp_path: Path) -> None:
    with running_writer(tmp_path / "b.db") as running:
        running.run(open_counter(), "opened-01", "d")
        running.run(issue(), "issued-01", "d")
        fork = position(running.database, BRANCH).last
        running.run(told_call, "told-0001", "d")
        with unit_of_work(running.database) as work:
            work.take_answers(BRANCH, fork, requeued(running), ())
        assert "told-0001" in places(running.database)


def test_what_was_given_there_holds(tmp_path: Path) -> None:
    with running_writer(tmp_path / "b.db") as running:
        running.run(issue(), "issued-01", "d")
        with unit_of_work(running.database) as work:
            work.take_answers(BRANCH, 1, (), [told("issued-01", '{"id":"there"}')])
        assert running.run(issue(), "issued-01", "d").body == '{"id":"there"}'


def test_old_ones_are_forgotten(tmp_path: Path) -> None:
    with (
        running_writer(tmp_path / "b.db") as running,
        closing(Database(tmp_path / "b.db")) as database,
    ):
        running.run(issue(), "issued-01", "d")
        with database.writing.begin() as connection:
            write_answers(connection, BRANCH, [told("old-00001", "{}")])
            forget_before(connection, 2)
        assert set(places(database)) == {"issued-01"}
