"""Tomorrow as it is planned: when the branch is open, who is in, and the staffing of a choice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise

import numpy as np

from shared.dispatch.layout import MINUTE_US
from simulator.model.plan import Plan
from simulator.model.scenario_staff import Pause, Staffing
from simulator.planning.clock import clock, minute_of
from simulator.planning.tomorrow.choice import BORROWED, Choice, Guest, Own
from simulator.planning.tomorrow.constraints import Constraints, Errand
from simulator.planning.tomorrow.people import Person, served_at

#: From, to: minutes from midnight.
Span = tuple[int, int]
#: Errand, and when it begins.
Trips = tuple[tuple[int, int], ...]
#: One person (a place among the people) and what they do.
Key = tuple[int, Own, Trips]


@dataclass(frozen=True)
class PlannedDay:
    """Who is in, what has to be kept, what has to be done. Times are minutes from midnight."""

    plan: Plan
    people: tuple[Person, ...]
    constraints: Constraints
    errands: tuple[Errand, ...] = ()
    _lines: dict[Key, tuple[Staffing, ...]] = field(default_factory=dict, repr=False)
    _fits: dict[Key, bool] = field(default_factory=dict, repr=False)

    @cached_property
    def table(self) -> dict[str, frozenset[str]]:
        """Counter -> the services of it, those that overflow to it included."""
        return {c.id: frozenset(served_at(c)) for c in self.plan.profile.counters}

    @cached_property
    def opens(self) -> int:
        """When the branch opens."""
        return self.plan.opens_us // MINUTE_US

    @cached_property
    def last(self) -> int:
        """When the last ticket is given."""
        return self.plan.last_ticket_us // MINUTE_US

    @cached_property
    def closes(self) -> int:
        """When it closes."""
        rules = self.plan.rules
        hours = rules.day(rules.calendar.day_type(self.plan.day)).hours
        return int((hours.closes_us if hours else self.plan.last_ticket_us) // MINUTE_US)

    @cached_property
    def window(self) -> Span:
        """From the earliest planned lunch to the end of the latest."""
        lunches = [person.lunch for person in self.people if person.lunch]
        if not lunches:
            return self.opens, self.opens
        return (
            min(minute_of(lunch.begins) for lunch in lunches),
            max(minute_of(lunch.ends) for lunch in lunches),
        )

    @cached_property
    def guest_lunch_min(self) -> int:
        """How long somebody lent has lunch: as the others in the middle."""
        return round(float(np.median([p.lunch_min for p in self.people if p.lunch] or [0])))

    @cached_property
    def lunch_reason(self) -> str:
        """For what the others have their lunch."""
        return next((p.lunch.reason for p in self.people if p.lunch), "lunch")

    @cached_property
    def errand_reason(self) -> str:
        """For what somebody goes to the cash van: by the profile's reasons."""
        reasons = [reason.id for reason in self.plan.profile.pause_reasons]
        return next((r for r in ("cash", "paperwork") if r in reasons), reasons[0])

    @property
    def errands_h(self) -> float:
        """How long somebody is away on errands, hours."""
        return sum(errand.lasts for errand in self.errands) / 60

    @cached_property
    def as_planned(self) -> tuple[Own, ...]:
        """What everybody does who is in, if nobody does anything."""
        return tuple(
            Own(
                tuple(line.counter for line in person.lines),
                minute_of(person.lunch.begins) if person.lunch else None,
            )
            for person in self.people
        )

    def span(self, line: Staffing) -> Span:
        """From when to when a line works."""
        opens = self.opens if line.opens is None else minute_of(line.opens)
        return opens, self.closes if line.closes is None else minute_of(line.closes)

    # ------------------------------------------------------------ the staffing of a choice

    def lines(self, choice: Choice) -> tuple[Staffing, ...]:
        """The staffing of a choice: who is lent comes last."""
        own = (line for place in range(len(self.people)) for line in self.own(choice, place))
        return (*own, *self.lent(choice.guest))

    def lent(self, guest: Guest | None) -> tuple[Staffing, ...]:
        """The line of whoever is lent, if anybody is."""
        if guest is None:
            return ()
        pauses: tuple[Pause, ...] = ()
        if guest.lunch is not None and self.guest_lunch_min:
            ends = guest.lunch + self.guest_lunch_min
            pauses = (_pause((guest.lunch, ends), self.lunch_reason),)
        return (Staffing(counter=guest.counter, person=BORROWED, pauses=pauses),)

    def own(self, choice: Choice, place: int) -> tuple[Staffing, ...]:
        """The lines of one person."""
        key = (place, choice.people[place], self._trips(choice, place))
        if key not in self._lines:
            self._lines[key] = tuple(self._own(*key))
        return self._lines[key]

    def _own(self, place: int, own: Own, trips: Trips) -> Iterator[Staffing]:
        person, moving = self.people[place], self._away(place, own, trips)
        for planned, counter in zip(_later(person.lines, own.later_min), own.counters, strict=True):
            opens, closes = self.span(planned)
            pauses = [pause for pause in planned.pauses if pause is not person.lunch]
            pauses += [p for p in moving if opens < minute_of(p.begins) < closes]
            services = planned.services
            if counter != planned.counter:
                can = person.skills & self.table[counter]
                services = tuple(s for s in self._in_order(counter) if s in can)
            yield planned.model_copy(
                update={
                    "counter": counter,
                    "person": person.number,
                    "pauses": tuple(sorted(pauses, key=lambda pause: pause.begins)),
                    "services": services,
                }
            )

    def _trips(self, choice: Choice, place: int) -> Trips:
        """When a person goes on which errand."""
        return tuple(
            (errand, trip.begins)
            for errand, trip in enumerate(choice.trips)
            if trip.person == place
        )

    def is_one_person(self, choice: Choice, place: int) -> bool:
        """Whether one person can do it: one thing after another, nothing outside their work."""
        key = (place, choice.people[place], self._trips(choice, place))
        if key not in self._fits:
            lines = self.own(choice, place)
            self._fits[key] = self._are_in_order(lines) and self._has_all(key, lines)
        return self._fits[key]

    def _are_in_order(self, own: Sequence[Staffing]) -> bool:
        """Begin, pauses and end of each line follow one another, and so do the lines."""
        for line in own:
            opens, closes = self.span(line)
            ends = chain.from_iterable((p.begins, p.ends) for p in line.pauses)
            if any(a >= b for a, b in pairwise([opens, *map(minute_of, ends), closes])):
                return False
        spans = [self.span(line) for line in own]
        return all(before[1] <= after[0] for before, after in pairwise(spans))

    def _has_all(self, key: Key, own: Sequence[Staffing]) -> bool:
        """Whether lunch and errands of a person lie within their work."""
        person = self.people[key[0]]
        fixed = sum(len(line.pauses) for line in person.lines) - (person.lunch is not None)
        return sum(len(line.pauses) for line in own) == fixed + len(self._away(*key))

    def _away(self, place: int, own: Own, trips: Trips) -> list[Pause]:
        """What a choice puts where it likes for one person: lunch and errands."""
        person = self.people[place]
        found = []
        if own.lunch is not None and person.lunch is not None:
            span = (own.lunch, own.lunch + person.lunch_min)
            found.append(_pause(span, person.lunch.reason))
        for errand, begins in trips:
            span = (begins, begins + self.errands[errand].lasts)
            found.append(_pause(span, self.errand_reason))
        return found

    def _in_order(self, counter: str) -> tuple[str, ...]:
        return next(served_at(c) for c in self.plan.profile.counters if c.id == counter)


def _later(lines: Sequence[Staffing], by_min: int) -> tuple[Staffing, ...]:
    """The lines of one person, who moves from each to the next so much later."""
    if not by_min or len(lines) < 2:
        return tuple(lines)
    found = []
    for place, line in enumerate(lines):
        update: dict[str, object] = {}
        if place > 0 and line.opens is not None:
            update["opens"] = clock(minute_of(line.opens) + by_min)
        if place + 1 < len(lines) and line.closes is not None:
            update["closes"] = clock(minute_of(line.closes) + by_min)
        found.append(line.model_copy(update=update))
    return tuple(found)


def _pause(span: Span, reason: str) -> Pause:
    return Pause(begins=clock(span[0]), ends=clock(span[1]), reason=reason)
