"""The branch's own line: that it is there, and whether its days are real ones."""

import secrets
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, select, update

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


@store_errors()
def claim_branch(database: Database, branch: str, days: Days) -> None:
    """Make sure that the branch has its line, and that its log may go on by this clock.

    Raises:
        DatabaseIsLive, DatabaseIsPractice: the log was written by the other kind of clock.
        StoreUnavailable.
    """
    with database.writing.begin() as connection:
        _claim(connection, database, branch, days)


def _claim(connection: Connection, database: Database, branch: str, days: Days) -> None:
    first = {
        "id": branch,
        "last_sequence": 0,
        "last_hash": "",
        "clock": days,
        "log_id": new_log_id(),
    }
    insert_if_missing(connection, BRANCH, first)
    row = connection.execute(select(BRANCH).where(BRANCH.c.id == branch).with_for_update()).one()
    if row.last_sequence and row.clock != days:
        raise (DatabaseIsLive if row.clock == Days.LIVE else DatabaseIsPractice)(database.address)
    connection.execute(update(BRANCH).where(BRANCH.c.id == branch).values(clock=days))


@store_errors()
def branches(database: Database) -> list[str]:
    """The branches whose log lies in this database.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        found = connection.execute(select(BRANCH.c.id).order_by(BRANCH.c.id))
        return [row.id for row in found]
