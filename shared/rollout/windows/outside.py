"""Who will come in the next hours, drawn for many runs: those who just come, and appointments.

The level of today is one draw a run, given how many have come so far: a gamma prior with mean 1
and the variation of days, and Poisson counts (Jongbloed and Koole 2001, Managing uncertainty in
call centres using Poisson mixtures, Applied Stochastic Models in Business and Industry 17).
"""

from typing import Final

import numpy as np
from numpy.random import Generator

from shared.dispatch.layout import MINUTE_US
from shared.domain.appointment import AppointmentState
from shared.domain.branch import Branch
from shared.rollout import columns as c
from shared.rollout.columns import HALF_HOUR_US
from shared.rollout.day import Ints
from shared.rollout.windows.demand import Demand, Floats, Rates
from shared.rollout.windows.pools import drawn_from

#: Below this no level of the day is told from another.
LEAST_CV: Final = 0.01
#: How people come whose appointment no line of the file is about: minutes, share.
USUAL_BOOKED: Final = (-4.0, 6.0, 0.1)


def draw_outside(
    branch: Branch, demand: Demand, now_us: int, until_us: int, runs: int, stream: Generator
) -> tuple[Ints, Ints]:
    """Rows run by run in order of arrival, and how many each run has; times from midnight."""
    run, rows = _walk_ins(branch, demand, now_us, until_us, runs, stream)
    booked_run, booked = _booked(branch, demand, now_us, until_us, runs, stream)
    if len(booked):
        run, rows = np.concatenate([run, booked_run]), np.concatenate([rows, booked])
        order = np.lexsort((rows[:, c.P_ARRIVAL_US], run))
        run, rows = run[order], rows[order]
    return rows, np.bincount(run, minlength=runs)


def day_level(branch: Branch, demand: Demand, now_us: int) -> tuple[float, float]:
    """Shape and rate of the gamma distribution of today's level, given who has come so far."""
    shape = 1 / max(demand.day_cv, LEAST_CV) ** 2
    if demand.rates is None or not demand.is_calibrated:
        return shape, shape
    seen = sum(not ticket.appointment for ticket in branch.tickets.values())
    expected = float(_expected(demand.rates, 0, now_us).sum())
    return shape + seen, shape + expected


def _expected(rates: Rates, from_us: int, to_us: int) -> Floats:
    """Arrivals expected in each step between these times, at the usual level."""
    ends_us = np.minimum(np.append(rates.begins_us[1:], rates.ends_us), to_us)
    lengths_us = np.maximum(ends_us - np.maximum(rates.begins_us, from_us), 0)
    found: Floats = rates.per_us * lengths_us
    return found


def _walk_ins(
    branch: Branch, demand: Demand, now_us: int, until_us: int, runs: int, stream: Generator
) -> tuple[Ints, Ints]:
    if demand.rates is None:
        return np.zeros(0, dtype=np.int64), _blank(0)
    shape, rate = day_level(branch, demand, now_us)
    levels = stream.gamma(shape, 1 / rate, runs)
    expected = _expected(demand.rates, now_us, until_us)
    counts: Ints = stream.poisson(np.outer(levels, expected))  # (run, step)
    steps = np.tile(np.arange(len(expected)), runs)
    step = np.repeat(steps, counts.ravel())
    run = np.repeat(np.arange(runs), counts.sum(axis=1))
    begins_us = np.maximum(demand.rates.begins_us, now_us)
    ends_us = np.minimum(np.append(demand.rates.begins_us[1:], demand.rates.ends_us), until_us)
    at_us = begins_us[step] + stream.random(len(step)) * (ends_us - begins_us)[step]
    rows = _blank(len(step))
    rows[:, c.P_ARRIVAL_US] = at_us.astype(np.int64) + 1
    rows[:, c.P_PATIENCE_US] = -1
    _draw_classes(rows, demand, stream)
    order = np.lexsort((rows[:, c.P_ARRIVAL_US], run))
    return run[order], rows[order]


def _draw_classes(rows: Ints, demand: Demand, stream: Generator) -> None:
    """Service, segment, service time and patience of those who just come."""
    places = stream.random(len(rows)) * demand.weights.sum()
    line = np.minimum(np.searchsorted(np.cumsum(demand.weights), places), len(demand.weights) - 1)
    rows[:, [c.P_SERVICE, c.P_SEGMENT]] = demand.classes[line]
    for number, (service, segment) in enumerate(demand.classes.tolist()):
        mine = np.flatnonzero(line == number)
        rows[mine, c.P_SERVICE_US] = drawn_from(demand.service[service, segment], len(mine), stream)
        patience = demand.patience[service, segment]
        if patience is not None:
            rows[mine, c.P_PATIENCE_US] = drawn_from(patience, len(mine), stream)


def _booked(
    branch: Branch, demand: Demand, now_us: int, until_us: int, runs: int, stream: Generator
) -> tuple[Ints, Ints]:
    """Today's appointments of whoever is not here yet."""
    rules, pieces = branch.rules, []
    for each in branch.appointments.values():
        due_us = branch.since_midnight(each.due_us)
        is_open = each.state is AppointmentState.BOOKED and each.day == branch.day
        if not is_open or each.service not in rules.service_index:
            continue
        if not now_us - HALF_HOUR_US < due_us < until_us:
            continue
        mean_min, sd_min, missing = _habits(demand, each.service, each.segment)
        rows = _blank(runs)
        key = (rules.service_index[each.service], rules.segment_index[each.segment])
        rows[:, c.P_SERVICE], rows[:, c.P_SEGMENT] = key
        rows[:, c.P_SERVICE_US] = drawn_from(demand.service[key], runs, stream)
        rows[:, c.P_PATIENCE_US], rows[:, c.P_BOOKED_US] = -1, due_us
        at_us = due_us + (stream.normal(mean_min, sd_min, runs) * MINUTE_US).astype(np.int64)
        at_us[stream.random(runs) < missing] = -1
        rows[:, c.P_ARRIVAL_US] = np.where(at_us < 0, -1, np.maximum(at_us, now_us + 1))
        pieces.append(rows)
    run = np.tile(np.arange(runs), len(pieces))
    return run, np.concatenate(pieces) if pieces else _blank(0)


def _habits(demand: Demand, service: str, segment: str) -> tuple[float, float, float]:
    for line in demand.booked:
        if line.service in (None, service) and line.segment in (None, segment):
            return line.lateness_mean_min, line.lateness_sd_min, line.no_show_share
    return USUAL_BOOKED


def _blank(count: int) -> Ints:
    """Rows of people who walk in alone and use no machine."""
    rows = np.zeros((count, c.PERSON_WIDTH), dtype=np.int64)
    rows[:, c.P_BOOKED_US] = rows[:, c.P_SECOND] = -1
    rows[:, c.P_PEOPLE] = 1
    rows[:, c.P_SPEED_MM_S] = 1000
    return rows
