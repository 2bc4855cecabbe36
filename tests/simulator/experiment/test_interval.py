"""Confidence intervals: a figure worked out by hand, and how often they hold the truth."""

import math

import numpy as np
import pytest

from simulator.experiment.interval import (
    difference_interval,
    mean_interval,
    quantile_interval,
    ratio_interval,
)


def test_mean_by_hand() -> None:
    """Values 1 2 3 4: mean 2.5, sd 1.290994, t(3; 0.975) = 3.182446."""
    found = mean_interval([1.0, 2.0, 3.0, 4.0])
    assert found.estimate == 2.5
    assert found.half_width == pytest.approx(3.182446 * 1.290994 / 2, rel=1e-6)
    assert (found.low, found.high) == (2.5 - found.half_width, 2.5 + found.half_width)


def test_ratio_by_hand() -> None:
    """Totals 10 of 4 customers and 2 of 2: 12/6 = 2; without the one day 1, without the other 2.5.

    The jackknife: deviations -0.75 and 0.75, variance (2 - 1) / 2 of the sum of their squares.
    """
    found = ratio_interval([10.0, 2.0], [4, 2])
    assert found.estimate == 2.0
    error = math.sqrt((0.75**2 + 0.75**2) / 2)
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
    all_on_one_day = ratio_interval([0.0, 6.0, 0.0], [0, 3, 0])
    assert (all_on_one_day.estimate, math.isnan(all_on_one_day.half_width)) == (2.0, True)


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


def test_difference_by_hand() -> None:
    """Means 3 and 2; the days differ by 1, 3, -1: deviations 0, 2, -2 from the mean difference."""
    found = difference_interval(([2.0, 5.0, 2.0], [1, 1, 1]), ([1.0, 2.0, 3.0], [1, 1, 1]))
    assert found.estimate == 1.0
    error = math.sqrt((0**2 + 2**2 + 2**2) / (3 * 2))
    assert found.half_width == pytest.approx(4.302653 * error, rel=1e-6)


def test_the_same_days_differ_by_nothing() -> None:
    days = ([10.0, 2.0, 7.0], [4.0, 2.0, 3.0])
    found = difference_interval(days, days)
    assert (found.estimate, found.half_width) == (0.0, 0.0)


def test_pairs_that_go_up_and_down_together_differ_surely() -> None:
    """Busy days are busy under both: far narrower than the interval of either mean."""
    source = np.random.default_rng(1)
    busy = source.normal(10, 3, 50)
    one, other = busy + source.normal(1, 0.1, 50), busy
    ones = [1.0] * 50
    paired = difference_interval((list(one), ones), (list(other), ones))
    assert paired.half_width < mean_interval(list(one)).half_width / 10


def test_a_quantile_of_everybody() -> None:
    """1 to 100 in four days of equal make: type 7 gives 90.1, and every day has the same share."""
    days = [[float(v) for v in range(1 + start, 101, 4)] for start in range(4)]
    found = quantile_interval(days, 0.9)
    assert found.estimate == pytest.approx(90.1)
    assert 0 < found.half_width < 5


def test_quantile_intervals_hold_the_truth() -> None:
    """Days with a factor of their own; 90 % of exponential waits x factor, 300 samples of 30."""
    truth = np.quantile(
        np.random.default_rng(2).gamma(25, 1 / 25, 400_000)
        * np.random.default_rng(3).exponential(10, 400_000),
        0.9,
    )
    source, held = np.random.default_rng(4), 0
    for _ in range(300):
        factors = source.gamma(25, 1 / 25, 30)
        days = [list(factor * source.exponential(10, 40)) for factor in factors]
        found = quantile_interval(days, 0.9)
        held += int(abs(found.estimate - truth) <= found.half_width)
    assert 0.90 <= held / 300 <= 0.99


def test_one_day_or_nobody_has_no_quantile_interval() -> None:
    assert math.isnan(quantile_interval([[1.0, 2.0]], 0.9).half_width)
    assert math.isnan(quantile_interval([[], []], 0.9).estimate)
    assert math.isnan(difference_interval(([1.0], [0]), ([1.0], [1])).estimate)
