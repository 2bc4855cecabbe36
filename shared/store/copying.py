"""Whole copies of a SQLite database: consistent, on the disk, in place at once or not at all."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from shared.config.disk import sync_folder
from shared.domain.errors import EnvironmentFailed, FileUnreadable
from shared.reports.writing import FileUnwritable

FILE_MODE: Final = 0o600  # a copy holds keys: nobody else may read it
LEFTOVERS: Final = ("", "-wal", "-shm", "-journal")


class DatabaseInUse(EnvironmentFailed):
    """Another program has the database open."""

    code = "database_in_use"
    sentence = "A program still uses database %1. Stop the server, then try again."


def copy_database(source: Path, target: Path) -> None:
    """Copy a database that may be in use, as it stands at one moment, into a new file of its own.

    Raises:
        FileUnreadable: the source is missing, or no database.
        FileUnwritable: no place for the copy.
    """
    if not source.is_file():
        raise FileUnreadable(source, "there is no such file")
    try:
        os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE_MODE))
        _copy(source, target)
        sync(target)
    except OSError as error:
        raise FileUnwritable(target, error.strerror or error) from error


def _copy(source: Path, target: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as reading:
            reading.execute("SELECT version_num FROM alembic_version").fetchone()
            with closing(sqlite3.connect(target)) as writing:
                _back_up(reading, writing, target)
    except sqlite3.Error as error:
        raise FileUnreadable(source, f"it is no database of Branch Lobby ({error})") from error


def _back_up(reading: sqlite3.Connection, writing: sqlite3.Connection, target: Path) -> None:
    try:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
    except sqlite3.Error as error:
        raise FileUnwritable(target, error) from error


@contextmanager
def new_file(final: Path) -> Iterator[Path]:
    """A name beside ``final`` to make the new file under; what is left there at the end goes."""
    made = final.with_name(f"{final.name}.part")
    _remove(made)
    try:
        yield made
    finally:
        _remove(made)


def put_in_place(made: Path, final: Path) -> None:
    """Give a finished file its name, replacing what had it; after a power cut it is one of both.

    Raises:
        FileUnwritable.
    """
    try:
        made.replace(final)
        sync_folder(final.parent)
    except OSError as error:
        raise FileUnwritable(final, error.strerror or error) from error


def also_call(file: Path, name: Path) -> None:
    """Give a file a second name beside it; a copy where the file system knows only one name.

    Raises:
        FileUnwritable.
    """
    try:
        os.link(file, name)
    except FileExistsError as error:
        raise FileUnwritable(name, error.strerror) from error
    except OSError:
        _copy_bytes(file, name)


def _copy_bytes(file: Path, name: Path) -> None:
    try:
        shutil.copy2(file, name)
        sync(name)
    except OSError as error:
        raise FileUnwritable(name, error.strerror or error) from error


def release(path: Path) -> bool:
    """Make sure that nobody has the database open, and leave it as one file.

    False when there is no file, or one that is no database (damaged): then nobody can be asked.

    Raises:
        DatabaseInUse.
    """
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(path, timeout=0)) as connection:
            # Whoever has a database in write-ahead mode open holds a lock that this one needs.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise DatabaseInUse(path) from error
        return False
    except sqlite3.DatabaseError:
        return False
    return True


def sync(path: Path) -> None:
    """The file is on the disk afterwards."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    for end in LEFTOVERS:
        with suppress(OSError):
            path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
