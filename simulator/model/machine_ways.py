"""The machines of a profile as the simulator uses them: who may be offered one, and when."""

from shared.dispatch.layout import MINUTE_US
from shared.domain.row import service_mask
from shared.domain.rules import Rules
from shared.domain.triage import Way
from shared.rollout.floor import SelfService


def machine_way(rules: Rules, service: str, segment: str) -> Way | None:
    """The way of this class to a machine, by the profile's triage; None when there is none.

    People with priority need are never led to a machine. Documents are not asked for: who has not
    got what a machine needs is not among those for whom it would do.
    """
    triage = rules.triage
    if triage is None or segment in triage.priority_segments or service not in triage.services:
        return None
    for way in triage.services[service].ways:
        is_mine = way.segments is None or segment in way.segments
        if way.kind == "machine" and way.machines and is_mine and not way.is_only_when_missing:
            return way
    return None


def self_service(rules: Rules) -> SelfService:
    """All machines to which any way leads, in the order in which the ways name them."""
    ways: dict[str, Way] = {}
    for service in rules.services:
        for segment in rules.segments:
            found = machine_way(rules, service.id, segment.id)
            if found is not None:
                ways.setdefault(service.id, found)
    machines = list(dict.fromkeys(m for way in ways.values() for m in way.machines))
    usual_min = {name: _usual_min(rules, name, way) for name, way in ways.items()}
    return SelfService(
        services_masks=tuple(
            service_mask(rules, (s for s, way in ways.items() if machine in way.machines))
            for machine in machines
        ),
        usual_us=tuple(round(usual_min.get(s.id, 0.0) * MINUTE_US) for s in rules.services),
        saves_us=tuple(
            round((ways[s.id].saves_min or 0.0) * MINUTE_US) if s.id in ways else 0
            for s in rules.services
        ),
    )


def _usual_min(rules: Rules, service: str, way: Way) -> float:
    """How long it usually takes there: as the way says, else as at the counter."""
    assert rules.triage is not None
    return rules.triage.services[service].usual_min if way.usual_min is None else way.usual_min
