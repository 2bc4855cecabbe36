"""The branch's own line: its published profile, and whether its days are real ones."""

import json
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, insert, select, update

from shared.config.profile import Profile
from shared.domain.errors import DatabaseIsLive, DatabaseIsPractice
from shared.store.engine import Database, store_errors
from shared.store.tables import METADATA

BRANCH: Final = METADATA.tables["branch"]


class Days(StrEnum):
    """By which clock the days of a branch were recorded."""

    LIVE = "live"
    PRACTICE = "practice"


@store_errors()
def publish_profile(database: Database, profile: Profile, days: Days) -> None:
    """Make sure that the branch has its line, and that the line holds this profile.

    Raises:
        DatabaseIsLive, DatabaseIsPractice: the log was written by the other kind of clock.
        StoreUnavailable.
    """
    values = {
        "profile": json.dumps(profile.model_dump(mode="json"), ensure_ascii=False),
        "clock": days,
    }
    with database.writing.begin() as connection:
        _write(connection, database, profile.branch.id, days, values)


def _write(
    connection: Connection, database: Database, branch: str, days: Days, values: dict[str, Any]
) -> None:
    row = connection.execute(select(BRANCH).where(BRANCH.c.id == branch)).first()
    if row is None:
        first = {"id": branch, "last_sequence": 0, "last_hash": ""}
        connection.execute(insert(BRANCH).values(**first, **values))
        return
    if row.last_sequence and row.clock != days:
        raise (DatabaseIsLive if row.clock == Days.LIVE else DatabaseIsPractice)(database.path)
    connection.execute(update(BRANCH).where(BRANCH.c.id == branch).values(**values))


@store_errors()
def branches(database: Database) -> list[str]:
    """The branches whose log lies in this database.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        found = connection.execute(select(BRANCH.c.id).order_by(BRANCH.c.id))
        return [row.id for row in found]


@store_errors()
def published_profile(database: Database, branch: str) -> Profile:
    """The profile that was published last for a branch of this database.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        wanted = select(BRANCH.c.profile).where(BRANCH.c.id == branch)
        return Profile.model_validate_json(connection.execute(wanted).scalar_one())
