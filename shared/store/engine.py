"""The database and its two ways in: one that writes, one that only reads."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table, text
from sqlalchemy.dialects.postgresql import insert as insert_postgres
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from shared.config.database_address import PostgresAddress
from shared.domain.errors import CommitInDoubt, StoreUnavailable
from shared.store import postgres, sqlite

#: How long a connection waits for another process's lock. Shorter than a device's patience with a
#: command (4 s), so that a device hears of it instead of giving up on what is done after all.
BUSY_S: Final = 2.5


class Database:
    """A SQLite file of one process, or a PostgreSQL database of several.

    An answered commit survives a power cut. ``writing`` takes the branch's lock before it decides:
    on SQLite the whole file's when a transaction begins, on PostgreSQL the branch's row.
    ``reading`` never locks, cannot write, and sees a steady picture while writers work.
    """

    def __init__(self, address: Path | PostgresAddress) -> None:
        """Nothing is opened yet. ``str(address)`` may be shown: it tells no password."""
        self.address = address
        self._ways = sqlite if isinstance(address, Path) else postgres
        if isinstance(address, Path):
            self.writing = sqlite.writing(address, BUSY_S)
            self.reading = sqlite.reading(address, BUSY_S)
        else:
            self.writing = postgres.writing(address, BUSY_S)
            self.reading = postgres.reading(address, BUSY_S)

    @property
    def path(self) -> Path:
        """The SQLite file; only where ``is_shared`` is not true."""
        assert isinstance(self.address, Path)
        return self.address

    @property
    def is_shared(self) -> bool:
        """Whether other processes may write to it too."""
        return isinstance(self.address, PostgresAddress)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that writes, committed at the end.

        Raises:
            CommitInDoubt: it failed in the middle of the commit.
        """
        is_over = False
        try:
            with self.writing.begin() as connection:
                yield connection
                is_over = True
        except DBAPIError as error:
            if is_over and self._ways.is_in_doubt(error):
                raise CommitInDoubt(reason_of(error)) from error
            raise

    def close(self) -> None:
        """Give all connections back."""
        self.writing.dispose()
        self.reading.dispose()

    def checkpoint(self) -> None:
        """Move SQLite's write-ahead log into the file; a server sees to its own."""
        if not self.is_shared:
            sqlite.checkpoint(self.reading)

    def check(self) -> None:
        """Read something.

        Raises:
            StoreUnavailable: the database cannot be read.
        """
        with store_errors(), self.reading.connect() as connection:
            connection.execute(text("SELECT 1 FROM branch LIMIT 1"))

    def check_writing(self) -> None:
        """Take the lock for writing; nothing is written.

        Raises:
            StoreUnavailable: nothing can be written, or somebody else keeps the file's lock.
        """
        with store_errors(), self.writing.connect() as connection:
            connection.execute(text("SELECT 1 FROM branch LIMIT 1"))
            if self.is_shared and postgres.is_read_only(connection):
                raise StoreUnavailable("the server takes no changes: it is a standby")


def insert_if_missing(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Write a row unless its key is there already: of two processes the first one decides."""
    if connection.dialect.name == "postgresql":
        connection.execute(insert_postgres(table).values(**row).on_conflict_do_nothing())
    else:
        connection.execute(insert_sqlite(table).values(**row).on_conflict_do_nothing())


@contextmanager
def store_errors() -> Iterator[None]:
    """Around whatever uses the database, also as a decorator of functions that are no generators.

    Raises:
        StoreUnavailable: instead of the driver's errors.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise unavailable(error) from error


def unavailable(
    error: Exception, address: Path | PostgresAddress | None = None
) -> StoreUnavailable:
    """The failure as one that people understand; the driver's own words as the reason.

    ``address``: name it too, for somebody who has just typed it or forgot to.
    """
    reason = reason_of(error)
    return StoreUnavailable(f"{address}: {reason}" if address else reason)


def reason_of(error: Exception) -> str:
    """The driver's own words, their first line."""
    words = getattr(error, "strerror", None) or getattr(error, "orig", None) or error
    return str(words).partition("\n")[0]
