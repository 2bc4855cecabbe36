"""Two profiles for whole days in tests, as tables of names that core and book both read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from shared.dispatch.layout import (
    NOBODY,
    OVERLOAD_ALTERNATE,
    OVERLOAD_LONGEST,
    OVERLOAD_NONE,
    OVERLOAD_SCORE,
)
from shared.domain.calendar import CLOSED, ORDINARY, Calendar
from shared.domain.counter import CounterSpec
from shared.domain.rules import (
    AppointmentRules,
    ClockRule,
    DayHours,
    Discipline,
    HoldPool,
    IncidentKind,
    PoolReach,
    Rules,
    Segment,
    Service,
    VisitRules,
)

MINUTE_US: Final = 60_000_000
HOUR_US: Final = 60 * MINUTE_US
DAY_US: Final = 24 * HOUR_US

HOURS: Final = DayHours(8 * HOUR_US, 17 * HOUR_US, 17 * HOUR_US + 30 * MINUTE_US)
LETTERS: Final = {"cash": "A", "wealth": "C", "card": "E"}
SUNDAYS_CLOSED: Final = Calendar(weekdays=(ORDINARY,) * 6 + (CLOSED,))


@dataclass(frozen=True)
class Desk:
    """A counter by names; ``over_segments`` empty: no overflow."""

    services: tuple[str, ...]
    segments: tuple[str, ...]
    over_services: tuple[str, ...] = ()
    over_segments: tuple[str, ...] = ()
    over_after_us: int = 0


@dataclass(frozen=True)
class Plan:
    """A profile by names: order of services and segments, counters, and the visit's figures."""

    name: str
    services: tuple[str, ...]
    segments: tuple[str, ...]
    desks: Mapping[str, Desk]
    visit: VisitRules = field(default_factory=VisitRules)


ALL: Final = ("ordinary", "priority", "key")
POOLS: Final = (
    HoldPool("documents", PoolReach.PERSON, 30 * MINUTE_US),
    HoldPool("form", PoolReach.COUNTER, 5 * MINUTE_US),
    HoldPool("approval", PoolReach.BRANCH),
)
MORNING: Final = Plan(
    "morning",
    ("cash", "wealth", "card"),
    ALL,
    {
        "1": Desk(("cash", "wealth", "card"), ALL),
        "2": Desk(("cash", "card"), ALL),
        "3": Desk(("wealth",), ("priority", "key"), ("wealth",), ("ordinary",), 10 * MINUTE_US),
    },
    VisitRules(
        needs_max=4,
        items_per_turn=5,
        return_credit_us=10 * MINUTE_US,
        returns_max=2,
        pools=POOLS,
        call_reasons=("lead", "help"),
    ),
)
NOON: Final = Plan(
    "noon",
    ("card", "loan", "wealth", "cash"),
    ("key", "ordinary", "priority"),
    {
        "2": Desk(("cash", "card"), ALL, ("wealth",), ("ordinary", "key"), 0),
        "1": Desk(("cash", "wealth", "card", "loan"), ALL),
        "3": Desk(("wealth", "card"), ALL),
    },
    VisitRules(
        needs_max=3,
        transfer_credit_us=5 * MINUTE_US,
        return_credit_us=3 * MINUTE_US,
        release_us=10 * MINUTE_US,
        pools=POOLS,
        call_reasons=("lead", "help"),
    ),
)
PLANS: Final = {plan.name: plan for plan in (MORNING, NOON)}

#: Base, growth, weight, maximum wait and cap of ordinary, priority and key customers.
WEIGHTS: Final = {
    "first_come": ((0, 1000, 0, NOBODY, NOBODY),) * 3,
    "strict": tuple((base, 1000, 0, NOBODY, NOBODY) for base in (0, 2_000_000, 4_000_000)),
    "capped": (
        (0, 1000, 0, 15 * MINUTE_US, 1),
        (8_000, 3000, 0, 10 * MINUTE_US, 2),
        (4_000, 2000, 0, NOBODY, 3),
    ),
    "weighted": (
        (1000, 0, 800, 30 * MINUTE_US, 2),
        (3000, 50, 1200, 20 * MINUTE_US, 2),
        (2000, 20, 1000, 20 * MINUTE_US, 3),
    ),
}
HOUSES: Final = {
    "none": (NOBODY, OVERLOAD_NONE, 1000, 1, 2),
    "longest": (0, OVERLOAD_LONGEST, 500, 2, 2),
    "score": (0, OVERLOAD_SCORE, 500, 2, 2),
    "alternate": (2 * MINUTE_US, OVERLOAD_ALTERNATE, 400, 2, 3),
}


def life_rules(
    plan: Plan,
    policy: str = "capped",
    house: str = "alternate",
    *,
    has_ratio: bool = True,
    hours: DayHours | None = HOURS,
    serves_inside: bool = True,
) -> Rules:
    """The rules that the core reads, made from a plan."""
    return Rules(
        branch="life",
        services=tuple(Service(s, i, LETTERS.get(s, "F")) for i, s in enumerate(plan.services)),
        segments=tuple(
            Segment(s, i, "P" if s == "priority" else "") for i, s in enumerate(plan.segments)
        ),
        counters=tuple(_counter(plan, i, name) for i, name in enumerate(plan.desks)),
        discipline=_discipline(plan, policy, house, has_ratio=has_ratio),
        outcomes=("done", "documents"),
        pause_reasons=("lunch", "break"),
        hours=hours,
        calendar=SUNDAYS_CLOSED,
        serves_inside_at_closing=serves_inside,
        visit=plan.visit,
        default_segment="ordinary",
        appointments={
            "wealth": AppointmentRules(
                30 * MINUTE_US, 2, 9 * HOUR_US, 18 * HOUR_US, lead_us=5 * MINUTE_US
            )
        },
        appointment_series="B",
        incidents=(IncidentKind("system"), IncidentKind("cash", ClockRule.RUNS, True)),
    )


def _counter(plan: Plan, index: int, name: str) -> CounterSpec:
    desk = plan.desks[name]
    return CounterSpec(
        name,
        index,
        _mask(plan.services, desk.services),
        _mask(plan.segments, desk.segments),
        preference=(index * 2) % 3,
        walk_us=10_000_000,
        over_services_mask=_mask(plan.services, desk.over_services),
        over_segments_mask=_mask(plan.segments, desk.over_segments),
        over_after_us=desk.over_after_us,
        speeds_milli=tuple(1000 + 100 * (i - index) for i in range(len(plan.services))),
    )


def _discipline(plan: Plan, policy: str, house: str, *, has_ratio: bool) -> Discipline:
    by_segment = dict(zip(ALL, WEIGHTS[policy], strict=True))
    rows = tuple(by_segment[segment] for segment in plan.segments) * len(plan.services)
    every = (1 << len(plan.services)) - 1
    ratios = (
        (0, every, _mask(plan.segments, ("ordinary",)), 2),
        (0, every, _mask(plan.segments, ("priority", "key")), 1),
    )
    return Discipline(
        rows, HOUSES[house], ratios if has_ratio else (), f"{plan.name} {policy}", plan.name
    )


def _mask(order: tuple[str, ...], members: tuple[str, ...]) -> int:
    return sum(1 << index for index, name in enumerate(order) if name in members)
