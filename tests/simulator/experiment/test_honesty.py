"""The comparison does not cry wolf, and common random numbers are worth their trouble.

A sample; `python3 dev.py torture --only statistics` plays thousands of pairs.
"""

import pytest

from simulator.model.plan import load_plan
from tests.simulator.honesty import false_alarms, variance_cut, without


@pytest.mark.slow
def test_identical_plans_are_seldom_said_to_differ() -> None:
    """200 pairs at 5 % are 10 alarms; more than 20 come by chance once in a thousand times."""
    assert 1 <= false_alarms(pairs=200, days=10, seed=1) <= 20


@pytest.mark.slow
def test_common_random_numbers_cut_the_variance_of_a_staffing_difference() -> None:
    """One teller of the city branch is away from eleven to one."""
    plan = load_plan("city")
    assert variance_cut(plan, without(plan, "1", 11, 13), days=30, seed=1) >= 10
