"""Whether a choice may be made: nobody twice, nobody at what they cannot do, enough people."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import combinations

from simulator.model.scenario_staff import Staffing
from simulator.planning.clock import minute_of
from simulator.planning.tomorrow.choice import Choice
from simulator.planning.tomorrow.day import PlannedDay, Span

Lines = tuple[Staffing, ...]


class Feasible:
    """What has to be kept on a day, asked of one choice after another."""

    def __init__(self, day: PlannedDay) -> None:
        self._day = day

    def may(self, choice: Choice) -> bool:
        """Whether it keeps every constraint."""
        day, people = self._day, range(len(choice.people))
        if not (self._have_skills(choice) and self._are_in_window(choice)):
            return False
        if not all(day.is_one_person(choice, place) for place in people):
            return False
        lines = day.lines(choice)
        return (
            self._are_apart(lines)
            and self._until_the_end(lines) >= self._served_now
            and self._is_staffed(lines)
        )

    def _have_skills(self, choice: Choice) -> bool:
        return all(
            counter == line.counter or person.skills & self._day.table[counter]
            for person, own in zip(self._day.people, choice.people, strict=True)
            for line, counter in zip(person.lines, own.counters, strict=True)
        )

    def _are_in_window(self, choice: Choice) -> bool:
        """Lunches lie between the earliest and the latest of those planned."""
        first, last = self._day.window
        lunches = [
            (own.lunch, person.lunch_min)
            for person, own in zip(self._day.people, choice.people, strict=True)
        ]
        if choice.guest is not None:
            lunches.append((choice.guest.lunch, self._day.guest_lunch_min))
        return all(at is None or first <= at <= last - lasts for at, lasts in lunches)

    def _are_apart(self, lines: Lines) -> bool:
        """At a counter there is one person at a time."""
        spans = [(line.counter, *self._day.span(line)) for line in lines]
        return all(a[0] != b[0] or a[2] <= b[1] or b[2] <= a[1] for a, b in combinations(spans, 2))

    @cached_property
    def _served_now(self) -> frozenset[tuple[str, str]]:
        return self._until_the_end(self._day.lines(Choice(self._day.as_planned)))

    def _until_the_end(self, lines: Lines) -> frozenset[tuple[str, str]]:
        """Services and segments with a counter of their own that stays open until closing."""
        found: set[tuple[str, str]] = set()
        profile = self._day.plan.profile
        counters = {counter.id: counter for counter in profile.counters}
        for line in lines:
            if self._day.span(line)[1] >= self._day.closes:
                counter = counters[line.counter]
                segments = counter.segments or [s.id for s in profile.segments]
                for service in counter.services:
                    if line.services is None or service in line.services:
                        found |= {(service, segment) for segment in segments}
        return frozenset(found)

    def _is_staffed(self, lines: Lines) -> bool:
        """Whether enough are at counters whenever somebody has gone: when else could it be few."""
        day = self._day
        works = [(tuple(self._stints(line)), set(self._can(line))) for line in lines]
        gone = {ends for stints, _ in works for _, ends in stints} | {day.opens}
        return all(
            self._are_enough([can for stints, can in works if _holds(stints, at)])
            for at in gone
            if day.opens <= at < day.last
        )

    def _are_enough(self, there: list[set[str]]) -> bool:
        """Whether so many are enough, by what each of them can do."""
        if len(there) < self._day.constraints.at_least:
            return False
        dual = self._day.constraints.dual
        return all(sum(service in can for can in there) != 1 for service in dual)

    def _can(self, line: Staffing) -> Iterable[str]:
        return line.services or self._day.table[line.counter]

    def _stints(self, line: Staffing) -> Iterator[Span]:
        """When somebody is at the counter: between the pauses."""
        at, closes = self._day.span(line)
        for pause in line.pauses:
            yield at, minute_of(pause.begins)
            at = minute_of(pause.ends)
        yield at, closes


def _holds(stints: Iterable[Span], at: int) -> bool:
    return any(begins <= at < ends for begins, ends in stints)
