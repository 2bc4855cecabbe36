"""How honest the statistics are: false alarms of the comparison, and what common numbers bring."""

from dataclasses import replace

import numpy as np

from shared.rollout.many import F_CALLED, F_WAIT_US
from shared.rollout.run import live_many
from simulator.experiment.interval import difference_interval
from simulator.model.arrays import draw_people, plan_hall
from simulator.model.distribution import Exponential
from simulator.model.plan import Plan
from simulator.model.shift import Shift, Stint
from tests.simulator.study import Queue, plan_of

Totals = tuple[list[float], list[float]]
HOUR_US = 3_600_000_000
#: Two counters, one hour, twenty customers: so small that thousands of days are soon lived.
SMALL = Queue([1 / 3], 2, Exponential(distribution="exponential", mean_min=5), 60, 0)


def wait_totals(plan: Plan, days: int, seed: int) -> Totals:
    """Seconds waited and customers called, one of each a day; lived by the compiled kernel."""
    drawn = [draw_people(plan, seed, day) for day in range(days)]
    first = np.cumsum([0, *map(len, drawn)])
    figures = live_many(plan_hall(plan), np.concatenate(drawn), first).figures.sum(axis=1)
    return (figures[:, F_WAIT_US] / 1e6).tolist(), figures[:, F_CALLED].astype(float).tolist()


def false_alarms(pairs: int, days: int, seed: int) -> int:
    """How many of so many pairs of identical plans the 95 % test says to differ.

    Each plan of a pair has days of its own: on common days identical plans never differ at all.
    """
    plan, found = plan_of(SMALL), 0
    for pair in range(pairs):
        one, other = (wait_totals(plan, days, seed + 2 * pair + side) for side in (0, 1))
        interval = difference_interval(one, other)
        found += not interval.low <= 0 <= interval.high
    return found


def variance_cut(plan: Plan, changed: Plan, days: int, seed: int) -> float:
    """Variance of the difference of mean waits with days apart / that on the same days."""
    base, same, apart = (
        wait_totals(plan, days, seed),
        wait_totals(changed, days, seed),
        wait_totals(changed, days, seed + 1),
    )
    ratio = difference_interval(apart, base).half_width / difference_interval(same, base).half_width
    return ratio**2


def without(plan: Plan, counter: str, from_h: int, to_h: int) -> Plan:
    """The plan with one counter paused from one hour of the day to another, and no other pause."""
    away = (
        Stint(plan.opens_us, from_h * HOUR_US, "lunch", to_h * HOUR_US),
        Stint(to_h * HOUR_US, None),
    )
    shifts = [Shift(s.counter, s.staff, away) if s.counter == counter else s for s in plan.shifts]
    return replace(plan, shifts=tuple(shifts))
