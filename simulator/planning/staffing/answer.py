"""What is asked of a search for the fewest people, and what it answers."""

from dataclasses import dataclass, field
from typing import Final

from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.staffing.lab import RUNGS
from simulator.planning.staffing.openings import MINUTES, House, Openings
from simulator.planning.staffing.shifts import Duty, ShiftTable
from simulator.planning.staffing.standing import OutOfReach, Rules, Standing, Verdict
from simulator.planning.target import Target

#: Days that no search has seen, on which the answer is looked at.
FRESH_DAYS: Final = 20_000
#: Half a point may be missing, once in twenty more.
RULES: Final = Rules()


@dataclass(frozen=True)
class Wish:
    """What is asked for.

    ``targets`` None: the profile's standard. ``services`` None: each service over the day too
    where counters differ in what they serve. ``bound_width``: half-hours of a stretch of the lower
    bound; None: two where all counters are alike, else 0: the work that there is (in shifts: one).
    ``shifts``: these may be worked, None: any half-hours.
    """

    targets: tuple[Target, ...] | None = None
    services: bool | None = None
    at_least: int = 1
    rules: Rules = RULES
    seed: int = 1
    rungs: tuple[int, ...] = RUNGS
    fresh_days: int = FRESH_DAYS
    bound_width: int | None = None
    shifts: ShiftTable | None = None


@dataclass(frozen=True)
class Answer:
    """A staffing and what it comes to.

    ``openings`` None: these are ``duties`` in shifts. ``fresh`` is its verdict on days that the
    search has not seen, ``out_of_reach`` what nobody could reach. ``paid_min``: minutes at
    counters, breaks that are not paid left out; ``least_min`` is its lower bound, None without one.
    ``is_found`` False: nothing kept the standard, and it is the most that there can be.
    ``was_cut_short``: somebody stopped the search.
    """

    plan: Plan
    wish: Wish
    house: House
    wanted: Standing
    lines: tuple[Staffing, ...]
    openings: Openings | None
    duties: tuple[Duty, ...]
    paid_min: int
    least_min: int | None
    fresh: Verdict | None
    out_of_reach: tuple[OutOfReach, ...]
    is_found: bool
    was_cut_short: bool
    days_lived: int
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def half_hours(self) -> int:
        """Counter-half-hours."""
        return self.paid_min // MINUTES

    @property
    def least_half_hours(self) -> int | None:
        """The lower bound in counter-half-hours."""
        return None if self.least_min is None else -(-self.least_min // MINUTES)

    @property
    def gap_0_1(self) -> float | None:
        """How much of the answer could be saved at most, by the lower bound."""
        if self.least_min is None:
            return None
        return max(0.0, 1 - self.least_min / self.paid_min)

    def open_counters(self, half_hour: int) -> tuple[str, ...]:
        """Who is open for some of a half-hour."""
        if self.openings is not None:
            return self.house.open_counters(self.openings, half_hour)
        begins = (self.house.first + half_hour) * MINUTES
        there = {d.counter for d in self.duties if d.pattern.open_min(begins, begins + MINUTES)}
        return tuple(c.id for c in self.plan.profile.counters if c.id in there)

    @property
    def is_met_on_fresh_days(self) -> bool | None:
        """Whether every share is reached up to the tolerance on days that no search has seen."""
        return None if self.fresh is None else self.fresh.is_met(self.wish.rules.tolerance)
