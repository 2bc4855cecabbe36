"""Whether the people of a day keep the waiting standard: lived by the compiled kernel, kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.rostering.demand import Alike, alike, lived, plan_of, staffing_of
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.roster import Duty
from simulator.planning.tally import Real, Tally
from simulator.planning.target import Per, Target, limits_of, targets_of
from simulator.planning.trial import Trial

#: Who is at which counter when, by whoever it may be: days with the same are lived once.
Lines = tuple[Staffing, ...]
#: Where nobody is at a counter nobody is called: everything is missing of the target.
NOBODY_THERE = 1.0


@dataclass(frozen=True, slots=True)
class Standard:
    """What days have to reach in a search: on so many days, with a margin of so many errors."""

    per: Per = Per.DAY
    days: int = 200
    seed: int = 1
    margin_errors: float = 2.0


@dataclass
class Judge:
    """Lives the days of a month under different people, each sort of day on its own customers."""

    month: Month
    standard: Standard
    _plans: dict[Alike, Plan] = field(default_factory=dict)
    _trials: dict[Alike, Trial] = field(default_factory=dict)
    _seen: dict[tuple[Alike, Lines], Tally | None] = field(default_factory=dict)

    def with_standard(self, standard: Standard) -> "Judge":
        """The same days, already lived, held against a standard with another margin."""
        return replace(self, standard=standard)

    def plan(self, day: Day) -> Plan:
        """The plan of this sort of day, without anybody at the counters."""
        if (sort := alike(day)) not in self._plans:
            self._plans[sort] = plan_of(self.month, day)
        return self._plans[sort]

    def targets(self, day: Day) -> tuple[Target, ...]:
        """The standard of this day by the profile."""
        return targets_of(self.plan(day), self.standard.per)

    def lines(self, day: Day, duties: Sequence[Duty]) -> Lines:
        """The people of a day without their names."""
        found = staffing_of(tuple(duties), self.month, self.plan(day))
        nameless = [line.model_copy(update={"person": None}) for line in found]
        return tuple(sorted(nameless, key=lambda line: (line.counter, line.opens or "")))

    def tally(self, day: Day, lines: Lines) -> Tally | None:
        """What the search's days come to with these people, by service; None: nobody is there."""
        key = alike(day), lines
        if key not in self._seen:
            plan = lived(self.plan(day), lines)
            self._seen[key] = None if plan is None else self._trial(day).tally(plan)
        return self._seen[key]

    def shortfall(self, day: Day, lines: Lines) -> float:
        """How far the day is below its standard, with the margin; <= 0 keeps it."""
        found = self.tally(day, lines)
        if found is None:
            return NOBODY_THERE
        return shortfall(found, self.targets(day), self.standard.margin_errors)

    def _trial(self, day: Day) -> Trial:
        if (sort := alike(day)) not in self._trials:
            standard = self.standard
            limits = limits_of(self.targets(day))
            self._trials[sort] = Trial(
                self.plan(day), standard.days, standard.seed, "service", limits
            )
        return self._trials[sort]


def shortfall(tally: Tally, targets: Sequence[Target], margin_errors: float = 0.0) -> float:
    """How far everybody's share is below the worst target, and so many standard errors on top.

    Ratio of sums over days; its error from the residuals of the days (Cochran 1977, ch. 6). Half-
    hours in which nobody comes keep every target.
    """
    worst = -1.0
    for number, target in enumerate(targets):
        axes = (1, 2) if target.per is Per.DAY else (2,)
        within = tally.within[..., number].sum(axis=axes).astype(np.float64)
        counted = tally.counted[..., number].sum(axis=axes).astype(np.float64)
        total = np.atleast_1d(counted.sum(axis=0))
        share = np.where(total > 0, within.sum(axis=0) / np.maximum(total, 1), 1.0)
        error = _error(within, counted, share, total)
        worst = max(worst, float((target.share - share + margin_errors * error).max()))
    return worst


def _error(within: Real, counted: Real, share: Real, total: Real) -> Real:
    days = len(within)
    if days < 2:
        return np.zeros_like(share)
    residual = within - share * counted if counted.ndim > 1 else within - float(share[0]) * counted
    squares = np.atleast_1d((residual**2).sum(axis=0))
    found = np.sqrt(squares * days / (days - 1)) / np.maximum(total, 1)
    return np.asarray(found, dtype=np.float64)


def over_limit(tally: Tally, targets: Sequence[Target]) -> Real:
    """Customers a day who waited beyond the limit that is worst kept: (half-hours, services)."""
    worst, found = -np.inf, np.zeros(tally.arrived.shape[1:])
    for number, target in enumerate(targets):
        within = tally.within[..., number].sum(axis=0)
        counted = tally.counted[..., number].sum(axis=0)
        missing = (target.share - within.sum() / max(counted.sum(), 1)) / (1 - target.share + 1e-9)
        if missing > worst:
            worst, found = missing, (counted - within) / tally.days
    return np.asarray(found, dtype=np.float64)
