"""Draws from the distributions of times, in bulk, as whole microseconds."""

import math
from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from shared.config.time_tables import (
    Deterministic,
    Distribution,
    Erlang,
    Exponential,
    Gamma,
    Lognormal,
    Weibull,
)
from shared.dispatch.layout import MINUTE_US

Microseconds = NDArray[np.int64]

#: No drawn time is longer than a day; a lognormal tail would otherwise leave the calendar.
LONGEST_US: Final = 24 * 60 * MINUTE_US


def draw(distribution: Distribution, count: int, stream: Generator) -> Microseconds:
    """``count`` times from the distribution: int64 microseconds, shape (count,)."""
    minutes = _minutes(distribution, count, stream)
    return np.minimum(np.rint(minutes * MINUTE_US), LONGEST_US).astype(np.int64)


def _minutes(what: Distribution, count: int, stream: Generator) -> NDArray[np.float64]:
    match what:
        case Deterministic():
            return np.full(count, what.mean_min)
        case Exponential():
            return stream.exponential(what.mean_min, count)
        case Lognormal():
            return _lognormal(what.mean_min, what.cv, count, stream)
        case Gamma():
            shape = 1 / what.cv**2
            return stream.gamma(shape, what.mean_min / shape, count)
        case Erlang():
            return stream.gamma(what.phases, what.mean_min / what.phases, count)
        case Weibull():
            scale = what.mean_min / math.gamma(1 + 1 / what.shape)
            return scale * stream.weibull(what.shape, count)


def _lognormal(mean: float, cv: float, count: int, stream: Generator) -> NDArray[np.float64]:
    """Lognormal by mean and coefficient of variation: sigma^2 = ln(1 + cv^2)."""
    if mean == 0 or cv == 0:
        return np.full(count, mean)
    variance = math.log1p(cv**2)
    return stream.lognormal(math.log(mean) - variance / 2, math.sqrt(variance), count)
