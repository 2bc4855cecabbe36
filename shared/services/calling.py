"""Use cases of a counter towards customers: next, recall, start, close, no-show, return."""

from shared.domain import calling
from shared.domain.refused import AnotherCustomer
from shared.protocol.command import CallTicket, CloseTicket
from shared.protocol.lobby import NextResult
from shared.services.actor import (
    Actor,
    refuse_foreign_counter,
    refuse_foreign_ticket,
    refuse_unless_in_charge,
)
from shared.services.answering import ticket_decision
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.views import ticket_view


def call_next(
    lobby: Lobby, now_us: int, counter: str, actor: Actor, current: str | None = None
) -> Decision:
    """End the present visit and call the next customer; an empty answer when nobody waits.

    ``current``: the ticket that is meant by the present visit, empty for none; None: any.

    Raises:
        CounterUnknown, CounterNotOpen, CounterAlreadyOpen (somebody else works there).
        AnotherCustomer: somebody else is at the counter by now.
    """
    refuse_foreign_counter(lobby, counter, actor)
    _refuse_another(lobby, counter, current)
    events = calling.call_next(lobby.branch, now_us, counter=counter)
    return Decision(events, lambda after: _called(after, counter))


def call_picked(
    lobby: Lobby, now_us: int, counter: str, request: CallTicket, actor: Actor
) -> Decision:
    """Call this ticket out of order; by those in charge, by tellers where the profile lets them.

    Raises:
        CounterUnknown, CounterNotOpen, CounterAlreadyOpen, RoleForbidden, TicketUnknown.
        TicketStateWrong, ReasonMissing, CounterCannotServe, CustomerElsewhere, AnotherCustomer.
    """
    refuse_foreign_counter(lobby, counter, actor)
    _refuse_another(lobby, counter, request.current)
    if not lobby.profile.calling.tellers_may_pick:
        refuse_unless_in_charge(actor)
    events = calling.call_picked(
        lobby.branch,
        now_us,
        counter=counter,
        ticket=request.ticket,
        reason=request.reason,
        by=actor.staff,
    )
    return Decision(events, lambda after: _called(after, counter))


def recall(lobby: Lobby, now_us: int, ticket: str, actor: Actor) -> Decision:
    """Announce the called ticket once more.

    Raises:
        TicketUnknown, TicketStateWrong, CounterAlreadyOpen (somebody else called it).
    """
    refuse_foreign_ticket(lobby, ticket, actor)
    return ticket_decision(ticket, calling.recall(lobby.branch, now_us, ticket=ticket))


def start(lobby: Lobby, now_us: int, ticket: str, actor: Actor) -> Decision:
    """The called customer is here.

    Raises:
        TicketUnknown, TicketStateWrong, CounterAlreadyOpen (somebody else called it).
    """
    refuse_foreign_ticket(lobby, ticket, actor)
    return ticket_decision(ticket, calling.start(lobby.branch, now_us, ticket=ticket))


def close(lobby: Lobby, now_us: int, ticket: str, request: CloseTicket, actor: Actor) -> Decision:
    """End the stop with an outcome; needs that are left send the ticket on, unless given up.

    Raises:
        TicketUnknown, TicketStateWrong, OutcomeUnknown, CounterAlreadyOpen (somebody else's).
    """
    refuse_foreign_ticket(lobby, ticket, actor)
    events = calling.close(
        lobby.branch,
        now_us,
        ticket=ticket,
        outcome=request.outcome or "",
        whole_visit=request.whole_visit,
    )
    return ticket_decision(ticket, events)


def no_show(
    lobby: Lobby, now_us: int, ticket: str, actor: Actor, *, has_looked: bool = False
) -> Decision:
    """The called customer did not come.

    Raises:
        TicketUnknown, TicketStateWrong, RecallsMissing, CounterAlreadyOpen (somebody else's).
        NobodyLooked: for a customer who does not hear well.
    """
    refuse_foreign_ticket(lobby, ticket, actor)
    events = calling.no_show(lobby.branch, now_us, ticket=ticket, has_looked=has_looked)
    return ticket_decision(ticket, events)


def return_(lobby: Lobby, now_us: int, ticket: str) -> Decision:
    """A customer who missed the call waits again.

    Raises:
        TicketUnknown, TicketStateWrong.
    """
    return ticket_decision(ticket, calling.return_(lobby.branch, now_us, ticket=ticket))


def _refuse_another(lobby: Lobby, counter: str, current: str | None) -> None:
    """Who was called here meanwhile is not closed by a press that was meant for another.

    A customer who has gone is nobody's loss: the press goes on to the next one.
    """
    present = lobby.branch.counters[counter].ticket
    if present and current is not None and current != present:
        raise AnotherCustomer(lobby.branch.tickets[present].number, counter)


def _called(lobby: Lobby, counter: str) -> NextResult | None:
    present = lobby.branch.counters[counter].ticket
    if not present:
        return None
    ticket = lobby.branch.tickets[present]
    return NextResult(ticket=ticket_view(ticket, lobby.branch), reason=lobby.reasons[present])
