"""Where things stand in the hall, in metres from the back left corner; without Qt.

A profile names counters, zones, kiosks and machines and not their places: ``arranged`` puts them as
in most halls, and a manager moves them to where they are.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shared.config.profile import CounterTable, Profile
from simulator.model.scenario_hall import Layout, WaitingZone, WaitsIn

WIDTH_M: Final = 20.0
DEPTH_M: Final = 11.0
SEAT_M: Final = 0.62
ROW_M: Final = 0.85
STANDING_ROWS: Final = 9
#: A zone whose name can be read.
NARROWEST_M: Final = 2.1
#: Rows of seats, so that few seats do not stand in a corner of the hall.
FEW_SEATS, FEW_ROWS, MANY_ROWS = 30, 2, 4
#: From one counter to the next, and how wide one is.
WIDEST_STEP_M: Final = 3.4
WIDEST_COUNTER_M: Final = 2.2
#: Counters in one row along the back wall; more of them stand in rooms at the right.
MOST_IN_A_ROW: Final = 6
COUNTER, ROOM, ZONE, KIOSK, MACHINE, DOOR = "counter", "room", "zone", "kiosk", "machine", "door"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that stands in the hall: its left and back edge, width and depth in metres."""

    kind: str
    id: str
    x: float
    y: float
    width: float
    depth: float

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.depth / 2

    @property
    def front(self) -> Point:
        """Where a customer stands at it: before a counter, left of a room, right of a kiosk."""
        if self.kind == ROOM:
            return self.x - 0.4, self.y + self.depth / 2
        if self.kind == KIOSK:
            return self.x + self.width + 0.4, self.y + self.depth / 2
        return self.x + self.width / 2, self.y + self.depth + 0.45


@dataclass(frozen=True)
class Ground:
    """Everything in the hall by (kind, id); ``seats`` are the places in each zone."""

    things: Mapping[tuple[str, str], Thing]
    seats: Mapping[str, int]

    def of(self, *kinds: str) -> list[Thing]:
        """All things of these kinds."""
        return [thing for thing in self.things.values() if thing.kind in kinds]

    def desk(self, counter: str) -> Thing:
        """A counter or a room."""
        return self.things.get((COUNTER, counter)) or self.things[ROOM, counter]

    @property
    def door(self) -> Thing:
        """Where people come in."""
        return self.things[DOOR, ""]

    def moved(self, thing: Thing, x: float, y: float) -> "Ground":
        """With one thing somewhere else, inside the walls and on half metres."""
        x = min(max(round(2 * x) / 2, 0.0), WIDTH_M - thing.width)
        y = min(max(round(2 * y) / 2, 0.0), DEPTH_M - thing.depth)
        return self.with_thing(replace(thing, x=x, y=y))

    def with_thing(self, thing: Thing) -> "Ground":
        """With this thing added, or in the place of the one of its name."""
        return replace(self, things={**self.things, (thing.kind, thing.id): thing})

    def without(self, thing: Thing) -> "Ground":
        """With this thing taken away."""
        kept = {key: each for key, each in self.things.items() if key != (thing.kind, thing.id)}
        return replace(self, things=kept)

    def seat(self, zone: str, number: int) -> Point:
        """The middle of a seat; whoever finds none stands between the kiosks and the seats."""
        area = self.things[ZONE, zone]
        beyond = number - self.seats.get(zone, 0)
        if beyond >= 0:
            return _standing(beyond)
        a_row = max(1, int((area.width - 0.4) / SEAT_M))
        row, place = divmod(number, a_row)
        return area.x + 0.5 + place * SEAT_M, area.y + 0.5 + row * ROW_M


def _standing(number: int) -> Point:
    """Three beside one another, then row by row, then closer together."""
    layer, place = divmod(number, 3 * STANDING_ROWS)
    row, column = divmod(place, 3)
    return 2.35 + 0.55 * column + 0.18 * layer, 2.6 + 0.62 * row + 0.2 * layer


def arranged(profile: Profile, kiosks: int) -> Ground:
    """The branch as most are: counters at the back, seats before them, kiosks by the door.

    ``kiosks`` is how many there are.
    """
    things = [Thing(DOOR, "", 1.2, DEPTH_M, 1.8, 0.0)]
    rooms = _rooms(profile)
    right = WIDTH_M - (4.0 if rooms else 0.4)
    things += _counters([c for c in profile.counters if c not in rooms], right)
    things += [
        Thing(ROOM, room.id, WIDTH_M - 3.0, 0.5 + place * 2.1, 2.6, 1.6)
        for place, room in enumerate(rooms)
    ]
    things += _zones(profile, right)
    things += [
        Thing(KIOSK, str(n + 1), 1.2, DEPTH_M - 2.4 - 1.0 * n, 0.9, 0.6) for n in range(kiosks)
    ]
    things += [
        Thing(MACHINE, machine.id, 4.6 + 1.5 * place, DEPTH_M - 1.9, 1.1, 0.7)
        for place, machine in enumerate(profile.machines)
    ]
    seats = {zone.id: zone.seats for zone in profile.zones if zone.seats}
    return Ground({(thing.kind, thing.id): thing for thing in things}, seats or {"": 24})


def _rooms(profile: Profile) -> list[CounterTable]:
    """Counters with a name of their own, where there are too many for one row."""
    if len(profile.counters) <= MOST_IN_A_ROW:
        return []
    return [c for c in profile.counters if c.name is not None][:4]


def _counters(counters: Sequence[CounterTable], right: float) -> Iterator[Thing]:
    step = min(WIDEST_STEP_M, (right - 4.2) / max(1, len(counters)))
    wide = min(step - 0.25, WIDEST_COUNTER_M)
    for place, counter in enumerate(counters):
        yield Thing(COUNTER, counter.id, 4.2 + step * place, 0.3, wide, 1.4)


def _zones(profile: Profile, right: float) -> Iterator[Thing]:
    """Zones with seats beside one another, as wide as their seats in two or four rows need."""
    zones = [(zone.id, zone.seats) for zone in profile.zones if zone.seats] or [("", 24)]
    deep = FEW_ROWS if sum(seats for _, seats in zones) <= FEW_SEATS else MANY_ROWS
    wanted = [max(2.0, 0.5 + SEAT_M * math.ceil(seats / deep)) for _, seats in zones]
    room = right - 4.2 - 0.4 * (len(zones) - 1)
    factor = min(1.0, room / sum(wanted))
    widths = [max(NARROWEST_M, width * factor) for width in wanted]
    widest = widths.index(max(widths))
    widths[widest] -= max(0.0, sum(widths) - room)
    x = 4.2
    for (name, seats), wide in zip(zones, widths, strict=True):
        rows = math.ceil(seats / max(1, int((wide - 0.4) / SEAT_M)))
        yield Thing(ZONE, name, x, 3.1, wide, min(5.4, 0.9 + ROW_M * rows))
        x += wide + 0.4


def way_m(one: Point, other: Point) -> float:
    """How far people walk: along the walls' directions, as between rows of seats."""
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def to_layout(ground: Ground, before: Layout | None) -> Layout:
    """The distances of the hall as a scenario holds them; who waits where stays."""
    kiosks = [kiosk.front for kiosk in ground.of(KIOSK)] or [ground.door.middle]
    start = (
        sum(x for x, _ in kiosks) / len(kiosks),
        sum(y for _, y in kiosks) / len(kiosks),
    )
    desks = ground.of(COUNTER, ROOM)
    zones = tuple(
        WaitingZone(
            zone=zone.id,
            from_kiosk_m=round(way_m(start, zone.middle), 1),
            to_counters_m={d.id: round(way_m(zone.middle, d.front), 1) for d in desks},
        )
        for zone in ground.of(ZONE)
        if zone.id
    )
    waits: tuple[WaitsIn, ...] = before.waits if before else ()
    return Layout(
        entrance_to_kiosk_m=round(
            sum(way_m(ground.door.middle, kiosk) for kiosk in kiosks) / len(kiosks), 1
        ),
        zones=zones,
        waits=waits,
        speeds=before.speeds if before else (),
    )
