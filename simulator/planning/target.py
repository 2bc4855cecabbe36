"""What a plan has to reach: shares called within a time, in each half-hour or over the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from simulator.model.plan import Plan
from simulator.planning.tally import Real, Tally, Whole

#: What "all" means where days differ by chance: a plan with nobody late on any day has no end.
NEARLY_ALL: Final = 0.995


class Per(StrEnum):
    """Over what the share is taken."""

    HALF_HOUR = "half-hour"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Target:
    """At least this share of customers is called within so long: all days together."""

    within_s: float
    share: float
    per: Per = Per.HALF_HOUR


def targets_of(plan: Plan, per: Per = Per.HALF_HOUR) -> tuple[Target, ...]:
    """The waiting standard of the plan's profile on its day; "all" is ``NEARLY_ALL``."""
    return tuple(Target(limit.within_s, min(limit.share, NEARLY_ALL), per) for limit in plan.limits)


def limits_of(targets: Sequence[Target]) -> tuple[float, ...]:
    """The limits of these targets in seconds, as ``Trial`` takes them."""
    return tuple(target.within_s for target in targets)


def shortfalls(tally: Tally, targets: Sequence[Target]) -> Real:
    """How far each half-hour is below its target at worst: (half-hours,), shares; <= 0 is met.

    Target n is about limit n of the tally. A target over the day falls short by the same in every
    half-hour. Half-hours in which nobody comes fall short of nothing. Every group has to reach it.
    """
    worst = np.full(tally.grid.count, -np.inf)
    for number, target in enumerate(targets):
        within, counted = tally.within[..., number], tally.counted[..., number]
        axes = (0, 1) if target.per is Per.DAY else (0,)
        sums, counts = within.sum(axis=axes), counted.sum(axis=axes)
        share = np.where(counts > 0, sums / np.maximum(counts, 1), 1.0)
        worst = np.maximum(worst, (target.share - share).max(axis=-1))
    return np.asarray(worst, dtype=np.float64)


def errors(tally: Tally, limit: int) -> Real:
    """Standard errors of ``share_within`` over days: (half-hours, groups)."""
    return share_and_error(tally.within[..., limit], tally.counted[..., limit])[1]


def share_and_error(within: Whole, counted: Whole) -> tuple[Real, Real]:
    """Shares of all days together, and their standard errors over days, the first axis.

    The share is 1 where nobody is counted. Ratio estimator with residuals y - R n, linearised: the
    jackknife differs by less than a search can see. Source: Cochran (1977), Sampling Techniques,
    ch. 6.
    """
    sums, counts = within.sum(axis=0), counted.sum(axis=0)
    share = np.where(counts > 0, sums / np.maximum(counts, 1), 1.0)
    days = len(within)
    if days < 2:
        return share, np.full(share.shape, np.nan)
    residual = within - share * counted
    spread = np.sqrt((residual * residual).sum(axis=0) * days / (days - 1))
    return share, np.asarray(spread / np.maximum(counts, 1), dtype=np.float64)
