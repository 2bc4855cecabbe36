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
    """A day of the house: the stints of each counter, and what happens, in order of time."""

    work: tuple[tuple[Work, ...], ...]
    happenings: tuple[Happens, ...] = ()


class CourseTables(NamedTuple):
    """Stints and happenings as arrays (day, row, column), and the work with room for any day's."""

    work: tuple[tuple[Work, ...], ...]
    stints: Ints
    happenings: Ints

    def part(self, begin: int, end: int) -> "CourseTables":
        """Those of some of the days; where all are the same, the same."""
        if len(self.stints) == 1:
            return self
        return self._replace(stints=self.stints[begin:end], happenings=self.happenings[begin:end])


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
    rows = max(len(course.happenings) for course in courses)
    happenings = np.full((len(courses), rows, c.HAPPENING_WIDTH), c.FAR, dtype=np.int64)
    for number, course in enumerate(courses):
        if course.happenings:
            happenings[number, : len(course.happenings)] = np.array(course.happenings)
    return CourseTables(works[0], np.stack([stint_table(work) for work in works]), happenings)
