"""What the search chooses from: shifts on steps of the day, and the ways to put their breaks.

Of the search (``model``) only; the checker does its own reckoning.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product

from simulator.planning.clock import minute_of
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.roster import Duty
from simulator.planning.rostering.staff_file import Fair, Presence, Shift
from simulator.planning.rostering.staff_people import Person

#: Begin and end of each break, minutes from midnight.
Breaks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """A shift in minutes from midnight; ``paid_min`` without the breaks that are not paid."""

    id: str
    begins_min: int
    ends_min: int
    paid_min: int
    ways: tuple[Breaks, ...]

    def longest_min(self, breaks: Breaks) -> int:
        """The longest stretch of work with these breaks."""
        edges = [self.begins_min, *(edge for pair in breaks for edge in pair), self.ends_min]
        return max(edges[n + 1] - edges[n] for n in range(0, len(edges), 2))


def worked(shift: Shift, step_min: int) -> Worked:
    """The shift with every way to put its breaks on steps."""
    begins, ends = minute_of(shift.begins), minute_of(shift.ends)
    choices = []
    for rule in shift.breaks:
        last = minute_of(rule.ends) - rule.minutes
        starts = range(minute_of(rule.begins), last + 1, step_min)
        choices.append([(start, start + rule.minutes) for start in starts])
    ways = tuple(way for way in product(*choices) if _in_order(way, begins, ends))
    unpaid = sum(rule.minutes for rule in shift.breaks if not rule.is_paid)
    return Worked(shift.id, begins, ends, ends - begins - unpaid, ways)


def _in_order(way: Breaks, begins: int, ends: int) -> bool:
    edges = [begins, *(edge for pair in way for edge in pair), ends]
    return all(edges[n] < edges[n + 1] for n in range(len(edges) - 1))


@dataclass(frozen=True)
class Choices:
    """Everything that may be chosen in a month."""

    month: Month

    @cached_property
    def shifts(self) -> tuple[Worked, ...]:
        """The shifts of the staff file."""
        return tuple(worked(shift, self.month.file.step_min) for shift in self.month.file.shifts)

    def shifts_on(self, person: Person, day: Day) -> list[Worked]:
        """Which shifts this person may work on this day."""
        file = self.month.file
        contract = self.month.contract[person.id]
        if not day.is_open or person.is_on_leave(date.fromisoformat(day.iso)):
            return []
        earliest, latest = day.opens_min - file.opening_min, day.closes_min + file.closing_min
        return [
            shift
            for shift, table in zip(self.shifts, file.shifts, strict=True)
            if (contract.shifts is None or shift.id in contract.shifts)
            and (table.kinds is None or day.kind in table.kinds)
            and shift.begins_min >= earliest
            and shift.ends_min <= latest
            and self.ways(person, shift)
        ]

    def ways(self, person: Person, shift: Worked) -> tuple[Breaks, ...]:
        """The ways to put the breaks in which this person never works too long without one."""
        most_min = 60 * self.month.contract[person.id].stretch_h_most
        return tuple(way for way in shift.ways if shift.longest_min(way) <= most_min)

    def working_skills(self, person: Person) -> list[str]:
        """The person's skills that one can be on duty with: those with a counter or a seat."""
        skills = self.month.skill
        return [s for s in person.skills if skills[s].counters or skills[s].seats]

    def places(self, skill: str) -> int:
        """How many may be on duty with this skill at once."""
        return len(self.month.skill[skill].counters) + self.month.skill[skill].seats

    def slots(self, day: Day) -> range:
        """The steps of the day in which somebody may work, as minutes from midnight."""
        file = self.month.file
        begins, ends = day.opens_min - file.opening_min, day.closes_min + file.closing_min
        return range(begins - begins % file.step_min, ends, file.step_min)

    def shift_of(self, duty: Duty) -> Worked | None:
        """The shift of a duty."""
        span = duty.begins_min, duty.ends_min
        found = (s for s in self.shifts if (s.begins_min, s.ends_min) == span)
        return next(found, None)

    def is_possible(self, duty: Duty) -> bool:
        """Whether this person may do exactly this on this day."""
        person, day = self.month.person.get(duty.person), self.month.by_day.get(duty.day)
        if person is None or day is None or duty.skill not in self.working_skills(person):
            return False
        skill = self.month.skill[duty.skill]
        if duty.counter not in skill.counters and (duty.counter or not skill.seats):
            return False
        span = duty.begins_min, duty.ends_min
        return any(
            (shift.begins_min, shift.ends_min) == span and duty.breaks in self.ways(person, shift)
            for shift in self.shifts_on(person, day)
        )

    def least_min(self, person: Person, week: list[Day]) -> int:
        """The least paid minutes in a week: less for leave and holidays, none in part of a week."""
        contract = self.month.contract[person.id]
        if len(week) != 7:
            return 0
        off = sum(
            day.is_holiday or (day.is_open and person.is_on_leave(date.fromisoformat(day.iso)))
            for day in week
        )
        return max(0, round(60 * (contract.hours_week_least - off * contract.leave_day_h)))

    def weight(self, person: Person, fair: Fair) -> int:
        """How much of some work is this person's part, beside others'; 0: none of it."""
        contract = self.month.contract[person.id]
        if fair.people is not None and person.id not in fair.people:
            return 0
        wanted, allowed = fair.shifts, contract.shifts
        if wanted is not None and allowed is not None and not set(wanted) & set(allowed):
            return 0
        days = sum(
            day.is_open
            and (fair.weekdays is None or day.weekday in fair.weekdays)
            and not person.is_on_leave(date.fromisoformat(day.iso))
            for day in self.month.days
        )
        return days * contract.days_week_most


def counts_for(person: Person, presence: Presence) -> bool:
    """Whether this person is one of those whom a presence asks for."""
    has_skill = presence.skill is None or presence.skill in person.skills
    return has_skill and person.cash_limit >= (presence.cash_limit or 0)
