"""What the page What-if shows of two plans: bands over the day, shares, the heat of the queue."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shared.metrics.visit import HALF_HOUR_US
from simulator.console.study.lives import Lives
from simulator.experiment.day_result import DayResult
from simulator.experiment.day_table import NOT_COUNTED, OVER, DayTable
from simulator.experiment.interval import Interval, ratio_interval
from simulator.model.plan import Plan

Real = NDArray[np.float64]

#: Of ten people one waits less than the lower edge of the band, one more than the upper.
BAND: Final = (0.1, 0.5, 0.9)
#: Fewer customers than this in a cell say too little to be coloured.
LEAST_IN_CELL: Final = 5


@dataclass(frozen=True)
class PlanFigures:
    """One plan over its days, by half-hour of arrival. Waits in minutes, NaN where nobody came.

    ``bands`` has the shape (3, half-hours): a tenth, half and nine tenths wait less. ``over`` is
    the share over the limit in each half-hour. ``heat`` (services, half-hours) is the mean wait.
    """

    bands: Real
    over: tuple[Interval, ...]
    heat: Real

    @property
    def peak(self) -> int:
        """The half-hour in which the median is highest; -1 when nobody waited."""
        median = self.bands[1]
        return -1 if np.isnan(median).all() else int(np.nanargmax(median))


@dataclass(frozen=True)
class Figures:
    """Both plans on the same axis.

    ``hours`` (half-hours,) is where each half-hour begins, in hours of the day; ``services`` are
    the places in the profile of those that anybody asked for. ``limit_min`` and ``limit_share`` are
    the standard that is looked at: at most that share may wait longer.
    """

    hours: Real
    services: tuple[int, ...]
    limit_min: float
    limit_share: float
    plans: tuple[PlanFigures, ...]

    @property
    def highest_min(self) -> float:
        """The highest wait of any band: both plans share one axis."""
        tops = [np.nanmax(plan.bands) for plan in self.plans if not np.isnan(plan.bands).all()]
        return max([self.limit_min, *map(float, tops)])


def looked_at(plan: Plan) -> int:
    """The limit that is looked at: the second of the standard where there are several."""
    return min(1, len(plan.limits) - 1)


def figures(lives: Lives) -> Figures:
    """The figures of the days lived so far."""
    plan = lives.plans[0]
    first = plan.opens_us // HALF_HOUR_US
    count = -(-plan.last_ticket_us // HALF_HOUR_US) - first
    limit = looked_at(plan)
    every = np.concatenate([day.table.service for days in lives.days for day in days])
    services = tuple(np.unique(every).tolist())
    return Figures(
        hours=(first + np.arange(count)) / 2.0,
        services=services,
        limit_min=plan.limits[limit].within_s / 60,
        limit_share=1 - plan.limits[limit].share,
        plans=tuple(_plan(days, first, count, services, limit) for days in lives.days),
    )


def _plan(
    days: Sequence[DayResult], first: int, count: int, services: Sequence[int], limit: int
) -> PlanFigures:
    tables = [day.table for day in days]
    half = np.concatenate([_half(table, first, count) for table in tables])
    wait_min = np.concatenate([table.wait_s for table in tables]) / 60
    service = np.concatenate([table.service for table in tables])
    is_called = ~np.isnan(wait_min)
    half, wait_min, service = half[is_called], wait_min[is_called], service[is_called]
    return PlanFigures(
        bands=_bands(half, wait_min, count),
        over=_over(tables, first, count, limit),
        heat=_heat(half, wait_min, service, count, services),
    )


def _half(table: DayTable, first: int, count: int) -> NDArray[np.int64]:
    return np.clip(table.half_hour - first, 0, count - 1)


def _bands(half: NDArray[np.int64], wait_min: Real, count: int) -> Real:
    found = np.full((len(BAND), count), np.nan)
    for place in range(count):
        if (mine := wait_min[half == place]).size:
            found[:, place] = np.quantile(mine, BAND)
    return found


def _over(tables: Sequence[DayTable], first: int, count: int, limit: int) -> tuple[Interval, ...]:
    """Share over the limit in each half-hour, with the interval over days."""
    over, counted = (np.zeros((len(tables), count)) for _ in range(2))
    for number, table in enumerate(tables):
        side, half = table.over[:, limit], _half(table, first, count)
        over[number] = np.bincount(half[side == OVER], minlength=count)
        counted[number] = np.bincount(half[side != NOT_COUNTED], minlength=count)
    return tuple(
        ratio_interval(over[:, place].tolist(), counted[:, place].tolist())
        for place in range(count)
    )


def _heat(
    half: NDArray[np.int64],
    wait_min: Real,
    service: NDArray[np.int64],
    count: int,
    services: Sequence[int],
) -> Real:
    found = np.full((len(services), count), np.nan)
    for row, index in enumerate(services):
        mine = service == index
        people = np.bincount(half[mine], minlength=count)
        minutes = np.bincount(half[mine], wait_min[mine], minlength=count)
        enough = people >= LEAST_IN_CELL
        found[row, enough] = minutes[enough] / people[enough]
    return found
