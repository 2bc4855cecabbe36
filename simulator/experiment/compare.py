"""The same days under several variants: what each group of customers gets from each.

Every variant meets the same customers with the same draws (common random numbers), so that a
difference between two is a difference of the rules and not of the days.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from simulator.experiment.bounds import check_size, days_at_once
from simulator.experiment.day_table import NOT_COUNTED, OVER, DayTable, Real
from simulator.experiment.engine import Choice, Engine, choose
from simulator.experiment.interval import (
    Interval,
    difference_interval,
    mean_interval,
    quantile_interval,
    ratio_interval,
)
from simulator.experiment.replicate import lived
from simulator.experiment.variant import Variant
from simulator.model.plan import Plan

if TYPE_CHECKING:
    from simulator.experiment.precision import Precision

#: Everybody, and those who came on time to an appointment. Who was late is a walk-in.
EVERYBODY = "everybody"
APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class GroupDay:
    """One group on one day. Waits in seconds, of those who were called."""

    arrived: int
    left: int
    waits_s: Real
    over: tuple[int, ...]
    counted: tuple[int, ...]
    overtaken_most: int


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """A group over all days, with intervals over days."""

    name: str
    arrived_a_day: Interval
    mean_wait_s: Interval
    p90_wait_s: Interval
    share_over: tuple[Interval, ...]
    overtaken_most_of_a_day: Interval
    overtaken_most: int
    share_left: Interval


@dataclass
class Outcome:
    """What the days were like under one variant, and which engine lived them."""

    variant: Variant
    engine: Choice
    days: list[dict[str, GroupDay]] = field(default_factory=list)
    _known: dict[tuple[str, int], GroupFigures] = field(default_factory=dict)

    def figures(self, group: str) -> GroupFigures:
        """The figures of one group; worked out once for so many days."""
        key = (group, len(self.days))
        if key not in self._known:
            self._known[key] = self._figures(group)
        return self._known[key]

    def _figures(self, group: str) -> GroupFigures:
        rows = self._rows(group)
        arrived = [float(row.arrived) for row in rows]
        return GroupFigures(
            name=group,
            arrived_a_day=mean_interval(arrived),
            mean_wait_s=ratio_interval(*self.wait_totals(group)),
            p90_wait_s=quantile_interval([row.waits_s for row in rows], 0.9),
            share_over=tuple(
                ratio_interval(
                    [float(r.over[i]) for r in rows], [float(r.counted[i]) for r in rows]
                )
                for i in range(len(self.variant.plan.limits))
            ),
            overtaken_most_of_a_day=mean_interval([float(r.overtaken_most) for r in rows]),
            overtaken_most=max(row.overtaken_most for row in rows),
            share_left=ratio_interval([float(row.left) for row in rows], arrived),
        )

    def wait_totals(self, group: str) -> tuple[list[float], list[float]]:
        """Seconds waited and customers called, one of each a day."""
        rows = self._rows(group)
        return [float(r.waits_s.sum()) for r in rows], [float(len(r.waits_s)) for r in rows]

    def _rows(self, group: str) -> list[GroupDay]:
        zeros = (0,) * len(self.variant.plan.limits)
        nobody = GroupDay(0, 0, np.empty(0), zeros, zeros, 0)
        return [day.get(group, nobody) for day in self.days]


@dataclass
class Comparison:
    """Several variants of one plan on the same days; ``base`` is what the others stand beside."""

    plan: Plan
    what: str
    base: str
    outcomes: list[Outcome]
    precision: "Precision | None" = None

    @property
    def days(self) -> int:
        """How many days each variant has lived."""
        return len(self.outcomes[0].days)

    @property
    def groups(self) -> list[str]:
        """Everybody, the segments that came in the profile's order, appointments."""
        found = {name for outcome in self.outcomes for day in outcome.days for name in day}
        order = [EVERYBODY, *(s.id for s in self.plan.rules.segments), APPOINTMENT]
        return [name for name in order if name in found]

    @property
    def engine(self) -> Choice:
        """What lived the days; the reference model when it lived those of any variant."""
        slow = [o.engine for o in self.outcomes if o.engine.engine is Engine.SIMPY]
        return slow[0] if slow else self.outcomes[0].engine

    def outcome(self, variant: str) -> Outcome:
        """The days of this variant; StopIteration when it was not compared."""
        return next(o for o in self.outcomes if o.variant.name == variant)

    def wait_difference_s(self, variant: str, group: str) -> Interval:
        """Mean wait under this variant minus that under the base, paired by day."""
        mine, theirs = (self.outcome(v).wait_totals(group) for v in (variant, self.base))
        return difference_interval(mine, theirs)


def compare(
    plan: Plan,
    what: str,
    base: str,
    variants: Sequence[Variant],
    days: int,
    seed: int,
    on_day: Callable[[int], None] = lambda _: None,
    engine: Engine | None = None,
) -> Comparison:
    """Simulate so many days under each variant; ``on_day(number)`` is told now and then.

    ``base`` is the variant that the profile itself uses; where it is not among them, the first.
    ``engine`` asks for one; None takes the compiled kernel wherever it plays all of a variant.
    """
    outcomes = [Outcome(variant, choose(variant.plan, engine)) for variant in variants]
    names = [variant.name for variant in variants]
    found = Comparison(plan, what, base if base in names else names[0], outcomes)
    go_on(found, days, seed, on_day)
    return found


def go_on(
    found: Comparison, days: int, seed: int, on_day: Callable[[int], None] = lambda _: None
) -> None:
    """Go on with the same seed until every variant has lived so many days.

    Raises:
        StudyTooLarge: that would be more customers than a study may have.
    """
    for outcome in found.outcomes:
        check_size(outcome.variant.plan, days * len(found.outcomes))
    at_once = days_at_once(found.plan)
    while found.days < days:
        numbers = range(found.days, min(found.days + at_once, days))
        for place, outcome in enumerate(found.outcomes):
            own = outcome.variant.plan
            results = lived(own, outcome.engine, numbers, seed)
            outcome.days += [groups_of_day(own, result.table) for result in results]
            on_day(numbers.start * len(found.outcomes) + (place + 1) * len(numbers))


def groups_of_day(plan: Plan, day: DayTable) -> dict[str, GroupDay]:
    """One day as groups: those who came on time to an appointment are no longer of a segment."""
    if not len(day.segment):
        return {}
    names = [segment.id for segment in plan.rules.segments]
    groups = {EVERYBODY: _group_day(day, np.ones(len(day.segment), dtype=np.bool_))}
    for place in np.unique(day.segment[~day.is_on_time]).tolist():
        groups[names[place]] = _group_day(day, (day.segment == place) & ~day.is_on_time)
    if day.is_on_time.any():
        groups[APPOINTMENT] = _group_day(day, day.is_on_time)
    return groups


def _group_day(day: DayTable, mine: NDArray[np.bool_]) -> GroupDay:
    wait_s, over = day.wait_s[mine], day.over[mine]
    return GroupDay(
        arrived=int(mine.sum()),
        left=int(day.has_left[mine].sum()),
        waits_s=wait_s[~np.isnan(wait_s)],
        over=tuple((over == OVER).sum(axis=0).tolist()),
        counted=tuple((over != NOT_COUNTED).sum(axis=0).tolist()),
        overtaken_most=int(day.overtaken[mine].max()),
    )
