"""Reading the event log."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, select

from shared.domain.event import (
    APPOINTMENT_BOOKED,
    APPOINTMENT_CHANGED,
    APPOINTMENT_KINDS,
    DAY_OPENED,
    STANDING_KINDS,
    Event,
)
from shared.protocol.event import EventPage, EventView
from shared.store.chain import to_event
from shared.store.engine import Database, store_errors
from shared.store.profile_version import longest_ahead_days
from shared.store.tables import METADATA

EVENT: Final = METADATA.tables["event"]
BATCH: Final = 1000
DAY_US: Final = 24 * 3600 * 1_000_000


def last_sequence(connection: Connection, branch: str) -> int:
    """The number of the newest event; 0 for an empty log."""
    newest = select(func.max(EVENT.c.sequence)).where(EVENT.c.branch == branch)
    return connection.execute(newest).scalar() or 0


@store_errors()
def last_recorded_us(database: Database) -> int:
    """When the newest event of any branch was recorded; 0 for an empty log."""
    with database.reading.begin() as connection:
        return connection.execute(select(func.max(EVENT.c.recorded_us))).scalar() or 0


def day_start(connection: Connection, branch: str) -> int:
    """The number of the last day.opened; 0 when no day was ever opened."""
    found = select(func.max(EVENT.c.sequence)).where(
        EVENT.c.branch == branch, EVENT.c.kind == DAY_OPENED
    )
    return connection.execute(found).scalar() or 0


def openings(connection: Connection, branch: str) -> list[tuple[int, str]]:
    """Number and business day (ISO date) of every day.opened, oldest first."""
    lines = (
        select(EVENT.c.sequence, EVENT.c.data)
        .where(EVENT.c.branch == branch, EVENT.c.kind == DAY_OPENED)
        .order_by(EVENT.c.sequence)
    )
    return [(line.sequence, json.loads(line.data)["day"]) for line in connection.execute(lines)]


def carried_events(connection: Connection, branch: str, until: int) -> Iterator[Event]:
    """What outlives its business day, up to this event: what always holds, then appointments.

    Of appointments only what may still matter: no profile of this branch let anybody book further
    ahead than ``longest_ahead_days``, so what was booked, or changed last, longer ago than that is
    over.
    """
    first = first_within(connection, branch, until, longest_ahead_days(connection, branch))
    known: set[object] = set()
    for line in lines_of(connection, branch, STANDING_KINDS, 1, until):
        yield to_event(line)
    for line in lines_of(connection, branch, APPOINTMENT_KINDS, first, until):
        event = to_event(line)
        appointment = event.data["appointment"]
        if event.kind in (APPOINTMENT_BOOKED, APPOINTMENT_CHANGED):
            known.add(appointment)
        if appointment in known:  # a change says all that was booked; the rest needs one of both
            yield event


def first_within(connection: Connection, branch: str, until: int, ahead_days: int) -> int:
    """Where the first business day began of those at most so many days before ``until``."""
    last_us = select(EVENT.c.recorded_us).where(EVENT.c.branch == branch, EVENT.c.sequence == until)
    since_us = (connection.execute(last_us).scalar() or 0) - (ahead_days + 1) * DAY_US
    opening = select(func.min(EVENT.c.sequence)).where(
        EVENT.c.branch == branch, EVENT.c.kind == DAY_OPENED, EVENT.c.recorded_us >= since_us
    )
    return connection.execute(opening).scalar() or until + 1


def lines_of(
    connection: Connection, branch: str, wanted: Iterable[str], first: int, last: int
) -> list[Any]:
    """The lines of some kinds, in their order.

    Asked kind by kind: only so the index on branch, kind and sequence is used (SQLite).
    """
    of_kind = select(EVENT).where(
        EVENT.c.branch == branch,
        EVENT.c.kind == bindparam("wanted"),
        EVENT.c.sequence.between(first, last),
    )
    found = [
        line for kind in sorted(wanted) for line in connection.execute(of_kind, {"wanted": kind})
    ]
    return sorted(found, key=lambda line: line.sequence)


def events_after(
    connection: Connection, branch: str, after: int, limit: int | None = None
) -> Iterator[tuple[int, Event, str]]:
    """Sequence, event and ticket number of everything after a sequence, oldest first."""
    lines = (
        select(EVENT)
        .where(EVENT.c.branch == branch, EVENT.c.sequence > after)
        .order_by(EVENT.c.sequence)
        .limit(limit)
    )
    for line in connection.execute(lines):
        yield line.sequence, to_event(line), line.number


@store_errors()
def read_page(database: Database, branch: str, after: int, limit: int) -> EventPage:
    """Up to ``limit`` events after a sequence, and the newest number of the log.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        found = events_after(connection, branch, after, limit)
        events = tuple(EventView.of(*each) for each in found)
        return EventPage(events=events, last=last_sequence(connection, branch))


def whole_log(database: Database, branch: str) -> Iterator[EventView]:
    """Every event, oldest first, read in pages so that a long log fits in memory.

    Raises:
        StoreUnavailable.
    """
    after = 0
    while page := read_page(database, branch, after, BATCH).events:
        yield from page
        after = page[-1].sequence
