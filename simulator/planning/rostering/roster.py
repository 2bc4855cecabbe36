"""A roster: who works on which day, from when to when, at which counter, with which breaks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """One person's work on one day; ``day`` is ISO, times are minutes from midnight.

    ``counter`` empty: without a counter. ``breaks`` are (begins, ends), in their order.
    """

    day: str
    person: str
    begins_min: int
    ends_min: int
    skill: str
    counter: str = ""
    breaks: tuple[tuple[int, int], ...] = ()

    def is_at_work(self, minute: int) -> bool:
        """Whether the person is there and on no break in the minute that begins now."""
        inside = self.begins_min <= minute < self.ends_min
        return inside and not any(begins <= minute < ends for begins, ends in self.breaks)


@dataclass(frozen=True, slots=True)
class Roster:
    """The duties of a period, by day and person.

    Duties before the first day of the period tell who worked then: rest and days in a row go on
    from there.
    """

    duties: tuple[Duty, ...]

    def on(self, day: str) -> tuple[Duty, ...]:
        """The duties of one day."""
        return tuple(duty for duty in self.duties if duty.day == day)

    def of(self, person: str) -> tuple[Duty, ...]:
        """The duties of one person, by day."""
        return tuple(duty for duty in self.duties if duty.person == person)


#: A roster on which nobody is.
NOBODY: Final = Roster(())


def roster_of(duties: Iterable[Duty]) -> Roster:
    """A roster of duties in any order."""
    return Roster(tuple(sorted(duties)))


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A person's day that differs between two rosters; None is a day off."""

    day: str
    person: str
    before: Duty | None
    after: Duty | None


def changes(before: Roster, after: Roster) -> tuple[Change, ...]:
    """Every person's day that differs in anything: on or off, times, counter, breaks."""
    one, other = ({(d.day, d.person): d for d in r.duties} for r in (before, after))
    return tuple(
        Change(day, person, one.get((day, person)), other.get((day, person)))
        for day, person in sorted(one.keys() | other.keys())
        if one.get((day, person)) != other.get((day, person))
    )
