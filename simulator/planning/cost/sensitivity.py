"""What the answer hangs on: one figure at a time, and all of them together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from simulator.planning.cost.prices import Price

#: Draws of all figures together.
DRAWS: Final = 4000

#: The net present value with some figures at other values.
Value = Callable[[Mapping[str, float]], float]


@dataclass(frozen=True, slots=True)
class Swing:
    """One figure moved from its low to its high end, all others as they are.

    ``breaks_even_at`` is the value of the figure at which the change pays exactly, where that lies
    between the ends.
    """

    name: str
    low: float
    high: float
    value_at_low: float
    value_at_high: float
    breaks_even_at: float | None

    @property
    def width(self) -> float:
        """How far the answer moves."""
        return abs(self.value_at_high - self.value_at_low)


@dataclass(frozen=True, slots=True)
class Spread:
    """The net present value when all uncertain figures vary at once."""

    p10: float
    median: float
    p90: float
    share_positive_0_1: float


def tornado(figures: Mapping[str, Price], value: Value) -> tuple[Swing, ...]:
    """One swing for each uncertain figure, the widest first."""
    found = [_swing(name, p, value) for name, p in figures.items() if not p.is_sure]
    return tuple(sorted(found, key=lambda swing: -swing.width))


def _swing(name: str, price: Price, value: Value) -> Swing:
    def at(x: float) -> float:
        return value({name: x})

    low, high = at(price.least), at(price.most)
    even = _root(at, price.least, price.most) if low * high < 0 else None
    return Swing(name, price.least, price.most, low, high, even)


def _root(at: Callable[[float], float], low: float, high: float) -> float:
    """Where a value is 0 between two ends of different sign, by halving."""
    is_rising = at(high) > 0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if (at(middle) > 0) == is_rising else (middle, high)
    return (low + high) / 2


def spread(figures: Mapping[str, Price], value: Value, seed: int) -> Spread | None:
    """All uncertain figures drawn together; None when everything is certain.

    Each from the triangle between its ends with the peak at its value, independent of the others:
    the usual choice where no more than these three are known. Source: Law (2015), Simulation
    Modeling and Analysis, 6.11.
    """
    unsure = {name: price for name, price in figures.items() if not price.is_sure}
    if not unsure:
        return None
    rng = np.random.default_rng(seed)
    draws = {n: rng.triangular(p.least, p.value, p.most, DRAWS).tolist() for n, p in unsure.items()}
    found = [value({name: draws[name][n] for name in unsure}) for n in range(DRAWS)]
    p10, median, p90 = np.quantile(found, [0.1, 0.5, 0.9]).tolist()
    return Spread(p10, median, p90, float(np.mean([v > 0 for v in found])))
