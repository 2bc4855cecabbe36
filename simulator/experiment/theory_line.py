"""The theory line of a plan: its day as one queue before equal counters, to hold beside a study."""

from itertools import pairwise

import numpy as np

from shared.dispatch.layout import MINUTE_US
from simulator.experiment.load import expected_customers
from simulator.experiment.theory_day import Period, TheoryDay, theory_day
from simulator.model.class_time import patience, service_time
from simulator.model.course import is_quiet
from simulator.model.demand import rates
from simulator.model.plan import Plan

#: Longer days (runs without doors, made for steady states) have formulas of their own.
LONGEST_DAY_US = 24 * 60 * MINUTE_US
MOST_PER_HOUR = 600.0


def theory_line(plan: Plan) -> TheoryDay | None:
    """What M(t)/M/c(t)+M says of the plan's day; None where that is no likeness of it.

    Everybody in one line, every staffed counter serves everybody (so it is what pooling would give:
    with skills kept apart the real day is worse), exponential service with the mean of all classes
    and walks, exponential patience with the mean rate. Not for appointments, fixed arrival times,
    groups, people who turn round, machines, measured ways, visits of several stops, staff that is
    drawn, cash work, anything that befalls the house, days without any counter at some time, or
    more than ``MOST_PER_HOUR`` customers.
    """
    scenario = plan.scenario
    if scenario.appointments or scenario.demand.times_min is not None:
        return None
    beyond = (scenario.demand.groups, scenario.balking, scenario.announcement, scenario.present)
    if (
        any(beyond)
        or scenario.visiting
        or scenario.self_service
        or scenario.layout
        or not is_quiet(plan)
    ):
        return None
    periods = _periods(plan)
    if not periods or min(period.servers for period in periods) == 0:
        return None
    service_min, leaving = _means(plan)
    if max(p.arrivals_per_min for p in periods) * 60 > MOST_PER_HOUR or not service_min:
        return None
    return theory_day(periods, 1 / service_min, leaving)


def _periods(plan: Plan) -> list[Period]:
    """The half-hours of the day, cut where counters come or go."""
    if plan.last_ticket_us - plan.opens_us > LONGEST_DAY_US:
        return []
    begins_us, ends_us, per_hour = rates(plan)
    stints = [stint for shift in plan.shifts for stint in shift.stints]
    cuts = {plan.last_ticket_us, *begins_us.tolist(), *ends_us.tolist()}
    cuts |= {s.from_us for s in stints} | {s.to_us for s in stints if s.to_us is not None}
    inside = sorted(c for c in cuts if plan.opens_us <= c <= plan.last_ticket_us)
    return [
        Period(
            lasts_min=(to_us - from_us) / MINUTE_US,
            arrivals_per_min=float(per_hour[np.searchsorted(begins_us, from_us, "right") - 1]) / 60,
            servers=sum(
                s.from_us <= from_us and (s.to_us is None or s.to_us >= to_us) for s in stints
            ),
        )
        for from_us, to_us in pairwise(inside)
    ]


def _means(plan: Plan) -> tuple[float, float]:
    """Minutes at a counter, walk included, and the leaving rate a minute, over all classes."""
    counts = expected_customers(plan)
    total = sum(counts.values())
    if not total:
        return 0.0, 0.0
    counters = [plan.rules.counters[plan.rules.counter_index[s.counter]] for s in plan.shifts]
    walk_min = sum(c.walk_us for c in counters) / len(counters) / MINUTE_US
    service_min, leaving = walk_min, 0.0
    for (service, segment), count in counts.items():
        service_min += count / total * service_time(plan, service, segment).mean_min
        stays = patience(plan, service, segment)
        if stays is not None and stays.mean_min:
            leaving += count / total / stays.mean_min
    return service_min, leaving
