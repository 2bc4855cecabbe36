"""Two results of one day, as two engines give them."""

from dataclasses import fields, replace

import numpy as np
import pytest

from simulator.experiment.day_result import DayResult


def assert_same(one: DayResult, other: DayResult) -> None:
    """Counts exactly, sums of seconds up to their rounding."""
    assert one.segments.keys() == other.segments.keys()
    assert one.services.keys() == other.services.keys()
    for name, group in [*one.segments.items(), *one.services.items()]:
        twin = other.segments.get(name) if name in one.segments else other.services[name]
        assert twin is not None
        assert replace(twin, wait_sum_s=0.0) == replace(group, wait_sum_s=0.0)
        assert twin.wait_sum_s == pytest.approx(group.wait_sum_s)
    assert list(one.utilisation) == list(other.utilisation)
    for counter, times in one.utilisation.items():
        assert other.utilisation[counter] == pytest.approx(times)
    figures = ("overtaken_worst", "overtaken_total", "turned_away")
    assert [getattr(one, f) for f in figures] == [getattr(other, f) for f in figures]
    assert (one.hall is None) == (other.hall is None)
    for field in fields(one.hall) if one.hall else ():
        pair = getattr(one.hall, field.name), getattr(other.hall, field.name)
        np.testing.assert_allclose(*pair, rtol=1e-9, err_msg=field.name)
    assert (one.house is None) == (other.house is None)
    for field in fields(one.house) if one.house else ():
        pair = getattr(one.house, field.name), getattr(other.house, field.name)
        np.testing.assert_allclose(*pair, rtol=1e-9, atol=1e-6, err_msg=field.name)
    for field in fields(one.table):
        pair = getattr(one.table, field.name), getattr(other.table, field.name)
        np.testing.assert_allclose(*pair, rtol=1e-9, atol=1e-6, err_msg=field.name)
