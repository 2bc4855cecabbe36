"""What a study says of the house: waits for a supervisor and for a room, and cash work."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.experiment.analysis import clock, half_hours
from simulator.experiment.day_table import Real, Whole
from simulator.experiment.house_day import HouseDay
from simulator.experiment.interval import Interval, mean_interval, ratio_interval
from simulator.experiment.replicate import Study


@dataclass(frozen=True, slots=True)
class Asked:
    """How often counters asked on a day, and how long each time was waited, seconds.

    ``by_half_hour`` has both, by the half-hour of asking; those in which nobody ever asked are left
    out.
    """

    asked_a_day: Interval
    mean_wait_s: Interval
    by_half_hour: dict[str, tuple[Interval, Interval]]


@dataclass(frozen=True, slots=True)
class CashTime:
    """Minutes of cash work at all counters together: on a day, and in each half-hour with any."""

    min_a_day: Interval
    by_half_hour_min: dict[str, Interval]


@dataclass(frozen=True, slots=True)
class HouseFigures:
    """What the scenario says something of; the rest is None."""

    supervisor: Asked | None
    rooms: Asked | None
    cash: CashTime | None


def house_figures(study: Study) -> HouseFigures:
    """The house over all days."""
    scenario, days = study.plan.scenario, [d.house for d in study.days if d.house is not None]
    authorises = scenario.visiting is not None and scenario.visiting.authorisations
    hours = range(*half_hours(study))
    return HouseFigures(
        _asked(days, hours, lambda d: (d.supervisor_asked, d.supervisor_wait_s))
        if authorises
        else None,
        _asked(days, hours, lambda d: (d.room_asked, d.room_wait_s)) if scenario.rooms else None,
        _cash(days, hours) if scenario.cash_work else None,
    )


def _asked(
    days: Sequence[HouseDay], hours: range, pick: Callable[[HouseDay], tuple[Whole, Real]]
) -> Asked:
    times = np.array([pick(day)[0] for day in days], dtype=np.float64)
    waits_s = np.array([pick(day)[1] for day in days])
    return Asked(
        *_both(times.sum(axis=1), waits_s.sum(axis=1)),
        {clock(i): _both(times[:, i], waits_s[:, i]) for i in hours if times[:, i].any()},
    )


def _both(times: Real, waits_s: Real) -> tuple[Interval, Interval]:
    return mean_interval(times.tolist()), ratio_interval(waits_s.tolist(), times.tolist())


def _cash(days: Sequence[HouseDay], hours: range) -> CashTime:
    minutes = np.array([day.cash_s for day in days]) / 60
    return CashTime(
        mean_interval(minutes.sum(axis=1).tolist()),
        {
            clock(i): mean_interval(minutes[:, i].tolist())
            for i in range(minutes.shape[1])
            if i in hours or minutes[:, i].any()
        },
    )
