"""Contradictions in what a scenario says of the hall; each sentence names a way out."""

from collections.abc import Iterator

from shared.config.check import problems
from shared.config.naming import no_such, suggestion
from shared.config.profile import Profile
from shared.domain.phrase import phrase
from shared.domain.rules import Rules
from simulator.model.machine_count import with_machines
from simulator.model.machine_ways import machine_way
from simulator.model.scenario import Scenario
from simulator.model.scenario_hall import Layout, SelfService


def hall_problems(scenario: Scenario, profile: Profile, rules: Rules) -> Iterator[str]:
    """Every contradiction about zones, ways and machines as one sentence."""
    for number, line in enumerate(scenario.self_service, start=1):
        yield from _machine(f"self_service.{number}", line, rules)
    yield from _counts(scenario, profile)
    if scenario.layout is not None:
        yield from _layout(scenario.layout, profile)


def _machine(place: str, line: SelfService, rules: Rules) -> Iterator[str]:
    """Some class of the line must have a way to a machine."""
    services = [s.id for s in rules.services if line.service in (None, s.id)]
    segments = [g.id for g in rules.segments if line.segment in (None, g.id)]
    if (
        services
        and segments
        and not any(machine_way(rules, s, g) for s in services for g in segments)
    ):
        yield phrase(
            "%1: the profile leads none of these customers to a machine. Add a way of the kind "
            "machine to the service there, or remove this line.",
            place,
        )


def _counts(scenario: Scenario, profile: Profile) -> Iterator[str]:
    """Machines of the profile, each once, and a profile that still fits together."""
    known = [machine.id for machine in profile.machines]
    mine = [line.machine for line in scenario.machines]
    for number, name in enumerate(mine, start=1):
        if name not in known:
            yield no_such(f"machines.{number}.machine", name, known)
        elif name in mine[: number - 1]:
            yield phrase("%1: “%2” stands there twice. Join the two.", f"machines.{number}", name)
    if scenario.machines and set(mine) <= set(known):
        yield from problems(with_machines(profile, scenario.machines))


def _layout(layout: Layout, profile: Profile) -> Iterator[str]:
    """Zones and counters are those of the profile, each zone once."""
    zones, counters = [z.id for z in profile.zones], [c.id for c in profile.counters]
    mine = [zone.zone for zone in layout.zones]
    for number, zone in enumerate(layout.zones, start=1):
        place = f"layout.zones.{number}"
        if zone.zone not in zones:
            yield no_such(f"{place}.zone", zone.zone, zones)
        if mine.count(zone.zone) > 1:
            yield phrase("%1.zone: “%2” stands there twice. Join the two.", place, zone.zone)
        for counter in zone.to_counters_m:
            if counter not in counters:
                nearest = suggestion(counter, counters)
                yield phrase(
                    "%1.to_counters_m: there is no counter “%2”. %3", place, counter, nearest
                )
    for number, line in enumerate(layout.waits, start=1):
        if line.zone not in mine:
            yield phrase(
                "%1: “%2” is none of the zones of the layout. %3",
                f"layout.waits.{number}.zone",
                line.zone,
                suggestion(line.zone, mine),
            )
