"""From the profile to the rules of triage: every default is filled in here."""

from shared.config.profile import Profile, ServiceTable
from shared.config.triage_tables import WayTable
from shared.domain.triage import ServiceTriage, TriageRules, Way

#: Ways that somebody without the documents goes in vain, unless the profile says otherwise.
NEEDS_ALL = ("counter", "machine")
#: Ways that are a diversion: without a gain they are not offered.
DIVERTS = ("machine", "appointment", "later")
#: What a service has that names no ways.
COUNTER_ONLY = (WayTable(kind="counter"),)


def to_triage(profile: Profile) -> TriageRules:
    """The triage of a checked profile (see ``shared.config.check_triage``)."""
    return TriageRules(
        services={service.id: _service(profile, service) for service in profile.services},
        priority_segments=frozenset(s.id for s in profile.segments if s.kind == "priority"),
        later_horizon_min=profile.triage.later_horizon_min,
        asks_documents=profile.triage.asks_documents,
    )


def serving_machines(profile: Profile, service: str) -> tuple[str, ...]:
    """The machines that serve a service, in the profile's order."""
    return tuple(machine.id for machine in profile.machines if service in machine.services)


def _service(profile: Profile, service: ServiceTable) -> ServiceTriage:
    return ServiceTriage(
        documents=service.needs_documents,
        ways=tuple(_way(profile, service, way) for way in service.ways or COUNTER_ONLY),
        usual_min=service.usual_min,
    )


def _way(profile: Profile, service: ServiceTable, way: WayTable) -> Way:
    saves_min = profile.triage.saves_min if way.kind in DIVERTS else None
    machines = way.machines or serving_machines(profile, service.id)
    return Way(
        kind=way.kind,
        needs=frozenset(needed_documents(service, way)),
        saves_min=saves_min if way.saves_min is None else way.saves_min,
        is_only_when_missing=way.is_only_when_missing,
        segments=None if way.segments is None else frozenset(way.segments),
        machines=machines if way.kind == "machine" else (),
        usual_min=way.usual_min,
    )


def needed_documents(service: ServiceTable, way: WayTable) -> tuple[str, ...]:
    """The documents without which this way of the service is in vain."""
    if way.needs_documents is not None:
        return way.needs_documents
    return service.needs_documents if way.kind in NEEDS_ALL else ()
