"""Where the search begins: each half-hour by itself, as if it lasted for ever."""

from collections.abc import Sequence

import numpy as np

from shared.dispatch.layout import MINUTE_US
from shared.metrics.visit import HALF_HOUR_US
from simulator.experiment.load import expected_customers
from simulator.experiment.theory import Unstable, erlang_c
from simulator.model.class_time import service_time
from simulator.model.demand import rates
from simulator.model.plan import Plan
from simulator.planning.staffing.openings import House, Openings
from simulator.planning.target import Target


def beginning(plan: Plan, house: House, targets: Sequence[Target], at_least: int) -> Openings:
    """Period by period (SIPP) for one pool; with several pools everything open.

    Source: Green, Kolesar and Soares (2001), "stationary independent period by period", with
    Erlang C: exponential service and nobody who leaves. Only a place to begin: the search takes
    away what is too much, and adds what lacks.
    """
    if len(house.pools) > 1 or plan.scenario.demand.times_min is not None:
        return house.full
    arrivals = _per_min(plan, house)
    service = 1 / _mean_min(plan)
    size = len(house.pools[0].counters)
    found = [
        next(
            (n for n in range(max(1, at_least), size) if _suffices(rate, service, n, targets)),
            size,
        )
        for rate in arrivals
    ]
    return np.array([found], dtype=np.int64)


def _suffices(arrivals: float, service: float, servers: int, targets: Sequence[Target]) -> bool:
    if not arrivals:
        return True
    try:
        delay = erlang_c(arrivals, service, servers)
    except Unstable:
        return False
    return all(1 - delay.p_wait_over(t.within_s / 60) >= t.share for t in targets)


def _per_min(plan: Plan, house: House) -> list[float]:
    """Expected arrivals a minute in each half-hour."""
    begins_us, ends_us, per_hour = rates(plan)
    found = []
    for number in range(house.count):
        from_us = (house.first + number) * HALF_HOUR_US
        shared_us = np.minimum(ends_us, from_us + HALF_HOUR_US) - np.maximum(begins_us, from_us)
        hours = np.maximum(shared_us, 0) / HALF_HOUR_US
        found.append(float((hours * per_hour).sum()) / 60)
    return found


def _mean_min(plan: Plan) -> float:
    """Mean minutes at a counter over all customers, walk included."""
    counts = expected_customers(plan)
    total = sum(counts.values())
    minutes = sum(n * service_time(plan, *who).mean_min for who, n in counts.items()) / total
    walks_us = [counter.walk_us for counter in plan.rules.counters]
    return minutes + sum(walks_us) / len(walks_us) / MINUTE_US
