"""What queueing theory says of a whole day: one line for all, a load that changes, M(t)/M/c(t)+M.

Exact for Poisson arrivals, exponential service at equal counters, first come first served. A line
to hold beside a simulated day: when the two are far apart, either the day breaks these assumptions
(classes, skills, appointments, wide service times) or something is wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]

#: Steps of the integration are at most this part of the time in which anything happens.
STEP = 0.2
#: The longest queue that is followed; longer ones have no probability worth naming.
MOST_IN_BRANCH = 400


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the day with a constant rate and number of counters, minutes."""

    lasts_min: float
    arrivals_per_min: float
    servers: int


@dataclass(frozen=True, slots=True)
class TheoryDay:
    """Expected figures of the day's customers: mean wait of all who come, and who leaves."""

    arrivals: float
    mean_wait_min: float
    share_left_0_1: float


def theory_day(
    periods: Sequence[Period], service_per_min: float, leaving_per_min: float = 0.0
) -> TheoryDay:
    """The day from an empty branch, and on with the last counters until everybody is gone.

    Integrates the birth and death chain's equations (Kolmogorov, forward) by the fourth-order
    Runge-Kutta method. Mean wait = integral of the queue / expected arrivals (Little 1961, a day
    that begins and ends empty); who leaves = leaving rate x the same integral.
    """
    state = np.zeros(MOST_IN_BRANCH + 1)
    state[0] = 1.0
    queue_min, arrivals = 0.0, 0.0
    for period in periods:
        rates = _Rates(period.arrivals_per_min, service_per_min, period.servers, leaving_per_min)
        state, waited = _live(state, rates, period.lasts_min)
        queue_min += waited
        arrivals += period.arrivals_per_min * period.lasts_min
    servers = max(1, periods[-1].servers)
    rest = _Rates(0.0, service_per_min, servers, leaving_per_min)
    while _queue(state, servers) > 1e-10:
        state, waited = _live(state, rest, 5.0)
        queue_min += waited
    return TheoryDay(arrivals, queue_min / arrivals, leaving_per_min * queue_min / arrivals)


class _Rates:
    """The chain's rates up and down from each number in the branch."""

    def __init__(self, arriving: float, service: float, servers: int, leaving: float) -> None:
        count = np.arange(MOST_IN_BRANCH + 1)
        busy = np.minimum(count, servers)
        self.down = busy * service + (count - busy) * leaving
        self.up = np.full(MOST_IN_BRANCH + 1, arriving)
        self.up[-1] = 0.0
        self.servers = servers
        self.fastest = arriving + float(self.down[min(servers + 40, MOST_IN_BRANCH)])

    def change(self, state: Real) -> Real:
        """The derivative of the state's probabilities, per minute."""
        flow = -(self.up + self.down) * state
        flow[1:] += self.up[:-1] * state[:-1]
        flow[:-1] += self.down[1:] * state[1:]
        return flow


def _live(state: Real, rates: _Rates, lasts_min: float) -> tuple[Real, float]:
    """The state after a period, and the expected customer-minutes in the queue (Simpson's rule)."""
    steps = max(2, int(np.ceil(lasts_min * max(rates.fastest, 0.1) / STEP)))
    h = lasts_min / steps
    waited = 0.0
    for _ in range(steps):
        k1 = rates.change(state)
        k2 = rates.change(state + h / 2 * k1)
        k3 = rates.change(state + h / 2 * k2)
        k4 = rates.change(state + h * k3)
        middle = state + h / 4 * (k1 + k2)
        after = state + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        ends = _queue(state, rates.servers) + _queue(after, rates.servers)
        waited += h / 6 * (ends + 4 * _queue(middle, rates.servers))
        state = after
    return state, waited


def _queue(state: Real, servers: int) -> float:
    """The expected number who wait."""
    beyond = np.maximum(np.arange(len(state)) - servers, 0)
    return float(beyond @ state)
