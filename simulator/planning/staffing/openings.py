"""Which counters are open in which half-hour, and the staffing lines that say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.model.plan import Plan
from simulator.model.scenario_staff import Pause, Staffing
from simulator.planning.trial import grid_of

#: Counters (pools, half-hours): so many of each pool are open.
Openings = NDArray[np.int64]

MINUTES: Final = 30
#: A line of the staffing has one pause less than this at most.
MOST_STRETCHES: Final = 13


@dataclass(frozen=True, slots=True)
class Pool:
    """Counters between which nobody could tell a difference: in the order in which they open."""

    counters: tuple[str, ...]

    @property
    def name(self) -> str:
        """The counters in one word."""
        return " ".join(self.counters)


@dataclass(frozen=True, slots=True)
class House:
    """The pools of a plan and its half-hours; ``first`` counts half-hours from midnight."""

    pools: tuple[Pool, ...]
    first: int
    count: int
    pause_reason: str

    @property
    def full(self) -> Openings:
        """Everything open all day."""
        sizes = np.array([len(pool.counters) for pool in self.pools], dtype=np.int64)
        return np.repeat(sizes[:, None], self.count, axis=1)

    def clock(self, half_hour: int) -> str:
        """The clock time at which a half-hour of the day begins, such as 09:30."""
        minutes = (self.first + half_hour) * MINUTES
        return f"{minutes // 60:02d}:{minutes % 60:02d}"

    def open_counters(self, openings: Openings, half_hour: int) -> tuple[str, ...]:
        """Who is open then."""
        return tuple(
            counter
            for pool, row in zip(self.pools, openings, strict=True)
            for counter in pool.counters[: int(row[half_hour])]
        )

    def staffing(self, openings: Openings) -> tuple[Staffing, ...]:
        """A line for each counter that is ever open; it pauses where it is shut for a while.

        Who is open in the last half-hour stays until everybody is served.
        """
        return tuple(
            line
            for pool, row in zip(self.pools, openings, strict=True)
            for place, counter in enumerate(pool.counters)
            for line in self._lines(counter, row > place)
        )

    def _lines(self, counter: str, is_open: NDArray[np.bool_]) -> Iterator[Staffing]:
        stretches = _stretches(is_open)
        for begun in range(0, len(stretches), MOST_STRETCHES):
            yield self._line(counter, stretches[begun : begun + MOST_STRETCHES])

    def _line(self, counter: str, stretches: list[tuple[int, int]]) -> Staffing:
        begins, ends = stretches[0][0], stretches[-1][1]
        return Staffing(
            counter=counter,
            opens=self.clock(begins) if begins else None,
            closes=self.clock(ends) if ends < self.count else None,
            pauses=tuple(
                Pause(begins=self.clock(a), ends=self.clock(b), reason=self.pause_reason)
                for (_, a), (b, _) in pairwise(stretches)
            ),
        )


def _stretches(is_open: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """From which half-hour to which (not included) it is open without a break."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], is_open.astype(np.int8), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def house_of(plan: Plan) -> House:
    """The pools of the plan's branch: counters that serve alike, walk alike, are as quick.

    Every counter of the profile may be opened, by somebody who can do all of its services.
    """
    kinds: dict[str, list[str]] = {}
    for counter in plan.profile.counters:
        said = counter.model_dump(exclude={"id", "name"})
        kinds.setdefault(repr(sorted(said.items())), []).append(counter.id)
    grid = grid_of(plan)
    reasons = [reason.id for reason in plan.profile.pause_reasons]
    reason = "lunch" if "lunch" in reasons else reasons[0]
    return House(tuple(Pool(tuple(ids)) for ids in kinds.values()), grid.first, grid.count, reason)
