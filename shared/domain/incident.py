"""Commands for incidents: suspend services or the whole branch in one action, resume them."""

from collections.abc import Iterable

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.event import Event
from shared.domain.refused import AlreadySuspended, IncidentUnknown, NotSuspended
from shared.domain.ticket import Ticket, TicketState


def declare(
    branch: Branch,
    now_us: int,
    *,
    incident: str,
    reason: str,
    services: Iterable[str] = (),
    by: str = "",
) -> list[Event]:
    """Suspend these services, or all when none are named, for a reason of the profile.

    Everybody who waits for one of them is told in the same round of events: the incident names
    their tickets, and promises of a time are withdrawn. Order and seniority stay. Who is at a
    counter is served as far as it goes. ``clock`` is the written rule for the standards' clocks.

    Raises:
        ServiceUnknown, ReasonMissing.
        AlreadySuspended: nothing of it is still offered.
    """
    kind = branch.rules.incident(reason)
    named = dict.fromkeys(branch.rules.service(s).id for s in services)
    wanted = [*named] or [s.id for s in branch.rules.services]
    if all(service in branch.suspended for service in wanted):
        raise AlreadySuspended(", ".join(wanted))
    at_us = branch.stamp(now_us)
    affected = _affected(branch, wanted)
    data: dict[str, kinds.Value] = {
        "incident": incident,
        "reason": reason,
        "services": wanted,
        "clock": str(kind.clock),
        "told": [ticket.id for ticket in affected],
        "by": by,
    }
    return [
        _event(kinds.INCIDENT_DECLARED, at_us, data),
        *(_event(kinds.SERVICE_SUSPENDED, at_us, _named(incident, s)) for s in wanted),
        *(
            Event(kinds.PROMISE_WITHDRAWN, at_us, at_us, ticket.id, "", "", {"reason": reason})
            for ticket in affected
            if ticket.promise_us is not None
        ),
    ]


def end(branch: Branch, now_us: int, *, incident: str, by: str = "") -> list[Event]:
    """What this incident suspended is served again, unless another one still suspends it.

    Everybody who waits for what is served again is told.

    Raises:
        IncidentUnknown: it is not going on.
    """
    found = branch.incidents.get(incident)
    if found is None:
        raise IncidentUnknown(incident)
    at_us = branch.stamp(now_us)
    back = [service for service in found.services if branch.suspended[service] == 1]
    told = [ticket.id for ticket in _affected(branch, back)]
    data: dict[str, kinds.Value] = {"incident": incident, "told": told, "by": by}
    return [
        *(_event(kinds.SERVICE_RESUMED, at_us, _named(incident, s)) for s in found.services),
        _event(kinds.INCIDENT_ENDED, at_us, data),
    ]


def resume_service(branch: Branch, now_us: int, *, service: str, by: str = "") -> list[Event]:
    """This service is served again, whatever suspended it; everybody who waits for it is told.

    An incident that suspended more goes on for the rest; one that suspends nothing else is over.

    Raises:
        ServiceUnknown, NotSuspended.
    """
    wanted = branch.rules.service(service).id
    hit = [i for i in branch.incidents.values() if wanted in i.services]
    if not hit:
        raise NotSuspended(wanted)
    at_us = branch.stamp(now_us)
    told = [ticket.id for ticket in _affected(branch, [wanted])]
    said: dict[str, kinds.Value] = {"told": told, "by": by}
    events = []
    for found in hit:
        data = said | _named(found.id, wanted)
        events.append(_event(kinds.SERVICE_RESUMED, at_us, data))
        if found.services == (wanted,):
            ended = said | {"incident": found.id}
            events.append(_event(kinds.INCIDENT_ENDED, at_us, ended))
    return events


def refuses_tickets(branch: Branch, service: str) -> bool:
    """Whether an incident keeps people from queuing up for this service."""
    return bool(branch.incidents) and any(
        service in found.services and not branch.rules.incident(found.reason).gives_tickets
        for found in branch.incidents.values()
    )


def _affected(branch: Branch, services: Iterable[str]) -> list[Ticket]:
    """Who waits, or is held, for one of these services, in the order of issue."""
    wanted = set(services)
    waiting = (TicketState.WAITING, TicketState.HELD)
    return [t for t in branch.tickets.values() if t.state in waiting and wanted & {*t.needs}]


def _named(incident: str, service: str) -> dict[str, kinds.Value]:
    return {"incident": incident, "service": service}


def _event(kind: str, at_us: int, data: dict[str, kinds.Value]) -> Event:
    return Event(kind, at_us, at_us, "", "", "", data)
