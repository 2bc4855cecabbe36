"""Whether a choice may be made: nobody twice, nobody at what they cannot do, enough people."""

from collections.abc import Iterable
from functools import cached_property
from itertools import chain, combinations, pairwise

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
        if not (self._have_skills(choice) and self._are_in_window(choice)):
            return False
        own = [tuple(self._day.own(choice, place)) for place in range(len(choice.people))]
        lines = (*chain.from_iterable(own), *self._day.lent(choice.guest))
        return (
            all(self._are_in_order(each) for each in own)
            and self._nobody_lost(choice, own)
            and self._are_apart(lines)
            and self._until_the_end(lines) >= self._served_now
            and all(self._is_staffed(lines, at) for at in self._moments(lines))
        )

    def fits(self, choice: Choice, place: int) -> bool:
        """Whether what one person does can be done by one person."""
        own = tuple(self._day.own(choice, place))
        return self._are_in_order(own) and self._has_all(choice, place, own)

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

    def _are_in_order(self, own: Lines) -> bool:
        """Begin, pauses and end of each line follow one another, and so do the lines."""
        for line in own:
            opens, closes = self._day.span(line)
            ends = chain.from_iterable((p.begins, p.ends) for p in line.pauses)
            if any(a >= b for a, b in pairwise([opens, *map(minute_of, ends), closes])):
                return False
        spans = [self._day.span(line) for line in own]
        return all(before[1] <= after[0] for before, after in pairwise(spans))

    def _nobody_lost(self, choice: Choice, own: list[Lines]) -> bool:
        return all(self._has_all(choice, place, lines) for place, lines in enumerate(own))

    def _has_all(self, choice: Choice, place: int, own: Lines) -> bool:
        """Whether lunch and errands of a person lie within their work."""
        wanted = len(self._day.away(choice, place))
        person = self._day.people[place]
        fixed = sum(len(line.pauses) for line in person.lines) - (person.lunch is not None)
        return sum(len(line.pauses) for line in own) == fixed + wanted

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

    def _moments(self, lines: Lines) -> list[int]:
        """When somebody may have gone: only then there can be too few."""
        ends = {self._day.span(line)[1] for line in lines} | {self._day.opens}
        ends |= {minute_of(pause.begins) for line in lines for pause in line.pauses}
        return sorted(at for at in ends if self._day.opens <= at < self._day.last)

    def _is_staffed(self, lines: Lines, at: int) -> bool:
        there = [line for line in lines if self._is_there(line, at)]
        if len(there) < self._day.constraints.at_least:
            return False
        can = [set(line.services or self._day.table[line.counter]) for line in there]
        dual = self._day.constraints.dual
        return all(sum(service in mine for mine in can) != 1 for service in dual)

    def _is_there(self, line: Staffing, at: int) -> bool:
        pauses = ((minute_of(p.begins), minute_of(p.ends)) for p in line.pauses)
        return _holds(self._day.span(line), at) and not _any_holds(pauses, at)


def _holds(span: Span, at: int) -> bool:
    return span[0] <= at < span[1]


def _any_holds(spans: Iterable[Span], at: int) -> bool:
    return any(_holds(span, at) for span in spans)
