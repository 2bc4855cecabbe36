"""Customers of many days drawn at once, for forecasts: one stream for each purpose, not each day.

Same distributions as ``demand.draw_walk_ins``, other random numbers: a study whose days are
compared between plans or engines draws each day by itself.
"""

from collections.abc import Callable

import numpy as np

from shared.dispatch.layout import MINUTE_US
from shared.rollout.columns import PERSON_WIDTH
from shared.rollout.day import Ints
from simulator.model.class_time import kiosk_time, patience, service_time
from simulator.model.customer import PATIENT
from simulator.model.demand import rates
from simulator.model.distribution import Distribution, Lognormal, draw
from simulator.model.draws import Purpose, stream, streams
from simulator.model.in_hall import completed, hall_columns
from simulator.model.party import draw_parties
from simulator.model.plan import Plan

#: Bulk draws are no day of a study: a number that no day has.
NO_DAY = 1 << 31


def draw_many(plan: Plan, seed: int, days: int, from_us: int = 0) -> tuple[Ints, Ints]:
    """Rows of everybody who just comes from ``from_us`` on, day by day in order of arrival.

    The second array says where each day begins (days + 1 places). Fixed arrivals (``times_min``)
    are the same every day.
    """
    source = streams(seed, NO_DAY)
    day, arrival_us = _arrivals(plan, seed, days, from_us)
    parties = draw_parties(plan, len(day), source)
    day, arrival_us = np.repeat(day, parties.tickets), np.repeat(arrival_us, parties.tickets)
    count, mix = len(day), plan.scenario.demand.mix
    weights = np.cumsum([share.share for share in mix])
    places = source(Purpose.CLASS).random(count) * weights[-1]
    line = np.minimum(np.searchsorted(weights, places, side="right"), len(mix) - 1)
    services = np.array([plan.rules.service_index[share.service] for share in mix])
    segments = np.array([plan.rules.segment_index[share.segment] for share in mix])
    columns = {
        "arrival_us": arrival_us,
        "kiosk_us": _by_time(plan, seed, Purpose.KIOSK, line, kiosk_time),
        "service_us": _by_time(plan, seed, Purpose.SERVICE, line, service_time),
        "patience_us": _by_time(plan, seed, Purpose.PATIENCE, line, patience),
        "people": np.repeat(parties.people, parties.tickets),
        **hall_columns(plan, count, source),
    }
    rows = np.empty((count, PERSON_WIDTH), dtype=np.int64)
    rows[:, 0], rows[:, 1] = services[line], segments[line]
    for place, column in enumerate(completed(columns, count), start=2):
        rows[:, place] = column
    return rows, np.concatenate([[0], np.cumsum(np.bincount(day, minlength=days))])


def _arrivals(plan: Plan, seed: int, days: int, from_us: int) -> tuple[Ints, Ints]:
    """Day and time of every arrival, in order of both."""
    demand = plan.scenario.demand
    if demand.times_min is not None:
        times = [plan.opens_us + round(minutes * MINUTE_US) for minutes in demand.times_min]
        fixed = np.array(sorted(t for t in times if t >= from_us), dtype=np.int64)
        return np.repeat(np.arange(days), len(fixed)), np.tile(fixed, days)
    begins_us, ends_us, per_hour = rates(plan)
    begins_us, ends_us = np.maximum(begins_us, from_us), np.maximum(ends_us, from_us)
    factor = np.ones((days, 1))
    if demand.day_factor_cv:
        busy = Lognormal(mean_min=1.0, cv=demand.day_factor_cv)
        factor[:, 0] = draw(busy, days, stream(seed, NO_DAY, Purpose.DAY_FACTOR)) / MINUTE_US
    arrivals = stream(seed, NO_DAY, Purpose.ARRIVAL)
    expected = per_hour * (ends_us - begins_us) / (60 * MINUTE_US)
    counts = arrivals.poisson(factor * expected).ravel()
    slot = np.repeat(np.arange(len(counts)), counts)
    length_us = (ends_us - begins_us)[slot % len(begins_us)]
    at_us = begins_us[slot % len(begins_us)] + (arrivals.random(len(slot)) * length_us)
    day = slot // len(begins_us)
    # one sort by day and time together: times of a day stay below its share of the range
    key = day * (1 << 40) + at_us.astype(np.int64)
    key.sort()
    return key >> 40, key & ((1 << 40) - 1)


Choice = Callable[[Plan, str, str], Distribution | None]


def _by_time(plan: Plan, seed: int, purpose: Purpose, line: Ints, choose: Choice) -> Ints:
    """A time for each customer; lines of the mix with the same distribution are drawn together."""
    chosen = [choose(plan, share.service, share.segment) for share in plan.scenario.demand.mix]
    times = np.full(len(line), PATIENT, dtype=np.int64)
    source = stream(seed, NO_DAY, purpose)
    distinct = [d for n, d in enumerate(chosen) if d is not None and d not in chosen[:n]]
    for distribution in distinct:
        has_it = np.array([d == distribution for d in chosen])
        mine = np.flatnonzero(has_it[line])
        times[mine] = draw(distribution, len(mine), source)
    return times
