"""A backup becomes the database again, and its log goes on where the backup ends.

What the backup does not hold is lost here, and said: the newer events, revocations, PINs. What must
not happen again is prevented: nobody stays signed in, no number of today is given twice, and the
log gets a new name, by which clients notice that it is another one.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, select, update

from shared.config.disk import sync_folder
from shared.domain.errors import EnvironmentFailed
from shared.domain.restoring import restore_log
from shared.services.attendance import open_day
from shared.services.lobby import Lobby
from shared.store import profile_version
from shared.store.backup import Standing, standings
from shared.store.branch import new_log_id
from shared.store.bring_back import LineSource, bring_back
from shared.store.copying import (
    also_call,
    copy_database,
    new_file,
    put_in_place,
    release,
    sync,
)
from shared.store.engine import Database, store_errors
from shared.store.head import Head, highest_numbers
from shared.store.migrate import migrate
from shared.store.seal import SealKey
from shared.store.tables import METADATA
from shared.store.unit_of_work import UnitOfWork
from shared.store.verify import verify_branch

BRANCH: Final = METADATA.tables["branch"]
EVENT: Final = METADATA.tables["event"]
SESSION: Final = METADATA.tables["session"]
#: Numbers passed over on the day of a restore, where nobody knows how many were given since.
GAP: Final = 200


class LogIsNewer(EnvironmentFailed):
    """The database that would be replaced holds events that the backup lacks."""

    code = "log_is_newer"
    sentence = (
        "Database %1 holds %2 events of branch %3 that the backup does not hold; they would be "
        "lost. If that is meant, give the option --force: the present file is then kept as it is "
        "under another name."
    )


class BackupUnsound(EnvironmentFailed):
    """The log in the backup does not verify."""

    code = "backup_unsound"
    sentence = (
        "The log of branch %1 in the backup has %2 faults (%3). Take an older backup, or restore "
        "it all the same with --force."
    )


class DatabaseDamaged(EnvironmentFailed):
    """What would be replaced cannot be read, so nobody knows what it holds."""

    code = "database_damaged"
    sentence = (
        "Database %1 cannot be read, so it cannot be compared with the backup. Give the option "
        "--force: the damaged file is then kept under another name."
    )


@dataclass(frozen=True, slots=True)
class Wish:
    """How to restore.

    ``heads`` are those that were written off the machine; ``given`` is the highest number of today
    by series that somebody knows of, ``gap`` how many are passed over after it. ``lines``: where
    what happened since the backup is kept, if anywhere.
    """

    is_forced: bool = False
    gap: int = GAP
    heads: tuple[Head, ...] = ()
    given: Mapping[str, int] = field(default_factory=dict)
    lines: LineSource | None = None


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of a branch: ``held`` is where the backup ended, ``last`` its log ends now.

    ``brought`` of the events up to ``held`` were not in the backup, but kept elsewhere.

    ``known`` is the newest event that the replaced database or a head tells of. ``numbers`` are
    those after which each series of ``day`` goes on.
    """

    branch: str
    held: int
    last: int
    known: int
    hash: str
    day: str
    numbers: dict[str, int]
    brought: int = 0


def restore(
    backup: Path, database: Path, wish: Wish, now_us: int, key: SealKey | None = None
) -> tuple[list[Restored], Path | None]:
    """Put the backup in place; gives what became of each branch, and where the old file is kept.

    ``now_us`` is the time of live days; practice days go on where they ended.

    Raises:
        DatabaseInUse, LogIsNewer, DatabaseDamaged, BackupUnsound, BackupElsewhere: nothing was
            changed. What the source of lines raises.
        FileUnreadable, FileUnwritable, StoreUnavailable.
    """
    is_readable = release(database)
    if database.exists() and not is_readable and not wish.is_forced:
        raise DatabaseDamaged(database)
    database.parent.mkdir(parents=True, exist_ok=True)
    with new_file(database) as made:
        copy_database(backup, made)
        with _opened(made) as copy, _present(database if is_readable else None) as present:
            migrate(copy)
            brought = _bring_back(copy, wish, key)
            for held in standings(copy):
                _refuse(copy, present, held, wish)
            found = _renew(copy, present, wish, now_us, key)
        release(made)
        sync(made)
        release(database)
        kept = _set_aside(database, now_us)
        put_in_place(made, database)
    return [replace(each, brought=brought.get(each.branch, 0)) for each in found], kept


def _bring_back(copy: Database, wish: Wish, key: SealKey | None) -> dict[str, int]:
    """By branch, how many events came back that the backup does not hold."""
    if wish.lines is None:
        return {}
    source = wish.lines
    return {held.branch: bring_back(copy, held.branch, source, key) for held in standings(copy)}


@contextmanager
def _opened(path: Path) -> Iterator[Database]:
    database = Database(path)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _present(path: Path | None) -> Iterator[Database | None]:
    """The database that will be replaced, if there is one that can be read."""
    if path is None:
        yield None
    else:
        with _opened(path) as database:
            yield database


def _refuse(copy: Database, present: Database | None, held: Standing, wish: Wish) -> None:
    """Nothing unless more would be lost than was said."""
    if wish.is_forced:
        return
    if faults := verify_branch(copy, held.branch).faults:
        raise BackupUnsound(held.branch, len(faults), faults[0])
    newer = 0 if present is None else _newer(present, held)
    if present is not None and newer:
        raise LogIsNewer(present.path, newer, held.branch)


def _newer(present: Database, held: Standing) -> int:
    """How many events of the present log the backup lacks."""
    last = _last(present, held.branch)
    with store_errors(), present.reading.begin() as connection:
        query = select(EVENT.c.sequence).where(
            EVENT.c.branch == held.branch, EVENT.c.hash == held.hash
        )
        same = connection.execute(query).scalar() or 0
    return last - same


def _last(database: Database, branch: str) -> int:
    found = {each.branch: each.sequence for each in standings(database)}
    return found.get(branch, 0)


@store_errors()
def _renew(
    copy: Database, present: Database | None, wish: Wish, now_us: int, key: SealKey | None
) -> list[Restored]:
    """In one transaction: nobody is signed in, each log has a new name and says what happened."""
    with copy.writing.begin() as connection:
        connection.execute(delete(SESSION))
        work = UnitOfWork(connection, key)
        return [
            _renew_branch(connection, work, held, present, wish, now_us) for held in standings(copy)
        ]


def _renew_branch(
    connection: Connection,
    work: UnitOfWork,
    held: Standing,
    present: Database | None,
    wish: Wish,
    now_us: int,
) -> Restored:
    branch, log = held.branch, new_log_id()
    named = update(BRANCH).where(BRANCH.c.id == branch).values(log_id=log)
    known = max([_last(present, branch) if present else 0, *_told(wish.heads, branch)])
    if not held.sequence:
        connection.execute(named)
        return Restored(branch, 0, 0, known, "", "", {})
    version = profile_version.held_after(connection, branch, held.sequence)
    lobby, _ = work.lobby(branch, {}, profile_version.find(connection, branch, version))
    at_us = now_us if held.clock == "live" else lobby.branch.last_us
    entries = lobby.take(open_day(lobby, at_us))
    numbers = _known_numbers(lobby, present, wish)
    events = restore_log(lobby.branch, at_us, log=log, gap=wish.gap, known=numbers)
    entries += lobby.take(events)
    work.append(branch, entries, held.hash)
    connection.execute(named)
    state = lobby.branch
    last_hash = work.head(branch)[1]
    given = dict(state.last_ordinal)
    return Restored(branch, held.sequence, state.sequence, known, last_hash, state.day, given)


def _told(heads: Iterable[Head], branch: str) -> list[int]:
    return [head.sequence for head in heads if head.branch == branch]


def _known_numbers(lobby: Lobby, present: Database | None, wish: Wish) -> dict[str, int]:
    """The highest number of today by series, from whoever knows one."""
    branch, day = lobby.branch.rules.branch, lobby.branch.day
    told = [wish.given, *(h.numbers for h in wish.heads if (h.branch, h.day) == (branch, day))]
    if present is not None:
        with present.reading.begin() as connection:
            told.append(highest_numbers(connection, branch, day))
    known: dict[str, int] = {}
    for numbers in told:
        for series, last in numbers.items():
            known[series] = max(last, known.get(series, 0))
    return known


def _set_aside(database: Path, now_us: int) -> Path | None:
    """Keep what is replaced under a second name, that tells when; None when there is nothing.

    It keeps its first name until the restored file takes that, so that whoever is killed in between
    leaves a database. Only what lies beside a damaged one goes before: it would be taken for the
    restored one's own.
    """
    if not database.exists():
        return None
    kept = _free_name(database, now_us // 1_000_000)
    parts = [end for end in ("-wal", "-shm", "") if _beside(database, end).exists()]
    for end in parts:
        also_call(_beside(database, end), _beside(kept, end))
    sync_folder(database.parent)
    for end in filter(None, parts):
        _beside(database, end).unlink()
    return kept


def _free_name(database: Path, at_s: int) -> Path:
    names = (f"{database.name}.replaced-{at_s + later_s}" for later_s in count())
    return next(kept for name in names if not (kept := database.with_name(name)).exists())


def _beside(file: Path, end: str) -> Path:
    return file.with_name(f"{file.name}{end}")
