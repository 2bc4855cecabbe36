"""What earlier days teach the windows of a branch."""

from collections.abc import Iterable
from typing import Final

from shared.metrics.promises import Promised
from shared.rollout.windows.conformal import Correction, Lesson, Raw, learn
from shared.store.engine import Database
from shared.store.promise_log import promises_of_days

#: Older days tell of another branch: people, rosters and demand change.
DAYS: Final = 30


def correction_of(database: Database, branch: str) -> Correction:
    """From the promises of the last days; uncorrected where they are too few.

    Raises:
        StoreUnavailable.
    """
    days = promises_of_days(database, branch, DAYS)
    return learn(lessons_of(each for day in days.values() for each in day.kept))


def lessons_of(kept: Iterable[Promised]) -> Iterable[Lesson]:
    """The same promises as the correction reads them."""
    return (Lesson(each.service, Raw(*each.raw_us), each.called_us) for each in kept)
