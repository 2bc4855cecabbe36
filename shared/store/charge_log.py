"""What the log says that matters to who is in charge: who was open, what was absorbed."""

import json
from typing import Final, NamedTuple

from sqlalchemy import func, select

from shared.domain import event as kinds
from shared.domain.event import Event
from shared.store.chain import to_event
from shared.store.engine import Database, store_errors
from shared.store.log import lines_of
from shared.store.tables import METADATA

EVENT: Final = METADATA.tables["event"]
#: Kinds after which another set of counters may be open.
TURNING: Final = frozenset(
    {
        kinds.DAY_OPENED,
        kinds.COUNTER_OPENED,
        kinds.COUNTER_RESUMED,
        kinds.COUNTER_PAUSED,
        kinds.COUNTER_CLOSED,
    }
)


class Numbered(NamedTuple):
    """An event with its place."""

    sequence: int
    event: Event


@store_errors()
def turnings_around(database: Database, branch: str, sequence: int) -> list[Numbered]:
    """Every event that opens or closes counters, from the opening of that event's day on.

    Raises:
        StoreUnavailable.
    """
    opening = select(func.max(EVENT.c.sequence)).where(
        EVENT.c.branch == branch, EVENT.c.kind == kinds.DAY_OPENED, EVENT.c.sequence <= sequence
    )
    with database.reading.begin() as connection:
        first = connection.execute(opening).scalar() or 1
        lines = lines_of(connection, branch, TURNING, first, 2**62)
        return [Numbered(line.sequence, to_event(line)) for line in lines]


@store_errors()
def called_after(database: Database, branch: str, sequence: int) -> frozenset[str]:
    """The tickets that this server itself called after this event.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        lines = lines_of(connection, branch, {kinds.TICKET_CALLED}, sequence + 1, 2**62)
        return frozenset(line.ticket for line in lines if "via" not in json.loads(line.data))


@store_errors()
def absorbed_journals(database: Database, branch: str) -> set[str]:
    """The names of all journals that were taken.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        lines = lines_of(connection, branch, {kinds.JOURNAL_TAKEN}, 1, 2**62)
        return {str(json.loads(line.data)["source"]) for line in lines}


@store_errors()
def waived_terms(database: Database, branch: str) -> dict[str, int]:
    """The terms that a person has given up, each with the last event that says so.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        lines = lines_of(connection, branch, {kinds.CHARGE_TAKEN}, 1, 2**62)
        return {
            term: line.sequence for line in lines for term in json.loads(line.data).get("terms", ())
        }


@store_errors()
def day_of(database: Database, branch: str) -> str:
    """The business day that was opened last (ISO date), empty where none was.

    Raises:
        StoreUnavailable.
    """
    newest = (
        select(EVENT.c.data)
        .where(EVENT.c.branch == branch, EVENT.c.kind == kinds.DAY_OPENED)
        .order_by(EVENT.c.sequence.desc())
        .limit(1)
    )
    with database.reading.begin() as connection:
        data = connection.execute(newest).scalar()
        return "" if data is None else str(json.loads(data)["day"])
