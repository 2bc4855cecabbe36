"""Times of a class as a pool of equally likely values: quick to draw from, also given an age."""

from functools import cache
from typing import Final

import numpy as np
from numpy.random import Generator

from shared.config.time_tables import Distribution
from shared.rollout.day import Ints
from shared.rollout.windows.draw_times import draw

#: Values of a pool; the longest stands for one in so many.
POOL: Final = 2048
#: Draws that it is made of.
DRAWN: Final = 64 * POOL
#: Beyond this share of the pool what is left is drawn as if it had no memory.
TAIL_0_1: Final = 0.98


@cache
def pool(distribution: Distribution) -> Ints:
    """Ascending; each value as likely as the others: quantiles at (place + 1/2) / POOL."""
    drawn = np.sort(draw(distribution, DRAWN, np.random.default_rng(0)))
    return drawn[DRAWN // POOL // 2 :: DRAWN // POOL]


def drawn_from(values: Ints, count: int, stream: Generator) -> Ints:
    """So many values of the pool."""
    return values[stream.integers(0, len(values), count)]


def left_of(values: Ints, age_us: int, count: int, stream: Generator) -> Ints:
    """What is left of times that have lasted so long: draws given that they are longer.

    Of ages that hardly any time reaches, the rest is exponential with the mean excess that the
    pool's last values have.
    """
    first = int(np.searchsorted(values, age_us, side="right"))
    tail = int(len(values) * TAIL_0_1)
    if first > tail:
        mean_us = float((values[tail:] - values[tail]).mean()) or 1.0
        return stream.exponential(mean_us, count).astype(np.int64)
    return values[stream.integers(first, len(values), count)] - age_us
