"""What people see of the lobby: tickets, counters, the order, the snapshot, the phone page."""

from datetime import datetime

from shared.dispatch.layout import C_SERVICES, T_ORDER
from shared.dispatch.precedence import score
from shared.domain.branch import Branch
from shared.domain.choosing import order_at
from shared.domain.counter import Counter, PausePlan
from shared.domain.ticket import FINAL, Ticket, TicketState
from shared.domain.ticketing import people_ahead
from shared.protocol.event import to_datetime
from shared.protocol.lobby import (
    CounterView,
    LobbyView,
    PausePlanView,
    PhoneView,
    QueueEntry,
    SuspendedService,
    TicketName,
    TicketView,
)
from shared.rollout.windows.quoted import Foretold
from shared.services.incidents import going_on
from shared.services.lobby import Lobby
from shared.services.noticing import notice_views
from shared.services.phone_rights import later_min, rights
from shared.services.quoting import present_window
from shared.services.rushing import rush_view


def ticket_view(ticket: Ticket, branch: Branch) -> TicketView:
    """The ticket on the wire."""
    due_us = ticket.due_us
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
        needs=tuple(ticket.needs),
        items=ticket.items,
        pool=ticket.pool or None,
        until=_time(ticket.until_us),
        bound_counter=ticket.bound_counter or None,
        bound_person=ticket.bound_person or None,
        joined_to=_name(branch, ticket.joined_to) if ticket.joined_to else None,
        companions=tuple(_name(branch, each) for each in ticket.companions),
        due_at=None if due_us is None else to_datetime(branch.midnight_us + due_us),
        appointment=ticket.appointment or None,
        needs_visual_call=ticket.is_visual,
        is_found=ticket.is_found,
    )


def ticket_with_also(ticket: Ticket, branch: Branch) -> TicketView:
    """The ticket with the numbers of the same customer's other tickets that are still good."""
    good = (
        other.number
        for other in branch.siblings(ticket)
        if other.state not in FINAL and other.state is not TicketState.NO_SHOW
    )
    return ticket_view(ticket, branch).model_copy(update={"also": tuple(good)})


def _name(branch: Branch, ticket: str) -> TicketName:
    return TicketName(id=ticket, number=branch.tickets[ticket].number)


def counter_view(lobby: Lobby, counter: Counter) -> CounterView:
    """The counter on the wire, with whom it serves and why."""
    branch = lobby.branch
    present = branch.tickets.get(counter.ticket)
    wanted = branch.wanted.get(counter.id)
    return CounterView(
        id=counter.id,
        state=counter.state,
        staff=counter.staff or None,
        staff_name=lobby.staff_names.get(counter.staff),
        ticket=ticket_view(present, branch) if present else None,
        is_standby=counter.is_standby,
        pause_reason=counter.pause_reason or None,
        pause_until=_time(counter.pause_until_us),
        since=_time(counter.since_us or None),
        services=_services(branch, counter.row[C_SERVICES]),
        reason=lobby.reasons.get(counter.ticket),
        mentor=counter.mentor or None,
        is_trainee=counter.is_trainee,
        plan=_plan_view(counter.plan) if counter.plan else None,
        switched_off=_services(branch, counter.skills_mask & ~counter.services_mask),
        wanted_since=_time(wanted.at_us) if wanted else None,
        wanted_by=lobby.staff_names.get(wanted.by) if wanted else None,
    )


def _services(branch: Branch, mask: int) -> tuple[str, ...]:
    """The services of a mask, in the profile's order."""
    return tuple(s.id for s in branch.rules.services if mask >> s.index & 1)


def _plan_view(plan: PausePlan) -> PausePlanView:
    return PausePlanView(
        reason=plan.reason or None, until=_time(plan.until_us), at=_time(plan.at_us or None)
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
        *(QueueEntry(ticket=ticket_view(t, branch), is_eligible=True) for t in callable_here),
        *(QueueEntry(ticket=ticket_view(t, branch), is_eligible=False) for t in others),
    )


def missed(lobby: Lobby) -> list[Ticket]:
    """Whom ``return`` would take back: absent when called, not too often before; newest first."""
    most = lobby.branch.rules.visit.returns_max
    absent = [
        ticket
        for ticket in lobby.branch.tickets.values()
        if ticket.state is TicketState.NO_SHOW and ticket.returns < most
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
        log=lobby.log,
        day=branch.day,
        now=to_datetime(now_us),
        clock_rate=rate,
        is_open=gives_tickets(lobby, now_us),
        waiting=tuple(ticket_view(t, branch) for t in waiting),
        counters=tuple(counter_view(lobby, c) for c in branch.counters.values()),
        recent_calls=tuple(lobby.recent_calls),
        closed_today=lobby.closed_today,
        held=tuple(ticket_view(t, branch) for t in branch.held.values()),
        incidents=going_on(lobby),
        suspended=suspended(lobby),
        notices=notice_views(lobby, now_us),
        rush=rush_view(lobby, now_us),
        missed=tuple(ticket_view(t, branch) for t in missed(lobby)),
        queue=None if counter is None else queue_for(lobby, now_us, counter, waiting),
    )


def phone_view(
    lobby: Lobby, now_us: int, ticket: str, foretold: Foretold | None = None
) -> PhoneView:
    """What the public page may see of one ticket; ``foretold`` is the newest forecast.

    A ticket that goes along on another one shows when and where that one is called.

    Raises:
        TicketUnknown: it is not of today.
    """
    branch = lobby.branch
    found = branch.ticket(ticket)
    leading = branch.tickets[found.joined_to] if found.joined_to else found
    is_waiting = leading.state is TicketState.WAITING
    is_held = leading.state is TicketState.HELD
    shown = ticket_view(leading, branch)
    return PhoneView(
        number=found.number,
        state=leading.state,
        counter=shown.counter,
        people_ahead=people_ahead(branch, leading.row, now_us) if is_waiting else None,
        window=present_window(foretold, leading.id, now_us) if is_waiting else None,
        service=leading.service,
        called_at=shown.called_at,
        recalls=leading.recalls,
        now=to_datetime(now_us),
        sequence=branch.sequence,
        needs_left=() if leading.state in FINAL else shown.needs[1:],
        until=shown.until,
        is_deferred=is_held and not leading.pool,
        suspended=_why_suspended(lobby, leading) if is_waiting or is_held else None,
        joined_to=leading.number if leading is not found else None,
        due_at=shown.due_at,
        language=found.language,
        can=rights(branch, lobby.profile, found),
        later_min=later_min(branch, lobby.profile),
        rating=found.rating,
    )


def _why_suspended(lobby: Lobby, ticket: Ticket) -> str | None:
    reasons = (each.reason for each in suspended(lobby) if each.service == ticket.service)
    return next(reasons, None)


def suspended(lobby: Lobby) -> tuple[SuspendedService, ...]:
    """The services that are not offered now, each with what suspended it first."""
    first: dict[str, SuspendedService] = {}
    for incident in going_on(lobby):
        for service in incident.services:
            first.setdefault(
                service,
                SuspendedService(service=service, reason=incident.reason, since=incident.since),
            )
    return tuple(first.values())


def _time(at_us: int | None) -> datetime | None:
    return None if at_us is None else to_datetime(at_us)
