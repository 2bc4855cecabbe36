"""Retention: the keys that link the log to people are destroyed, the log itself stays and verifies.

Destroyed are the keys of customers and of what was written about cases, month by month, the tokens
of phone pages and kept answers. A legal hold keeps the keys of every month that it touches, and
what belongs to the days it covers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, delete, false, func, not_, or_, select

from shared.domain.errors import InputInvalid
from shared.protocol.event import to_us
from shared.services.case_text import text_key
from shared.services.pseudonym import customer_key
from shared.store.engine import Database, store_errors
from shared.store.hold import Hold, lasting_holds
from shared.store.tables import METADATA

SECRET: Final = METADATA.tables["secret"]
PHONE_TOKEN: Final = METADATA.tables["phone_token"]
TICKET: Final = METADATA.tables["ticket"]
ANSWER: Final = METADATA.tables["answer"]


class RetentionTooEarly(InputInvalid):
    """Days that are not over yet were to be forgotten."""

    code = "retention_too_early"
    sentence = "%1 lies in the future. Name today or an earlier day."


@dataclass(frozen=True, slots=True)
class Retention:
    """What was destroyed, or would be: months of customers' keys, tokens, answers.

    ``held`` are months whose key a hold keeps, ``held_tokens`` how many tokens one keeps.
    """

    months: tuple[str, ...]
    tokens: int
    answers: int
    held: tuple[str, ...]
    held_tokens: int


@store_errors()
def retain(database: Database, before: date, today: date, *, is_dry: bool = False) -> Retention:
    """Destroy the personal keys of all business days before ``before``.

    A month's key goes when the whole month lies before. SQLite overwrites what is deleted with
    zeros.

    Raises:
        RetentionTooEarly; StoreUnavailable.
    """
    if before > today:
        raise RetentionTooEarly(before)
    with database.writing.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
        found = _destroy(connection, before, lasting_holds(connection))
        if is_dry:
            connection.rollback()
        else:
            connection.commit()
    return found


@store_errors()
def wipe(database: Database) -> bool:
    """Empty the write-ahead log, in which deleted bytes still stand.

    False when another program reads or writes at this moment.

    Raises:
        StoreUnavailable.
    """
    with database.reading.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        row = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    return not row[0]


def _destroy(connection: Connection, before: date, holds: Sequence[Hold]) -> Retention:
    months = _months(connection, before)
    held = tuple(m for m in months if any(h.covers(f"{m}-01", f"{m}-31") for h in holds))
    going = tuple(m for m in months if m not in held)
    named = [key(month) for month in going for key in (customer_key, text_key)]
    connection.execute(delete(SECRET).where(SECRET.c.name.in_(named)))
    old = TICKET.c.day < before.isoformat()
    is_held = or_(false(), *(_on(hold) for hold in holds))
    kept = select(TICKET.c.id).where(old, is_held)
    counting = select(func.count()).where(PHONE_TOKEN.c.ticket.in_(kept))
    held_tokens = connection.execute(counting).scalar_one()
    ended = select(TICKET.c.id).where(old, not_(is_held))
    tokens = connection.execute(delete(PHONE_TOKEN).where(PHONE_TOKEN.c.ticket.in_(ended)))
    answers = connection.execute(delete(ANSWER).where(_is_old_answer(before, holds)))
    return Retention(going, tokens.rowcount, answers.rowcount, held, held_tokens)


def _months(connection: Connection, before: date) -> list[str]:
    """The months of customers' keys that are wholly over before this day, oldest first."""
    kinds = (SECRET.c.name.like(customer_key("%")), SECRET.c.name.like(text_key("%")))
    found = connection.execute(select(SECRET.c.name).where(or_(*kinds))).scalars()
    months = sorted({name.partition(":")[2] for name in found})
    return [month for month in months if _next_month(month) <= before]


def _next_month(month: str) -> date:
    """The first day after a month such as 2026-11."""
    return (date.fromisoformat(f"{month}-01") + timedelta(days=31)).replace(day=1)


def _on(hold: Hold) -> ColumnElement[bool]:
    """Whether a ticket was given on a day of the hold."""
    days = TICKET.c.day.between(hold.from_day, hold.to_day)
    return and_(TICKET.c.branch == hold.branch, days)


def _is_old_answer(before: date, holds: Sequence[Hold]) -> ColumnElement[bool]:
    """An answer lies two days at most: a hold that begins before keeps all of its branch."""
    midnight_us = to_us(datetime.combine(before, time.min, UTC))
    branches = [hold.branch for hold in holds if hold.from_day < before.isoformat()]
    return and_(ANSWER.c.made_us < midnight_us, not_(ANSWER.c.branch.in_(branches)))
