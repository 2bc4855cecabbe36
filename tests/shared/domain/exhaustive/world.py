"""Small branches for the exhaustive check: 3 classes, 2 counters with different skills.

Time goes in ticks. Every threshold lies one microsecond before a whole number of ticks, so that a
step of the clock ends just past it, and all that happens between two steps happens at one instant.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from shared.dispatch.layout import MINUTE_US, NOBODY, OVERLOAD_ALTERNATE, OVERLOAD_NONE
from shared.domain.branch import Branch
from shared.domain.counter import CounterSpec
from shared.domain.rules import (
    AppointmentRules,
    Discipline,
    HoldPool,
    IncidentKind,
    PoolReach,
    Rules,
    Segment,
    Service,
    VisitRules,
)

TICK_US = 10 * MINUTE_US
NOW_US = 60 * TICK_US
DAY = "2026-11-20"

SERVICES = ("cash", "wealth")
SEGMENTS = ("ordinary", "priority")
COUNTERS = ("1", "2")
STAFF = ("wang", "li", "chen")  # chen is not at work: tickets for chen are released
AT_DESK = dict(zip(COUNTERS, STAFF, strict=False))
ARRIVALS = (("cash", "ordinary"), ("cash", "priority"), ("wealth", "ordinary"))
POOLS = (
    HoldPool("documents", PoolReach.PERSON, TICK_US - 1),
    HoldPool("telephone", PoolReach.BRANCH),
    HoldPool("form", PoolReach.COUNTER, TICK_US - 1),
)
CREDIT_TICKS = 1


def ticks(count: int) -> int:
    """So many ticks, less the microsecond that makes a step end just past the threshold."""
    return count * TICK_US - 1


@dataclass(frozen=True)
class World:
    """A discipline, and how its states are told apart.

    With one growth for all classes a score's order never changes with time, so only thresholds
    and the order of arrival count: waits are told apart up to ``clip_ticks``, and beyond that only
    by who came first. With ``clip_ticks`` None waits are exact, and the clock stops at
    ``horizon_ticks``. ``caps`` is the largest cap.
    """

    name: str
    discipline: Discipline
    caps: int = 1
    clip_ticks: int | None = 2
    horizon_ticks: int = 0
    pools: tuple[str, ...] = ("documents", "telephone")
    rules: Rules = field(init=False)
    blank: dict[str, Any] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Make the rules once, and what every branch begins with."""
        object.__setattr__(self, "rules", _rules(self.discipline))
        first = Branch(self.rules)
        first.start_day(DAY, 0)
        first.last_us = NOW_US
        first.people = {staff: index for index, staff in enumerate(STAFF)}
        blank = {name: getattr(first, name) for name in Branch.__slots__}
        object.__setattr__(self, "blank", blank)

    def __reduce__(self) -> tuple[Callable[[str], "World"], tuple[str]]:
        """Other processes know it by its name."""
        return named, (self.name,)

    def branch(self) -> Branch:
        """The branch on its day before anybody came; where nobody works yet."""
        made = Branch.__new__(Branch)  # much sooner there than by starting a day
        for name, value in self.blank.items():
            setattr(made, name, value.copy() if isinstance(value, dict | list) else value)
        return made


def _rules(discipline: Discipline) -> Rules:
    """Counter 1 serves everything; 2 only cash, and wealth when no cash waits."""
    slots = AppointmentRules(
        slot_us=TICK_US,
        capacity=99,
        from_us=NOW_US,
        to_us=NOW_US + 3 * TICK_US,
        early_us=TICK_US,
        lead_us=0,
    )
    return Rules(
        branch="exhaustive",
        services=(Service("cash", 0, "A"), Service("wealth", 1, "C")),
        segments=(Segment("ordinary", 0), Segment("priority", 1, "P")),
        counters=(
            CounterSpec("1", 0, 0b11, 0b11, 1),
            CounterSpec(
                "2",
                1,
                0b01,
                0b11,
                0,
                over_services_mask=0b10,
                over_segments_mask=0b11,
                over_after_us=ticks(1),
            ),
        ),
        discipline=discipline,
        recalls_before_no_show=0,
        visit=VisitRules(return_credit_us=CREDIT_TICKS * TICK_US, release_us=ticks(1), pools=POOLS),
        appointments={"cash": slots},
        incidents=(IncidentKind("system", gives_tickets=True),),
    )


def _policy(*rows: tuple[int, int, int, int]) -> tuple[tuple[int, ...], ...]:
    """Base, growth, maximum wait, cap of cash ordinary and priority, wealth the same."""
    return tuple((base, growth, 0, limit, cap) for base, growth, limit, cap in rows)


FIRST = 1_000_000  # more points than anybody waits for here

CAPPED = World(
    "capped",
    Discipline(
        _policy(
            (0, 1000, ticks(2), 1),
            (FIRST, 1000, ticks(1), NOBODY),
            (0, 1000, NOBODY, 1),
            (FIRST, 1000, ticks(2), NOBODY),
        ),
        (0, OVERLOAD_NONE, 1000, 1, 2),
        (),
        "capped",
        "c",
    ),
)
RATIO = World(
    "ratio and overload",
    Discipline(
        _policy(
            (0, 1000, ticks(2), NOBODY),
            (FIRST, 1000, ticks(1), NOBODY),
            (0, 1000, ticks(2), 1),
            (FIRST, 1000, NOBODY, NOBODY),
        ),
        (0, OVERLOAD_ALTERNATE, 600, 2, 2),
        ((0, 0b11, 0b01, 2), (0, 0b11, 0b10, 1)),
        "ratio",
        "r",
    ),
    pools=("form", "telephone"),
)
GROWING = World(
    "growing",
    Discipline(
        _policy(
            (0, 1000, NOBODY, 1),
            (5_000, 3000, ticks(2), 2),
            (0, 2000, ticks(2), NOBODY),
            (0, 2000, NOBODY, NOBODY),
        ),
        (0, OVERLOAD_NONE, 1000, 1, 2),
        (),
        "growing",
        "g",
    ),
    caps=2,
    clip_ticks=None,
    horizon_ticks=3,
)
WORLDS = (CAPPED, RATIO, GROWING)


def named(name: str) -> World:
    """The world of this name."""
    return next(world for world in WORLDS if world.name == name)
