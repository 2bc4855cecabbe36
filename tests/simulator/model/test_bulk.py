"""Draws of many days at once have the distributions of single days."""

from itertools import pairwise

import numpy as np
import pytest

from shared.rollout.columns import P_ARRIVAL_US, P_PATIENCE_US, P_SERVICE, P_SERVICE_US
from simulator.model.arrays import draw_people
from simulator.model.bulk import draw_many
from simulator.model.plan import load_plan

DAYS = 60


@pytest.mark.parametrize("name", ["city", "payday"])
def test_the_same_customers_on_average(name: str) -> None:
    plan = load_plan(name)
    rows, first = draw_many(plan, 5, DAYS)
    single = np.concatenate([draw_people(plan, 5, day) for day in range(DAYS)])
    assert (len(first), first[-1]) == (DAYS + 1, len(rows))
    assert len(rows) == pytest.approx(len(single), rel=0.05)
    for column in (P_ARRIVAL_US, P_SERVICE_US, P_PATIENCE_US):
        assert rows[:, column].mean() == pytest.approx(single[:, column].mean(), rel=0.05)
    shares = [np.bincount(r[:, P_SERVICE], minlength=16) / len(r) for r in (rows, single)]
    assert np.abs(shares[0] - shares[1]).max() < 0.02


def test_each_day_is_in_order_and_begins_when_asked() -> None:
    plan = load_plan("city")
    rows, first = draw_many(plan, 5, 8, from_us=40_000_000_000)
    assert rows[:, P_ARRIVAL_US].min() >= 40_000_000_000
    for begin, beyond in pairwise(first):
        assert (np.diff(rows[begin:beyond, P_ARRIVAL_US]) >= 0).all()
    assert np.array_equal(draw_many(plan, 5, 8, from_us=40_000_000_000)[0], rows)
