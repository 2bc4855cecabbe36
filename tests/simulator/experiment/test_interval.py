"""Confidence intervals: a figure worked out by hand, and how often they hold the truth."""

import math

import numpy as np
import pytest

from simulator.experiment.interval import mean_interval, ratio_interval


def test_mean_by_hand() -> None:
    """Values 1 2 3 4: mean 2.5, sd 1.290994, t(3; 0.975) = 3.182446."""
    found = mean_interval([1.0, 2.0, 3.0, 4.0])
    assert found.estimate == 2.5
    assert found.half_width == pytest.approx(3.182446 * 1.290994 / 2, rel=1e-6)
    assert (found.low, found.high) == (2.5 - found.half_width, 2.5 + found.half_width)


def test_ratio_by_hand() -> None:
    """Totals 10 of 4 customers and 2 of 2: residuals +2 and -2 about 12/6 = 2."""
    found = ratio_interval([10.0, 2.0], [4, 2])
    assert found.estimate == 2.0
    error = math.sqrt((2**2 + 2**2) / (2 * 1)) / 3
    assert found.half_width == pytest.approx(12.706205 * error, rel=1e-6)


def test_a_ratio_with_the_same_count_every_day_is_a_mean() -> None:
    sums = [3.0, 8.0, 4.0, 9.0]
    ratio, mean = ratio_interval(sums, [2, 2, 2, 2]), mean_interval([s / 2 for s in sums])
    assert ratio.estimate == mean.estimate
    assert ratio.half_width == pytest.approx(mean.half_width)


def test_too_little_says_so() -> None:
    """One day has no interval, no customers have no mean."""
    one = ratio_interval([5.0], [2])
    assert one.estimate == 2.5
    assert math.isnan(one.half_width)
    assert math.isnan(ratio_interval([0.0, 0.0], [0, 0]).estimate)
    assert mean_interval([1.0, math.nan, 3.0]).estimate == 2.0


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """2,000 studies of 30 days whose customers wait longer on busy days; truth 2.01.

    Sum of day d: n (1 + n / 100) with noise, n Poisson(100): E[sum] / E[n] = 1 + E[n^2] / (100
    E[n]) = 1 + 101 / 100. Binomial limits of 3.29 standard errors around 95 %, and the ratio
    estimator's small-sample loss of a percent is allowed for.
    """
    stream = np.random.default_rng(7)
    counts = stream.poisson(100, (2000, 30))
    sums = counts * (1 + counts / 100) + stream.normal(0, 20, counts.shape)
    truth = 1 + 101 / 100
    studies = zip(sums.tolist(), counts.tolist(), strict=True)
    found = [ratio_interval(waits, customers) for waits, customers in studies]
    hits = sum(interval.low <= truth <= interval.high for interval in found)
    assert 0.925 <= hits / 2000 <= 0.967
