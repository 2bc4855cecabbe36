"""A day's log as ways through the hall: who is where at each moment; without Qt."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from shared.config.profile import Profile
from shared.domain import event as kinds
from shared.domain.event import Event
from shared.metrics.visit import HALF_HOUR_US, SECOND_US
from simulator.console.floor.ground import KIOSK, MACHINE, ZONE, Ground, Point, way_m
from simulator.model.first_fit import first_fit
from simulator.model.scenario_hall import Layout

WALKS_M_S: Final = 1.2
AT_KIOSK_S: Final = 25.0
#: How long somebody is seen at a machine: the log does not say when they were done.
AT_MACHINE_S: Final = 150.0
WAITING, CALLED, SERVED, GONE = "waiting", "called", "served", "gone"
#: Events after which the customer has left the counter or the hall for good, or for a while.
LEAVES: Final = frozenset(
    {kinds.TICKET_CLOSED, kinds.TICKET_CANCELLED, kinds.TICKET_EXPIRED, kinds.TICKET_NO_SHOW,
     kinds.TICKET_HELD, kinds.TICKET_JOINED}
)  # fmt: skip
COMES_BACK: Final = frozenset(
    {kinds.TICKET_RETURNED, kinds.TICKET_RESUMED, kinds.TICKET_TRANSFERRED,
     kinds.TICKET_CONTINUED, kinds.TICKET_REQUEUED, kinds.TICKET_RELEASED}
)  # fmt: skip


@dataclass(slots=True)
class Journey:
    """One ticket: its way as moments (seconds from midnight) with places, and what it is doing."""

    number: str
    segment: str
    service: str
    at_s: list[float] = field(default_factory=list)
    places: list[Point] = field(default_factory=list)
    since_s: list[float] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    issued_s: float = 0.0

    def go(self, at_s: float, place: Point) -> None:
        """Be there at that time; never earlier than the step before."""
        self.at_s.append(max(at_s, self.at_s[-1] if self.at_s else at_s))
        self.places.append(place)

    def become(self, at_s: float, state: str) -> None:
        """From now on."""
        self.since_s.append(at_s)
        self.states.append(state)

    def place(self, at_s: float) -> Point:
        """Where the customer is, on the way between two places."""
        after = bisect.bisect_right(self.at_s, at_s)
        if after == 0:
            return self.places[0]
        if after == len(self.at_s):
            return self.places[-1]
        begins, ends = self.at_s[after - 1], self.at_s[after]
        (x, y), (to_x, to_y) = self.places[after - 1], self.places[after]
        share = (at_s - begins) / (ends - begins) if ends > begins else 1.0
        return x + share * (to_x - x), y + share * (to_y - y)

    def state(self, at_s: float) -> str:
        """What the customer is doing."""
        place = bisect.bisect_right(self.since_s, at_s) - 1
        return self.states[place] if place >= 0 else WAITING

    def is_there(self, at_s: float) -> bool:
        """Whether the customer is in the hall."""
        return self.at_s[0] <= at_s <= self.at_s[-1]


@dataclass(frozen=True)
class WatchedDay:
    """All ways of a day, and the counters: (since, word, ticket) of each."""

    journeys: Sequence[Journey]
    counters: dict[str, list[tuple[float, str, str]]]
    begins_s: float
    ends_s: float
    waiting: Sequence[tuple[float, int]]

    def counter(self, counter: str, at_s: float) -> tuple[float, str, str]:
        """Since when it does what, and for which ticket."""
        steps = self.counters.get(counter, [])
        place = bisect.bisect_right(steps, at_s, key=lambda step: step[0]) - 1
        return steps[place] if place >= 0 else (0.0, "closed", "")

    def waiting_at(self, at_s: float) -> int:
        """How many wait for their call."""
        place = bisect.bisect_right(self.waiting, at_s, key=lambda step: step[0]) - 1
        return self.waiting[place][1] if place >= 0 else 0


class Watcher:
    """Reads a log event by event."""

    def __init__(self, ground: Ground, profile: Profile, layout: Layout | None, midnight_us: int):
        self._ground, self._profile, self._layout = ground, profile, layout
        self._midnight_us = midnight_us
        self._journeys: dict[str, Journey] = {}
        self._seated: dict[str, tuple[str, int]] = {}
        self._taken: dict[str, set[int]] = {}
        self._at: dict[str, str] = {}
        self._counters: dict[str, list[tuple[float, str, str]]] = {}
        self._waiting: list[tuple[float, int]] = []
        self._waits: set[str] = set()

    def read(self, events: Sequence[Event]) -> WatchedDay:
        """The whole day."""
        for event in sorted(events, key=lambda event: event.at_us):
            at_s = (event.at_us - self._midnight_us) / SECOND_US
            if event.ticket:
                self._ticket(event, at_s)
            if event.counter:
                self._counter(event, at_s)
        for journey in self._journeys.values():
            self._leave(journey, journey.at_s[-1]) if journey.states[-1] != GONE else None
        ends = max((j.at_s[-1] for j in self._journeys.values()), default=0.0)
        first = min((j.at_s[0] for j in self._journeys.values()), default=0.0)
        half = HALF_HOUR_US / SECOND_US
        return WatchedDay(
            list(self._journeys.values()), self._counters, first // half * half, ends, self._waiting
        )

    def _ticket(self, event: Event, at_s: float) -> None:
        kind = event.kind
        if kind == kinds.TICKET_ISSUED:
            self._issue(event, at_s)
            return
        journey = self._journeys.get(event.ticket)
        if journey is None:
            return
        if kind == kinds.TICKET_CALLED:
            self._stand_up(event.ticket, journey, at_s)
            journey.become(at_s, CALLED)
            self._at[event.ticket] = event.counter
        elif kind == kinds.TICKET_STARTED:
            desk = self._ground.desk(self._at.get(event.ticket, event.counter))
            journey.go(at_s, desk.front)
            journey.become(at_s, SERVED)
        elif kind == kinds.TICKET_DIVERTED:
            self._divert(event.ticket, journey, at_s)
        elif kind in LEAVES:
            self._stand_up(event.ticket, journey, at_s)
            self._leave(journey, at_s)
        elif kind in COMES_BACK:
            self._sit(event.ticket, journey, at_s)

    def _issue(self, event: Event, at_s: float) -> None:
        number = str(event.data.get("number", event.ticket))
        segment, service = str(event.data["segment"]), str(event.data["service"])
        journey = self._journeys[event.ticket] = Journey(number, segment, service)
        journey.issued_s = at_s
        kiosks = self._ground.of(KIOSK)
        kiosk = kiosks[len(self._journeys) % len(kiosks)].front if kiosks else None
        door = self._ground.door.middle
        begins = at_s - AT_KIOSK_S
        journey.go(begins - (way_m(door, kiosk) / WALKS_M_S if kiosk else 0), door)
        if kiosk is not None:
            journey.go(begins, kiosk)
            journey.go(at_s, kiosk)
        self._sit(event.ticket, journey, at_s)

    def _sit(self, ticket: str, journey: Journey, at_s: float) -> None:
        """To the first free seat of the zone; beyond the seats people stand."""
        zone = self._zone(journey)
        taken = self._taken.setdefault(zone, set())
        number = next(n for n in range(len(taken) + 1) if n not in taken)
        taken.add(number)
        self._seated[ticket] = (zone, number)
        seat, here = self._ground.seat(zone, number), journey.place(at_s)
        journey.go(at_s, here)
        journey.go(at_s + way_m(here, seat) / WALKS_M_S, seat)
        journey.become(at_s, WAITING)
        self._count(at_s, ticket, waits=True)

    def _stand_up(self, ticket: str, journey: Journey, at_s: float) -> None:
        """Leave the seat, or the way to it."""
        if ticket in self._seated:
            zone, number = self._seated.pop(ticket)
            self._taken[zone].discard(number)
        here = journey.place(at_s)
        while journey.at_s and journey.at_s[-1] > at_s:
            journey.at_s.pop()
            journey.places.pop()
        journey.go(at_s, here)
        self._count(at_s, ticket, waits=False)

    def _leave(self, journey: Journey, at_s: float) -> None:
        here, door = journey.place(at_s), self._ground.door.middle
        journey.go(at_s, here)
        journey.go(at_s + way_m(here, door) / WALKS_M_S, door)
        journey.become(at_s, GONE)

    def _divert(self, ticket: str, journey: Journey, at_s: float) -> None:
        self._stand_up(ticket, journey, at_s)
        machines = self._ground.of(MACHINE)
        if machines:
            there = machines[len(self._waiting) % len(machines)].front
            arrives = at_s + way_m(journey.place(at_s), there) / WALKS_M_S
            journey.go(arrives, there)
            journey.go(arrives + AT_MACHINE_S, there)
            journey.become(at_s, SERVED)
        self._leave(journey, journey.at_s[-1])

    def _zone(self, journey: Journey) -> str:
        names = [zone.id for zone in self._ground.of(ZONE)]
        line = (
            first_fit(self._layout.waits, journey.service, journey.segment)
            if self._layout
            else None
        )
        return line.zone if line and line.zone in names else names[0]

    def _count(self, at_s: float, ticket: str, *, waits: bool) -> None:
        (self._waits.add if waits else self._waits.discard)(ticket)
        self._waiting.append((at_s, len(self._waits)))

    def _counter(self, event: Event, at_s: float) -> None:
        words = {
            kinds.COUNTER_OPENED: "free",
            kinds.COUNTER_RESUMED: "free",
            kinds.COUNTER_STANDBY: "free",
            kinds.COUNTER_PAUSED: "paused",
            kinds.COUNTER_CLOSED: "closed",
            kinds.TICKET_CALLED: "called",
            kinds.TICKET_STARTED: "serving",
            kinds.TICKET_CLOSED: "free",
        }
        if event.kind in words:
            step = (at_s, words[event.kind], event.ticket)
            self._counters.setdefault(event.counter, []).append(step)


def watch(
    events: Sequence[Event], ground: Ground, profile: Profile, layout: Layout | None
) -> WatchedDay:
    """The ways of everybody in this log."""
    opened = next((e for e in events if e.kind == kinds.DAY_OPENED), None)
    midnight = opened.data.get("midnight_us", 0) if opened is not None else 0
    return Watcher(ground, profile, layout, midnight if isinstance(midnight, int) else 0).read(
        events
    )
