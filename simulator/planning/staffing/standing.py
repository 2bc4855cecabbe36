"""What a staffing has to reach, and how far below it one is.

The share of everybody in each half-hour, and of each service over the day: were it only everybody,
the search would let those wait who are few.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from simulator.planning.tally import Real, Tally, Whole
from simulator.planning.target import Target, share_and_error

#: Where everybody at work does not suffice: so much less than they reach may be given up.
GIVES_WAY: Final = 0.05
#: A cell with fewer customers on all days together says nothing yet.
FEWEST: Final = 30


@dataclass(frozen=True, slots=True)
class Rules:
    """When a staffing will do.

    ``tolerance`` is how much of a share may be missing, ``z`` so many standard errors have to lie
    on the safe side on the last rung (1.645: wrong once in twenty).
    """

    tolerance: float = 0.005
    z: float = 1.645


@dataclass(frozen=True, slots=True)
class Verdict:
    """Cells (half-hours, then services), by limit: share within it, its error, what is missing.

    ``short`` (cells, limits) is the wanted share less the one reached; 0 or less is met. ``use`` is
    the share of its open time in which each counter served, ``served_s`` the time of all together
    on a mean day.
    """

    share: Real
    error: Real
    short: Real
    counted: Whole
    use: Real
    served_s: float

    def as_json(self) -> dict[str, object]:
        """All of it, for a journal."""
        reals = {name: getattr(self, name).tolist() for name in REALS}
        return {**reals, "counted": self.counted.tolist(), "served_s": self.served_s}

    def worst(self, z: float = 0.0) -> Real:
        """How far each cell is below what it has to reach, plus z standard errors: (cells,)."""
        return np.asarray((self.short + z * self.error).max(axis=1), dtype=np.float64)

    def is_met(self, tolerance: float, z: float = 0.0) -> bool:
        """Whether every cell reaches its share up to the tolerance, z errors on the safe side."""
        return bool((self.worst(z) <= tolerance).all())

    def is_clearly_short(self, tolerance: float, z: float) -> bool:
        """Whether some cell misses it by more than chance explains."""
        return bool((self.worst(-z) > tolerance).any())


#: The fields of a verdict that are arrays of real numbers.
REALS: Final = ("share", "error", "short", "use")


def verdict_of(kept: object) -> Verdict:
    """A verdict as it was written into a journal."""
    assert isinstance(kept, dict)
    counted = np.array(kept["counted"], dtype=np.int64)
    share, error, short, use = (np.array(kept[name], dtype=np.float64) for name in REALS)
    return Verdict(share, error, short, counted, use, float(kept["served_s"]))


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """A share that is missed with every counter open all day.

    ``name`` is a half-hour's time or a service; shares are between 0 and 1: ``wanted``, ``reached``
    by everybody at work (with its standard error), and ``asked`` for instead.
    """

    name: str
    within_s: float
    wanted: float
    reached: float
    error: float
    asked: float


@dataclass(frozen=True, slots=True)
class Standing:
    """Wanted shares: (cells, limits). The first ``half_hours`` cells are half-hours."""

    wanted: Real
    half_hours: int
    services: tuple[str, ...]
    targets: tuple[Target, ...]

    def judge(self, tally: Tally, by_service: tuple[Whole, Whole] | None = None) -> Verdict:
        """How a staffing stands to it.

        Services over the day come from ``by_service`` (as ``tally.by_service`` makes it), else from
        the tally, which is by service then.
        """
        within, counted = tally.within.sum(axis=2), tally.counted.sum(axis=2)
        if self.services:
            own = by_service or (tally.within.sum(axis=1), tally.counted.sum(axis=1))
            within, counted = (
                np.concatenate(pair, axis=1) for pair in zip((within, counted), own, strict=True)
            )
        share, error = share_and_error(within, counted)
        seen = counted.sum(axis=0)
        short = np.where(seen >= FEWEST, self.wanted - share, -1.0)
        use = tally.serving_s.sum(axis=0) / np.maximum(tally.open_s.sum(axis=0), 1.0)
        served_s = float(tally.serving_s.sum()) / tally.days
        return Verdict(share, np.where(seen >= FEWEST, error, 0.0), short, seen, use, served_s)

    def within_reach(self, best: Verdict, rules: Rules) -> "Standing":
        """With what everybody at work does not surely reach lowered to a bit less than they do."""
        lowered = np.minimum(self.wanted, best.share - GIVES_WAY)
        missed = best.short + rules.z * best.error > rules.tolerance
        return replace(self, wanted=np.where(missed, lowered, self.wanted))

    def out_of_reach(
        self, best: Verdict, rules: Rules, clock: Sequence[str]
    ) -> tuple[OutOfReach, ...]:
        """What everybody at work does not surely reach, with what is asked for instead."""
        missed = np.argwhere(best.short + rules.z * best.error > rules.tolerance)
        return tuple(
            OutOfReach(
                self.cell_name(int(cell), clock),
                self.targets[limit].within_s,
                float(self.wanted[cell, limit]),
                float(best.share[cell, limit]),
                float(best.error[cell, limit]),
                float(min(self.wanted[cell, limit], best.share[cell, limit] - GIVES_WAY)),
            )
            for cell, limit in missed
        )

    def cell_name(self, cell: int, clock: Sequence[str]) -> str:
        """A half-hour's time, or a service."""
        if cell < self.half_hours:
            return clock[cell]
        return self.services[cell - self.half_hours]


def standing(targets: Sequence[Target], half_hours: int, services: Sequence[str] = ()) -> Standing:
    """Each target in each half-hour for everybody, and over the day for each of these services."""
    row = np.array([target.share for target in targets], dtype=np.float64)
    wanted = np.repeat(row[None, :], half_hours + len(services), axis=0)
    return Standing(wanted, half_hours, tuple(services), tuple(targets))
