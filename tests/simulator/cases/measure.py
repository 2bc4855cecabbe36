"""Figures of a study that the reference cases state, each with its standard error over days."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from simulator.experiment.day_table import DayTable
from simulator.experiment.interval import Interval, mean_interval, ratio_interval
from simulator.experiment.replicate import Study

#: Seconds of a half-hour.
HALF_HOUR_S = 1800.0


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure and its standard error over independent days."""

    value: float
    error: float


Measure = Callable[[Study], Measured]


def of_interval(interval: Interval, factor: float = 1.0) -> Measured:
    """An interval's estimate and the standard error that is inside it."""
    t_quantile = float(stdtrit(interval.days - 1, (1 + interval.confidence) / 2))
    return Measured(interval.estimate * factor, interval.half_width * factor / t_quantile)


def _ratio(sums: Sequence[float], counts: Sequence[float], factor: float = 1.0) -> Measured:
    return of_interval(ratio_interval(sums, counts), factor)


def _waits(day: DayTable, segment: int | None) -> NDArray[np.float64]:
    mine = ~np.isnan(day.wait_s)
    return day.wait_s[mine if segment is None else mine & (day.segment == segment)]


def mean_wait_min(segment: int | None = None) -> Measure:
    """Mean wait of the served, of all or of one segment, minutes."""

    def measure(study: Study) -> Measured:
        waits = [_waits(day.table, segment) for day in study.days]
        return _ratio([float(w.sum()) for w in waits], [len(w) for w in waits], 1 / 60)

    return measure


def share_over(limit_s: float) -> Measure:
    """Share of the served who waited longer."""

    def measure(study: Study) -> Measured:
        waits = [_waits(day.table, None) for day in study.days]
        return _ratio([float((w > limit_s).sum()) for w in waits], [len(w) for w in waits])

    return measure


def share_left(segment: int | None = None) -> Measure:
    """Share that left, of all or of one segment."""

    def measure(study: Study) -> Measured:
        tables = [day.table for day in study.days]
        mine = [t.segment >= 0 if segment is None else t.segment == segment for t in tables]
        left = [float(t.has_left[m].sum()) for t, m in zip(tables, mine, strict=True)]
        return _ratio(left, [float(m.sum()) for m in mine])

    return measure


def left_a_day(study: Study) -> Measured:
    """How many left, a day."""
    return of_interval(mean_interval([float(day.table.has_left.sum()) for day in study.days]))


def served_a_day(study: Study) -> Measured:
    """How many were called, a day."""
    return of_interval(mean_interval([float(len(_waits(d.table, None))) for d in study.days]))


def waited_hours_a_day(study: Study) -> Measured:
    """What those who were called waited together, hours a day."""
    hours = [float(_waits(day.table, None).sum()) / 3600 for day in study.days]
    return of_interval(mean_interval(hours))


def within(limit_s: float) -> Measure:
    """Share of the served who waited no longer."""

    def measure(study: Study) -> Measured:
        found = share_over(limit_s)(study)
        return Measured(1 - found.value, found.error)

    return measure


def wait_of_all_min(first: int, beyond: int) -> Measure:
    """Mean wait of all, of those who left as well, in a steady state: minutes.

    Little's law over the half-hours from ``first`` to before ``beyond``: time spent waiting in
    them / arrivals in them.
    """

    def measure(study: Study) -> Measured:
        tables = [day.table for day in study.days]
        waited = [float(t.waiting_s[first:beyond].sum()) for t in tables]
        came = [float(((t.half_hour >= first) & (t.half_hour < beyond)).sum()) for t in tables]
        return _ratio(waited, came, 1 / 60)

    return measure


def occupancy(first: int, beyond: int) -> Measure:
    """Serving time / time in these half-hours of all counters."""

    def measure(study: Study) -> Measured:
        tables = [day.table for day in study.days]
        room_s = len(study.plan.rules.counters) * (beyond - first) * HALF_HOUR_S
        busy = [float(t.serving_s[:, first:beyond].sum()) for t in tables]
        return _ratio(busy, [room_s] * len(busy))

    return measure


def last_service_min(study: Study) -> Measured:
    """When the last service ends, minutes from opening."""
    opens_s = study.plan.opens_us / 1e6
    ends = [(day.table.last_service_s - opens_s) / 60 for day in study.days]
    return of_interval(mean_interval(ends))


def lowest_half_hour_within(limit_s: float) -> Measure:
    """The lowest share, over half-hours of arrival, that waited no longer than the limit."""

    def measure(study: Study) -> Measured:
        tables = [day.table for day in study.days]
        found = []
        for half_hour in range(tables[0].half_hour.min(), tables[0].half_hour.max() + 1):
            mine = [t.half_hour == half_hour for t in tables]
            good = [
                float((t.wait_s[m] <= limit_s).sum()) for t, m in zip(tables, mine, strict=True)
            ]
            found.append(_ratio(good, [float(m.sum()) for m in mine]))
        return min(found, key=lambda each: each.value)

    return measure
