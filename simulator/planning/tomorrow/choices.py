"""What may be chosen for tomorrow: counters and lunches for everybody, and whom to borrow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import combinations
from typing import Final, TypeVar

import numpy as np

from shared.config.naming import suggestion
from shared.config.rules import clock_us
from shared.dispatch.layout import MINUTE_US
from simulator.model.plan import Plan
from simulator.model.scenario_staff import Pause, Staffing
from simulator.planning.tomorrow.people import PeopleInvalid, Person, served_at

Item = TypeVar("Item")

#: Lunches begin on this grid, minutes.
GRID_MIN: Final = 15
#: Random choices that may fail before there are taken to be none.
MOST_TRIES: Final = 300
#: Staff number of whoever is borrowed.
BORROWED: Final = "guest"


@dataclass(frozen=True, slots=True)
class Choice:
    """``counters`` and ``lunches`` by person: where, and minutes from midnight (None: no lunch).

    ``borrowed`` is the counter of somebody lent for the day, ``guest_lunch`` begins then.
    """

    counters: tuple[str, ...]
    lunches: tuple[int | None, ...]
    borrowed: str | None = None
    guest_lunch: int | None = None


@dataclass(frozen=True, slots=True)
class Constraints:
    """What every plan keeps.

    ``at_least`` counters are open at any time. Where one is open that serves one of ``dual``,
    two people who can do it are at counters. ``may_borrow``: one person may be lent.
    """

    at_least: int = 2
    dual: frozenset[str] = frozenset()
    may_borrow: bool = True


def constraints_of(plan: Plan, at_least: int, dual: str | None, may_borrow: bool) -> Constraints:
    """The constraints as they are named on a command line.

    Raises:
        PeopleInvalid: no such service.
    """
    services = [service.id for service in plan.profile.services]
    named = [name for name in (dual or "").replace(" ", "").split(",") if name]
    for name in named:
        if name not in services:
            reason = f"There is no service “{name}”. {suggestion(name, services)}"
            raise PeopleInvalid(reason)
    return Constraints(at_least, frozenset(named), may_borrow)


class Choices:
    """The choices of those who are in. Whoever has several lines keeps them as they are."""

    def __init__(self, plan: Plan, people: tuple[Person, ...], constraints: Constraints) -> None:
        self.plan, self.people, self.constraints = plan, people, constraints
        self.table = {counter.id: counter for counter in plan.profile.counters}
        self._opens = plan.opens_us // MINUTE_US
        hours = plan.rules.day(plan.rules.calendar.day_type(plan.day)).hours
        self._closes = (hours.closes_us if hours else plan.last_ticket_us) // MINUTE_US
        self._last = plan.last_ticket_us // MINUTE_US
        numbers = [person.number for person in people]
        self.movable = [n for n, x in enumerate(numbers) if numbers.count(x) == 1]
        begins = [p.begins for p in map(_lunch, people) if p]
        ends = [p.ends for p in map(_lunch, people) if p]
        self.window = (min(begins), max(ends)) if begins else (self._opens, self._opens)
        self.reason = next((p.reason for p in map(_lunch, people) if p), "lunch")
        self.lunch_min = round(
            np.median([p.ends - p.begins for p in map(_lunch, people) if p] or [0])
        )

    @property
    def asked(self) -> list[object]:
        """What the choices hang on besides the plan, always in the same words."""
        kept = self.constraints
        numbers = [person.number for person in self.people]
        return [numbers, kept.at_least, sorted(kept.dual), kept.may_borrow]

    @cached_property
    def nothing(self) -> Choice:
        """Everybody as planned, whoever is away simply missing."""
        lunches = tuple(lunch.begins if lunch else None for lunch in map(_lunch, self.people))
        return Choice(tuple(person.line.counter for person in self.people), lunches)

    def lines(self, choice: Choice) -> tuple[Staffing, ...]:
        """The staffing of a choice."""
        found = [
            self._line(person, counter, begins)
            for person, counter, begins in zip(
                self.people, choice.counters, choice.lunches, strict=True
            )
        ]
        if choice.borrowed is not None:
            pauses: tuple[Pause, ...] = ()
            if choice.guest_lunch is not None and self.lunch_min:
                pauses = (self._pause(choice.guest_lunch, self.lunch_min),)
            found.append(Staffing(counter=choice.borrowed, person=BORROWED, pauses=pauses))
        return tuple(found)

    def _line(self, person: Person, counter: str, begins: int | None) -> Staffing:
        line, lunch = person.line, _lunch(person)
        pauses = line.pauses
        if lunch is not None and begins is not None:
            moved = self._pause(begins, lunch.ends - lunch.begins)
            pauses = (moved, *line.pauses[1:])
        skills = line.services
        if counter != line.counter:
            skills = tuple(s for s in served_at(self.table[counter]) if s in person.skills)
        return line.model_copy(
            update={
                "counter": counter,
                "person": person.number,
                "pauses": pauses,
                "services": skills,
            }
        )

    def _pause(self, begins: int, lasts: int) -> Pause:
        return Pause(begins=_clock(begins), ends=_clock(begins + lasts), reason=self.reason)

    # ------------------------------------------------------------ what may be

    def is_feasible(self, choice: Choice) -> bool:
        """Whether it keeps every constraint."""
        lines = self.lines(choice)
        return (
            self._are_apart(lines)
            and self._have_skills(choice)
            and self._are_in_window(choice)
            and self._serves_all(lines)
            and all(self._is_staffed(lines, at) for at in self._moments(lines))
        )

    def _moments(self, lines: tuple[Staffing, ...]) -> list[int]:
        """When somebody may have gone: only then there can be too few."""
        ends = {self._span(line)[1] for line in lines} | {self._opens}
        ends |= {_to_min(pause.begins) for line in lines for pause in line.pauses}
        return sorted(at for at in ends if self._opens <= at < self._last)

    def _are_apart(self, lines: tuple[Staffing, ...]) -> bool:
        spans = [(line.counter, *self._span(line)) for line in lines]
        return all(a[0] != b[0] or a[2] <= b[1] or b[2] <= a[1] for a, b in combinations(spans, 2))

    def _have_skills(self, choice: Choice) -> bool:
        return all(
            counter == person.line.counter or bool(person.skills & {*self.table[counter].services})
            for person, counter in zip(self.people, choice.counters, strict=True)
        )

    def _are_in_window(self, choice: Choice) -> bool:
        """Lunches lie between the earliest and the latest of those planned, and at work."""
        for person, begins in zip(self.people, choice.lunches, strict=True):
            lunch = _lunch(person)
            if lunch is None or begins is None or begins == lunch.begins:
                continue
            ends = begins + lunch.ends - lunch.begins
            opens, closes = self._span(person.line)
            others = [_to_min(pause.begins) for pause in person.line.pauses[1:]]
            late = min([self.window[1], closes - 1, *(other - 1 for other in others)])
            if begins < max(self.window[0], opens + 1) or ends > late:
                return False
        guest = choice.guest_lunch
        return guest is None or self.window[0] <= guest <= self.window[1] - self.lunch_min

    def _serves_all(self, lines: tuple[Staffing, ...]) -> bool:
        """Whoever is served until the end when nothing is done has somebody until the end."""
        return self._until_the_end(lines) >= self._served_now

    @cached_property
    def _served_now(self) -> frozenset[tuple[str, str]]:
        return self._until_the_end(self.lines(self.nothing))

    def _until_the_end(self, lines: tuple[Staffing, ...]) -> frozenset[tuple[str, str]]:
        """Services and segments with a counter of their own that stays open until closing."""
        found = set()
        for line in lines:
            if self._span(line)[1] >= self._closes:
                counter = self.table[line.counter]
                segments = counter.segments or [s.id for s in self.plan.profile.segments]
                for service in counter.services:
                    if line.services is None or service in line.services:
                        found |= {(service, segment) for segment in segments}
        return frozenset(found)

    def _is_staffed(self, lines: tuple[Staffing, ...], at: int) -> bool:
        there = [line for line in lines if self._is_there(line, at)]
        if len(there) < self.constraints.at_least:
            return False
        can = [set(line.services or served_at(self.table[line.counter])) for line in there]
        return all(sum(service in mine for mine in can) != 1 for service in self.constraints.dual)

    def _is_there(self, line: Staffing, at: int) -> bool:
        opens, closes = self._span(line)
        away = any(_to_min(p.begins) <= at < _to_min(p.ends) for p in line.pauses)
        return opens <= at < closes and not away

    def _span(self, line: Staffing) -> tuple[int, int]:
        opens = self._opens if line.opens is None else _to_min(line.opens)
        return opens, self._closes if line.closes is None else _to_min(line.closes)

    # ------------------------------------------------------------ what is near

    def slots(self) -> range:
        """When a lunch may begin."""
        return range(self.window[0], self.window[1], GRID_MIN)

    def free(self, choice: Choice) -> list[str]:
        """Counters at which nobody sits."""
        taken = {*choice.counters, choice.borrowed}
        return [counter for counter in self.table if counter not in taken]

    def other_lunches(self, choice: Choice) -> Iterator[Choice]:
        """One lunch at another time, or two exchanged."""
        eats = [n for n in self.movable if choice.lunches[n] is not None]
        for n in eats:
            for slot in self.slots():
                if slot != choice.lunches[n]:
                    yield replace(choice, lunches=_with(choice.lunches, {n: slot}))
        for n, m in combinations(eats, 2):
            swap = {n: choice.lunches[m], m: choice.lunches[n]}
            yield replace(choice, lunches=_with(choice.lunches, swap))
        if choice.borrowed is not None:
            yield from (replace(choice, guest_lunch=slot) for slot in self.slots())

    def other_counters(self, choice: Choice) -> Iterator[Choice]:
        """One person at a counter that is closed, or two exchanged."""
        for n in self.movable:
            for counter in self.free(choice):
                yield replace(choice, counters=_with(choice.counters, {n: counter}))
        for n, m in combinations(self.movable, 2):
            swap = {n: choice.counters[m], m: choice.counters[n]}
            yield replace(choice, counters=_with(choice.counters, swap))

    def other_loans(self, choice: Choice) -> Iterator[Choice]:
        """Somebody borrowed for a counter that is closed, or sent back."""
        if not self.constraints.may_borrow:
            return
        lunch = list(self.slots())[len(self.slots()) // 2] if self.slots() else None
        for counter in self.free(choice):
            yield replace(choice, borrowed=counter, guest_lunch=lunch)
        if choice.borrowed is not None:
            yield replace(choice, borrowed=None, guest_lunch=None)

    def any_one(self, source: np.random.Generator) -> Choice | None:
        """A feasible choice at random: lunches anywhere, some people moved, perhaps a loan.

        None after ``MOST_TRIES`` that were not feasible.
        """
        for _ in range(MOST_TRIES):
            found = self.nothing
            lunches = {
                n: int(source.choice(self.slots()))
                for n in self.movable
                if found.lunches[n] is not None and source.random() < 0.7
            }
            found = replace(found, lunches=_with(found.lunches, lunches))
            steps = [self.other_counters] * int(source.integers(0, 3))
            steps += [self.other_loans] * int(source.integers(0, 2))
            for step in steps:
                near = list(step(found))
                found = near[int(source.integers(len(near)))] if near else found
            if self.is_feasible(found):
                return found
        return None


@dataclass(frozen=True, slots=True)
class _Lunch:
    begins: int
    ends: int
    reason: str


def _lunch(person: Person) -> _Lunch | None:
    """The first planned pause."""
    if not person.line.pauses:
        return None
    pause = person.line.pauses[0]
    return _Lunch(_to_min(pause.begins), _to_min(pause.ends), pause.reason)


def _with(items: tuple[Item, ...], changes: Mapping[int, Item]) -> tuple[Item, ...]:
    return tuple(changes.get(place, item) for place, item in enumerate(items))


@cache
def _to_min(text: str) -> int:
    return clock_us(text) // MINUTE_US


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
