"""As many days as a stated precision needs, and no more."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from simulator.experiment.interval import Interval
from simulator.experiment.replicate import Study, extend

#: Fewer days say too little of how much days differ to decide by them.
FEWEST_DAYS = 20
#: Where the rule stops whatever it has reached, unless somebody says otherwise.
MOST_DAYS = 5_000


@dataclass(frozen=True, slots=True)
class Precision:
    """What was asked for and what was reached: half-widths as shares of the mean wait."""

    wanted_0_1: float
    reached_0_1: float

    @property
    def is_reached(self) -> bool:
        """Whether the interval is as narrow as was asked."""
        return self.reached_0_1 <= self.wanted_0_1


def replicate_until(
    study: Study,
    wanted_0_1: float,
    seed: int,
    most_days: int = MOST_DAYS,
    on_day: Callable[[int, int], None] = lambda _done, _of: None,
) -> Precision:
    """Go on with a study until everybody's mean wait is known to this share of itself.

    After at least ``FEWEST_DAYS`` the days that are needed are estimated from the interval (its
    half-width falls as 1 / sqrt(days)), lived, and looked at again; each look adds at least a
    tenth, so that chance cannot end it by many looks. ``on_day(done, aim)`` is told after each day.

    Source: relative precision, Law (2015), Simulation Modeling and Analysis, section 9.4.1; the
    stated confidence is kept in the limit of narrow intervals (Chow and Robbins 1965). With wide
    ones the true confidence is a little lower.
    """
    aim = min(max(len(study.days), FEWEST_DAYS), most_days)
    while True:
        extend(study, aim, seed, partial(_tell, on_day, aim))
        reached = relative_half_width(study.everybody().mean_wait_s)
        if reached <= wanted_0_1 or aim >= most_days:
            return Precision(wanted_0_1, reached)
        needed = aim * (reached / wanted_0_1) ** 2 if math.isfinite(reached) else 2 * aim
        aim = min(max(math.ceil(needed), math.ceil(1.1 * aim)), most_days)


def _tell(on_day: Callable[[int, int], None], aim: int, done: int) -> None:
    on_day(done, aim)


def relative_half_width(interval: Interval) -> float:
    """Half-width / estimate; 0 when nobody ever waits, infinite with one day."""
    if interval.estimate == 0 and interval.half_width == 0:
        return 0.0
    found = interval.half_width / interval.estimate if interval.estimate else math.inf
    return found if math.isfinite(found) else math.inf
