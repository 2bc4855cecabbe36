"""Contradictions in documents and ways; each sentence names the place and a way out."""

from collections.abc import Iterator
from itertools import combinations

from shared.config.naming import doubles, unknown
from shared.config.profile import Profile, ServiceTable
from shared.config.triage_rules import serving_machines
from shared.config.triage_tables import WayTable


def triage_problems(profile: Profile) -> Iterator[str]:
    """Every contradiction in ``documents``, ``needs_documents`` and ``ways``, as one sentence."""
    documents = [document.id for document in profile.documents]
    yield from doubles("documents", documents)
    for service in profile.services:
        place = f"services “{service.id}”"
        if service.have_ready and service.needs_documents:
            yield f"{place}: have_ready and needs_documents say the same twice. Keep one of them."
        yield from doubles(f"{place}, needs_documents", list(service.needs_documents))
        yield from _unknown_documents(place, service.needs_documents, documents)
        for way in service.ways:
            yield from _way(profile, service, way, f"{place}, way {way.kind}")
        yield from _twice(profile, service, place)
        yield from _left_out(profile, service, place)


def _unknown_documents(place: str, used: tuple[str, ...], known: list[str]) -> Iterator[str]:
    if used and not known:
        yield f"{place}: there is no document “{used[0]}”. Add it under [[documents]]."
    else:
        yield from unknown(place, "document", used, known)


def _way(profile: Profile, service: ServiceTable, way: WayTable, place: str) -> Iterator[str]:
    yield from unknown(place, "segment", way.segments or (), [s.id for s in profile.segments])
    for document in way.needs_documents or ():
        if document not in service.needs_documents:
            yield (
                f"{place}: nobody is told to bring “{document}”. "
                "Add it to the service's needs_documents too, or remove it here."
            )
    yield from _machines(profile, service, way, place)
    if way.kind == "counter":
        yield from _counter(way, place)
    elif way.is_only_when_missing and not service.needs_documents:
        yield (
            f"{place}: is_only_when_missing, but nothing can be missing. "
            "Give the service needs_documents, or remove the condition."
        )


def _machines(profile: Profile, service: ServiceTable, way: WayTable, place: str) -> Iterator[str]:
    serving = serving_machines(profile, service.id)
    if way.kind != "machine":
        if way.machines is not None:
            yield f"{place}: machines belong to a way of the kind machine. Remove them here."
    elif not serving:
        yield f"{place}: no machine serves it. Add it to a machine's services, or remove the way."
    else:
        known = [machine.id for machine in profile.machines]
        yield from unknown(place, "machine", way.machines or (), known)
        for machine in way.machines or ():
            if machine in known and machine not in serving:
                yield (
                    f"{place}: machine “{machine}” does not serve it. "
                    f"Choose from: {', '.join(serving)}."
                )


def _counter(way: WayTable, place: str) -> Iterator[str]:
    conditions = {
        "saves_min": way.saves_min is not None,
        "is_only_when_missing": way.is_only_when_missing,
        "usual_min": way.usual_min is not None,
    }
    for key in (key for key, is_given in conditions.items() if is_given):
        yield f"{place}: {key} has no meaning here, the counter is always open. Remove it."


def _twice(profile: Profile, service: ServiceTable, place: str) -> Iterator[str]:
    """The same way twice for the same customer; two machines, or two segments, are two ways."""
    everybody = tuple(segment.id for segment in profile.segments)
    serving = serving_machines(profile, service.id)
    for one, other in combinations(service.ways, 2):
        shares_customer = set(one.segments or everybody) & set(other.segments or everybody)
        shares_machine = set(one.machines or serving) & set(other.machines or serving)
        if one.kind == other.kind and shares_customer and (shares_machine or one.kind != "machine"):
            yield f"{place}: the way {one.kind} stands there twice. Keep one of them."


def _left_out(profile: Profile, service: ServiceTable, place: str) -> Iterator[str]:
    """Segments for which no way is listed, though the service lists ways."""
    if any(way.segments is None for way in service.ways) or not service.ways:
        return
    reached = {segment for way in service.ways for segment in way.segments or ()}
    for segment in (s.id for s in profile.segments if s.id not in reached):
        yield f"{place}: “{segment}” has no way. Add a way counter for everybody."
