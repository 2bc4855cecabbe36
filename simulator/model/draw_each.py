"""Times of many customers at once, each from the distribution of their own line of the mix.

What several lines share is done for all of them together: a lognormal or exponential time is a
standard draw that each line stretches in its own way. Some thousand customers at a time, so that
what is worked out stays in the cache.
"""

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from shared.dispatch.layout import MINUTE_US
from simulator.model.customer import PATIENT
from simulator.model.distribution import (
    LONGEST_US,
    Distribution,
    Exponential,
    Lognormal,
    Microseconds,
    draw,
)

Floats = NDArray[np.float64]

#: Customers whose times are made together.
CACHED: Final = 8192


class Group(NamedTuple):
    """Lines that are drawn together: whether each is of it, and times for customers' lines."""

    has: NDArray[np.bool_]
    times: Callable[[Microseconds, Generator], Microseconds]


def draw_each(
    chosen: Sequence[Distribution | None], line: Microseconds, stream: Generator
) -> Microseconds:
    """A time for each customer by the distribution of ``line``: int64 microseconds, (customers,).

    PATIENT where the line has none.
    """
    groups = _groups(chosen)
    times_us = np.full(len(line), PATIENT, dtype=np.int64)
    for begin in range(0, len(line), CACHED):
        here, found_us = line[begin : begin + CACHED], times_us[begin : begin + CACHED]
        for group in groups:
            if group.has.all():
                found_us[:] = group.times(here, stream)
                continue
            mine = np.flatnonzero(group.has[here])
            found_us[mine] = group.times(here[mine], stream)
    return times_us


def _groups(chosen: Sequence[Distribution | None]) -> list[Group]:
    """The lognormal lines, the exponential ones, and each other distribution by itself."""
    found = []
    lognormal = [one if isinstance(one, Lognormal) else None for one in chosen]
    exponential = [one if isinstance(one, Exponential) else None for one in chosen]
    if any(lognormal):
        found.append(Group(np.array([bool(one) for one in lognormal]), _lognormal(lognormal)))
    if any(exponential):
        found.append(Group(np.array([bool(one) for one in exponential]), _exponential(exponential)))
    others = [one for one in chosen if one and not isinstance(one, Lognormal | Exponential)]
    for place, other in enumerate(others):
        if other not in others[:place]:
            found.append(Group(np.array([one == other for one in chosen]), partial(_alone, other)))
    return found


def _alone(what: Distribution, line: Microseconds, stream: Generator) -> Microseconds:
    return draw(what, len(line), stream)


def _exponential(lines: Sequence[Exponential | None]) -> Callable[..., Microseconds]:
    """A standard exponential time, stretched to each mean."""
    mean_us = np.array([one.mean_min * MINUTE_US if one else 0.0 for one in lines])

    def times(line: Microseconds, stream: Generator) -> Microseconds:
        drawn = stream.standard_exponential(len(line))
        drawn *= _of(mean_us, line)
        return _whole(drawn)

    return times


def _lognormal(lines: Sequence[Lognormal | None]) -> Callable[..., Microseconds]:
    """By mean and coefficient of variation: sigma^2 = ln(1 + cv^2), as in ``distribution``."""
    variances = [math.log1p(one.cv**2) if one else 0.0 for one in lines]
    means_min = [one.mean_min if one else 0.0 for one in lines]
    sigma = np.sqrt(variances)
    middle_us = np.array(means_min) * MINUTE_US / np.exp(np.array(variances) / 2)

    def times(line: Microseconds, stream: Generator) -> Microseconds:
        drawn = stream.standard_normal(len(line))
        drawn *= _of(sigma, line)
        np.exp(drawn, out=drawn)
        drawn *= _of(middle_us, line)
        return _whole(drawn)

    return times


def _of(values: Floats, line: Microseconds) -> Floats:
    """The value of each line; one for all where they are equal."""
    return values[:1] if (values == values[0]).all() else values[line]


def _whole(times_us: Floats) -> Microseconds:
    """Whole microseconds, in the same place."""
    np.rint(times_us, out=times_us)
    np.minimum(times_us, LONGEST_US, out=times_us)
    return times_us.astype(np.int64)
