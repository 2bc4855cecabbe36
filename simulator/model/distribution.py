"""Distributions of times as scenario files name them, and draws from them.

Each is given by its mean in minutes and, where it has one, its coefficient of variation (standard
deviation / mean). Draws come in bulk, as whole microseconds.
"""

import math
from typing import Annotated, Literal

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from pydantic import Field

from shared.config.profile import Table
from shared.dispatch.layout import MINUTE_US

Microseconds = NDArray[np.int64]
Minutes = Annotated[float, Field(ge=0, le=600)]

#: No drawn time is longer than a day; a lognormal tail would otherwise leave the calendar.
LONGEST_US = 24 * 60 * MINUTE_US


class Deterministic(Table):
    """Always the same."""

    distribution: Literal["deterministic"]
    mean_min: Minutes


class Exponential(Table):
    """Memoryless; coefficient of variation 1."""

    distribution: Literal["exponential"]
    mean_min: Minutes


class Lognormal(Table):
    """The usual shape of service times: few very short, some long."""

    distribution: Literal["lognormal"] = "lognormal"
    mean_min: Minutes
    cv: float = Field(default=0.8, ge=0, le=5)


class Gamma(Table):
    """Between deterministic (cv 0) and wilder than exponential (cv > 1)."""

    distribution: Literal["gamma"]
    mean_min: Minutes
    cv: float = Field(gt=0, le=5)


class Erlang(Table):
    """The sum of ``phases`` exponential phases; coefficient of variation 1 / sqrt(phases)."""

    distribution: Literal["erlang"]
    mean_min: Minutes
    phases: int = Field(ge=1, le=100)


class Weibull(Table):
    """Patience that wears thin (``shape`` above 1) or grows with waiting (below 1); 1: exponential.

    Its scale is mean / gamma function of (1 + 1 / shape).
    """

    distribution: Literal["weibull"]
    mean_min: Minutes
    shape: float = Field(ge=0.2, le=10)


Distribution = Deterministic | Exponential | Lognormal | Gamma | Erlang | Weibull


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
