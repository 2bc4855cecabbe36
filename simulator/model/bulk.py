"""Customers of many days drawn at once, for forecasts: one stream for each purpose, not each day.

Same distributions as ``demand.draw_walk_ins``, other random numbers: a study whose days are
compared between plans or engines draws each day by itself.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from shared.dispatch.layout import MINUTE_US
from shared.rollout.columns import PERSON_WIDTH
from shared.rollout.day import Ints
from simulator.model.act_rows import most_acts, with_acts
from simulator.model.arrays import with_second_rows
from simulator.model.class_time import kiosk_time, patience, service_time
from simulator.model.demand import classes_of_mix, rates
from simulator.model.distribution import Distribution, Lognormal, draw
from simulator.model.draw_each import draw_each
from simulator.model.draws import Purpose, stream, streams
from simulator.model.in_hall import completed, hall_columns
from simulator.model.party import draw_parties
from simulator.model.plan import Plan
from simulator.model.visit_draws import draw_visits
from simulator.model.visit_streams import visit_streams

Floats = NDArray[np.float64]

#: Bulk draws are no day of a study: a number that no day has.
NO_DAY = 1 << 31
#: Rows that are made together.
CACHED = 1024
#: Lines of a mix that are compared one by one.
FEW = 8
#: Slots of the demand whose arrivals are placed together.
SLOTS = 400


def draw_many(plan: Plan, seed: int, days: int, from_us: int = 0) -> tuple[Ints, Ints]:
    """Rows of everybody who just comes from ``from_us`` on, day by day in order of arrival.

    The second array says where each day begins (days + 1 places). Fixed arrivals (``times_min``)
    are the same every day. There is room for as many acts as anybody has.
    """
    source = streams(seed, NO_DAY)
    counts, arrival_us = _arrivals(plan, seed, days, from_us)
    first = np.concatenate([[0], np.cumsum(counts)])
    parties = draw_parties(plan, len(arrival_us), source)
    if parties.tickets is not None:
        first = np.concatenate([[0], np.cumsum(parties.tickets)])[first]
    arrival_us, people = parties.for_each(arrival_us), parties.for_each(parties.people)
    count, mix = len(arrival_us), plan.scenario.demand.mix
    weights = np.cumsum([share.share for share in mix])
    places = source(Purpose.CLASS).random(count) * weights[-1]
    line = _line_at(places, weights)
    services = np.array([plan.rules.service_index[share.service] for share in mix])
    segments = np.array([plan.rules.segment_index[share.segment] for share in mix])
    service_us = _by_time(plan, seed, Purpose.SERVICE, line, service_time)
    visits = visit_streams(seed, NO_DAY, Purpose.VISIT)
    service_us, acts = draw_visits(plan, classes_of_mix(plan)[line], service_us, visits)
    columns = {
        "arrival_us": arrival_us,
        "kiosk_us": _by_time(plan, seed, Purpose.KIOSK, line, kiosk_time),
        "service_us": service_us,
        "patience_us": _by_time(plan, seed, Purpose.PATIENCE, line, patience),
        "people": people,
        **hall_columns(plan, line, source),
    }
    nothing = np.broadcast_to(np.int64(-1), count)
    rows = _side_by_side([services[line], segments[line], *completed(columns, count), nothing])
    rows = with_acts(rows, acts[:, : most_acts(acts)])
    if not plan.scenario.self_service:
        return rows, first
    each = [with_second_rows(rows[a:b]) for a, b in pairwise(first)]
    return np.concatenate(each), np.cumsum([0, *map(len, each)], dtype=np.int64)


def _line_at(places: Floats, weights: Floats) -> Ints:
    """The line of the mix at each place from 0 to the last of the weights, which add up."""
    if len(weights) > FEW:
        return np.minimum(np.searchsorted(weights, places, side="right"), len(weights) - 1)
    line = np.zeros(len(places), dtype=np.int64)
    for weight in weights[:-1]:
        line += places >= weight
    return line


def _side_by_side(columns: Sequence[Ints]) -> Ints:
    """Columns as rows, some at a time, so that they stay in the cache meanwhile.

    What is the same for everybody is written as part of a whole row.
    """
    count = len(columns[0])
    rows = np.empty((count, PERSON_WIDTH), dtype=np.int64)
    if count == 0:
        return rows
    usual = np.array([column[0] for column in columns])
    drawn = [(place, column) for place, column in enumerate(columns) if column.strides != (0,)]
    for begin in range(0, count, CACHED):
        part = rows[begin : begin + CACHED]
        part[:] = usual
        for place, column in drawn:
            part[:, place] = column[begin : begin + CACHED]
    return rows


def _arrivals(plan: Plan, seed: int, days: int, from_us: int) -> tuple[Ints, Ints]:
    """How many arrive each day, and when, day by day in order."""
    demand = plan.scenario.demand
    if demand.times_min is not None:
        times = [plan.opens_us + round(minutes * MINUTE_US) for minutes in demand.times_min]
        fixed = np.array(sorted(t for t in times if t >= from_us), dtype=np.int64)
        return np.full(days, len(fixed)), np.tile(fixed, days)
    begins_us, ends_us, per_hour = rates(plan)
    begins_us, ends_us = np.maximum(begins_us, from_us), np.maximum(ends_us, from_us)
    factor = np.ones((days, 1))
    if demand.day_factor_cv:
        busy = Lognormal(mean_min=1.0, cv=demand.day_factor_cv)
        factor[:, 0] = draw(busy, days, stream(seed, NO_DAY, Purpose.DAY_FACTOR)) / MINUTE_US
    # All days are one Poisson process: uniform in expected arrivals, sorted as gaps that add up.
    expected = (factor * per_hour * (ends_us - begins_us) / (60 * MINUTE_US)).ravel()
    passed = np.concatenate([[0.0], np.cumsum(expected)])
    arrivals = stream(seed, NO_DAY, Purpose.ARRIVAL)
    gaps = arrivals.standard_exponential(arrivals.poisson(passed[-1]) + 1)
    places = np.cumsum(gaps)
    places *= passed[-1] / places[-1]
    return _at_places(places[:-1], passed, np.tile(begins_us, days), np.tile(ends_us, days), days)


def _at_places(
    places: Floats, passed: Floats, begins_us: Ints, ends_us: Ints, days: int
) -> tuple[Ints, Ints]:
    """Arrivals at ascending places on the scale of expected arrivals: how many a day, and when."""
    borders = np.searchsorted(places, passed[1:-1])
    counts = np.diff(borders, prepend=0, append=len(places))
    # a slot in which nobody is expected has nobody, so that its own scale does not matter
    scale_us = (ends_us - begins_us) / np.maximum(np.diff(passed), 1e-300)
    at_us = np.empty(len(places), dtype=np.int64)
    ends = np.cumsum(counts)
    for slot in range(0, len(counts), SLOTS):
        part = slice(slot, slot + SLOTS)
        here = slice(ends[slot] - counts[slot], ends[min(slot + SLOTS, len(ends)) - 1])
        each = counts[part]
        since = places[here] - np.repeat(passed[:-1][part], each)
        since *= np.repeat(scale_us[part], each)
        found_us = since.astype(np.int64)
        found_us += np.repeat(begins_us[part], each)
        np.minimum(found_us, np.repeat(ends_us[part] - 1, each), out=at_us[here])
    return counts.reshape(days, -1).sum(axis=1), at_us


Choice = Callable[[Plan, str, str], Distribution | None]


def _by_time(plan: Plan, seed: int, purpose: Purpose, line: Ints, choose: Choice) -> Ints:
    """A time for each customer from the distribution of their line of the mix."""
    chosen = [choose(plan, share.service, share.segment) for share in plan.scenario.demand.mix]
    return draw_each(chosen, line, stream(seed, NO_DAY, purpose))
