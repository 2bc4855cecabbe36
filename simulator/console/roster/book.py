"""A staff file with a roster that is changed by hand: every change is checked at once; no Qt."""

from collections.abc import Sequence

from simulator.console.shell.history import History
from simulator.planning.rostering.broken import Broken, Rule
from simulator.planning.rostering.check import check
from simulator.planning.rostering.loop import Planned
from simulator.planning.rostering.month import Month
from simulator.planning.rostering.need import DayNeed, written_needs
from simulator.planning.rostering.roster import NOBODY, Duty, Roster, roster_of

#: Of which half-hours the totals beneath the rows tell.
HALF_HOUR = 30


class Book:
    """The roster as it is now, what it breaks, and how it was before each change."""

    def __init__(self, month: Month, roster: Roster = NOBODY) -> None:
        self.month, self.roster = month, roster
        self.history: History[Roster] = History()
        self.needs: tuple[DayNeed, ...] = ()
        self._accepted: frozenset[Broken] = frozenset()
        self.broken: tuple[Broken, ...] = ()
        self._check()

    def take(self, roster: Roster) -> None:
        """A changed roster."""
        if roster != self.roster:
            self.history.note(self.roster)
            self._use(roster)

    def take_back(self) -> bool:
        """As it was before the last change; whether there was one."""
        return self._use(self.history.back(self.roster))

    def take_again(self) -> bool:
        """What was taken back last; whether there was anything."""
        return self._use(self.history.again(self.roster))

    def _use(self, roster: Roster | None) -> bool:
        if roster is None:
            return False
        self.roster = roster
        self._check()
        return True

    def take_found(self, found: Planned) -> None:
        """What the search found, with the needs it found on the way.

        Needs that the search itself left open on days that keep their standard are not missing.
        """
        first = self.month.days[0].iso
        past = [duty for duty in self.roster.duties if duty.day < first]
        whole = roster_of([*past, *found.roster.duties])
        self.needs = found.needs
        open_needs = set(check(whole, self.month, found.needs)) - set(found.broken)
        self._accepted = frozenset(each for each in open_needs if each.rule is Rule.NEED)
        self.history.note(self.roster)
        self._use(whole)

    def _check(self) -> None:
        found = check(self.roster, self.month, self.needs)
        self.broken = tuple(each for each in found if each not in self._accepted)

    def of_day(self, day: str) -> tuple[Broken, ...]:
        """What is broken on this day."""
        return tuple(each for each in self.broken if each.day == day and not is_of_week(each))

    def of_row(self, day: str, person: str, duty: Duty | None) -> tuple[Broken, ...]:
        """What is broken about somebody on this day, in its week, or at the counter."""
        week = self.month.by_day[day].week
        return tuple(
            each
            for each in self.broken
            if (each.person == person and each.day == (week if is_of_week(each) else day))
            or (each.rule is Rule.COUNTER and each.day == day and _is_at(duty, each))
        )

    def need_counts(self, day: str, begins_min: int, count: int) -> list[tuple[int, int, int]]:
        """Of each half-hour: how many are needed, at work, and missing with some skill."""
        duties = self.roster.on(day)
        needs = [need for need in (*written_needs(self.month), *self.needs) if need.day == day]
        return [_counted(duties, needs, begins_min + place * HALF_HOUR) for place in range(count)]


def is_of_week(broken: Broken) -> bool:
    """Whether its day is the Monday of the week that it is about."""
    return broken.rule in (Rule.HOURS_MOST, Rule.HOURS_LEAST, Rule.DAYS_MOST)


def _is_at(duty: Duty | None, broken: Broken) -> bool:
    return (
        duty is not None
        and duty.counter == broken.what
        and duty.begins_min < broken.ends_min
        and broken.begins_min < duty.ends_min
    )


def _counted(duties: Sequence[Duty], needs: Sequence[DayNeed], at: int) -> tuple[int, int, int]:
    wanted: dict[str, int] = {}
    for need in needs:
        if need.begins_min <= at < need.ends_min:
            wanted[need.skill] = max(need.people, wanted.get(need.skill, 0))
    there = [duty.skill for duty in duties if duty.is_at_work(at)]
    missing = sum(max(0, people - there.count(skill)) for skill, people in wanted.items())
    return sum(wanted.values()), len(there), missing
