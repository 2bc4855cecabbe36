"""Rules of the profile that span several tables; each failure names the place and a way out."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from shared.config.check_appointments import appointment_problems
from shared.config.check_board import board_problems
from shared.config.check_calendar import calendar_problems, out_of_order
from shared.config.check_policy import policy_problems
from shared.config.check_staff import staff_problems
from shared.config.check_triage import triage_problems
from shared.config.naming import doubles, unknown
from shared.config.profile import Profile


def problems(profile: Profile) -> Iterator[str]:
    """Every contradiction in the profile as one sentence; nothing when it is sound."""
    services = [s.id for s in profile.services]
    segments = [s.id for s in profile.segments]
    yield from doubles("services", services)
    yield from doubles("segments", segments)
    yield from doubles("counters", [c.id for c in profile.counters])
    for counter in profile.counters:
        place = f"counters “{counter.id}”"
        yield from unknown(place, "service", counter.services, services)
        yield from unknown(place, "segment", counter.segments or (), segments)
    yield from _tiles(profile, services)
    for machine in profile.machines:
        yield from unknown(f"machines “{machine.id}”", "service", machine.services, services)
    yield from _zones(profile)
    yield from _served(profile)
    yield from _hours(profile)
    yield from calendar_problems(profile)
    yield from triage_problems(profile)
    yield from appointment_problems(profile)
    yield from policy_problems(profile)
    yield from board_problems(profile)
    yield from staff_problems(profile)
    yield from _time_zone(profile)


def _tiles(profile: Profile, services: list[str]) -> Iterator[str]:
    for number, tile in enumerate(profile.tiles, start=1):
        place = f"tiles {number}"
        if tile.service is None and not (tile.services and tile.name):
            yield f"{place}: give either a service, or a name and services for a group."
        used = tile.services if tile.service is None else (tile.service,)
        yield from unknown(place, "service", used, services)
        if tile.rush_service is not None:
            yield from unknown(place, "rush_service", (tile.rush_service,), list(tile.services))


def _zones(profile: Profile) -> Iterator[str]:
    zones = [z.id for z in profile.zones]
    placed = [("counters", c.id, c.zone) for c in profile.counters]
    placed += [("machines", m.id, m.zone) for m in profile.machines]
    for table, name, zone in placed:
        if zone is not None:
            yield from unknown(f"{table} “{name}”", "zone", (zone,), zones)


def _served(profile: Profile) -> Iterator[str]:
    for service in profile.services:
        if not any(service.id in c.services for c in profile.counters):
            yield (
                f"services “{service.id}”: no counter serves it. "
                "Add it to a counter's services, or remove it."
            )


def _hours(profile: Profile) -> Iterator[str]:
    if profile.hours.lasts_min is None:
        yield from out_of_order(profile.hours, "hours")


def _time_zone(profile: Profile) -> Iterator[str]:
    try:
        ZoneInfo(profile.branch.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield (
            f"branch.time_zone: “{profile.branch.time_zone}” is no time zone. "
            "Write it like Asia/Shanghai."
        )
