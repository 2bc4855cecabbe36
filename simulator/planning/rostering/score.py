"""What a roster costs, from the roster alone: the figure that the search makes small.

Worked out from what the checker finds broken, so that it shares nothing with the program either.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from simulator.planning.rostering import prices
from simulator.planning.rostering.broken import Broken, Rule
from simulator.planning.rostering.check import check
from simulator.planning.rostering.check_person import paid_min
from simulator.planning.rostering.month import Month
from simulator.planning.rostering.need import DayNeed, written_needs
from simulator.planning.rostering.roster import Duty, Roster, changes
from simulator.planning.rostering.staff_people import Wish


@dataclass(frozen=True, slots=True)
class Score:
    """The parts of the cost, each a sum of money as the prices have it."""

    presence: float
    needs: float
    least_hours: float
    breaks_at_once: float
    unfair: float
    hours: float
    spare: float
    wishes: float
    changed: float

    @property
    def total(self) -> float:
        """All of it."""
        return float(sum(getattr(self, part.name) for part in fields(self)))


def score(
    roster: Roster,
    month: Month,
    needs: Sequence[DayNeed] = (),
    present: Roster | None = None,
    urgent: frozenset[str] = frozenset(),
) -> Score:
    """What the roster costs; ``present`` prices the changes from it, ``urgent`` as ``Wanted``."""
    broken, written = check(roster, month, needs), check(roster, month)
    duties = [duty for duty in roster.duties if duty.day in month.by_day]
    hour = month.file.prices.hour
    before = Roster(tuple(d for d in present.duties if d.day in month.by_day)) if present else None
    return Score(
        presence=prices.PRESENCE * _steps(broken, Rule.PRESENCE, month),
        needs=_missing(broken, written, urgent, month),
        least_hours=prices.LEAST_MINUTE
        * sum(60 * (b.wanted - b.found) for b in broken if b.rule is Rule.HOURS_LEAST),
        breaks_at_once=prices.BREAKS_AT_ONCE * _steps(broken, Rule.BREAKS_AT_ONCE, month),
        unfair=prices.UNFAIR * sum(_beyond(b, month) for b in broken if b.rule is Rule.FAIR),
        hours=sum(round(hour * paid_min(duty, month) / 60) for duty in duties),
        spare=-sum(_spares(duties, month, needs)),
        wishes=sum(_wishes(duties, month)),
        changed=prices.CHANGE * len(changes(before, Roster(tuple(duties)))) if before else 0.0,
    )


def _steps(broken: Sequence[Broken], rule: Rule, month: Month) -> float:
    """People x steps by which a rule is broken."""
    return sum(
        abs(b.wanted - b.found) * (b.ends_min - b.begins_min) / month.file.step_min
        for b in broken
        if b.rule is rule
    )


def _missing(
    broken: Sequence[Broken], written: Sequence[Broken], urgent: frozenset[str], month: Month
) -> float:
    """What is missing of all needs at the price of the day, of the file's at the higher one."""
    total = prices.NEED * _steps(written, Rule.NEED, month)
    for is_urgent in (False, True):
        price = prices.found_need(is_urgent)
        these = [b for b in broken if (b.day in urgent) == is_urgent]
        those = [b for b in written if (b.day in urgent) == is_urgent]
        total += price * (_steps(these, Rule.NEED, month) - _steps(those, Rule.NEED, month))
    return total


def _beyond(broken: Broken, month: Month) -> int:
    """How many above or below what a fair part allows."""
    apart = next(f.apart_most for f in month.file.fairness if f.id == broken.what)
    low, high = math.floor(broken.wanted) - apart, math.ceil(broken.wanted) + apart
    return int(max(low - broken.found, broken.found - high))


def _spares(duties: Sequence[Duty], month: Month, needs: Sequence[DayNeed]) -> list[int]:
    """What one more than needed is worth, for each step in which there is one."""
    file = month.file
    price = file.prices.missing_half_hour * file.step_min / 30
    most: dict[tuple[str, str, int], int] = {}
    for need in (*written_needs(month), *needs):
        for minute in range(need.begins_min, need.ends_min, file.step_min):
            key = need.day, need.skill, minute
            most[key] = max(most.get(key, 0), need.people)
    found = []
    for (day, skill, minute), people in most.items():
        table = month.skill[skill]
        if people < len(table.counters) + table.seats:
            own = [d for d in duties if d.day == day and d.skill == skill and d.is_at_work(minute)]
            if len(own) > people:
                found.append(round(prices.worth_of_spare(people, file.absent, price)))
    return found


def _wishes(duties: Sequence[Duty], month: Month) -> list[int]:
    """Work on days that were to be free costs, a wanted shift is worth something."""
    return [
        prices.WISH * wish.weight * (1 if wish.shifts is None else -1)
        for duty in duties
        for wish in _about(duty, month)
        if wish.shifts is None or _is_one_of(duty, wish.shifts, month)
    ]


def _about(duty: Duty, month: Month) -> list[Wish]:
    person = month.person.get(duty.person)
    day = date.fromisoformat(duty.day)
    return [wish for wish in person.wishes if wish.holds(day)] if person else []


def _is_one_of(duty: Duty, shifts: Sequence[str], month: Month) -> bool:
    span = month.shifts_at.get((duty.begins_min, duty.ends_min), ())
    return any(shift.id in shifts for shift in span)
