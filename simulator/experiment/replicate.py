"""Many independent days of one plan, and what they say together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from shared.domain.event import Event
from shared.metrics.folding import visits
from shared.metrics.utilisation import counter_times
from shared.metrics.visit import SECOND_US, Visit
from shared.metrics.waiting import within_limit
from simulator.experiment.day_table import DayTable, day_table
from simulator.experiment.interval import Interval, mean_interval, ratio_interval
from simulator.model.customer import Customer
from simulator.model.plan import Plan
from simulator.model.run import run_customers, run_day

#: The group of everybody.
ALL = ""


@dataclass(frozen=True, slots=True)
class GroupDay:
    """One group of customers on one day: what the ratio estimators need."""

    arrived: int
    called: int
    left: int
    wait_sum_s: float
    within: tuple[int, ...]
    counted: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DayResult:
    """One day: groups by segment and service (``ALL`` in each is everybody), and as columns."""

    segments: dict[str, GroupDay]
    services: dict[str, GroupDay]
    utilisation: dict[str, tuple[float, float]]
    overtaken_worst: int
    overtaken_total: int
    turned_away: int
    table: DayTable


@dataclass(frozen=True, slots=True)
class Group:
    """A group of customers over all days, with intervals over days. Waits in seconds."""

    name: str
    arrived_a_day: Interval
    mean_wait_s: Interval
    share_within: tuple[Interval, ...]
    share_left: Interval


@dataclass
class Study:
    """Independent days of one plan."""

    plan: Plan
    days: list[DayResult] = field(default_factory=list)

    @property
    def limits_s(self) -> tuple[float, ...]:
        """The limits of the waiting standard, seconds."""
        return tuple(limit.within_s for limit in self.plan.limits)

    def everybody(self) -> Group:
        """All customers together."""
        return self._group(ALL, [day.segments for day in self.days])

    def by_segment(self) -> list[Group]:
        """Each segment that came, in the profile's order."""
        return self._groups([s.id for s in self.plan.rules.segments], lambda day: day.segments)

    def by_service(self) -> list[Group]:
        """Each service that was asked for, in the profile's order."""
        return self._groups([s.id for s in self.plan.rules.services], lambda day: day.services)

    def utilisation(self) -> dict[str, Interval]:
        """Serving time / open time of each counter."""
        return {
            counter.id: ratio_interval(
                [day.utilisation.get(counter.id, (0.0, 0.0))[0] for day in self.days],
                [day.utilisation.get(counter.id, (0.0, 0.0))[1] for day in self.days],
            )
            for counter in self.plan.rules.counters
        }

    def overtaken_worst(self) -> Interval:
        """The most that one customer of a day was overtaken, mean over days."""
        return mean_interval([float(day.overtaken_worst) for day in self.days])

    def overtaken_mean(self) -> Interval:
        """Overtakes per customer."""
        totals = [float(day.overtaken_total) for day in self.days]
        return ratio_interval(totals, [float(day.segments[ALL].arrived) for day in self.days])

    def _groups(
        self, order: Sequence[str], pick: Callable[[DayResult], dict[str, GroupDay]]
    ) -> list[Group]:
        tables = [pick(day) for day in self.days]
        return [self._group(name, tables) for name in order if any(name in t for t in tables)]

    def _group(self, name: str, tables: Sequence[dict[str, GroupDay]]) -> Group:
        nobody = (0,) * len(self.limits_s)
        rows = [t.get(name, GroupDay(0, 0, 0, 0.0, nobody, nobody)) for t in tables]
        arrived = [float(row.arrived) for row in rows]
        return Group(
            name=name,
            arrived_a_day=mean_interval(arrived),
            mean_wait_s=ratio_interval([r.wait_sum_s for r in rows], [r.called for r in rows]),
            share_within=tuple(
                ratio_interval([r.within[i] for r in rows], [r.counted[i] for r in rows])
                for i in range(len(self.limits_s))
            ),
            share_left=ratio_interval([float(r.left) for r in rows], arrived),
        )


def replicate(
    plan: Plan, days: int, seed: int, on_day: Callable[[int], None] = lambda _: None
) -> Study:
    """Simulate so many days of a plan; ``on_day(number)`` is told after each."""
    study = Study(plan)
    extend(study, days, seed, on_day)
    return study


def extend(
    study: Study, days: int, seed: int, on_day: Callable[[int], None] = lambda _: None
) -> None:
    """Go on with the same seed until the study has so many days."""
    for day in range(len(study.days), days):
        run = run_day(study.plan, seed, day)
        study.days.append(day_result(study.plan, run.events, run.turned_away))
        on_day(day + 1)


def study_of(plan: Plan, customers: Sequence[Customer]) -> Study:
    """The one day of given customers."""
    run = run_customers(plan, customers)
    return Study(plan, [day_result(plan, run.events, run.turned_away)])


def day_result(plan: Plan, events: Sequence[Event], turned_away: int = 0) -> DayResult:
    """One day's log as sums; arrivals before the end of the warm-up are left out."""
    warm_us = plan.opens_us + round(plan.scenario.warm_up_min * 60 * SECOND_US)
    counted = [visit for visit in visits(events) if visit.arrived_us >= warm_us]
    overtaken = [visit.overtaken for visit in counted]  # as recorded: recounting costs a replay
    times = counter_times(events)
    return DayResult(
        segments=_groups_of(plan, counted, lambda visit: visit.segment),
        services=_groups_of(plan, counted, lambda visit: visit.service),
        utilisation={t.counter: (t.serving_s, t.open_s) for t in times.values()},
        overtaken_worst=max(overtaken, default=0),
        overtaken_total=sum(overtaken),
        turned_away=turned_away,
        table=day_table(plan, counted, events),
    )


def _groups_of(
    plan: Plan, found: Iterable[Visit], key: Callable[[Visit], str]
) -> dict[str, GroupDay]:
    groups: dict[str, list[Visit]] = {ALL: []}
    for visit in found:
        groups[ALL].append(visit)
        groups.setdefault(key(visit), []).append(visit)
    return {name: _group_day(plan, group) for name, group in groups.items()}


def _group_day(plan: Plan, group: Sequence[Visit]) -> GroupDay:
    waits_s = [wait_s for visit in group if (wait_s := visit.wait_s) is not None]
    limits = [within_limit(group, limit.within_s) for limit in plan.limits]
    return GroupDay(
        arrived=len(group),
        called=len(waits_s),
        left=sum(visit.has_left for visit in group),
        wait_sum_s=sum(waits_s),
        within=tuple(limit.within for limit in limits),
        counted=tuple(limit.counted for limit in limits),
    )
