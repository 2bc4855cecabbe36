"""Appointments at one counter, exactly: exponential services, people who are on time or stay away.

Slots of equal length make a session. Idle time is that of the counter within the session, overtime
the work that is left at its end.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from simulator.planning.tally import Real

Schedule = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """Slots of ``slot_min`` minutes, services of ``mean_min``, everybody comes with ``shows``."""

    slots: int
    slot_min: float
    mean_min: float
    shows: float = 1.0


@dataclass(frozen=True, slots=True)
class Costs:
    """What a minute costs: of one customer waiting, of an idle counter, of overtime."""

    waiting: float = 1.0
    idle: float = 1.0
    overtime: float = 1.5

    def of(self, outcome: "Outcome") -> float:
        """The cost of a session."""
        return (
            self.waiting * outcome.waiting_min
            + self.idle * outcome.idle_min
            + self.overtime * outcome.overtime_min
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a session comes to, expected minutes: all waiting together, idle time, overtime."""

    waiting_min: float
    idle_min: float
    overtime_min: float


def outcome(schedule: Sequence[int], session: Session) -> Outcome:
    """A schedule (customers in each slot) exactly.

    The number of people just before each slot is a Markov chain: who comes joins, then Poisson many
    services end within the slot. Whoever comes waits a mean service for everybody ahead. Source:
    Kaandorp and Koole (2007), Optimal outpatient appointment scheduling, section 2.
    """
    people = sum(schedule)
    served = _served(people, session)
    at = np.zeros(people + 1)
    at[0] = 1.0
    waiting = 0.0
    for booked in schedule:
        mean = float(at @ np.arange(people + 1))
        shows = session.shows
        waiting += session.mean_min * (shows * booked * mean + shows**2 * booked * (booked - 1) / 2)
        at = served.T @ _joined(at, booked, shows)
    overtime = session.mean_min * float(at @ np.arange(people + 1))
    work = session.shows * people * session.mean_min
    return Outcome(waiting, session.slots * session.slot_min - (work - overtime), overtime)


def _joined(at: Real, booked: int, shows: float) -> Real:
    """How many there are once those of a slot have come."""
    come = np.array(
        [math.comb(booked, k) * shows**k * (1 - shows) ** (booked - k) for k in range(booked + 1)]
    )
    return np.asarray(np.convolve(at, come)[: len(at)], dtype=np.float64)


def _served(people: int, session: Session) -> Real:
    """From so many people to so many within a slot, (people + 1) squared."""
    rate = session.slot_min / session.mean_min
    ends = np.array([math.exp(-rate) * rate**k / math.factorial(k) for k in range(people + 1)])
    found = np.zeros((people + 1, people + 1))
    for n in range(people + 1):
        found[n, 1 : n + 1] = ends[:n][::-1]
        found[n, 0] = 1 - found[n, 1:].sum()
    return found


def schedules(people: int, slots: int) -> Iterator[Schedule]:
    """Every way to spread so many people over the slots; binomial(people + slots - 1, people)."""
    for bars in combinations(range(people + slots - 1), slots - 1):
        edges = (-1, *bars, people + slots - 1)
        yield tuple(edges[n + 1] - edges[n] - 1 for n in range(slots))


def shifted(schedule: Schedule) -> Iterator[Schedule]:
    """The neighbours among which a schedule has to be best to be best of all.

    Each step moves one customer one slot earlier, or from the first slot to the last; a neighbour
    does any of these at once. The cost is multimodular: a schedule that none of them betters is
    optimal. Source: Kaandorp and Koole (2007), theorem 3.1.
    """
    slots = len(schedule)
    for chosen in range(1, 2**slots - 1):
        found = list(schedule)
        for step in range(slots):
            if chosen >> step & 1:
                found[step] -= 1
                found[step - 1] += 1
        if min(found) >= 0:
            yield tuple(found)


def best_schedule(people: int, session: Session, costs: Costs) -> tuple[Schedule, float]:
    """The best schedule of all, by steps to a better neighbour until there is none."""
    best = even_schedule(people, session.slots)
    cost = costs.of(outcome(best, session))
    while True:
        found = min((costs.of(outcome(s, session)), s) for s in shifted(best))
        if found[0] >= cost - 1e-12:
            return best, cost
        cost, best = found


def even_schedule(people: int, slots: int) -> Schedule:
    """As even as can be."""
    return tuple(people * (n + 1) // slots - people * n // slots for n in range(slots))
