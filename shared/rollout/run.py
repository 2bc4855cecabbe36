"""Running the kernel from Python: one day with its log, or many days with their sums."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np

from shared.domain.rules import DayRules, Rules
from shared.rollout import columns as c
from shared.rollout.branch_arrays import (
    HALF_HOURS,
    Room,
    Work,
    empty_day,
    empty_morning,
    has_visits,
    ints,
)
from shared.rollout.course import Course, CourseTables, Happens, course_tables
from shared.rollout.day import ALL, NONE, Day, Extras, Ints
from shared.rollout.floor import PLAIN, Floor
from shared.rollout.machine import Machine, machine
from shared.rollout.many import DAY_FIGURES_WIDTH, FIGURES_WIDTH
from shared.rollout.morning import Start

#: Held while the compiled day is made.
MAKING: Final = threading.Lock()


@dataclass(frozen=True)
class Hall:
    """A branch as the kernel takes it: rules, the day type's rules, stints by counter, kiosks.

    ``floor`` is what people meet between door and counter. ``recall_us`` is how long a teller
    waits for somebody who does not come. ``happenings`` and ``kiosk_plan`` (when kiosks are
    away or quicker) are the same on all days, as ``work`` is; or ``courses`` holds all of each day.
    ``rooms`` are pools: the services that need one, a bit each, and how many there are.
    """

    rules: Rules
    today: DayRules
    work: tuple[tuple[Work, ...], ...]
    kiosks: int
    floor: Floor = PLAIN
    recall_us: int = 0
    happenings: tuple[Happens, ...] = ()
    kiosk_plan: tuple[tuple[int, ...], ...] = ()
    supervisors: int = 1
    courses: tuple[Course, ...] = ()
    rooms: tuple[tuple[int, int], ...] = ()

    def tables(self) -> CourseTables:
        """What befalls the house as arrays."""
        return course_tables(self.courses or (Course(self.work, self.happenings, self.kiosk_plan),))


@dataclass(frozen=True)
class Sums:
    """What many days came to; shapes and columns as ``rollout.many`` says.

    ``out`` holds every customer's outcome where that was asked for, else nobody's; ``served`` the
    time by day, counter and half-hour on days with acts, else no days; ``blocked`` likewise what
    counters have waited for (rows ``Z_``).
    """

    figures: Ints
    desks: Ints
    days: Ints
    worked: Ints
    served: Ints
    blocked: Ints
    out: Ints


def live_one(hall: Hall, people: Ints, start: Start | None = None) -> Day:
    """One day with its trace: the arrays as they are when it is over."""
    count = len(people)
    room = Room(count, count, events=8 * count + 4096, passes=16 * count + 256)
    first = np.array([0, count], dtype=np.int64)
    tables = hall.tables()
    while True:
        day = _frame(hall, tables, people, room)
        own = _room_for_sums(hall, tables, people, 1, 0)
        _live(hall, tables, day, start, first, 0, (), own)
        if not day.line[c.L_IS_CUT]:
            return _with_sums(day, own)
        events, passes = int(day.line[c.L_EVENTS]), int(day.line[c.L_PASSES])
        room = Room(count, count, events=events, passes=passes)


def _with_sums(day: Day, own: Sums) -> Day:
    """The only day of these sums with its own."""
    if not len(own.served):
        return day
    visiting = day.visiting._replace(served=own.served[0], blocked=own.blocked[0])
    return day._replace(visiting=visiting)


def live_many(
    hall: Hall,
    people: Ints,
    first: Ints,
    *,
    start: Start | None = None,
    warm_us: int = 0,
    limits_us: Sequence[int] = (),
    threads: int = 1,
    keeps_outcomes: bool = False,
) -> Sums:
    """Many days, each from the same start (None: an empty morning) with its own customers.

    Day n's are ``first[n]`` to ``first[n + 1]``. Days go to threads in equal parts; the outcome
    does not depend on how many there are.
    """
    days = len(first) - 1
    tables = hall.tables()
    sums = _room_for_sums(hall, tables, people, days, len(limits_us))
    if keeps_outcomes:
        sums = replace(sums, out=ints(len(people), c.OUTCOME_WIDTH))
    borders = [days * part // threads for part in range(threads + 1)]
    parts = [(a, b) for a, b in pairwise(borders) if a < b]

    def live_part(part: tuple[int, int]) -> None:
        a, b = part
        mine, most = people[first[a] : first[b]], int(np.diff(first[a : b + 1]).max())
        room = Room(most, most)
        frame = _frame(hall, tables, mine, room)
        if keeps_outcomes:
            frame = frame._replace(out=sums.out[first[a] : first[b]])
        begun = start
        if start is not None and len(start.ends_us):
            begun = start._replace(ends_us=start.ends_us[a:b])
        if begun is not None and len(begun.back_us):
            begun = begun._replace(back_us=begun.back_us[a:b])
        own = Sums(
            sums.figures[a:b],
            sums.desks[a:b],
            sums.days[a:b],
            sums.worked[a:b],
            sums.served[a:b],
            sums.blocked[a:b],
            sums.out,
        )
        own_first = first[a : b + 1] - first[a]
        _live(hall, tables.part(a, b), frame, begun, own_first, warm_us, limits_us, own)

    if len(parts) == 1:
        live_part(parts[0])
    else:
        with ThreadPoolExecutor(max(len(parts), 1)) as pool:
            list(pool.map(live_part, parts))
    return sums


def _frame(hall: Hall, tables: CourseTables, people: Ints, room: Room) -> Day:
    """The arrays of a day in this hall."""
    visits = (hall.recall_us, hall.supervisors, hall.rooms)
    return empty_day(hall.rules, hall.today, tables.work, people, room, hall.floor, *visits)


def _room_for_sums(hall: Hall, tables: CourseTables, people: Ints, days: int, limits: int) -> Sums:
    visited = days if has_visits(people, hall.rooms) else 0
    classes = len(hall.rules.services) * len(hall.rules.segments)
    return Sums(
        ints(days, classes, FIGURES_WIDTH + 2 * limits),
        ints(days, len(hall.rules.counters), 2),
        ints(days, DAY_FIGURES_WIDTH),
        ints(days, tables.stints.shape[1], 2),
        ints(visited, len(hall.rules.counters), HALF_HOURS),
        ints(visited, c.BLOCKED_ROWS, HALF_HOURS),
        ints(0, c.OUTCOME_WIDTH),
    )


def _machine() -> Machine:
    """The compiled day, made by one thread.

    Two at once would each make one, and the slower of them outside ``cached_here`` of the other: it
    would compile for minutes and keep its code in the working folder.
    """
    with MAKING:
        return machine()


def _live(
    hall: Hall,
    tables: CourseTables,
    frame: Day,
    start: Start | None,
    first: Ints,
    warm_us: int,
    limits_us: Sequence[int],
    sums: Sums,
) -> None:
    """One compiled call."""
    arguments = (
        frame,
        empty_morning(frame) if start is None else start,
        first,
        tables.stints,
        tables.happenings,
        tables.kiosks,
        hall.kiosks,
        ints(4, max(len(frame.order), hall.kiosks)),
        warm_us,
        np.array(limits_us, dtype=np.int64),
        sums.figures,
        sums.desks,
        sums.days,
        sums.worked,
        sums.served,
        sums.blocked,
        _extras(tables, frame),
    )
    kernel = _machine()
    kernel.load(arguments)
    kernel.live_days(*arguments)


def _extras(tables: CourseTables, frame: Day) -> Extras:
    """Whether these days have anything that ``many.live_days`` names as seldom."""
    seldom = (
        *(tables.happenings, tables.kiosks),
        *(frame.ratios, frame.floor, frame.walks, frame.machines, frame.visiting.visits),
        *(frame.trace, frame.passes),
    )
    return ALL if any(rows.size for rows in seldom) else NONE
