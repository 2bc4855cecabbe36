"""How many people are needed at work with a skill, from when to when, on one day."""

from dataclasses import dataclass

from simulator.planning.clock import minute_of
from simulator.planning.rostering.month import Month


@dataclass(frozen=True, slots=True, order=True)
class DayNeed:
    """At least so many with this skill at work on this day; minutes from midnight."""

    day: str
    skill: str
    begins_min: int
    ends_min: int
    people: int


def written_needs(month: Month) -> tuple[DayNeed, ...]:
    """The needs that the staff file asks for, on each open day of their kinds."""
    return tuple(
        DayNeed(day.iso, need.skill, minute_of(need.begins), minute_of(need.ends), need.people)
        for day in month.days
        if day.is_open
        for need in month.file.needs
        if need.kinds is None or day.kind in need.kinds
    )
