"""Quantiles of type 7."""

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.metrics.quantile import mean, quantile

VALUES = st.lists(st.floats(0, 1e6), min_size=2, max_size=50)


@pytest.mark.parametrize(
    ("share", "expected"), [(0, 1.0), (0.5, 2.5), (0.9, 3.7), (1, 4.0), (1 / 3, 2.0)]
)
def test_interpolates_between_order_statistics(share: float, expected: float) -> None:
    """h = (n - 1) p: with 1 2 3 4, the 90 % quantile is 3 + 0.7."""
    assert quantile([1.0, 2.0, 3.0, 4.0], share) == pytest.approx(expected)


def test_nobody_has_no_quantile_and_no_mean() -> None:
    assert math.isnan(quantile([], 0.5))
    assert math.isnan(mean([]))


@given(VALUES)
def test_agrees_with_the_standard_library(values: list[float]) -> None:
    """`inclusive` is type 7 too."""
    values.sort()
    deciles = statistics.quantiles(values, n=10, method="inclusive")
    found = [quantile(values, tenth / 10) for tenth in range(1, 10)]
    assert found == pytest.approx(deciles, rel=1e-9, abs=1e-6)


@given(VALUES, st.floats(0, 1), st.floats(0, 1))
def test_never_falls(values: list[float], one: float, other: float) -> None:
    values.sort()
    low, high = sorted((one, other))
    assert quantile(values, low) <= quantile(values, high) + 1e-6
