"""Times from pools, also of services that have begun."""

import numpy as np

from shared.config.time_tables import Exponential, Lognormal
from shared.rollout.windows.pools import drawn_from, left_of, pool

MINUTE_US = 60_000_000


def test_a_pool_has_the_mean_of_its_distribution() -> None:
    values = pool(Lognormal(mean_min=6, cv=0.8))
    assert abs(values.mean() / (6 * MINUTE_US) - 1) < 0.01
    assert drawn_from(values, 3, np.random.default_rng(0)).shape == (3,)


def test_what_is_left_of_a_memoryless_time_is_like_the_whole() -> None:
    values = pool(Exponential(distribution="exponential", mean_min=5))
    for age_min in (0, 3, 12, 60):  # the last one is beyond nearly all of the pool
        left_us = left_of(values, age_min * MINUTE_US, 20_000, np.random.default_rng(2))
        assert left_us.min() >= 0
        assert abs(left_us.mean() / (5 * MINUTE_US) - 1) < 0.1
