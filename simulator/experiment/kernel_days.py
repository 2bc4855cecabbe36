"""Days lived by the compiled kernel, as the same results that the reference model's log gives."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

import numpy as np

from shared.metrics.visit import HALF_HOUR_US, SECOND_US
from shared.rollout import columns as c
from shared.rollout import many
from shared.rollout.day import Ints
from shared.rollout.floor import Floor
from shared.rollout.run import Hall, Sums, live_many
from simulator.experiment.day_result import ALL, DayResult, GroupDay, Stops
from simulator.experiment.day_table import (
    HALF_HOURS,
    NOT_COUNTED,
    OVER,
    WITHIN,
    DayTable,
    Real,
    most_at_once,
    spread,
)
from simulator.experiment.first_wait import first_wait
from simulator.experiment.hall_day import hall_day
from simulator.experiment.house_day import HouseDay, has_house, house_day
from simulator.model.arrays import plan_hall
from simulator.model.course import Course
from simulator.model.floor import to_floor
from simulator.model.plan import Plan


def kernel_days(
    plan: Plan, days: Sequence[Ints], courses: Sequence[Course], threads: int = 1
) -> list[DayResult]:
    """The days of these customers (rows as ``simulator.model.arrays`` makes them).

    ``courses`` holds that of the house on each day, or one for all.
    """
    hall = plan_hall(plan, courses)
    work = stint_rows(hall)
    first = np.cumsum([0, *(len(people) for people in days)], dtype=np.int64)
    people = np.concatenate(days)
    warm_us = plan.opens_us + round(plan.scenario.warm_up_min * 60 * SECOND_US)
    limits_us = [int(limit.within_s * SECOND_US) for limit in plan.limits]
    floor = to_floor(plan)
    sums = live_many(
        hall,
        people,
        first,
        warm_us=warm_us,
        limits_us=limits_us,
        threads=threads,
        keeps_outcomes=True,
    )
    return [
        replace(
            _day(plan, work, sums, number, people[a:b], sums.out[a:b], warm_us, limits_us, floor),
            house=_house(plan, work, sums, number, courses[min(number, len(courses) - 1)]),
        )
        for number, (a, b) in enumerate(pairwise(first))
    ]


def _house(
    plan: Plan, work: list[slice], sums: Sums, number: int, course: Course
) -> HouseDay | None:
    if not has_house(plan):
        return None
    worked = {
        counter.id: [(int(a), int(b)) for a, b in sums.worked[number, rows]]
        for counter, rows in zip(plan.rules.counters, work, strict=True)
    }
    asked = sums.blocked[number] if len(sums.blocked) else sums.blocked
    return house_day(course.shifts, worked, asked)


def _day(
    plan: Plan,
    work: list[slice],
    sums: Sums,
    number: int,
    people: Ints,
    out: Ints,
    warm_us: int,
    limits_us: list[int],
    floor: Floor,
) -> DayResult:
    rules, figures = plan.rules, sums.figures[number]
    by_class = figures.reshape(len(rules.services), len(rules.segments), -1)
    opened = sums.desks[number]
    ever = {i for i, desk in enumerate(work) if (sums.worked[number, desk] >= 0).any()}
    return DayResult(
        segments=_groups([s.id for s in rules.segments], np.swapaxes(by_class, 0, 1)),
        services=_groups([s.id for s in rules.services], by_class),
        utilisation={
            counter.id: (opened[counter.index, 0] / SECOND_US, opened[counter.index, 1] / SECOND_US)
            for counter in sorted(rules.counters, key=lambda counter: counter.id)
            if counter.index in ever
        },
        overtaken_worst=int(figures[:, many.F_OVERTAKEN_MOST].max(initial=0)),
        overtaken_total=int(figures[:, many.F_OVERTAKEN].sum()),
        turned_away=int(sums.days[number, many.T_TURNED_AWAY]),
        stops=Stops(*sums.days[number, many.T_ABSENCES : many.T_TRANSFERS + 1].tolist()),
        table=_table(plan, work, sums, number, people, out, warm_us, limits_us),
        hall=hall_day(plan, floor, people, out, warm_us) if floor.is_used else None,
    )


def stint_rows(hall: Hall) -> list[slice]:
    """Which rows of the stints belong to each counter."""
    counts = [len(stints) for stints in hall.tables().work]
    ends = np.cumsum(counts).tolist()
    return [slice(end - count, end) for end, count in zip(ends, counts, strict=True)]


def _groups(names: Iterable[str], by_group: Ints) -> dict[str, GroupDay]:
    """The sums of each group that came (``by_group``: group, class, column), and of all."""
    rows = [group.sum(axis=0) for group in by_group]
    found = {ALL: _group_day(reduce(np.add, rows))}
    named = zip(names, rows, strict=True)
    return found | {name: _group_day(row) for name, row in named if row[many.F_ARRIVED]}


def _group_day(row: Ints) -> GroupDay:
    limits = row[many.F_LIMITS :].tolist()
    return GroupDay(
        arrived=int(row[many.F_ARRIVED]),
        called=int(row[many.F_CALLED]),
        left=int(row[many.F_LEFT]),
        wait_sum_s=int(row[many.F_WAIT_US]) / SECOND_US,
        within=tuple(limits[0::2]),
        counted=tuple(limits[1::2]),
    )


def _table(
    plan: Plan,
    work: list[slice],
    sums: Sums,
    number: int,
    people: Ints,
    out: Ints,
    warm_us: int,
    limits_us: list[int],
) -> DayTable:
    """The columns of who took a ticket after the warm-up, in the order of the tickets."""
    serving_s, open_s = _counters(plan, work, sums.worked[number], out)
    if len(sums.served):  # visits need not end at their first counter
        serving_s = sums.served[number] / SECOND_US
    order = np.argsort(out[:, c.O_TICKET_US], kind="stable")
    is_in = (out[:, c.O_STATE] > c.TURNED_AWAY) & (out[:, c.O_TICKET_US] >= warm_us)
    rows = order[is_in[order]]
    who, what = people[rows], out[rows]
    ticket_us = what[:, c.O_TICKET_US]
    is_called, begins, ends, wait_us, counted_us = first_wait(
        ticket_us,
        what[:, c.O_CALLED_US],
        what[:, c.O_ENDED_US],
        what[:, c.O_KEPT],
        who[:, c.P_BOOKED_US],
        what[:, c.O_STOOD_US],
    )
    within = counted_us[:, None] <= np.array(limits_us, dtype=np.int64)[None, :]
    in_vain = np.where(within, NOT_COUNTED, OVER)
    return DayTable(
        segment=who[:, c.P_SEGMENT],
        service=who[:, c.P_SERVICE],
        half_hour=np.minimum(ticket_us // HALF_HOUR_US, HALF_HOURS - 1),
        wait_s=np.where(is_called, wait_us / SECOND_US, np.nan),
        has_left=np.isin(what[:, c.O_STATE], (c.LEFT, c.BALKED)),
        is_on_time=(what[:, c.O_KEPT] > 0) & (what[:, c.O_LATE] == 0),
        over=np.where(is_called[:, None], np.where(within, WITHIN, OVER), in_vain).astype(np.int8),
        overtaken=what[:, c.O_OVERTAKEN],
        waiting_s=spread(begins, ends) / SECOND_US,
        waiting_most=most_at_once(begins, ends),
        serving_s=serving_s,
        open_s=open_s,
        last_service_s=_last_service_s(what),
    )


def _last_service_s(what: Ints) -> float:
    """When the last service ended, seconds from midnight; NaN without any."""
    ended_us = what[what[:, c.O_STATE] == c.CLOSED, c.O_ENDED_US]
    return float(ended_us.max()) / SECOND_US if len(ended_us) else math.nan


def _counters(plan: Plan, work: list[slice], worked: Ints, out: Ints) -> tuple[Real, Real]:
    """Serving and open seconds of each counter in each half-hour."""
    counters = plan.rules.counters
    serving, opened = (np.zeros((len(counters), HALF_HOURS)) for _ in range(2))
    for counter, stints in zip(counters, work, strict=True):
        mine = out[(out[:, c.O_COUNTER] == counter.index) & (out[:, c.O_STATE] == c.CLOSED)]
        spans = worked[stints][worked[stints][:, 0] >= 0]
        serving[counter.index] = spread(mine[:, c.O_STARTED_US], mine[:, c.O_ENDED_US])
        opened[counter.index] = spread(spans[:, 0], spans[:, 1])
    return serving / SECOND_US, opened / SECOND_US
