"""What befalls the house on each day: who works when, and what happens to its services.

The same on all days, or drawn for each: then the tables of all days get the same number of rows.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from shared.rollout import columns as c
from shared.rollout.branch_arrays import Work, stint_table
from shared.rollout.day import Ints

#: Work of nobody: it never begins.
NO_WORK = Work(c.FAR, -1, False)


class Happens(NamedTuple):
    """Something at a given time; columns ``H_`` of ``shared.rollout.columns``."""

    at_us: int
    kind: int
    services_mask: int
    counter: int = -1
    refuses: bool = False
    stops: bool = False


class Course(NamedTuple):
    """A day of the house: the stints of each counter, and what happens, in order of time.

    ``kiosks`` are the times in which one is away, or all are quicker: rows with columns ``K_``.
    """

    work: tuple[tuple[Work, ...], ...]
    happenings: tuple[Happens, ...] = ()
    kiosks: tuple[tuple[int, ...], ...] = ()


class CourseTables(NamedTuple):
    """Stints, happenings and kiosks (day, row, column), and the work with room for any day's."""

    work: tuple[tuple[Work, ...], ...]
    stints: Ints
    happenings: Ints
    kiosks: Ints

    def part(self, begin: int, end: int) -> "CourseTables":
        """Those of some of the days; where all are the same, the same."""
        if len(self.stints) == 1:
            return self
        return CourseTables(self.work, *(table[begin:end] for table in self[1:]))


def course_tables(courses: Sequence[Course]) -> CourseTables:
    """The tables of these days: one for each day, or one for all."""
    most = [max(map(len, stints)) for stints in zip(*(c.work for c in courses), strict=True)]
    works = [
        tuple(
            (*stints, *(NO_WORK,) * (count - len(stints)))
            for stints, count in zip(course.work, most, strict=True)
        )
        for course in courses
    ]
    return CourseTables(
        works[0],
        np.stack([stint_table(work) for work in works]),
        _padded([course.happenings for course in courses], c.HAPPENING_WIDTH),
        _padded([course.kiosks for course in courses], c.KIOSK_WIDTH),
    )


def _padded(days: Sequence[Sequence[Sequence[int]]], width: int) -> Ints:
    """The rows of each day; days with fewer get rows of a time that never comes."""
    table = np.full((len(days), max(map(len, days)), width), c.FAR, dtype=np.int64)
    for number, rows in enumerate(days):
        if rows:
            table[number, : len(rows)] = np.array(rows, dtype=np.int64)
    return table
