"""Arrivals by half-hour and day type, and how much busy and quiet days differ."""

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtri, stdtrit

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.metrics.visit import HALF_HOUR_US
from simulator.calibration.fit import Estimate
from simulator.calibration.record import Records
from simulator.model.scenario_day import hours_on, ticket_hours

HALF_HOUR_S = HALF_HOUR_US / 1e6
Counts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The arrivals of one day type. ``per_hour`` has one for each half-hour from ``opens_s``.

    ``outside`` counts those who came before opening or after the last ticket: they are in no rate.
    ``day_factor_cv`` is how much days differ beyond the chance of Poisson arrivals. ``counts`` has
    the shape (days, half-hours).
    """

    day_type: str
    days: list[str]
    opens_s: float
    per_hour: list[Estimate]
    a_day: Estimate
    day_factor_cv: float
    outside: int
    counts: Counts

    @property
    def error_0_1(self) -> float:
        """The standard error of the level of all arrivals / the level."""
        half_width = (self.a_day.high - self.a_day.low) / 2
        return half_width / 1.96 / self.a_day.value if self.a_day.value else 0.0


def day_types(records: Records, profile: Profile) -> dict[str, list[str]]:
    """Day type -> its recorded days, the most frequent type first."""
    calendar = to_rules(profile).calendar
    found: dict[str, list[str]] = {}
    for day in records.days:
        found.setdefault(calendar.day_type(day), []).append(day)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[1])))


def arrivals(records: Records, profile: Profile, day_type: str, days: list[str]) -> Arrivals:
    """The arrivals of the walk-ins on these days, all of one type.

    With two days or more each interval is Student's t over days; with one it is the exact one of a
    Poisson count (Garwood 1936).
    """
    opens_us, last_us = ticket_hours(hours_on(profile, to_rules(profile), days[0]))
    opens_s, last_s = opens_us / 1e6, last_us / 1e6
    cells = math.ceil((last_s - opens_s) / HALF_HOUR_S)
    tally: Counter[tuple[str, int]] = Counter()
    wanted, outside = set(days), 0
    for row in records.rows:
        if row.day not in wanted or row.is_booked:
            continue
        if opens_s <= row.arrived_s < last_s:
            tally[row.day, int((row.arrived_s - opens_s) // HALF_HOUR_S)] += 1
        else:
            outside += 1
    counts = np.array([[tally[day, i] for i in range(cells)] for day in days], dtype=np.float64)
    lengths_h = [min(HALF_HOUR_S, last_s - opens_s - i * HALF_HOUR_S) / 3600 for i in range(cells)]
    per_hour = [_scaled(mean_count(counts[:, i]), 1 / lengths_h[i]) for i in range(cells)]
    totals = counts.sum(axis=1)
    return Arrivals(
        day_type,
        days,
        opens_s,
        per_hour,
        mean_count(totals),
        _beyond_poisson(totals),
        outside,
        counts,
    )


def mean_count(values: Counts) -> Estimate:
    """The mean of counts with its interval, never below 0."""
    mean, days = float(values.mean()), len(values)
    if days > 1 and values.std() > 0:
        error = float(values.std(ddof=1)) / math.sqrt(days)
        half_width = float(stdtrit(days - 1, 0.975)) * error
        return Estimate(mean, max(0.0, mean - half_width), mean + half_width)
    total = float(values.sum())
    low = float(chdtri(2 * total, 0.975)) / 2 if total else 0.0
    high = float(chdtri(2 * total + 2, 0.025)) / 2
    return Estimate(mean, low / days, high / days)


def _scaled(estimate: Estimate, factor: float) -> Estimate:
    return Estimate(estimate.value * factor, estimate.low * factor, estimate.high * factor)


def _beyond_poisson(totals: Counts) -> float:
    """Variation of the days' level: (variance - mean) / mean^2, by moments, at least 0."""
    mean = float(totals.mean())
    if len(totals) < 2 or not mean:
        return 0.0
    extra = (float(totals.var(ddof=1)) - mean) / mean**2
    return min(1.0, math.sqrt(max(0.0, extra)))
