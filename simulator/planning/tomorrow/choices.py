"""What may be chosen for tomorrow: counters and lunches for everybody, errands, whom to borrow."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import combinations
from typing import Final

import numpy as np

from shared.domain.phrase import phrase
from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.clock import clock
from simulator.planning.tomorrow.choice import Choice, Guest, Own, Trip
from simulator.planning.tomorrow.constraints import GRID_MIN, Constraints, Errand
from simulator.planning.tomorrow.day import PlannedDay
from simulator.planning.tomorrow.feasible import Feasible
from simulator.planning.tomorrow.people import PeopleInvalid, Person

#: Random choices that may fail before there are taken to be none.
MOST_TRIES: Final = 300
#: By how much later or earlier somebody may move to another counter, minutes.
LATER_MIN: Final = (-60, -30, 0, 30, 60)


#: (Person, line) -> counter.
Seats = Mapping[tuple[int, int], str]


class Choices:
    """The choices of those who are in; whoever has several lines of the staffing moves between."""

    def __init__(
        self,
        plan: Plan,
        people: tuple[Person, ...],
        constraints: Constraints,
        errands: tuple[Errand, ...] = (),
    ) -> None:
        self.plan, self.people, self.constraints = plan, people, constraints
        self.day = PlannedDay(plan, people, constraints, errands)
        self._feasible = Feasible(self.day)

    @property
    def asked(self) -> list[object]:
        """What the choices hang on besides the plan, always in the same words."""
        kept = self.constraints
        numbers = [person.number for person in self.people]
        return [numbers, kept.at_least, sorted(kept.dual), kept.may_borrow, self.day.errands]

    @cached_property
    def nothing(self) -> Choice:
        """Everybody as planned, whoever is away simply missing.

        An errand is done as soon as it may be, by the first who can.

        Raises:
            PeopleInvalid: nobody who may go is at a counter then.
        """
        found = Choice(self.day.as_planned)
        for errand in self.day.errands:
            found = replace(found, trips=(*found.trips, self._first(found, errand)))
        return found

    def _first(self, choice: Choice, errand: Errand) -> Trip:
        options = [Trip(person, at) for at in errand.slots() for person in errand.able]
        choices = [(trip, replace(choice, trips=(*choice.trips, trip))) for trip in options]
        fits = self.day.is_one_person
        there = [(trip, other) for trip, other in choices if fits(other, trip.person)]
        if not there:
            begins, ends = clock(errand.begins), clock(errand.ends)
            raise PeopleInvalid(
                phrase(
                    "Nobody who may go to the cash van is at a counter between %1 and %2. "
                    "Allow another time, or somebody else.",
                    begins,
                    ends,
                )
            )
        return next((trip for trip, other in there if self.is_feasible(other)), there[0][0])

    def lines(self, choice: Choice) -> tuple[Staffing, ...]:
        """The staffing of a choice."""
        return self.day.lines(choice)

    def is_feasible(self, choice: Choice) -> bool:
        """Whether it keeps every constraint."""
        return self._feasible.may(choice)

    # ------------------------------------------------------------ what is near

    def slots(self) -> range:
        """When a lunch may begin."""
        return range(*self.day.window, GRID_MIN)

    def free(self, choice: Choice) -> list[str]:
        """Counters at which nobody sits all day."""
        taken = {counter for own in choice.people for counter in own.counters}
        taken |= {choice.guest.counter} if choice.guest else set()
        return [counter for counter in self.day.table if counter not in taken]

    def other_times(self, choice: Choice) -> Iterator[Choice]:
        """A lunch, an errand or a move at another time, or two lunches exchanged."""
        yield from self._other_lunches(choice)
        for place, errand in enumerate(self.day.errands):
            for person in errand.able:
                for at in errand.slots():
                    yield choice.with_trip(place, Trip(person, at))
        for n, own in enumerate(choice.people):
            if len(own.counters) > 1:
                for later in LATER_MIN:
                    yield choice.with_own({n: replace(own, later_min=later)})

    def _other_lunches(self, choice: Choice) -> Iterator[Choice]:
        eats = [n for n, own in enumerate(choice.people) if own.lunch is not None]
        for n in eats:
            for slot in self.slots():
                yield choice.with_own({n: replace(choice.people[n], lunch=slot)})
        for n, m in combinations(eats, 2):
            one, other = choice.people[n], choice.people[m]
            yield choice.with_own(
                {n: replace(one, lunch=other.lunch), m: replace(other, lunch=one.lunch)}
            )
        if choice.guest is not None:
            for slot in self.slots():
                yield replace(choice, guest=replace(choice.guest, lunch=slot))

    def other_counters(self, choice: Choice) -> Iterator[Choice]:
        """One person at a counter where nobody sits then, or two exchanged."""
        return (_with_seats(choice, seats) for seats in self._other_seats(choice))

    def _other_seats(self, choice: Choice) -> Iterator[Seats]:
        """For each of the other choices what changes: (person, line) and the counter."""
        taken = {
            (n, i): (line.counter, *self.day.span(line))
            for n in range(len(choice.people))
            for i, line in enumerate(self.day.own(choice, n))
        }
        lent = {choice.guest.counter} if choice.guest else set()
        for place, (_, begins, ends) in taken.items():
            busy = lent | {c for c, at, until in taken.values() if at < ends and begins < until}
            yield from ({place: counter} for counter in self.day.table if counter not in busy)
        for one, other in combinations(taken, 2):
            yield {one: taken[other][0], other: taken[one][0]}

    def other_loans(self, choice: Choice) -> Iterator[Choice]:
        """Somebody borrowed for a counter that is closed, or sent back."""
        if not self.constraints.may_borrow:
            return
        lunch = list(self.slots())[len(self.slots()) // 2] if self.slots() else None
        for counter in self.free(choice):
            yield replace(choice, guest=Guest(counter, lunch))
        if choice.guest is not None:
            yield replace(choice, guest=None)

    def any_one(self, source: np.random.Generator) -> Choice | None:
        """A feasible choice at random: lunches and errands anywhere, some moved, perhaps a loan.

        None after ``MOST_TRIES`` that were not feasible.
        """
        for _ in range(MOST_TRIES):
            found = self._with_any_times(self.nothing, source)
            counters, loans = int(source.integers(0, 3)), int(source.integers(0, 2))
            for _ in range(counters):
                near = list(self._other_seats(found))
                found = _with_seats(found, near[int(source.integers(len(near)))]) if near else found
            for _ in range(loans):
                lent = list(self.other_loans(found))
                found = lent[int(source.integers(len(lent)))] if lent else found
            if self.is_feasible(found):
                return found
        return None

    def _with_any_times(self, found: Choice, source: np.random.Generator) -> Choice:
        changes = {}
        for n, own in enumerate(found.people):
            if own.lunch is not None and source.random() < 0.7:
                own = replace(own, lunch=int(source.choice(self.slots())))
            if len(own.counters) > 1 and source.random() < 0.5:
                own = replace(own, later_min=int(source.choice(LATER_MIN)))
            changes[n] = own
        found = found.with_own(changes)
        for place, errand in enumerate(self.day.errands):
            person, at = (int(source.choice(each)) for each in (errand.able, errand.slots()))
            found = found.with_trip(place, Trip(person, at))
        return found


def _with_seats(choice: Choice, seats: Seats) -> Choice:
    """Some people's lines at other counters."""
    changes: dict[int, Own] = {}
    for (n, line), counter in seats.items():
        own = changes.get(n, choice.people[n])
        counters = (*own.counters[:line], counter, *own.counters[line + 1 :])
        changes[n] = replace(own, counters=counters)
    return choice.with_own(changes)
