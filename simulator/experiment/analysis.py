"""What a study says by segment, service and half-hour, each figure with its interval over days."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shared.metrics.visit import HALF_HOUR_US, SECOND_US
from simulator.experiment.day_table import NOT_COUNTED, OVER, DayTable
from simulator.experiment.interval import (
    Interval,
    mean_interval,
    quantile_interval,
    ratio_interval,
)
from simulator.experiment.replicate import Study

Chosen = Callable[[DayTable], NDArray[np.bool_]]
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


def everybody(study: Study) -> Figures:
    """All customers together."""
    return figures(study, "everybody", lambda t: np.ones(len(t.wait_s), dtype=np.bool_))


def by_segment(study: Study) -> list[Figures]:
    """Each segment that came, in the profile's order."""
    names = [s.id for s in study.plan.rules.segments]
    return _each(study, names, lambda i: lambda t: t.segment == i)


def by_service(study: Study) -> list[Figures]:
    """Each service that was asked for, in the profile's order."""
    names = [s.id for s in study.plan.rules.services]
    return _each(study, names, lambda i: lambda t: t.service == i)


def by_half_hour(study: Study) -> list[Figures]:
    """Each half-hour of arrival in which somebody ever came, by the clock."""
    first, last = half_hours(study)
    names = [clock(i) for i in range(first, last)]
    return _each(study, names, lambda i: lambda t: t.half_hour == i + first)


def by_service_half_hour(study: Study) -> dict[str, list[Figures]]:
    """Service -> its half-hours; those in which nobody ever came for it are left out."""
    first, last = half_hours(study)
    names = [clock(i) for i in range(first, last)]
    found = {}
    for place, service in enumerate(study.plan.rules.services):

        def cell(i: int, place: int = place) -> Chosen:
            return lambda t: (t.service == place) & (t.half_hour == i + first)

        cells = _each(study, names, cell)
        if cells:
            found[service.id] = cells
    return found


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


def figures(study: Study, name: str, chosen: Chosen) -> Figures:
    """The figures of the customers who are chosen."""
    tables = [day.table for day in study.days]
    mine = [chosen(table) for table in tables]
    waits = [table.wait_s[rows] for table, rows in zip(tables, mine, strict=True)]
    waits = [wait_s[~np.isnan(wait_s)] for wait_s in waits]
    over = [table.over[rows] for table, rows in zip(tables, mine, strict=True)]
    overtaken = [table.overtaken[rows] for table, rows in zip(tables, mine, strict=True)]
    left = [float(table.has_left[rows].sum()) for table, rows in zip(tables, mine, strict=True)]
    arrived = [float(rows.sum()) for rows in mine]
    return Figures(
        name=name,
        arrived_a_day=mean_interval(arrived),
        mean_wait_s=ratio_interval([float(w.sum()) for w in waits], [len(w) for w in waits]),
        quantiles_s=tuple(quantile_interval(waits, share) for share in QUANTILES),
        share_over=_shares_over(over, len(study.limits_s)),
        share_left=ratio_interval(left, arrived),
        overtaken_per_customer=ratio_interval([float(o.sum()) for o in overtaken], arrived),
        overtaken_most_of_a_day=mean_interval([float(o.max(initial=0)) for o in overtaken]),
    )


def _shares_over(days: Sequence[NDArray[np.int8]], limits: int) -> tuple[Interval, ...]:
    return tuple(
        ratio_interval(
            [float((day[:, i] == OVER).sum()) for day in days],
            [float((day[:, i] != NOT_COUNTED).sum()) for day in days],
        )
        for i in range(limits)
    )


def _each(study: Study, names: Sequence[str], chosen: Callable[[int], Chosen]) -> list[Figures]:
    """The figures of each of these groups in which anybody is."""
    found = []
    for index, name in enumerate(names):
        pick = chosen(index)
        if any(pick(day.table).any() for day in study.days):
            found.append(figures(study, name, pick))
    return found


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
