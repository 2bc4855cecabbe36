"""Use cases of incidents: suspend services or the branch, resume them, what goes on."""

from collections.abc import Iterable

from shared.domain import incident
from shared.domain.event import Event
from shared.protocol.event import to_datetime
from shared.protocol.incident import (
    DeclareIncident,
    IncidentChanged,
    IncidentList,
    IncidentView,
)
from shared.services.actor import Actor
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.ports import Ids


def declare(
    lobby: Lobby, now_us: int, request: DeclareIncident, actor: Actor, ids: Ids
) -> Decision:
    """Suspend these services, or the whole branch; everybody who waits for them is told.

    Raises:
        ServiceUnknown, ReasonMissing, AlreadySuspended.
    """
    events = incident.declare(
        lobby.branch,
        now_us,
        incident=ids.new_id(),
        reason=request.reason,
        services=request.services,
        by=actor.staff,
    )
    return _changed(events)


def end(lobby: Lobby, now_us: int, which: str, actor: Actor) -> Decision:
    """Everything that this incident suspends is served again.

    Raises:
        IncidentUnknown.
    """
    return _changed(incident.end(lobby.branch, now_us, incident=which, by=actor.staff))


def resume_service(lobby: Lobby, now_us: int, service: str, actor: Actor) -> Decision:
    """This service is served again, whatever suspended it.

    Raises:
        ServiceUnknown, NotSuspended.
    """
    events = incident.resume_service(lobby.branch, now_us, service=service, by=actor.staff)
    return _changed(events)


def incident_list(lobby: Lobby) -> IncidentList:
    """What goes on now."""
    return IncidentList(incidents=going_on(lobby))


def going_on(lobby: Lobby) -> tuple[IncidentView, ...]:
    """The incidents of now, oldest first."""
    return tuple(
        IncidentView(
            id=found.id,
            reason=found.reason,
            services=found.services,
            since=to_datetime(found.since_us),
        )
        for found in lobby.branch.incidents.values()
    )


def _changed(events: list[Event]) -> Decision:
    def answer(after: Lobby) -> IncidentChanged:
        return IncidentChanged(
            incident=str(events[0].data["incident"]),
            told=tuple(_told(events)),
            going_on=going_on(after),
        )

    return Decision(events, answer)


def _told(events: Iterable[Event]) -> list[str]:
    """The tickets that the events name, each once, in their order."""
    lists = (event.data.get("told") for event in events)
    named = (str(ticket) for found in lists if isinstance(found, list) for ticket in found)
    return list(dict.fromkeys(named))
