"""Promised windows out of the log, with what became of them."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection

from shared.domain import event as kinds
from shared.domain.event import Event
from shared.metrics.promises import Promises, promises_of
from shared.reports.day import DayMissing
from shared.store.chain import to_event
from shared.store.engine import Database, store_errors
from shared.store.log import last_sequence, lines_of, openings

#: What tells of a promise and of its end.
TELLING: Final = (
    kinds.TICKET_ISSUED,
    kinds.PROMISE_MADE,
    kinds.PROMISE_WITHDRAWN,
    kinds.TICKET_CALLED,
)


@store_errors()
def promises_of_day(database: Database, branch: str, day: str) -> Promises:
    """Those of one business day (ISO date).

    Raises:
        StoreUnavailable. DayMissing: the branch was never open on it.
    """
    with database.reading.begin() as connection:
        spans = _spans(connection, branch)
        if day not in spans:
            raise DayMissing(branch, day, ", ".join(spans) or "…")
        return promises_of(_events(connection, branch, *spans[day]))


@store_errors()
def promises_of_days(database: Database, branch: str, most: int) -> dict[str, Promises]:
    """Those of the newest business days, so many at most, oldest first.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        spans = list(_spans(connection, branch).items())[-most:]
        return {day: promises_of(_events(connection, branch, *span)) for day, span in spans}


def _spans(connection: Connection, branch: str) -> dict[str, tuple[int, int]]:
    """First and last event of each business day."""
    opened = openings(connection, branch)
    beyond = [first for first, _ in opened[1:]] + [last_sequence(connection, branch) + 1]
    return {day: (first, end - 1) for (first, day), end in zip(opened, beyond, strict=False)}


def _events(connection: Connection, branch: str, first: int, last: int) -> Sequence[Event]:
    return [to_event(line) for line in lines_of(connection, branch, TELLING, first, last)]
