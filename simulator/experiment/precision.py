"""As many days as a stated precision needs, and no more."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from simulator.experiment.compare import EVERYBODY, Comparison, go_on
from simulator.experiment.interval import Interval
from simulator.experiment.replicate import Study, extend

#: Fewer days say too little of how much days differ to decide by them.
FEWEST_DAYS = 20
#: Where the rule stops whatever it has reached, unless somebody says otherwise.
MOST_DAYS = 5_000


@dataclass(frozen=True, slots=True)
class Precision:
    """What was asked for and what was reached: half-widths as shares of the mean wait.

    Of a comparison: of its widest difference, as a share of the base's mean wait.
    """

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

    ``on_day(done, aim)`` is told now and then.
    """

    def live(aim: int) -> float:
        extend(study, aim, seed, partial(_tell, on_day, aim))
        return relative_half_width(study.everybody().mean_wait_s)

    return go_on_until(live, wanted_0_1, len(study.days), most_days)


def compare_until(
    found: Comparison,
    wanted_0_1: float,
    seed: int,
    most_days: int = MOST_DAYS,
    on_day: Callable[[int, int], None] = lambda _done, _of: None,
) -> Precision:
    """Go on with a comparison until its paired differences are known.

    Of everybody's mean wait, each to this share of the base's mean wait: a share of the difference
    itself would never be reached by two variants that do not differ. ``on_day(lived, aim)`` counts
    the days of all variants.
    """
    many = len(found.outcomes)

    def live(aim: int) -> float:
        go_on(found, aim, seed, partial(_tell, on_day, aim * many))
        return largest_difference_0_1(found)

    return go_on_until(live, wanted_0_1, found.days, most_days)


def go_on_until(
    live: Callable[[int], float], wanted_0_1: float, lived: int, most_days: int
) -> Precision:
    """The rule: ``live(aim)`` goes on to so many days and gives the half-width that is left.

    After at least ``FEWEST_DAYS`` the days that are needed are estimated from the interval (its
    half-width falls as 1 / sqrt(days)), lived, and looked at again; each look adds at least a
    tenth, so that chance cannot end it by many looks.

    Source: relative precision, Law (2015), Simulation Modeling and Analysis, section 9.4.1; the
    stated confidence is kept in the limit of narrow intervals (Chow and Robbins 1965). With wide
    ones the true confidence is a little lower.
    """
    aim = min(max(lived, FEWEST_DAYS), most_days)
    while True:
        reached = live(aim)
        if reached <= wanted_0_1 or aim >= most_days:
            return Precision(wanted_0_1, reached)
        needed = aim * (reached / wanted_0_1) ** 2 if math.isfinite(reached) else 2 * aim
        aim = min(max(math.ceil(min(needed, most_days)), math.ceil(1.1 * aim)), most_days)


def _tell(on_day: Callable[[int, int], None], aim: int, done: int) -> None:
    on_day(done, aim)


def relative_half_width(interval: Interval) -> float:
    """Half-width / estimate; 0 when nobody ever waits, infinite with one day."""
    return _share(interval.half_width, interval.estimate)


def largest_difference_0_1(found: Comparison) -> float:
    """The widest half-width of everybody's differences / the base's mean wait."""
    mean_s = found.outcome(found.base).figures(EVERYBODY).mean_wait_s.estimate
    others = [o.variant.name for o in found.outcomes if o.variant.name != found.base]
    differences = (found.wait_difference_s(name, EVERYBODY) for name in others)
    return max((_share(each.half_width, mean_s) for each in differences), default=0.0)


def _share(half_width: float, of: float) -> float:
    if half_width == 0 and of == 0:
        return 0.0
    found = half_width / of if of else math.inf
    return found if math.isfinite(found) else math.inf
