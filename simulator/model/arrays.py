"""A plan and its customers as the arrays of the compiled kernel (``shared.rollout``)."""

from collections.abc import Sequence

import numpy as np

from shared.domain.rules import Rules
from shared.rollout.branch_arrays import Work
from shared.rollout.columns import P_ARRIVAL_US, PERSON_WIDTH
from shared.rollout.day import Ints
from shared.rollout.run import Hall
from simulator.model.booked import draw_booked
from simulator.model.customer import NEVER, Customer
from simulator.model.demand import walk_in_columns
from simulator.model.plan import Plan
from simulator.model.shift import Shift


def to_hall(rules: Rules, shifts: Sequence[Shift], kiosks: int, day: str) -> Hall:
    """The branch on this date (ISO), with who works when at each counter.

    Raises:
        ValueError: two shifts at one counter, which the kernel does not play.
    """
    work: dict[str, tuple[Work, ...]] = {counter.id: () for counter in rules.counters}
    for shift in shifts:
        if work[shift.counter]:
            raise ValueError(f"two shifts at counter {shift.counter}")
        work[shift.counter] = tuple(
            Work(s.from_us, -1 if s.to_us is None else s.to_us, bool(s.pause_reason))
            for s in shift.stints
        )
    return Hall(rules, rules.day(rules.calendar.day_type(day)), tuple(work.values()), kiosks)


def to_people(rules: Rules, customers: Sequence[Customer]) -> Ints:
    """One row a customer, columns ``P_`` of ``shared.rollout.columns``."""
    service, segment = rules.service_index, rules.segment_index
    rows = [(service[c.service], segment[c.segment], *c[2:]) for c in customers]
    return np.array(rows, dtype=np.int64).reshape(-1, PERSON_WIDTH)


def plan_hall(plan: Plan) -> Hall:
    """The branch of a plan on its day."""
    return to_hall(plan.rules, plan.shifts, plan.scenario.kiosk.count, plan.day)


def draw_people(plan: Plan, seed: int, day: int) -> Ints:
    """The customers of ``demand.draw_day`` as rows, in the same order, without making each one."""
    rules, mix = plan.rules, plan.scenario.demand.mix
    line, columns = walk_in_columns(plan, seed, day)
    services = np.array([rules.service_index[share.service] for share in mix], dtype=np.int64)
    segments = np.array([rules.segment_index[share.segment] for share in mix], dtype=np.int64)
    walk_ins = np.stack([services[line], segments[line], *columns], axis=1)
    booked = to_people(rules, draw_booked(plan, seed, day))
    everybody = np.concatenate([walk_ins, booked])
    arrival_us = everybody[:, P_ARRIVAL_US]
    order = np.lexsort((arrival_us, arrival_us == NEVER))  # stable, as ``in_order`` is
    return np.ascontiguousarray(everybody[order])
