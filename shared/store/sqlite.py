"""The SQLite file of a branch server that stands alone."""

from collections.abc import Callable
from pathlib import Path
from sqlite3 import SQLITE_IOERR_FSYNC
from sqlite3 import Connection as SqliteConnection
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

CHECKPOINT_PAGES: Final = 10_000  # the idle writer moves the log earlier; this is the backstop


def writing(path: Path, busy_s: float) -> Engine:
    """Takes the file's lock when a transaction begins; WAL with synchronous=FULL."""
    return _engine(path, busy_s, "BEGIN IMMEDIATE", _prepare_writing)


def reading(path: Path, busy_s: float) -> Engine:
    """Never takes a lock and cannot write."""
    return _engine(path, busy_s, "BEGIN", _prepare_reading)


def checkpoint(engine: Engine) -> None:
    """Move the write-ahead log into the file without waiting for anybody."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")


def is_in_doubt(error: DBAPIError) -> bool:
    """Whether a commit that failed so may count all the same.

    It is written wholly then, and only the disk's word is missing: after a power cut it may stand
    in the file or not. A disk that is full, or a file that may not grow, takes no whole commit.
    """
    return getattr(error.orig, "sqlite_errorcode", 0) == SQLITE_IOERR_FSYNC


def _engine(
    path: Path, busy_s: float, begin: str, prepare: Callable[[SqliteConnection, object], None]
) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": busy_s},
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
