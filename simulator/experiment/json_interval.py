"""Intervals as JSON: estimate and half-width, null where there is nothing to say."""

import math
from collections.abc import Mapping

from simulator.experiment.interval import Interval

Json = dict[str, object]


def intervals_json(intervals: Mapping[str, Interval]) -> Json:
    """One interval a name."""
    return {name: interval_json(interval) for name, interval in intervals.items()}


def interval_json(interval: Interval) -> Json:
    """Estimate and half-width; NaN becomes null."""
    return {
        "estimate": finite(interval.estimate),
        "half_width": finite(interval.half_width),
    }


def finite(value: float) -> float | None:
    """None for NaN and infinity."""
    return value if math.isfinite(value) else None
