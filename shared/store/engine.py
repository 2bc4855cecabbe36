"""The database and its two ways in: one that writes, one that only reads."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from shared.domain.errors import StoreUnavailable

#: How long a connection waits for another process's lock. Shorter than a device's patience with a
#: command (4 s), so that a device hears of it instead of giving up on what is done after all.
BUSY_S: Final = 2.5
CHECKPOINT_PAGES: Final = 10_000  # the idle writer moves the log earlier; this is the backstop


class Database:
    """A SQLite file: ``writing`` takes the lock when a transaction begins, ``reading`` never does.

    WAL with synchronous=FULL: an answered commit survives a power cut. Readers see a steady
    picture while the writer works.
    """

    def __init__(self, path: Path) -> None:
        """Nothing is opened yet."""
        self.path = path
        self.writing = _engine(path, "BEGIN IMMEDIATE", _prepare_writing)
        self.reading = _engine(path, "BEGIN", _prepare_reading)

    def close(self) -> None:
        """Give all connections back."""
        self.writing.dispose()
        self.reading.dispose()

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file without waiting for anybody."""
        with self.reading.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")

    def check(self) -> None:
        """Read something.

        Raises:
            StoreUnavailable: the file cannot be read.
        """
        with store_errors(), self.reading.connect() as connection:
            connection.execute(text("SELECT 1 FROM branch LIMIT 1"))

    def check_writing(self) -> None:
        """Take the lock for writing; nothing is written.

        Raises:
            StoreUnavailable: the file cannot be written, or somebody else keeps the lock.
        """
        with store_errors(), self.writing.connect() as connection:
            connection.execute(text("SELECT 1 FROM branch LIMIT 1"))


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


def unavailable(error: Exception, path: Path | None = None) -> StoreUnavailable:
    """The failure as one that people understand; the driver's own words as the reason.

    ``path``: name the file too, for somebody who has just typed it or forgot to.
    """
    words = getattr(error, "strerror", None) or getattr(error, "orig", None) or error
    reason = str(words).partition("\n")[0]
    return StoreUnavailable(f"{path}: {reason}" if path else reason)


def _engine(path: Path, begin: str, prepare: Callable[[SqliteConnection, object], None]) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"check_same_thread": False, "timeout": BUSY_S},
    )
    event.listen(engine, "connect", prepare)

    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", begin_transaction)
    return engine


def _prepare_writing(connection: SqliteConnection, _record: object) -> None:
    """The driver must not begin transactions by itself; ours begin in the engine's event."""
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")


def _prepare_reading(connection: SqliteConnection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = ON")
