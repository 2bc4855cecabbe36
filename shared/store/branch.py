"""The branch's own line: that it is there, and whether its days are real ones."""

import secrets
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, Select, select, update

from shared.domain.errors import DatabaseIsLive, DatabaseIsPractice
from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.tables import METADATA

BRANCH: Final = METADATA.tables["branch"]


class Days(StrEnum):
    """By which clock the days of a branch were recorded."""

    LIVE = "live"
    PRACTICE = "practice"


def new_log_id() -> str:
    """A name that no other log has: 64 random bits, hexadecimal."""
    return secrets.token_hex(8)


def locked(branch: str) -> Select[tuple[str]]:
    """The branch's own line is the lock: what two processes decide they decide one by one."""
    return select(BRANCH.c.id).where(BRANCH.c.id == branch).with_for_update()


def claim_branch(database: Database, branch: str, days: Days) -> None:
    """As ``claim_branches``, for one."""
    claim_branches(database, [branch], days)


@store_errors()
def claim_branches(database: Database, branches: Iterable[str], days: Days) -> None:
    """Make sure that each branch has its line, and that its log may go on by this clock.

    Raises:
        DatabaseIsLive, DatabaseIsPractice: a log was written by the other kind of clock.
        StoreUnavailable.
    """
    wanted = sorted(branches)
    with database.writing.begin() as connection:
        known = set(connection.execute(select(BRANCH.c.id)).scalars())
        for branch in wanted:
            if branch not in known:
                insert_if_missing(connection, BRANCH, _first_line(branch, days))
        _claim(connection, database, wanted, days)


def _first_line(branch: str, days: Days) -> dict[str, object]:
    log = {"last_sequence": 0, "last_hash": "", "log_id": new_log_id()}
    return {"id": branch, "clock": days, **log}


def _claim(connection: Connection, database: Database, wanted: list[str], days: Days) -> None:
    """Only lines of the other clock are locked: there is nothing to change in the rest."""
    other = select(BRANCH).where(BRANCH.c.id.in_(wanted), BRANCH.c.clock != days)
    for row in connection.execute(other.order_by(BRANCH.c.id).with_for_update()).all():
        if row.last_sequence:
            is_live = row.clock == Days.LIVE
            raise (DatabaseIsLive if is_live else DatabaseIsPractice)(database.address)
        connection.execute(update(BRANCH).where(BRANCH.c.id == row.id).values(clock=days))


@store_errors()
def branches(database: Database) -> list[str]:
    """The branches whose log lies in this database.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        found = connection.execute(select(BRANCH.c.id).order_by(BRANCH.c.id))
        return [row.id for row in found]
