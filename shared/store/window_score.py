"""The scores of promised windows, one for each business day that is over; nothing personal.

They stay when the log of a day is deleted, and are worked out anew where they are missing.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import select

from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.log import openings
from shared.store.tables import METADATA

SCORE: Final = METADATA.tables["window_score"]


@store_errors()
def days_to_score(database: Database, branch: str, most: int) -> list[str]:
    """Of the newest business days that are over, so many at most, those without a score.

    Oldest first. The present day, the last one that was opened, is not over.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        over = [day for _, day in openings(connection, branch)][:-1]
        wanted = select(SCORE.c.day).where(SCORE.c.branch == branch)
        scored = set(connection.execute(wanted).scalars())
    return [day for day in over[-most:] if day not in scored]


@store_errors()
def keep_score(database: Database, branch: str, day: str, figures: Mapping[str, object]) -> None:
    """Write the figures of a day down, unless another process did. Raises StoreUnavailable."""
    row = {"branch": branch, "day": day, "figures": json.dumps(figures)}
    with database.writing.begin() as connection:
        insert_if_missing(connection, SCORE, row)


@store_errors()
def kept_scores(database: Database, branch: str, most: int) -> dict[str, dict[str, Any]]:
    """The figures of the newest days that have any, so many at most, oldest first.

    Raises:
        StoreUnavailable.
    """
    newest = select(SCORE).where(SCORE.c.branch == branch).order_by(SCORE.c.day.desc()).limit(most)
    with database.reading.begin() as connection:
        rows = connection.execute(newest).all()
    return {row.day: json.loads(row.figures) for row in reversed(rows)}
