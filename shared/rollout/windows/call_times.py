"""Quantiles of the time of a call over many runs, some of which only tell that it came later."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shared.rollout.columns import FAR
from shared.rollout.day import Ints

LOW: Final = 0.1
MIDDLE: Final = 0.5
HIGH: Final = 0.9


class CallTimes(NamedTuple):
    """The middle 80 % of the time of a call, microseconds from midnight, as the runs have it.

    ``uncalled_0_1`` is the share of runs in which nobody calls; FAR where a quantile lies there.
    """

    low_us: int
    middle_us: int
    high_us: int
    uncalled_0_1: float


def call_times(at_us: Ints, is_called: "NDArray[np.bool_]") -> CallTimes:
    """From the time of the call of each run, or until when it had not come (``is_called`` False).

    Who leaves would have been called later: the product-limit estimate (Kaplan and Meier 1958),
    exact in the long run since patience is drawn by itself. FAR: never called.
    """
    order = np.lexsort((~is_called, at_us))
    times, called = at_us[order], is_called[order]
    at_risk = np.arange(len(times), 0, -1)
    waits = np.cumprod(np.where(called, (at_risk - 1) / at_risk, 1.0))  # still waiting afterwards

    def quantile(share: float) -> int:
        place = int(np.searchsorted(-waits, -(1 - share) - 1e-12))
        return int(times[place]) if place < len(times) else int(FAR)

    return CallTimes(quantile(LOW), quantile(MIDDLE), quantile(HIGH), float(waits[-1]))
