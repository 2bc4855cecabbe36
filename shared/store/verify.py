"""Proof that a log is whole and true: the hash chain, every call, unique numbers, states.

The log is replayed with the profiles that it names, each from its publication on, and every call is
worked out again from what was known at the time. What a hash cannot show (somebody who may write
the file altered a line and every hash after it) shows there.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection as SqliteConnection
from typing import Any, Final, NamedTuple, cast
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from shared.config.profile import Profile
from shared.reports.day import DayMissing
from shared.store import profile_version
from shared.store.chain import line_hash
from shared.store.engine import Database, store_errors
from shared.store.log import BATCH, carried_events, last_sequence, openings
from shared.store.replaying import WRONG_DATA, Replay
from shared.store.tables import METADATA
from shared.store.verification import Verification

EVENT: Final = METADATA.tables["event"]
TICKET: Final = METADATA.tables["ticket"]
BRANCH: Final = METADATA.tables["branch"]
UTC_ZONE: Final = ZoneInfo("UTC")


class Part(NamedTuple):
    """The lines that are looked at: all of the log, or one day of it. ``last`` None: to the end."""

    first: int = 1
    last: int | None = None
    day: str | None = None


@store_errors()
def verify_branch(database: Database, branch: str, day: str | None = None) -> Verification:
    """Read the log of a branch, or one day of it (ISO date), and check it.

    Raises:
        StoreUnavailable.
        DayMissing: the branch was never open on that day.
    """
    result = Verification()
    began_s = time.perf_counter()
    with database.reading.begin() as connection, _altered_text(connection):
        part = _part(connection, branch, day)
        replay = _start(result, connection, branch, part)
        _check_lines(result, connection, branch, part, replay)
        if part.last is None:
            _check_head(result, connection, branch)
        if replay is not None:
            _check_tickets(result, connection, branch, part, replay)
    result.elapsed_s = time.perf_counter() - began_s
    return result


@contextmanager
def _altered_text(connection: Connection) -> Iterator[None]:
    """Read text that is no UTF-8 any more, so that its line is named instead of failing."""
    if connection.dialect.name != "sqlite":  # a server refuses such text itself
        yield
        return
    raw = cast("SqliteConnection", connection.connection.dbapi_connection)
    raw.text_factory = lambda stored: stored.decode(errors="replace")
    try:
        yield
    finally:
        raw.text_factory = str


def _part(connection: Connection, branch: str, day: str | None) -> Part:
    if day is None:
        return Part()
    opened = openings(connection, branch)
    for place, (first, name) in enumerate(opened):
        if name == day:
            is_newest = place + 1 == len(opened)
            return Part(first, None if is_newest else opened[place + 1][0] - 1, day)
    raise DayMissing(branch, day, ", ".join(name for _, name in opened) or "…")


def _start(result: Verification, connection: Connection, branch: str, part: Part) -> Replay | None:
    """The branch before the part; None when nothing says with which profile it began."""
    library: dict[str, Profile] = {}
    for version in profile_version.versions(connection, branch):
        try:
            library[version.hash] = profile_version.read(branch, version)
        except profile_version.ProfileLost as error:
            result.say(str(error))
    try:
        first = profile_version.held_after(connection, branch, part.first)
    except WRONG_DATA:
        first = ""  # the line that names it was altered: it is named below
    if first in library:
        replay = Replay(result, library, first)
        try:
            for event in carried_events(connection, branch, part.first - 1):
                replay.carry(event)
        except WRONG_DATA as error:
            result.say(f"what was booked before event {part.first} cannot be read: {error!r}")
        return replay
    if last_sequence(connection, branch):
        named = f"profile {first}, which it began with" if first else "which profile it began with"
        result.say(f"the log cannot be replayed: the database does not hold {named}")
    return None


def _check_lines(
    result: Verification, connection: Connection, branch: str, part: Part, replay: Replay | None
) -> None:
    """Sequence, hashes and, where it can be replayed, the event of each line."""
    result.last = part.first - 1
    result.last_hash = _hash_of(connection, branch, result.last)
    for line in _lines(connection, branch, part):
        zone = replay.zone if replay is not None else UTC_ZONE
        _check_line(result, line, zone)
        if replay is not None:
            replay.step(line)
        result.events += 1
        result.last = line.sequence
        result.last_hash = line.hash


def _hash_of(connection: Connection, branch: str, sequence: int) -> str:
    found = select(EVENT.c.hash).where(EVENT.c.branch == branch, EVENT.c.sequence == sequence)
    return connection.execute(found).scalar() or ""


def _lines(connection: Connection, branch: str, part: Part) -> Iterator[Any]:
    query = (
        select(EVENT)
        .where(EVENT.c.branch == branch, EVENT.c.sequence >= part.first)
        .order_by(EVENT.c.sequence)
    )
    if part.last is not None:
        query = query.where(EVENT.c.sequence <= part.last)
    yield from connection.execute(query.execution_options(yield_per=BATCH))


def _check_line(result: Verification, line: Any, zone: ZoneInfo) -> None:
    """Sequence and hashes of one line."""
    expected = result.last + 1
    if line.sequence != expected:
        result.say(f"event {expected} is missing before event {line.sequence}")
    if line.prev_hash != result.last_hash:
        result.blame(line, zone, "does not hold on to the one before")
    if line.hash != line_hash(line.prev_hash, dict(line._mapping)):
        result.blame(line, zone, "was changed after it was recorded")


def _check_head(result: Verification, connection: Connection, branch: str) -> None:
    head = connection.execute(select(BRANCH).where(BRANCH.c.id == branch)).one()
    if (head.last_sequence, head.last_hash) != (result.last, result.last_hash):
        result.say(f"the log ends at {result.last}, not at {head.last_sequence}")


def _check_tickets(
    result: Verification, connection: Connection, branch: str, part: Part, replay: Replay
) -> None:
    """The ticket table says what the replay says, and no number was given twice in a day."""
    left = dict(replay.tickets)
    numbers: set[tuple[str, str]] = set()
    query = select(TICKET).where(TICKET.c.branch == branch)
    if part.day is not None:
        query = query.where(TICKET.c.day == part.day)
    for row in connection.execute(query.execution_options(yield_per=BATCH)):
        result.tickets += 1
        if (row.day, row.number) in numbers:
            result.say(f"number {row.number} was given twice on {row.day}")
        numbers.add((row.day, row.number))
        replayed = left.pop(row.id, None)
        if replayed is None:
            result.say(f"ticket {row.number} of {row.day} is not in the log")
            continue
        if differing := [c for c, value in replayed.items() if value != getattr(row, c)]:
            columns = ", ".join(differing)
            result.say(f"ticket {row.number} of {row.day}: {columns} not as in the log")
    for ticket in left.values():
        named = f"ticket {ticket['number']} of {ticket['day']} ({ticket['id']})"
        result.say(f"{named} is not in the table")
