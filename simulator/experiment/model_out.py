"""A day that the reference model lived, as a result; what became of customers as kernel's rows."""

from collections.abc import Iterable

import numpy as np

from shared.metrics.folding import visits
from shared.metrics.visit import SECOND_US, Visit
from shared.rollout import columns as c
from shared.rollout.day import Ints
from simulator.experiment.day_result import DayResult, day_result
from simulator.experiment.hall_day import hall_day
from simulator.experiment.house_day import asked_of, has_house, house_day, worked_of
from simulator.model.branch_day import DayRun
from simulator.model.course import Course
from simulator.model.floor import to_floor
from simulator.model.plan import Plan


def model_day(plan: Plan, run: DayRun, people: Ints, course: Course) -> DayResult:
    """The result of a day of these customers (rows as ``simulator.model.arrays`` makes them)."""
    floor, hall = to_floor(plan), None
    if floor.is_used:
        warm_us = plan.opens_us + round(plan.scenario.warm_up_min * 60 * SECOND_US)
        out = model_out(plan, run, visits(run.events))
        hall = hall_day(plan, floor, people, out, warm_us)
    house = None
    if has_house(plan):
        house = house_day(course.shifts, worked_of(run.events), asked_of(run))
    return day_result(plan, run.events, run.turned_away, hall, house)


def model_out(plan: Plan, run: DayRun, found: Iterable[Visit]) -> Ints:
    """A row of ``O_`` columns for each customer, as far as the figures of the hall need them."""
    out = np.zeros((len(run.tickets), c.OUTCOME_WIDTH), dtype=np.int64)
    out[:, c.O_TICKET_US] = out[:, c.O_CALLED_US] = out[:, c.O_ENDED_US] = -1
    for visit in found:
        row = out[int(visit.ticket) - 1]
        row[c.O_STATE] = _state(visit)
        row[c.O_TICKET_US] = visit.arrived_us
        row[c.O_CALLED_US] = -1 if visit.called_us is None else visit.called_us
        row[c.O_ENDED_US] = -1 if visit.ended_us is None else visit.ended_us
        row[c.O_COUNTER] = plan.rules.counter_index[visit.counter] if visit.counter else -1
    for use in run.uses:
        out[use.customer, c.O_MACHINE_US], out[use.customer, c.O_UNTIL_US] = use.from_us, use.to_us
    out[list(run.offered), c.O_OFFERED] = 1
    return out


def _state(visit: Visit) -> int:
    """As far as it matters here: turned round, at a machine, or anything else."""
    if visit.state == "cancelled":
        return c.BALKED if visit.outcome == "balked" else c.LEFT
    return c.DIVERTED if visit.state == "diverted" else c.CLOSED
