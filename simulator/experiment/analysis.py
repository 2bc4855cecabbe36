"""What a study says by segment, service and half-hour, each figure with its interval over days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared.metrics.visit import HALF_HOUR_US, SECOND_US
from simulator.experiment.day_table import HALF_HOURS, NOT_COUNTED, OVER
from simulator.experiment.interval import (
    Interval,
    Real,
    mean_interval,
    pooled_quantile,
    quantile_interval,
    ratio_interval,
)
from simulator.experiment.replicate import Study

Whole = NDArray[np.int64]
HALF_HOUR_S = HALF_HOUR_US / SECOND_US
QUANTILES = (0.5, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Figures:
    """A group of customers over all days. Waits in seconds, of those who were called.

    ``quantiles_s`` are p50, p90 and p95; ``share_over`` has one for each limit of the standard.
    """

    name: str
    arrived_a_day: Interval
    mean_wait_s: Interval
    quantiles_s: tuple[Interval, ...]
    share_over: tuple[Interval, ...]
    share_left: Interval
    overtaken_per_customer: Interval
    overtaken_most_of_a_day: Interval


@dataclass(frozen=True, slots=True)
class Customers:
    """The customers of all days of a study as columns of shape (customers,), day by day.

    Columns as in ``DayTable``; ``day`` says whose they are, of so many ``days``.
    """

    days: int
    day: Whole
    segment: Whole
    service: Whole
    half_hour: Whole
    wait_s: Real
    has_left: NDArray[np.bool_]
    over: NDArray[np.int8]
    overtaken: Whole


def customers(study: Study) -> Customers:
    """The columns of all days, one under the other."""
    tables = [day.table for day in study.days]
    counts = [len(table.segment) for table in tables]
    return Customers(
        days=len(tables),
        day=np.repeat(np.arange(len(tables)), counts),
        segment=np.concatenate([table.segment for table in tables]),
        service=np.concatenate([table.service for table in tables]),
        half_hour=np.concatenate([table.half_hour for table in tables]),
        wait_s=np.concatenate([table.wait_s for table in tables]),
        has_left=np.concatenate([table.has_left for table in tables]),
        over=np.concatenate([table.over for table in tables]),
        overtaken=np.concatenate([table.overtaken for table in tables]),
    )


def everybody(study: Study) -> Figures:
    """All customers together."""
    found = customers(study)
    return figures(found, "everybody", np.arange(len(found.day)))


def by_segment(study: Study) -> list[Figures]:
    """Each segment that came, in the profile's order."""
    found = customers(study)
    return _each(found, [s.id for s in study.plan.rules.segments], found.segment)


def by_service(study: Study) -> list[Figures]:
    """Each service that was asked for, in the profile's order."""
    found = customers(study)
    return _each(found, [s.id for s in study.plan.rules.services], found.service)


def by_half_hour(study: Study) -> list[Figures]:
    """Each half-hour of arrival in which somebody ever came, by the clock."""
    found = customers(study)
    return _each(found, [clock(i) for i in range(HALF_HOURS)], found.half_hour)


def by_service_half_hour(study: Study) -> dict[str, list[Figures]]:
    """Service -> its half-hours; those in which nobody ever came for it are left out."""
    found = customers(study)
    services = [service.id for service in study.plan.rules.services]
    cells: dict[str, list[Figures]] = {}
    for cell, rows in _groups(found.service * HALF_HOURS + found.half_hour):
        service, half_hour = services[cell // HALF_HOURS], clock(cell % HALF_HOURS)
        cells.setdefault(service, []).append(figures(found, half_hour, rows))
    return cells


def half_hours(study: Study) -> tuple[int, int]:
    """The first half-hour in which anybody came or a counter was open, and that after the last."""
    used: set[int] = set()
    for day in study.days:
        used.update(np.unique(day.table.half_hour).tolist())
        used.update(np.flatnonzero(day.table.open_s.sum(axis=0) > 1).tolist())
    return (min(used), max(used) + 1) if used else (0, 0)


def clock(half_hour: int) -> str:
    """The beginning of a half-hour of the day, such as 09:30."""
    return f"{half_hour // 2:02d}:{half_hour % 2 * 30:02d}"


def figures(found: Customers, name: str, rows: Whole) -> Figures:
    """The figures of the customers in these rows, which are in ascending order."""
    day, wait_s, over = found.day[rows], found.wait_s[rows], found.over[rows]
    is_called = ~np.isnan(wait_s)
    waits, waited = wait_s[is_called], day[is_called]

    def a_day(of: Whole, weights: NDArray[np.generic] | None = None) -> list[float]:
        return [float(figure) for figure in np.bincount(of, weights, found.days)]

    arrived, most = a_day(day), np.zeros(found.days)
    np.maximum.at(most, day, found.overtaken[rows])
    return Figures(
        name=name,
        arrived_a_day=mean_interval(arrived),
        mean_wait_s=ratio_interval(a_day(waited, waits), a_day(waited)),
        quantiles_s=tuple(pooled_quantile(waits, waited, found.days, q) for q in QUANTILES),
        share_over=tuple(
            ratio_interval(a_day(day, side == OVER), a_day(day, side != NOT_COUNTED))
            for side in over.T
        ),
        share_left=ratio_interval(a_day(day, found.has_left[rows]), arrived),
        overtaken_per_customer=ratio_interval(a_day(day, found.overtaken[rows]), arrived),
        overtaken_most_of_a_day=mean_interval(most.tolist()),
    )


def _each(found: Customers, names: Sequence[str], column: Whole) -> list[Figures]:
    """The figures of each of these groups in which anybody is, by the place in the column."""
    return [figures(found, names[place], rows) for place, rows in _groups(column)]


def _groups(column: Whole) -> Iterator[tuple[int, Whole]]:
    """Each value of a column in ascending order, with its rows in ascending order."""
    order = np.argsort(column, kind="stable")
    values, begins = np.unique(column[order], return_index=True)
    if len(column):  # or there would be one empty part
        yield from zip(values.tolist(), np.split(order, begins[1:]), strict=True)


# ------------------------------------------------------------ the hall and the counters


def waiting_at_once(study: Study) -> dict[str, Interval]:
    """Half-hour -> customers waiting for their first call at a time, the mean over its time.

    So many seats are taken, when everybody who waits sits down.
    """
    first, last = half_hours(study)
    return {
        clock(i): mean_interval([float(day.table.waiting_s[i]) / HALF_HOUR_S for day in study.days])
        for i in range(first, last)
    }


def waiting_most(study: Study) -> tuple[Interval, Interval]:
    """The most who waited at once on a day: the mean over days, and what 95 % of days stay under.

    The second is a quantile of as many values as there are days.
    """
    most = [float(day.table.waiting_most) for day in study.days]
    return mean_interval(most), quantile_interval([[m] for m in most], 0.95)


def utilisation_by_half_hour(study: Study) -> dict[str, Interval]:
    """Half-hour -> serving time / open time of all counters together."""
    first, last = half_hours(study)
    return {
        clock(i): ratio_interval(
            [float(day.table.serving_s[:, i].sum()) for day in study.days],
            [float(day.table.open_s[:, i].sum()) for day in study.days],
        )
        for i in range(first, last)
    }
