"""Quantiles and means of a list of numbers."""

import math
from collections.abc import Sequence


def quantile(ascending: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0..1) of the sorted values lie; NaN when there are none.

    Linear interpolation between order statistics: with n values h = (n - 1) * share, and the
    result lies between the values number floor(h) and floor(h) + 1, counted from 0.

    Source: type 7 of Hyndman and Fan (1996), "Sample Quantiles in Statistical Packages"; the
    default of NumPy, R and spreadsheets.
    """
    if not ascending:
        return math.nan
    position = (len(ascending) - 1) * share
    below = math.floor(position)
    above = min(below + 1, len(ascending) - 1)
    low, high = ascending[below], ascending[above]
    return low + (high - low) * (position - below)


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean; NaN when there is nothing."""
    return math.fsum(values) / len(values) if values else math.nan
