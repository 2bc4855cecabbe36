"""The same days under several variants: what each group of customers gets from each.

Every variant meets the same customers with the same draws (common random numbers), so that a
difference between two is a difference of the rules and not of the days.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from shared.metrics.folding import visits
from shared.metrics.visit import SECOND_US, Visit
from shared.metrics.waiting import within_limit
from simulator.experiment.interval import (
    Interval,
    difference_interval,
    mean_interval,
    quantile_interval,
    ratio_interval,
)
from simulator.experiment.variant import Variant
from simulator.model.demand import draw_day
from simulator.model.plan import Plan
from simulator.model.run import run_customers

#: Everybody, and those who came on time to an appointment. Who was late is a walk-in.
EVERYBODY = "everybody"
APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class GroupDay:
    """One group on one day. Waits in seconds, of those who were called."""

    arrived: int = 0
    left: int = 0
    waits_s: tuple[float, ...] = ()
    within: tuple[int, ...] = ()
    counted: tuple[int, ...] = ()
    overtaken_most: int = 0


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
    """What the days were like under one variant."""

    variant: Variant
    days: list[dict[str, GroupDay]] = field(default_factory=list)

    def figures(self, group: str) -> GroupFigures:
        """The figures of one group."""
        rows = self._rows(group)
        limits = range(len(self.variant.plan.limits))
        arrived = [float(row.arrived) for row in rows]
        return GroupFigures(
            name=group,
            arrived_a_day=mean_interval(arrived),
            mean_wait_s=ratio_interval(*self.wait_totals(group)),
            p90_wait_s=quantile_interval([row.waits_s for row in rows], 0.9),
            share_over=tuple(
                ratio_interval(
                    [float(r.counted[i] - r.within[i]) for r in rows],
                    [float(r.counted[i]) for r in rows],
                )
                for i in limits
            ),
            overtaken_most_of_a_day=mean_interval([float(r.overtaken_most) for r in rows]),
            overtaken_most=max(row.overtaken_most for row in rows),
            share_left=ratio_interval([float(row.left) for row in rows], arrived),
        )

    def wait_totals(self, group: str) -> tuple[list[float], list[float]]:
        """Seconds waited and customers called, one of each a day."""
        rows = self._rows(group)
        return [sum(row.waits_s) for row in rows], [float(len(row.waits_s)) for row in rows]

    def _rows(self, group: str) -> list[GroupDay]:
        zeros = (0,) * len(self.variant.plan.limits)
        nobody = GroupDay(within=zeros, counted=zeros)
        return [day.get(group, nobody) for day in self.days]


@dataclass
class Comparison:
    """Several variants of one plan on the same days; ``base`` is what the others stand beside."""

    plan: Plan
    what: str
    base: str
    outcomes: list[Outcome]

    @property
    def groups(self) -> list[str]:
        """Everybody, the segments that came in the profile's order, appointments."""
        found = {name for outcome in self.outcomes for day in outcome.days for name in day}
        order = [EVERYBODY, *(s.id for s in self.plan.rules.segments), APPOINTMENT]
        return [name for name in order if name in found]

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
) -> Comparison:
    """Simulate so many days under each variant; ``on_day(number)`` is told after each run.

    ``base`` is the variant that the profile itself uses; where it is not among them, the first.
    """
    outcomes = [Outcome(variant) for variant in variants]
    for day in range(days):
        customers = draw_day(plan, seed, day)
        for number, outcome in enumerate(outcomes, start=1):
            own = outcome.variant.plan
            met = customers if own.scenario is plan.scenario else draw_day(own, seed, day)
            run = run_customers(own, met)
            outcome.days.append(groups_of_day(outcome.variant.plan, visits(run.events)))
            on_day(day * len(outcomes) + number)
    names = [variant.name for variant in variants]
    return Comparison(plan, what, base if base in names else names[0], outcomes)


def groups_of_day(plan: Plan, found: Sequence[Visit]) -> dict[str, GroupDay]:
    """One day's visits as groups; who came before the end of the warm-up is left out."""
    warm_us = plan.opens_us + round(plan.scenario.warm_up_min * 60 * SECOND_US)
    groups: dict[str, list[Visit]] = {}
    for visit in found:
        if visit.arrived_us >= warm_us:
            groups.setdefault(EVERYBODY, []).append(visit)
            groups.setdefault(_group(plan, visit), []).append(visit)
    return {name: _group_day(plan, group) for name, group in groups.items()}


def _group(plan: Plan, visit: Visit) -> str:
    rules = plan.rules.appointments.get(visit.service)
    if visit.booked_us is None or rules is None:
        return visit.segment
    is_late = visit.arrived_us > visit.booked_us + rules.late_us
    return visit.segment if is_late else APPOINTMENT


def _group_day(plan: Plan, group: Sequence[Visit]) -> GroupDay:
    limits = [within_limit(group, limit.within_s) for limit in plan.limits]
    return GroupDay(
        arrived=len(group),
        left=sum(visit.has_left for visit in group),
        waits_s=tuple(wait_s for visit in group if (wait_s := visit.wait_s) is not None),
        within=tuple(limit.within for limit in limits),
        counted=tuple(limit.counted for limit in limits),
        overtaken_most=max(visit.overtaken for visit in group),
    )
