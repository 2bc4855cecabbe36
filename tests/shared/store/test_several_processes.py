"""Two writers, as in two processes, on one PostgreSQL database."""

import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import OperationalError

from shared.config.database_address import PostgresAddress
from shared.domain.errors import CommitInDoubt, StoreUnavailable
from shared.services import attendance, calling
from shared.services.actor import Actor
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.pseudonym import Purpose
from shared.store import engine, listener
from shared.store.branch import Days, claim_branch
from shared.store.engine import Database
from shared.store.job import Command, Done
from shared.store.keyring import Keyring
from shared.store.log import read_page
from shared.store.migrate import HEAD, migrate, revision
from shared.store.tables import METADATA
from shared.store.verify import verify_branch
from tests.support.lobby import ANNA, BERT, BRANCH, Address, RunningWriter, issue, running_writer
from tests.support.postgres import PostgresServer

#: After profile.published and day.opened.
FIRST = 3


@pytest.fixture
def place(postgres: PostgresServer) -> PostgresAddress:
    return postgres.with_tables()


@contextmanager
def two(place: Address) -> Iterator[tuple[RunningWriter, RunningWriter]]:
    """Two writers on one database with one clock; the day is open, FIRST is the next event."""
    with running_writer(place) as one:
        one.lobby()
        one.published.clear()
        with running_writer(place, one.clock) as other:
            yield one, other


def told(running: RunningWriter, last: int) -> list[int]:
    """What this one has published, once it has come as far as this event."""
    with running.news:
        assert running.news.wait_for(
            lambda: running.published and running.published[-1].sequence >= last, 10
        )
    return [entry.sequence for entry in running.published]


@contextmanager
def at_commit(database: Database, happens: Callable[[], None]) -> Iterator[None]:
    """Something happens when a transaction is about to be committed."""

    def happen(_connection: Connection) -> None:
        happens()

    event.listen(database.writing, "commit", happen)
    yield
    event.remove(database.writing, "commit", happen)


def open_at(counter: str, who: Actor, lobby: Lobby, now_us: int) -> Decision:
    return attendance.open_counter(lobby, now_us, counter, who)


def last_event(running: RunningWriter) -> int:
    return read_page(running.database, BRANCH, 0, 1).last


def test_each_knows_what_the_other_did(place: PostgresAddress) -> None:
    with two(place) as (one, other):
        one.run(lambda lobby, now: attendance.open_counter(lobby, now, "1", ANNA))
        other.run(lambda lobby, now: attendance.open_counter(lobby, now, "2", BERT))
        bodies = [each.run(issue()).body or "" for each in (one, other, one, other)]
        assert [f'"number":"A00{n}"' in body for n, body in enumerate(bodies, 1)] == [True] * 4
        one.run(lambda lobby, now: calling.call_next(lobby, now, "1", ANNA))
        other.run(lambda lobby, now: calling.call_next(lobby, now, "2", BERT))
        assert sorted(call.number for call in other.lobby().recent_calls) == ["A001", "A002"]
        assert verify_branch(one.database, BRANCH).sentences == []


def test_idle_process_publishes_what_the_other_wrote(
    place: PostgresAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the message of the commit alone, long before anybody would look by himself."""
    monkeypatch.setattr(listener, "POLL_S", 3600)
    with two(place) as (one, other):
        for _ in range(3):
            one.run(issue())
        last = last_event(one)
        assert told(one, last) == told(other, last) == list(range(FIRST, last + 1))
        assert [t.number for t in other.lobby().branch.waiting] == ["A001", "A002", "A003"]


def test_message_that_is_lost_is_made_up_for(
    place: PostgresAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "POLL_S", 0.05)
    monkeypatch.setattr(listener, "CHANNEL", "nobody_speaks_here")
    with two(place) as (one, other):
        one.run(issue())
        assert told(other, last_event(one)) == [FIRST]


def test_hundred_commands_through_both(place: PostgresAddress) -> None:
    with two(place) as (one, other), ThreadPoolExecutor(8) as pool:
        given = list(pool.map(lambda n: (one, other)[n % 2].run(issue()).body or "", range(100)))
        assert len({body.split('"number":"')[1][:4] for body in given}) == 100
        last = last_event(one)
        assert told(one, last) == told(other, last) == list(range(FIRST, last + 1))
        result = verify_branch(one.database, BRANCH)
        assert (result.sentences, result.tickets) == ([], 100)


def test_no_ticket_is_called_by_both(place: PostgresAddress) -> None:
    with two(place) as (one, other), ThreadPoolExecutor(2) as pool:
        for running, counter, who in ((one, "1", ANNA), (other, "2", BERT)):
            running.run(partial(open_at, counter, who))
        for _ in range(20):
            one.run(issue())

        def work(running: RunningWriter, counter: str) -> None:
            who = ANNA if counter == "1" else BERT
            for _ in range(10):
                running.run(lambda lobby, now: calling.call_next(lobby, now, counter, who))

        list(pool.map(work, (one, other), ("1", "2")))
        with one.database.reading.begin() as connection:
            called = text("SELECT ticket FROM event WHERE kind = 'ticket.called'")
            tickets = list(connection.execute(called).scalars())
        assert (len(tickets), len(set(tickets))) == (20, 20)
        assert verify_branch(one.database, BRANCH).sentences == []


def ticket_of(done: Done) -> str:
    """Which ticket was answered; the address of its phone page is another one each time."""
    return str(json.loads(done.body or "{}")["id"])


def test_key_repeated_at_the_other_process_gets_the_first_answer(place: PostgresAddress) -> None:
    with two(place) as (one, other):
        first = one.run(issue(), "key-0001", "request")
        again = other.run(issue(), "key-0001", "request")
        assert (ticket_of(again), again.is_repeated) == (ticket_of(first), True)
        assert other.lobby().branch.issued == 1


def test_key_sent_to_both_at_once_is_carried_out_once(place: PostgresAddress) -> None:
    with two(place) as (one, other):
        for n in range(10):
            twins = [Command(BRANCH, issue(), f"key-{n:04}", "request") for _ in range(2)]
            futures = [w.writer.submit(c) for w, c in zip((one, other), twins, strict=True)]
            done = [future.result(10) for future in futures]
            assert ticket_of(done[0]) == ticket_of(done[1])
            assert sorted(d.is_repeated for d in done) == [False, True]
        assert other.lobby().branch.issued == 10


def test_branch_that_somebody_holds_is_refused_in_time(
    place: PostgresAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_S", 0.2)
    with running_writer(place) as running:
        running.run(issue())
        with running.database.writing.begin() as connection:
            connection.execute(text("SELECT * FROM branch FOR UPDATE"))
            with pytest.raises(StoreUnavailable, match="lock timeout"):
                running.run(issue())
        assert '"number":"A002"' in (running.run(issue()).body or "")


def test_cut_connections_are_made_again(
    postgres: PostgresServer, place: PostgresAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "RETRY_S", 0.05)
    with two(place) as (one, other):
        one.run(issue())
        postgres.cut(place.url.partition("?")[0].rpartition("/")[2])
        assert '"number":"A002"' in (one.run(issue()).body or "")
        last = last_event(one)
        assert told(other, last) == list(range(FIRST, last + 1))
        assert verify_branch(one.database, BRANCH).sentences == []


def test_cut_in_the_middle_of_a_command_answers_nobody(
    postgres: PostgresServer, place: PostgresAddress
) -> None:
    name = place.url.partition("?")[0].rpartition("/")[2]
    with two(place) as (one, other):
        one.run(issue())

        with (
            at_commit(one.database, lambda: postgres.cut(name)),
            pytest.raises(CommitInDoubt),
        ):
            one.run(issue(), "key-0001", "request")
        given = other.run(issue(), "key-0001", "request")
        assert ('"number":"A002"' in (given.body or ""), given.is_repeated) == (True, False)
        assert one.run(issue(), "key-0001", "request").is_repeated
        assert verify_branch(one.database, BRANCH).sentences == []


def test_nothing_is_told_twice_or_left_out_around_a_failed_commit(place: PostgresAddress) -> None:
    def fail() -> None:
        raise OperationalError("COMMIT", {}, Exception("the cable is cut"))

    with two(place) as (one, other):
        other.run(issue())
        with at_commit(one.database, fail), pytest.raises(StoreUnavailable):
            one.run(issue())
        other.run(issue())
        one.run(issue())
        last = last_event(one)
        assert told(one, last) == told(other, last) == list(range(FIRST, last + 1))


def test_log_that_was_put_back_is_followed(address: Address) -> None:
    """A standby that had not received the last commit took over, or a backup was restored."""
    event_, ticket, branch = (METADATA.tables[name] for name in ("event", "ticket", "branch"))
    with running_writer(address) as running:
        for _ in range(3):
            running.run(issue())
        with running.database.writing.begin() as connection:
            connection.execute(event_.delete().where(event_.c.sequence > 3))
            connection.execute(ticket.delete().where(ticket.c.ordinal > 1))
            head = connection.execute(event_.select().where(event_.c.sequence == 3)).one()
            connection.execute(branch.update().values(last_sequence=3, last_hash=head.hash))
        assert '"number":"A002"' in (running.run(issue()).body or "")
        assert verify_branch(running.database, BRANCH).sentences == []


def test_two_that_start_at_once_on_an_empty_database(postgres: PostgresServer) -> None:
    place = postgres.empty()
    together = threading.Barrier(2)

    def start(_: int) -> bytes:
        database = Database(place)
        together.wait(10)
        migrate(database)
        claim_branch(database, BRANCH, Days.LIVE)
        key = Keyring(database).key(Purpose.CODE)
        assert revision(database) == HEAD
        database.close()
        return key

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(start, range(2))
    assert one == other
