"""Ways through the hall in words: from a thing, all in all, and what a run says of them; no Qt."""

from collections.abc import Mapping

from shared.i18n import translate
from simulator.console.floor.ground import COUNTER, ROOM, ZONE, Ground, Thing, to_layout, way_m
from simulator.console.floor.walks import Walked, walked
from simulator.console.shell.session import Result

WALKS_M_S = 1.2
Names = Mapping[tuple[str, str], str]


def ways_in(ground: Ground, names: Names) -> list[tuple[str, float]]:
    """From the door to the kiosks and from there to the zones, metres."""
    if not any(zone.id for zone in ground.of(ZONE)):
        return []
    layout = to_layout(ground, None)
    found = [(translate("Console", "door to kiosk"), layout.entrance_to_kiosk_m)]
    for zone in layout.zones:
        name = names.get((ZONE, zone.zone), zone.zone)
        found.append((translate("Console", "kiosk to %1", name), zone.from_kiosk_m))
    return found


def ways_of(ground: Ground, thing: Thing, names: Names) -> list[tuple[str, float]]:
    """From one thing: a zone's to the counters, all others' to the zones; metres."""
    here = thing.middle if thing.kind == ZONE else thing.front
    others = ground.of(COUNTER, ROOM) if thing.kind == ZONE else ground.of(ZONE)
    found = [(translate("Console", "door"), way_m(here, ground.door.middle))]
    for other in others:
        there = other.middle if other.kind == ZONE else other.front
        found.append((names[other.kind, other.id], way_m(here, there)))
    return found


def result_rows(result: Result | None) -> list[tuple[str, ...]]:
    """Both plans with what the last run says; dashes before the first."""
    heads = (
        translate("Console", "Plan"),
        translate("Console", "Way, m"),
        translate("Console", "Walk, s"),
        translate("Console", "No seat, %"),
        translate("Console", "Mean wait, min"),
        translate("Console", "Staff time, h"),
    )
    names = (translate("Console", "A: as it is"), translate("Console", "B: as it stands above"))
    found = walked(result) if result is not None else (None, None)
    rows = [(name, *_figures(each)) for name, each in zip(names, found, strict=True)]
    return [heads, *rows]


def _figures(found: Walked | None) -> tuple[str, ...]:
    if found is None:
        return ("–",) * 5
    return (
        f"{found.way_m:.1f}",
        f"{found.walk_s:.0f}",
        f"{found.unseated_percent:.1f}",
        f"{found.wait_min:.1f}",
        f"{found.staff_h:.1f}",
    )
