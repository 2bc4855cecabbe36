"""Shifts that may be worked: how long, from when, with which break."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import Field

from shared.config.load import checked, read_table
from shared.config.profile import ClockTime, Table
from shared.dispatch.layout import MINUTE_US
from shared.domain.errors import InputInvalid
from simulator.model.plan import Plan
from simulator.model.scenario_staff import Pause, Staffing
from simulator.planning.clock import clock, minute_of

#: Minutes between the times at which a break may begin.
BREAK_EVERY_MIN: Final = 15
HALF_HOUR_MIN: Final = 30


class ShiftsInvalid(InputInvalid):
    """A table of shifts contradicts itself."""

    code = "shifts_invalid"
    sentence = "The shifts in %1 cannot be used: %2"


class ShiftKind(Table):
    """One kind of shift."""

    hours: float | None = Field(
        default=None, ge=1, le=16, description="from coming to going; default: the whole day"
    )
    begins: tuple[ClockTime, ...] | None = Field(
        default=None, max_length=48, description="default: every half-hour from opening"
    )
    break_min: int = Field(default=0, ge=0, le=120, description="minutes; 0: no break")
    break_from: ClockTime = "11:30"
    break_to: ClockTime = "13:30"
    is_break_paid: bool = False


class ShiftTable(Table):
    """The shifts of a branch."""

    schema_version: int = Field(default=1, ge=1, le=1)
    shifts: tuple[ShiftKind, ...] = Field(min_length=1, max_length=40)


#: The whole day with 45 minutes for lunch, six hours with half an hour, four hours without.
USUAL: Final = ShiftTable(
    shifts=(ShiftKind(break_min=45), ShiftKind(hours=6, break_min=30), ShiftKind(hours=4))
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One shift, minutes from midnight; ``away`` is the break, None: there is none."""

    begins: int
    ends: int
    away: tuple[int, int] | None
    paid_min: int

    def open_min(self, begins: int, ends: int) -> int:
        """Minutes of this stretch in which somebody sits there."""
        return _common(self.begins, self.ends, begins, ends) - (
            _common(*self.away, begins, ends) if self.away else 0
        )


@dataclass(frozen=True, slots=True)
class Duty:
    """A shift at a counter."""

    counter: str
    pattern: Pattern


def _common(a: int, b: int, begins: int, ends: int) -> int:
    return max(0, min(b, ends) - max(a, begins))


def read_shifts(path: Path) -> ShiftTable:
    """The shifts of a TOML file.

    Raises:
        FileUnreadable: no such file.
        ShiftsInvalid: the first thing that is wrong with it.
    """
    return checked(read_table(path, ShiftsInvalid), path.name, ShiftTable, ShiftsInvalid)


def day_of(plan: Plan) -> tuple[int, int, int]:
    """Opening, last ticket and closing, minutes from midnight."""
    hours = plan.rules.day(plan.rules.calendar.day_type(plan.day)).hours
    closes_us = hours.closes_us if hours else plan.last_ticket_us
    opens, last, closes = (
        us // MINUTE_US for us in (plan.opens_us, plan.last_ticket_us, closes_us)
    )
    return opens, last, closes


def patterns_of(table: ShiftTable, opens: int, closes: int) -> list[Pattern]:
    """Every shift that fits into the day, the cheapest first.

    Raises:
        ShiftsInvalid: none does.
    """
    found = {pattern for kind in table.shifts for pattern in _of_kind(kind, opens, closes)}
    if not found:
        raise ShiftsInvalid("the table", "none fits into the opening hours. Allow shorter ones.")
    return sorted(found, key=lambda p: (p.paid_min, p.begins, p.away or (0, 0)))


def _of_kind(kind: ShiftKind, opens: int, closes: int) -> Iterator[Pattern]:
    length = closes - opens if kind.hours is None else round(60 * kind.hours)
    starts = (
        range(opens, closes, HALF_HOUR_MIN) if kind.begins is None else map(minute_of, kind.begins)
    )
    for begins in starts:
        ends = begins + length
        if begins < opens or ends > closes:
            continue
        if not kind.break_min:
            yield Pattern(begins, ends, None, length)
            continue
        paid = length if kind.is_break_paid else length - kind.break_min
        last = min(minute_of(kind.break_to), ends) - kind.break_min
        for away in range(minute_of(kind.break_from), last + 1, BREAK_EVERY_MIN):
            if begins < away and away + kind.break_min < ends:
                yield Pattern(begins, ends, (away, away + kind.break_min), paid)


def to_lines(duties: Sequence[Duty], closes: int, pause_reason: str) -> tuple[Staffing, ...]:
    """The staffing of these duties."""
    return tuple(_line(duty, closes, pause_reason) for duty in duties)


def _line(duty: Duty, closes: int, reason: str) -> Staffing:
    pattern = duty.pattern
    away = pattern.away
    return Staffing(
        counter=duty.counter,
        opens=clock(pattern.begins),
        closes=clock(pattern.ends) if pattern.ends < closes else None,
        pauses=(Pause(begins=clock(away[0]), ends=clock(away[1]), reason=reason),) if away else (),
    )
