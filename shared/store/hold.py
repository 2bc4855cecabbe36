"""Legal holds: spans of days of which nothing is destroyed until the hold is released."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection, insert, select, update

from shared.domain.errors import InputInvalid, RuleRefused
from shared.store.engine import Database, store_errors
from shared.store.tables import METADATA

HOLD: Final = METADATA.tables["hold"]


class HoldUnknown(RuleRefused):
    """No hold with this identifier lasts."""

    code = "hold_unknown"
    sentence = "There is no hold %1 that lasts. See: lobby db hold list."


class HoldReversed(InputInvalid):
    """A hold that ends before it begins."""

    code = "hold_reversed"
    sentence = "The hold ends on %2, before it begins on %1. Give the earlier day first."


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold over both days and those between; ``released_at`` None: it lasts."""

    id: str
    branch: str
    from_day: str
    to_day: str
    reason: str
    placed_at: datetime
    released_at: datetime | None = None

    def covers(self, first: str, last: str) -> bool:
        """Whether any day from ``first`` to ``last`` (ISO dates) is held."""
        return self.from_day <= last and first <= self.to_day


@store_errors()
def place_hold(
    database: Database, branch: str, first: date, last: date, reason: str, at: datetime
) -> Hold:
    """Begin a hold; ``reason`` is the identifier of the case, no text about people.

    Raises:
        HoldReversed; StoreUnavailable.
    """
    if last < first:
        raise HoldReversed(first, last)
    hold = Hold(secrets.token_hex(4), branch, first.isoformat(), last.isoformat(), reason, at)
    row = {column: getattr(hold, column) for column in Hold.__slots__}
    with database.transaction() as connection:
        connection.execute(insert(HOLD), row)
    return hold


@store_errors()
def release_hold(database: Database, hold: str, at: datetime) -> None:
    """End a hold; its line stays.

    Raises:
        HoldUnknown: there is none, or it was released before; StoreUnavailable.
    """
    lasting = update(HOLD).where(HOLD.c.id == hold, HOLD.c.released_at.is_(None))
    with database.transaction() as connection:
        changed = connection.execute(lasting.values(released_at=at))
    if not changed.rowcount:
        raise HoldUnknown(hold)


@store_errors()
def all_holds(database: Database) -> list[Hold]:
    """Every hold, released ones too, in the order in which they were placed.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        rows = connection.execute(select(HOLD).order_by(HOLD.c.placed_at, HOLD.c.id))
        return [Hold(**row._mapping) for row in rows]


def lasting_holds(connection: Connection) -> list[Hold]:
    """The holds that last."""
    rows = connection.execute(select(HOLD).where(HOLD.c.released_at.is_(None)))
    return [Hold(**row._mapping) for row in rows]
