"""A commit that failed in the middle: nobody says that nothing was changed, or does it twice."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import SQLITE_FULL, SQLITE_IOERR_FSYNC, SQLITE_IOERR_WRITE
from sqlite3 import OperationalError as SqliteError

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError, OperationalError

from shared.config.database_address import PostgresAddress
from shared.domain.errors import CommitInDoubt, StoreUnavailable
from shared.protocol.shipping import Lines
from shared.protocol.stand_in import CopyStart
from shared.store.branch import Days, claim_branch
from shared.store.copy_begin import begin_copy
from shared.store.credentials import read_credentials, take_sessions, write_credentials
from shared.store.engine import Database
from shared.store.job import Command
from shared.store.migrate import migrate
from shared.store.receive import Receiver
from shared.store.standing import Standing, remember
from tests.support.lobby import BRANCH, Address, RunningWriter, issue, running_writer
from tests.support.postgres import PostgresServer


def lost() -> DBAPIError:
    """As SQLAlchemy tells of a connection that was cut."""
    return OperationalError(
        "COMMIT", {}, Exception("the cable is cut"), connection_invalidated=True
    )


def of_sqlite(code: int) -> DBAPIError:
    """As SQLAlchemy tells of SQLite's own failures."""
    told = SqliteError("disk trouble")
    told.sqlite_errorcode = code
    return OperationalError("COMMIT", {}, told)


@contextmanager
def failing(database: Database, error: DBAPIError) -> Iterator[None]:
    """The next commit is reached and fails so."""

    def fail(_connection: Connection) -> None:
        raise error

    event.listen(database.writing, "commit", fail)
    try:
        yield
    finally:
        event.remove(database.writing, "commit", fail)


def numbers(running: RunningWriter) -> list[str]:
    return [ticket.number for ticket in running.lobby().branch.waiting]


def test_disk_that_never_confirmed_leaves_a_doubt(tmp_path: Path) -> None:
    with (
        running_writer(tmp_path / "b.db") as running,
        failing(running.database, of_sqlite(SQLITE_IOERR_FSYNC)),
        pytest.raises(CommitInDoubt, match="Idempotency-Key"),
    ):
        running.run(issue(), "key-0001", "request")


@pytest.mark.parametrize("code", [SQLITE_FULL, SQLITE_IOERR_WRITE])
def test_full_disk_leaves_none(tmp_path: Path, code: int) -> None:
    with running_writer(tmp_path / "b.db") as running:
        with (
            failing(running.database, of_sqlite(code)),
            pytest.raises(StoreUnavailable, match="Nothing was changed"),
        ):
            running.run(issue())
        assert numbers(running) == []


def test_group_in_doubt_is_not_decided_again(address: Address) -> None:
    """Everybody in it hears of the doubt; with its key each is carried out once in the end."""
    error = lost() if isinstance(address, PostgresAddress) else of_sqlite(SQLITE_IOERR_FSYNC)
    with running_writer(address) as running:
        running.lobby()
        with failing(running.database, error):
            futures = [
                running.writer.submit(Command(BRANCH, issue(), f"key-000{n}", "request"))
                for n in range(3)
            ]
            for future in futures:
                with pytest.raises(CommitInDoubt):
                    future.result(10)
        for n in range(3):
            running.run(issue(), f"key-000{n}", "request")
        assert numbers(running) == ["A001", "A002", "A003"]


def test_commit_that_counts_although_nobody_was_told_is_found_by_its_key(
    postgres: PostgresServer,
) -> None:
    """The answer to COMMIT gets lost, the commit does not."""
    with running_writer(postgres.with_tables()) as running:
        running.lobby()

        def commit_and_cut(connection: Connection) -> None:
            connection.connection.commit()
            raise lost()

        event.listen(running.database.writing, "commit", commit_and_cut)
        with pytest.raises(CommitInDoubt):
            running.run(issue(), "key-0001", "request")
        event.remove(running.database.writing, "commit", commit_and_cut)
        assert running.run(issue(), "key-0001", "request").is_repeated
        assert numbers(running) == ["A001"]


def sent(database: Database) -> None:
    Receiver(database).receive(BRANCH, Lines(log="log", lines=()))


def signed_out(database: Database) -> None:
    take_sessions(database, (), ())


def told_credentials(database: Database) -> None:
    write_credentials(database, read_credentials(database, BRANCH, 0), datetime.now(UTC))


def begun(database: Database) -> None:
    start = CopyStart(beat="", log="log", day="", last=0)
    begin_copy(database, BRANCH, start, 0)


def sworn(database: Database) -> None:
    remember(database, BRANCH, Standing())


@pytest.mark.parametrize("write", [sent, signed_out, told_credentials, begun, sworn])
def test_two_servers_do_not_say_that_nothing_was_changed(
    tmp_path: Path, write: Callable[[Database], None]
) -> None:
    with closing(Database(tmp_path / "b.db")) as database:
        migrate(database)
        claim_branch(database, BRANCH, Days.PRACTICE)
        with failing(database, of_sqlite(SQLITE_IOERR_FSYNC)), pytest.raises(CommitInDoubt):
            write(database)
        with failing(database, of_sqlite(SQLITE_FULL)), pytest.raises(StoreUnavailable):
            write(database)
        write(database)
