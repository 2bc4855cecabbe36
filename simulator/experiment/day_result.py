"""One day as sums by group, and as columns: what a study keeps of a day, from its log."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shared.domain.event import Event
from shared.metrics.folding import visits
from shared.metrics.utilisation import counter_times
from shared.metrics.visit import SECOND_US, Visit
from shared.metrics.waiting import within_limit
from simulator.experiment.day_table import DayTable, day_table
from simulator.experiment.hall_day import HallDay
from simulator.experiment.house_day import HouseDay
from simulator.model.plan import Plan

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


class Stops(NamedTuple):
    """What happened on the way, in numbers of a day: visits need not end at their first counter.

    ``transfers`` counts every time a ticket was sent on from a counter: to another service, with
    its further needs, or for another turn.
    """

    missed_calls: int
    returns: int
    holds: int
    transfers: int


@dataclass(frozen=True, slots=True)
class DayResult:
    """One day: groups by segment and service (``ALL`` in each is everybody), and as columns.

    ``hall`` is None where the scenario says nothing of the hall, ``house`` where nobody needs a
    supervisor or a room and there is no cash work.
    """

    segments: dict[str, GroupDay]
    services: dict[str, GroupDay]
    utilisation: dict[str, tuple[float, float]]
    overtaken_worst: int
    overtaken_total: int
    turned_away: int
    stops: Stops
    table: DayTable
    hall: HallDay | None = None
    house: HouseDay | None = None


def day_result(
    plan: Plan,
    events: Sequence[Event],
    turned_away: int = 0,
    hall: HallDay | None = None,
    house: HouseDay | None = None,
) -> DayResult:
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
        stops=_stops(counted),
        table=day_table(plan, counted, events),
        hall=hall,
        house=house,
    )


def _stops(counted: Iterable[Visit]) -> Stops:
    rows = [(v.absences, v.returns, v.holds, v.transfers) for v in counted]
    return Stops(*map(sum, zip(*rows, strict=True))) if rows else Stops(0, 0, 0, 0)


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
