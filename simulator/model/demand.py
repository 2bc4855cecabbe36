"""The demand of one day: customers drawn from a plan."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from shared.config.rules import clock_us
from shared.dispatch.layout import MINUTE_US
from simulator.model.act_rows import from_rows
from simulator.model.booked import draw_booked
from simulator.model.class_time import kiosk_time, patience, service_time
from simulator.model.customer import PATIENT, Customer, in_order
from simulator.model.distribution import Distribution, Lognormal, Microseconds, draw
from simulator.model.draws import Purpose, stream, streams
from simulator.model.in_hall import completed, hall_columns
from simulator.model.party import draw_parties
from simulator.model.plan import Plan
from simulator.model.scenario_day import HALF_HOUR_US
from simulator.model.visit_draws import draw_visits
from simulator.model.visit_streams import visit_streams


def draw_day(plan: Plan, seed: int, day: int) -> list[Customer]:
    """The customers of one day in order of arrival; the same for the same seed and day."""
    return in_order([*draw_walk_ins(plan, seed, day), *draw_booked(plan, seed, day)])


def draw_walk_ins(plan: Plan, seed: int, day: int) -> list[Customer]:
    """Those of them who just come, in order of arrival."""
    mix = plan.scenario.demand.mix
    line, columns, acts = walk_in_columns(plan, seed, day)
    every = from_rows(plan.rules, acts)
    rows = zip(every, line.tolist(), *(column.tolist() for column in columns), strict=True)
    return [
        Customer(mix[c].service, mix[c].segment, *drawn)._replace(acts=mine)
        for mine, c, *drawn in rows
    ]


def walk_in_columns(
    plan: Plan, seed: int, day: int
) -> tuple[Microseconds, list[Microseconds], Microseconds]:
    """Line of the mix of each, what is drawn for them, and their acts: int64.

    The columns are ``customer.DRAWN``, each (customers,); acts are as ``visit_draws`` gives them.
    """
    source = streams(seed, day)
    arrivals_us = arrival_times(plan, seed, day)
    parties = draw_parties(plan, len(arrivals_us), source)
    people = parties.for_each(parties.people)
    count = len(people)
    mix = plan.scenario.demand.mix
    weights = np.array([share.share for share in mix])
    line = source(Purpose.CLASS).choice(len(mix), count, p=weights / weights.sum())
    service_us = _by_class(plan, seed, day, Purpose.SERVICE, line, service_time)
    visits = visit_streams(seed, day, Purpose.VISIT)
    service_us, acts = draw_visits(plan, classes_of_mix(plan)[line], service_us, visits)
    columns = {
        "arrival_us": parties.for_each(arrivals_us),
        "kiosk_us": _kiosk_us(plan, seed, day, line),
        "service_us": service_us,
        "patience_us": _by_class(plan, seed, day, Purpose.PATIENCE, line, patience),
        "people": people,
        **hall_columns(plan, line, source),
    }
    return line.astype(np.int64), completed(columns, count), acts


def classes_of_mix(plan: Plan) -> Microseconds:
    """The row of the policy of each line of the mix."""
    rules, mix = plan.rules, plan.scenario.demand.mix
    rows = [rules.class_of(rules.service(s.service), rules.segment(s.segment)) for s in mix]
    return np.array(rows, dtype=np.int64)


def _kiosk_us(plan: Plan, seed: int, day: int, line: NDArray[np.int64]) -> Microseconds:
    if plan.scenario.kiosk.times:
        return _by_class(plan, seed, day, Purpose.KIOSK, line, kiosk_time)
    return draw(plan.scenario.kiosk.time, len(line), stream(seed, day, Purpose.KIOSK))


def arrival_times(plan: Plan, seed: int, day: int) -> Microseconds:
    """Arrivals of one day, ascending, microseconds from midnight: int64, shape (customers,).

    Poisson counts in each half-hour and uniform times inside it, which is a Poisson process with
    a rate that is constant in each half-hour; all rates share the factor of the day.
    """
    demand = plan.scenario.demand
    if demand.times_min is not None:
        times_us = [plan.opens_us + round(minutes * MINUTE_US) for minutes in demand.times_min]
        return np.array(sorted(times_us), dtype=np.int64)
    begins_us, ends_us, per_hour = rates(plan)
    factor = 1.0
    if demand.day_factor_cv:
        busy = Lognormal(mean_min=1.0, cv=demand.day_factor_cv)
        factor = float(draw(busy, 1, stream(seed, day, Purpose.DAY_FACTOR))[0]) / MINUTE_US
    arrivals = stream(seed, day, Purpose.ARRIVAL)
    lengths_us = ends_us - begins_us
    counts = arrivals.poisson(per_hour * factor * lengths_us / (60 * MINUTE_US))
    places = arrivals.random(int(counts.sum()))
    times = np.repeat(begins_us, counts) + places * np.repeat(lengths_us, counts)
    return np.sort(times.astype(np.int64))


def rates(plan: Plan) -> tuple[Microseconds, Microseconds, NDArray[np.float64]]:
    """Begin, end and rate of each half-hour, or step; the last half-hour may be shorter."""
    steps = plan.scenario.demand.steps
    if steps is not None:
        at_us = [*(clock_us(step.begins) for step in steps), plan.last_ticket_us]
        found = np.array(at_us, dtype=np.int64)
        return found[:-1], found[1:], np.array([s.per_hour for s in steps], dtype=np.float64)
    begins = np.arange(plan.opens_us, plan.last_ticket_us, HALF_HOUR_US, dtype=np.int64)
    ends = np.minimum(begins + HALF_HOUR_US, plan.last_ticket_us)
    demand = plan.scenario.demand
    rates = demand.half_hours_per_hour or (demand.per_hour or 0.0,) * len(begins)
    return begins, ends, np.array(rates, dtype=np.float64)


Choice = Callable[[Plan, str, str], Distribution | None]


def _by_class(
    plan: Plan, seed: int, day: int, purpose: Purpose, classes: NDArray[np.int64], choose: Choice
) -> Microseconds:
    """One time for each customer, each class from its own distribution; PATIENT where none."""
    times = np.full(len(classes), PATIENT, dtype=np.int64)
    source = stream(seed, day, purpose)
    for index, share in enumerate(plan.scenario.demand.mix):
        chosen = choose(plan, share.service, share.segment)
        mine = np.flatnonzero(classes == index)
        if chosen is not None:
            times[mine] = draw(chosen, len(mine), source)
    return times
