"""The fewest counter-half-hours that keep the waiting standard, and how sure that is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import Final

import numpy as np

from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.staffing.bound import least
from simulator.planning.staffing.exchange import exchanged
from simulator.planning.staffing.lab import RUNGS, Lab, Stopped
from simulator.planning.staffing.openings import House, Openings, house_of
from simulator.planning.staffing.standing import Rules, Standing, Verdict, standing
from simulator.planning.staffing.start import beginning
from simulator.planning.staffing.trim import Trimmer
from simulator.planning.target import Target, limits_of, targets_of
from simulator.planning.trial import fresh_tally, staffed

#: Days that no search has seen, on which the answer is looked at.
FRESH_DAYS: Final = 20_000
#: Above so many places the effects of exchanges take longer to see than they bring.
MOST_EXCHANGED: Final = 64

Step = Callable[[str, int], None]

#: Half a point may be missing, once in twenty more.
RULES: Final = Rules()


def _tell_nobody(what: str, now: int) -> None:
    """Progress that nobody asked for."""


@dataclass(frozen=True)
class Wish:
    """What is asked for.

    ``targets`` None: the profile's standard. ``services`` None: each service over the day too
    where counters differ in what they serve. ``bound_width``: half-hours of a stretch of the lower
    bound; None: two where all counters are alike, else one; 0: no bound.
    """

    targets: tuple[Target, ...] | None = None
    services: bool | None = None
    at_least: int = 1
    rules: Rules = RULES
    seed: int = 1
    rungs: tuple[int, ...] = RUNGS
    fresh_days: int = FRESH_DAYS
    bound_width: int | None = None


@dataclass(frozen=True)
class Answer:
    """A staffing and what it comes to.

    ``fresh`` is its verdict on days that the search has not seen. ``least_half_hours``
    is the lower bound, None without one. ``was_cut_short``: somebody stopped the search.
    """

    plan: Plan
    wish: Wish
    house: House
    wanted: Standing
    openings: Openings
    fresh: Verdict | None
    out_of_reach: tuple[str, ...]
    least_half_hours: int | None
    was_cut_short: bool
    days_lived: int
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def half_hours(self) -> int:
        """Counter-half-hours."""
        return int(self.openings.sum())

    @property
    def lines(self) -> tuple[Staffing, ...]:
        """The staffing."""
        return self.house.staffing(self.openings)

    @property
    def gap_0_1(self) -> float | None:
        """How much of the answer could be saved at most, by the lower bound."""
        if self.least_half_hours is None:
            return None
        return max(0.0, 1 - self.least_half_hours / self.half_hours)

    @property
    def is_met_on_fresh_days(self) -> bool | None:
        """Whether every share is reached up to the tolerance on days that no search has seen."""
        return None if self.fresh is None else self.fresh.is_met(self.wish.rules.tolerance)


def search(
    plan: Plan,
    wish: Wish,
    on_step: Step = _tell_nobody,
    should_stop: Callable[[], bool] = lambda: False,
) -> Answer:
    """The fewest counter-half-hours for the plan's customers.

    Begins with everything open (one pool: period by period), takes away, adds what lacks on more
    days, exchanges; then looks at fresh days, and at a lower bound. ``on_step`` is told what is
    done and how many counter-half-hours there are now.

    Raises:
        NotPlayed, StudyTooLarge: as ``Trial``.
    """
    return _Search(plan, wish, on_step, should_stop).answer()


class _Search:
    """The steps of one search, with the best staffing so far."""

    def __init__(
        self, plan: Plan, wish: Wish, on_step: Step, should_stop: Callable[[], bool]
    ) -> None:
        self._plan, self._wish, self._on_step = plan, wish, on_step
        self._house = house_of(plan)
        self._targets = targets_of(plan) if wish.targets is None else wish.targets
        each = self._services() if wish.services is None or wish.services else ()
        if wish.services is None and len(self._house.pools) == 1:
            each = ()
        wanted = standing(self._targets, self._house.count, each)
        self._lab = Lab(plan, wanted, wish.rules, wish.seed, wish.rungs, should_stop)
        self._best = self._house.full
        self._begun = perf_counter()
        self._seconds: dict[str, float] = {}

    def _services(self) -> tuple[str, ...]:
        return tuple(service.id for service in self._plan.rules.services)

    def answer(self) -> Answer:
        """Search, check, bound."""
        unreached = self._within_reach()
        trimmer = Trimmer(self._plan, self._house, self._lab, self._wish.at_least)
        was_cut_short = False
        try:
            self._improve(trimmer)
        except Stopped:
            was_cut_short = True
        self._lap("search")
        fresh = self._fresh()
        self._lap("fresh_check")
        bound = None if was_cut_short else self._bound(trimmer)
        self._lap("bound")
        return Answer(
            self._plan,
            self._wish,
            self._house,
            self._lab.standing,
            self._best,
            fresh,
            unreached,
            bound,
            was_cut_short,
            self._lab.lived,
            self._seconds,
        )

    def _within_reach(self) -> tuple[str, ...]:
        """Lower what cannot be reached; names of what that was."""
        best = self._lab.look(self._house.staffing(self._house.full), min(1, self._lab.top))
        wanted, rules = self._lab.standing, self._wish.rules
        if best.is_met(rules.tolerance, rules.z):
            return ()
        names = [self._house.clock(n) for n in range(self._house.count)]
        missed = np.flatnonzero(best.worst(rules.z) > rules.tolerance)
        self._lab.lower(wanted.within_reach(best, rules))
        return tuple(wanted.cell_name(int(cell), names) for cell in missed)

    def _improve(self, trimmer: Trimmer) -> None:
        top = self._lab.top
        start = beginning(self._plan, self._house, self._targets, self._wish.at_least)
        found = trimmer.repair(start, min(1, top))
        self._on_step("begun", int(found.sum()))
        found = trimmer.thin(found, min(1, top))
        self._on_step("thinned out", int(found.sum()))
        self._best = trimmer.repair(found, top)
        self._on_step("sure", int(self._best.sum()))
        self._best = trimmer.thin(self._best, top)
        self._on_step("thinned out again", int(self._best.sum()))
        if self._house.full.size <= MOST_EXCHANGED:
            self._best = exchanged(trimmer, self._best, top)
            self._on_step("exchanged", int(self._best.sum()))

    def _fresh(self) -> Verdict | None:
        if not self._wish.fresh_days:
            return None
        by = "service" if self._lab.standing.services else "branch"
        plan = staffed(self._plan, self._house.staffing(self._best))
        limits_s = limits_of(self._targets)
        tally = fresh_tally(plan, self._wish.fresh_days, self._wish.seed, by, limits_s)
        return self._lab.standing.judge(tally)

    def _bound(self, trimmer: Trimmer) -> int | None:
        width = self._wish.bound_width
        if width is None:
            width = 2 if len(self._house.pools) == 1 else 1
        if not width:
            return None
        try:
            return sum(least(trimmer, width, 0, self._wish.at_least))
        except Stopped:
            return None

    def _lap(self, name: str) -> None:
        now = perf_counter()
        self._seconds[name] = now - self._begun
        self._begun = now
