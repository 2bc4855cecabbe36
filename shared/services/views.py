"""What people see of the lobby: tickets, counters, the order, the snapshot, the phone page."""

from datetime import datetime

from shared.dispatch.layout import C_SERVICES, T_ORDER
from shared.dispatch.precedence import score
from shared.domain.choosing import order_at
from shared.domain.counter import Counter
from shared.domain.ticket import Ticket, TicketState
from shared.domain.ticketing import people_ahead
from shared.protocol.event import to_datetime
from shared.protocol.lobby import (
    CounterView,
    LobbyView,
    PhoneView,
    QueueEntry,
    TicketView,
)
from shared.services.lobby import Lobby


def ticket_view(ticket: Ticket) -> TicketView:
    """The ticket on the wire."""
    return TicketView(
        id=ticket.id,
        number=ticket.number,
        state=ticket.state,
        service=ticket.service,
        segment=ticket.segment,
        language=ticket.language,
        arrived_at=to_datetime(ticket.arrived_us),
        issued_at=to_datetime(ticket.issued_us),
        called_at=_time(ticket.called_us),
        started_at=_time(ticket.started_us),
        ended_at=_time(ticket.ended_us),
        counter=ticket.counter or None,
        recalls=ticket.recalls,
        overtaken=ticket.overtaken,
        outcome=ticket.outcome or None,
        rating=ticket.rating,
    )


def counter_view(lobby: Lobby, counter: Counter) -> CounterView:
    """The counter on the wire, with whom it serves and why."""
    branch = lobby.branch
    present = branch.tickets.get(counter.ticket)
    services_mask = counter.row[C_SERVICES]
    return CounterView(
        id=counter.id,
        state=counter.state,
        staff=counter.staff or None,
        staff_name=lobby.staff_names.get(counter.staff),
        ticket=ticket_view(present) if present else None,
        is_standby=counter.is_standby,
        pause_reason=counter.pause_reason or None,
        pause_until=_time(counter.pause_until_us),
        since=_time(counter.since_us or None),
        services=tuple(s.id for s in branch.rules.services if services_mask >> s.index & 1),
        reason=lobby.reasons.get(counter.ticket),
    )


def in_call_order(lobby: Lobby, now_us: int) -> list[Ticket]:
    """Everybody who waits, by score at a counter that serves everything; guarantees left aside."""
    branch = lobby.branch
    policy, desk = branch.discipline.policy, branch.rules.neutral
    since_us = branch.since_midnight(now_us)
    waiting = [t for t in branch.tickets.values() if t.state is TicketState.WAITING]

    def key(ticket: Ticket) -> tuple[int, int, int]:
        return -score(ticket.row, desk, policy, since_us), ticket.senior_us, ticket.row[T_ORDER]

    return sorted(waiting, key=key)


def queue_for(
    lobby: Lobby, now_us: int, counter: str, waiting: list[Ticket]
) -> tuple[QueueEntry, ...]:
    """The order for one counter: whom it may call, the next one first, the others after them.

    Raises:
        CounterUnknown.
    """
    branch = lobby.branch
    callable_here = order_at(branch, branch.counter(counter), branch.stamp(now_us))
    others = [ticket for ticket in waiting if ticket not in callable_here]
    return (
        *(QueueEntry(ticket=ticket_view(t), is_eligible=True) for t in callable_here),
        *(QueueEntry(ticket=ticket_view(t), is_eligible=False) for t in others),
    )


def missed(lobby: Lobby) -> list[Ticket]:
    """Whom ``return`` would take back: absent when called, not returned before; newest first."""
    absent = [
        ticket
        for ticket in lobby.branch.tickets.values()
        if ticket.state is TicketState.NO_SHOW and not ticket.returns
    ]
    return sorted(absent, key=lambda ticket: ticket.ended_us or 0, reverse=True)


def gives_tickets(lobby: Lobby, now_us: int) -> bool:
    """Whether a ticket would be given now."""
    if lobby.branch.today.is_closed:
        return False
    hours = lobby.branch.today.hours
    since_midnight_us = lobby.branch.since_midnight(now_us)
    return hours is None or hours.opens_us <= since_midnight_us <= hours.last_ticket_us


def lobby_view(
    lobby: Lobby,
    now_us: int,
    *,
    rate: float,
    counter: str | None = None,
) -> LobbyView:
    """The snapshot; with ``counter`` also the order for that counter.

    Raises:
        CounterUnknown.
    """
    branch = lobby.branch
    waiting = in_call_order(lobby, now_us)
    return LobbyView(
        sequence=branch.sequence,
        branch=branch.rules.branch,
        day=branch.day,
        now=to_datetime(now_us),
        clock_rate=rate,
        is_open=gives_tickets(lobby, now_us),
        waiting=tuple(ticket_view(t) for t in waiting),
        counters=tuple(counter_view(lobby, c) for c in branch.counters.values()),
        recent_calls=tuple(lobby.recent_calls),
        closed_today=lobby.closed_today,
        missed=tuple(ticket_view(t) for t in missed(lobby)),
        queue=None if counter is None else queue_for(lobby, now_us, counter, waiting),
    )


def phone_view(lobby: Lobby, now_us: int, ticket: str) -> PhoneView:
    """What the public page may see of one ticket.

    Raises:
        TicketUnknown: it is not of today.
    """
    branch = lobby.branch
    found = branch.ticket(ticket)
    is_waiting = found.state is TicketState.WAITING
    return PhoneView(
        number=found.number,
        state=found.state,
        counter=found.counter or None,
        people_ahead=people_ahead(branch, found.row, now_us) if is_waiting else None,
        service=found.service,
        called_at=_time(found.called_us),
        recalls=found.recalls,
        now=to_datetime(now_us),
        sequence=branch.sequence,
    )


def _time(at_us: int | None) -> datetime | None:
    return None if at_us is None else to_datetime(at_us)
