"""Confidence intervals over independent days."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.special import stdtrit


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with the half-width of its confidence interval.

    ``half_width`` is NaN when one day is all there is: one day says nothing about the next.
    """

    estimate: float
    half_width: float
    days: int
    confidence: float = 0.95

    @property
    def low(self) -> float:
        """The lower end."""
        return self.estimate - self.half_width

    @property
    def high(self) -> float:
        """The upper end."""
        return self.estimate + self.half_width


def mean_interval(values: Sequence[float], confidence: float = 0.95) -> Interval:
    """The mean over days of a figure that each day has one of; NaN days are left out."""
    return ratio_interval(
        [v for v in values if not math.isnan(v)],
        [1.0] * sum(not math.isnan(v) for v in values),
        confidence,
    )


def ratio_interval(
    sums: Sequence[float], counts: Sequence[float], confidence: float = 0.95
) -> Interval:
    """The ratio of two totals over days, such as all waiting / all customers.

    Each customer weighs the same, which the mean of daily means would not give: quiet days have
    short waits and few customers. R = sum(y) / sum(n); standard error
    sqrt(sum((y - R n)^2) / (D (D - 1))) / mean(n), Student t with D - 1 degrees of freedom.

    Source: the classical ratio estimator, Cochran (1977), Sampling Techniques, ch. 6; Law (2015),
    Simulation Modeling and Analysis, ch. 9. Approximate for few days (bias of order 1 / D).
    """
    days = len(sums)
    total = math.fsum(counts)
    if not total:
        return Interval(math.nan, math.nan, days, confidence)
    ratio = math.fsum(sums) / total
    if days < 2:
        return Interval(ratio, math.nan, days, confidence)
    squares = math.fsum((y - ratio * n) ** 2 for y, n in zip(sums, counts, strict=True))
    error = math.sqrt(squares / (days * (days - 1))) / (total / days)
    quantile = float(stdtrit(days - 1, (1 + confidence) / 2))
    return Interval(ratio, quantile * error, days, confidence)
