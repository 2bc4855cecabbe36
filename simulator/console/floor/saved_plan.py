"""Where things stand as a floor plan file beside the plan, and back; no Qt.

It is the floor plan that ``lobby sim layout`` reads, with the kiosks and machines one by one.
"""

from collections.abc import Iterator
from dataclasses import replace

from simulator.console.floor.ground import (
    COUNTER,
    KIOSK,
    MACHINE,
    ROOM,
    ZONE,
    Ground,
    Point,
    Thing,
    arranged,
)
from simulator.console.study.draft import Draft
from simulator.planning.layout.floor_plan import FloorPlan


def ground_of(draft: Draft) -> Ground:
    """Where things stand in a draft: as they were put, else as in most halls."""
    base = arranged(draft.hall, max(1, draft.scenario.kiosk.count))
    return base if draft.floor is None else placed(base, draft.floor)


def floor_plan(ground: Ground) -> FloorPlan | None:
    """The points of a hall; None where no zone has a name: then nobody knows where people wait."""
    zones = {zone.id: _round(zone.middle) for zone in ground.of(ZONE) if zone.id}
    kiosks = {kiosk.id: _round(kiosk.front) for kiosk in ground.of(KIOSK)}
    if not zones or not kiosks:
        return None
    xs, ys = zip(*kiosks.values(), strict=True)
    return FloorPlan(
        entrance=_round(ground.door.middle),
        kiosk=_round((sum(xs) / len(xs), sum(ys) / len(ys))),
        zones=zones,
        counters={desk.id: _round(desk.front) for desk in ground.of(COUNTER, ROOM)},
        kiosks=tuple(kiosks.values()),
        machines={machine.id: _round(machine.front) for machine in ground.of(MACHINE)},
    )


def placed(base: Ground, floor: FloorPlan) -> Ground:
    """The hall with everything that the floor plan names where it says."""
    points = dict(_points(floor))
    things = {
        key: _at(thing, points[thing.kind, thing.id]) if (thing.kind, thing.id) in points else thing
        for key, thing in base.things.items()
    }
    return replace(base, things=things)


def _points(floor: FloorPlan) -> Iterator[tuple[tuple[str, str], Point]]:
    for name, point in floor.counters.items():
        yield (COUNTER, name), point
        yield (ROOM, name), point
    for name, point in floor.zones.items():
        yield (ZONE, name), point
    for name, point in floor.machines.items():
        yield (MACHINE, name), point
    for number, point in enumerate(floor.kiosks, start=1):
        yield (KIOSK, str(number)), point


def _at(thing: Thing, point: Point) -> Thing:
    """The thing with its middle (a zone) or its customer's place at this point."""
    here = thing.middle if thing.kind == ZONE else thing.front
    return replace(thing, x=thing.x + point[0] - here[0], y=thing.y + point[1] - here[1])


def _round(point: Point) -> Point:
    """To the millimetre."""
    return round(point[0], 3), round(point[1], 3)
