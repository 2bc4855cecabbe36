"""Running the kernel from Python: one day with its log, or many days with their sums."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from shared.domain.rules import DayRules, Rules
from shared.rollout import columns as c
from shared.rollout.branch_arrays import HALF_HOURS, Room, Work, empty_day, empty_morning, ints
from shared.rollout.day import Day, Ints
from shared.rollout.floor import PLAIN, Floor
from shared.rollout.machine import machine
from shared.rollout.many import DAY_FIGURES_WIDTH, FIGURES_WIDTH
from shared.rollout.morning import Start


@dataclass(frozen=True)
class Hall:
    """A branch as the kernel takes it: rules, the day type's rules, stints by counter, kiosks.

    ``floor`` is what people meet between door and counter. ``recall_us`` is how long a teller
    waits for somebody who does not come.
    """

    rules: Rules
    today: DayRules
    work: tuple[tuple[Work, ...], ...]
    kiosks: int
    floor: Floor = PLAIN
    recall_us: int = 0


@dataclass(frozen=True)
class Sums:
    """What many days came to; shapes and columns as ``rollout.many`` says.

    ``out`` holds every customer's outcome where that was asked for, else nobody's; ``served`` the
    time by day, counter and half-hour on days with acts, else no days.
    """

    figures: Ints
    desks: Ints
    days: Ints
    worked: Ints
    served: Ints
    out: Ints


def live_one(hall: Hall, people: Ints, start: Start | None = None) -> Day:
    """One day with its trace: the arrays as they are when it is over."""
    count = len(people)
    room = Room(count, count, events=8 * count + 4096, passes=16 * count + 256)
    first = np.array([0, count], dtype=np.int64)
    while True:
        day = empty_day(hall.rules, hall.today, hall.work, people, room, hall.floor, hall.recall_us)
        _live(hall, day, start, first, 0, (), _room_for_sums(hall, people, 1, 0))
        if not day.line[c.L_IS_CUT]:
            return day
        events, passes = int(day.line[c.L_EVENTS]), int(day.line[c.L_PASSES])
        room = Room(count, count, events=events, passes=passes)


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
    sums = _room_for_sums(hall, people, days, len(limits_us))
    if keeps_outcomes:
        sums = replace(sums, out=ints(len(people), c.OUTCOME_WIDTH))
    borders = [days * part // threads for part in range(threads + 1)]
    parts = [(a, b) for a, b in pairwise(borders) if a < b]

    def live_part(part: tuple[int, int]) -> None:
        a, b = part
        mine, most = people[first[a] : first[b]], int(np.diff(first[a : b + 1]).max())
        room = Room(most, most)
        frame = empty_day(hall.rules, hall.today, hall.work, mine, room, hall.floor, hall.recall_us)
        if keeps_outcomes:
            frame = frame._replace(out=sums.out[first[a] : first[b]])
        begun = start
        if start is not None and len(start.ends_us):
            begun = start._replace(ends_us=start.ends_us[a:b])
        own = Sums(
            sums.figures[a:b],
            sums.desks[a:b],
            sums.days[a:b],
            sums.worked[a:b],
            sums.served[a:b],
            sums.out,
        )
        _live(hall, frame, begun, first[a : b + 1] - first[a], warm_us, limits_us, own)

    if len(parts) == 1:
        live_part(parts[0])
    else:
        with ThreadPoolExecutor(max(len(parts), 1)) as pool:
            list(pool.map(live_part, parts))
    return sums


def _room_for_sums(hall: Hall, people: Ints, days: int, limits: int) -> Sums:
    has_acts = people.shape[1] > c.PERSON_WIDTH
    classes = len(hall.rules.services) * len(hall.rules.segments)
    return Sums(
        ints(days, classes, FIGURES_WIDTH + 2 * limits),
        ints(days, len(hall.rules.counters), 2),
        ints(days, DAY_FIGURES_WIDTH),
        ints(days, sum(len(stints) for stints in hall.work), 2),
        ints(days if has_acts else 0, len(hall.rules.counters), HALF_HOURS),
        ints(0, c.OUTCOME_WIDTH),
    )


def _live(
    hall: Hall,
    frame: Day,
    start: Start | None,
    first: Ints,
    warm_us: int,
    limits_us: Sequence[int],
    sums: Sums,
) -> None:
    """One compiled call."""
    machine().live_days(
        frame,
        empty_morning(frame) if start is None else start,
        first,
        hall.kiosks,
        ints(4, max(len(frame.order), hall.kiosks)),
        warm_us,
        np.array(limits_us, dtype=np.int64),
        sums.figures,
        sums.desks,
        sums.days,
        sums.worked,
        sums.served,
    )
