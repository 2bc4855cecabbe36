"""Use cases of a visit that goes on: hold, resume, send on, call later, the next need."""

from shared.domain import visiting
from shared.domain.counter import CounterState
from shared.protocol.visit import DeferTicket, HoldTicket, NextNeed, TransferTicket
from shared.services.actor import (
    Actor,
    is_in_charge,
    refuse_foreign_ticket,
    refuse_unknown_person,
    refuse_unless_at_own_counter,
)
from shared.services.answering import ticket_decision
from shared.services.decision import Decision
from shared.services.lobby import Lobby


def hold(lobby: Lobby, now_us: int, ticket: str, request: HoldTicket, actor: Actor) -> Decision:
    """Put the ticket at the counter aside; the counter is free.

    Raises:
        TicketUnknown, TicketStateWrong, HoldPoolUnknown, CounterAlreadyOpen (somebody else's).
    """
    refuse_foreign_ticket(lobby, ticket, actor)
    events = visiting.hold(lobby.branch, now_us, ticket=ticket, pool=request.pool)
    return ticket_decision(ticket, events)


def resume(lobby: Lobby, now_us: int, ticket: str, actor: Actor) -> Decision:
    """A held ticket waits again; those in charge may resume any.

    Raises:
        TicketUnknown, TicketStateWrong, HeldElsewhere.
    """
    staff, counter = ("", "") if is_in_charge(actor) else (actor.staff, _own_counter(lobby, actor))
    events = visiting.resume(lobby.branch, now_us, ticket=ticket, staff=staff, counter=counter)
    return ticket_decision(ticket, events)


def defer(lobby: Lobby, now_us: int, ticket: str, request: DeferTicket, actor: Actor) -> Decision:
    """The customer wants to be called later.

    Raises:
        TicketUnknown, TicketStateWrong, DeferTooLong, DeferTooOften.
        CounterAlreadyOpen: somebody else has called it.
    """
    refuse_foreign_ticket(lobby, ticket, actor)
    events = visiting.defer(lobby.branch, now_us, ticket=ticket, minutes=request.minutes)
    return ticket_decision(ticket, events)


def transfer(
    lobby: Lobby, now_us: int, ticket: str, request: TransferTicket, actor: Actor
) -> Decision:
    """Send a ticket on; one that waits only by those in charge.

    Raises:
        TicketUnknown, TicketStateWrong, ServiceUnknown, ServiceNotOffered, CounterUnknown.
        CounterCannotServe, StaffUnknown, RoleForbidden, CounterAlreadyOpen (somebody else's).
    """
    refuse_unless_at_own_counter(lobby, ticket, actor)
    refuse_unknown_person(lobby, request.person)
    events = visiting.transfer(
        lobby.branch,
        now_us,
        ticket=ticket,
        service=request.service or "",
        counter=request.counter or "",
        person=request.person or "",
    )
    return ticket_decision(ticket, events)


def next_need(lobby: Lobby, now_us: int, ticket: str, request: NextNeed, actor: Actor) -> Decision:
    """The present need is done; the next one is served at the same counter.

    Raises:
        TicketUnknown, TicketStateWrong, NeedMissing, CounterCannotServe.
        CounterAlreadyOpen: somebody else serves it.
    """
    refuse_foreign_ticket(lobby, ticket, actor)
    service = request.service or ""
    events = visiting.next_need(lobby.branch, now_us, ticket=ticket, service=service)
    return ticket_decision(ticket, events)


def _own_counter(lobby: Lobby, actor: Actor) -> str:
    """Where the person works now; empty when nowhere."""
    counters = lobby.branch.counters.values()
    at_work = (c.id for c in counters if c.state is not CounterState.CLOSED)
    return next((c for c in at_work if lobby.branch.counters[c].staff == actor.staff), "")
