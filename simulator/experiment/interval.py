"""Confidence intervals over independent days."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
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
    residuals = _residuals(sums, counts, ratio)
    return Interval(ratio, _half_width(residuals, confidence), days, confidence)


def difference_interval(
    one: tuple[Sequence[float], Sequence[float]],
    other: tuple[Sequence[float], Sequence[float]],
    confidence: float = 0.95,
) -> Interval:
    """The ratio of ``one`` minus that of ``other``, both (sums, counts) over the same days.

    Paired by day: with common random numbers most of what makes days differ cancels out.

    Source: as ``ratio_interval``, with the difference of the two days' residuals; Law (2015),
    ch. 10 and 11.
    """
    days = len(one[0])
    if not math.fsum(one[1]) or not math.fsum(other[1]):
        return Interval(math.nan, math.nan, days, confidence)
    mine, theirs = (math.fsum(sums) / math.fsum(counts) for sums, counts in (one, other))
    if days < 2:
        return Interval(mine - theirs, math.nan, days, confidence)
    pairs = zip(_residuals(*one, mine), _residuals(*other, theirs), strict=True)
    half_width = _half_width([a - b for a, b in pairs], confidence)
    return Interval(mine - theirs, half_width, days, confidence)


def quantile_interval(
    values: Sequence[ArrayLike], share: float, confidence: float = 0.95
) -> Interval:
    """The quantile of all customers' values together; ``values`` has one list a day.

    Linear between order statistics, as ``shared.metrics.quantile`` (type 7; NumPy's default). The
    interval holds the quantiles at both ends of the interval of the share itself, which is a
    ratio over days: customers of one day are alike and do not count as independent. Where that
    interval reaches beyond 0 or 1 the values say nothing of how far out the quantile may lie, and
    there is none.

    Source: Woodruff (1952), Confidence Intervals for Medians and Other Position Measures.
    """
    days = [np.asarray(day, dtype=np.float64) for day in values]
    everybody = np.concatenate(days) if days else np.empty(0)
    if not len(everybody):
        return Interval(math.nan, math.nan, len(values), confidence)
    found = float(np.quantile(everybody, share))
    if len(values) < 2:
        return Interval(found, math.nan, len(values), confidence)
    below = [float(np.count_nonzero(day <= found)) for day in days]
    spread = ratio_interval(below, [len(day) for day in days], confidence).half_width
    if math.isnan(spread) or not 0 <= share - spread <= share + spread <= 1:
        return Interval(found, math.nan, len(values), confidence)
    low, high = np.quantile(everybody, [share - spread, share + spread])
    return Interval(found, float(high - low) / 2, len(values), confidence)


def _residuals(sums: Sequence[float], counts: Sequence[float], ratio: float) -> list[float]:
    """How far each day is from the ratio, per customer of a mean day."""
    mean_count = math.fsum(counts) / len(counts)
    return [(y - ratio * n) / mean_count for y, n in zip(sums, counts, strict=True)]


def _half_width(residuals: Sequence[float], confidence: float) -> float:
    """Student t with D - 1 degrees of freedom x the standard error of the mean residual."""
    days = len(residuals)
    error = math.sqrt(math.fsum(r**2 for r in residuals) / (days * (days - 1)))
    return float(stdtrit(days - 1, (1 + confidence) / 2)) * error
