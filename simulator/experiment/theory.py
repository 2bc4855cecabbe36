"""What queueing theory says: exact formulas to hold simulations against.

Rates are per minute, times in minutes. All are steady-state results for one queue and Poisson
arrivals; their assumptions stand with each.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass


class Unstable(ValueError):
    """More work comes in than the servers can do: there is no steady state."""


@dataclass(frozen=True, slots=True)
class Delay:
    """A queue in steady state. ``exponent_per_min``: P(W > t) = p_wait exp(-exponent t)."""

    p_wait: float
    mean_wait_min: float
    mean_queue: float
    occupancy: float
    exponent_per_min: float

    def p_wait_over(self, minutes: float) -> float:
        """The share of customers who wait longer than this."""
        return self.p_wait * math.exp(-self.exponent_per_min * minutes)


@dataclass(frozen=True, slots=True)
class Abandonment:
    """A queue with impatient customers in steady state; the wait is that of everybody."""

    p_wait: float
    p_abandon: float
    mean_wait_min: float
    mean_queue: float
    occupancy: float


def erlang_b(offered: float, servers: int) -> float:
    """Probability that all servers are busy when nobody may wait (M/M/c/c).

    Source: Erlang (1917); the stable recursion B(0) = 1, B(k) = a B(k-1) / (k + a B(k-1)).
    """
    blocked = 1.0
    for k in range(1, servers + 1):
        blocked = offered * blocked / (k + offered * blocked)
    return blocked


def erlang_c(arrivals: float, service: float, servers: int) -> Delay:
    """M/M/c, first come first served, nobody leaves.

    ``arrivals`` and ``service`` are rates per minute, ``service`` that of one server.

    Raises:
        Unstable: arrivals >= servers x service.
    Source: Erlang (1917); P(W > 0) = B / (1 - rho (1 - B)), W exponential beyond 0.
    """
    occupancy = _occupancy(arrivals, service, servers)
    blocked = erlang_b(arrivals / service, servers)
    p_wait = blocked / (1 - occupancy * (1 - blocked))
    spare = servers * service - arrivals
    mean_wait = p_wait / spare
    return Delay(p_wait, mean_wait, arrivals * mean_wait, occupancy, spare)


def erlang_a(arrivals: float, service: float, servers: int, leaving: float) -> Abandonment:
    """M/M/c+M: waiting customers leave at rate ``leaving`` each (exponential patience).

    Source: Palm (1957); Mandelbaum and Zeltyn (2007). The birth and death chain is summed until
    the rest is below 1e-16 of the largest state; P(abandon) = leaving x E(queue) / arrivals.
    """
    weights = [1.0]
    while True:
        n = len(weights)
        out = min(n, servers) * service + max(0, n - servers) * leaving
        weights.append(weights[-1] * arrivals / out)
        if n > servers and weights[-1] < 1e-16 * max(weights):
            break
        if weights[-1] > 1e200:
            weights = [weight / weights[-1] for weight in weights]
    total = math.fsum(weights)
    shares = [weight / total for weight in weights]
    queue = math.fsum((n - servers) * p for n, p in enumerate(shares) if n > servers)
    busy = math.fsum(min(n, servers) * p for n, p in enumerate(shares))
    p_wait = math.fsum(shares[servers:])
    p_abandon = leaving * queue / arrivals
    return Abandonment(p_wait, p_abandon, queue / arrivals, queue, busy / servers)


def cobham(arrivals: Sequence[float], service: float, servers: int) -> list[float]:
    """Mean wait of each class under non-preemptive priority, M/M/c with one service rate.

    ``arrivals`` in order of priority, the first is served first.

    Raises:
        Unstable: arrivals >= servers x service.
    Source: Cobham (1954): W_k = W_0 / ((1 - s_(k-1)) (1 - s_k)), s_k the occupancy by the first k
    classes and W_0 = P(wait) / (servers x service).
    """
    together = erlang_c(sum(arrivals), service, servers)
    residual = together.p_wait / (servers * service)
    waits, before = [], 0.0
    for rate in arrivals:
        upto = before + rate / (servers * service)
        waits.append(residual / ((1 - before) * (1 - upto)))
        before = upto
    return waits


def pollaczek_khinchine(arrivals: float, mean_service_min: float, cv: float) -> float:
    """Mean wait at one server with any service time of this mean and variation (M/G/1).

    Raises:
        Unstable: arrivals x mean_service_min >= 1.
    Source: Pollaczek (1930), Khinchine (1932): Wq = rho (1 + cv^2) E[S] / (2 (1 - rho)).
    """
    occupancy = _occupancy(arrivals, 1 / mean_service_min, 1)
    return occupancy * (1 + cv**2) * mean_service_min / (2 * (1 - occupancy))


def _occupancy(arrivals: float, service: float, servers: int) -> float:
    occupancy = arrivals / (servers * service)
    if occupancy >= 1:
        raise Unstable(f"{arrivals:g} arrivals a minute for {servers} x {service:g} services")
    return occupancy
