"""Events of a visit that does not end at its first counter: held, sent on, joined, split."""

from shared.dispatch.layout import NOBODY, T_CONTINUES, T_DUE_US, T_SENIOR_US
from shared.domain import event as kinds
from shared.domain.applying.queue import join_queue, put_aside
from shared.domain.branch import Branch
from shared.domain.event import Event, names, optional_text, optional_whole
from shared.domain.row import refresh_ticket
from shared.domain.ticket import Ticket, TicketState


def held(branch: Branch, event: Event) -> None:
    """Put aside at the counter, for a reason that names its pool."""
    ticket = branch.tickets[event.ticket]
    ticket.pool = str(event.data["pool"])
    _set_aside(branch, ticket, event)


def deferred(branch: Branch, event: Event) -> None:
    """The customer wants to be called later."""
    ticket = branch.tickets[event.ticket]
    ticket.pool = ""
    ticket.defers += 1
    _set_aside(branch, ticket, event)


def _set_aside(branch: Branch, ticket: Ticket, event: Event) -> None:
    put_aside(branch, ticket, TicketState.HELD, event.at_us)
    ticket.until_us = optional_whole(event, "until_us")
    branch.held[ticket.id] = ticket


def resumed(branch: Branch, event: Event) -> None:
    """Waits again, with its seniority; what was held at a counter goes on with its visit."""
    ticket = branch.tickets[event.ticket]
    branch.held.pop(ticket.id, None)
    ticket.until_us = None
    if ticket.pool:
        ticket.row[T_CONTINUES] = 1
    ticket.pool = ""
    if "to_counter" in event.data or "to_person" in event.data:
        _bind(branch, ticket, event)
    join_queue(branch, ticket)


def transferred(branch: Branch, event: Event) -> None:
    """Sent on to a service, a counter or a person; from a counter, as a visit that has begun."""
    ticket = branch.tickets[event.ticket]
    has_begun = ticket.state is not TicketState.WAITING
    put_aside(branch, ticket, TicketState.WAITING, event.at_us)
    ticket.needs = names(event, "needs")
    ticket.service = ticket.needs[0]
    ticket.items = optional_whole(event, "items") or 1
    senior_us = optional_whole(event, "senior_us")
    if senior_us is not None:
        ticket.row[T_SENIOR_US] = branch.since_midnight(senior_us)
    if has_begun:
        ticket.row[T_CONTINUES] = 1
        ticket.row[T_DUE_US] = NOBODY
    _bind(branch, ticket, event)
    join_queue(branch, ticket)


def _bind(branch: Branch, ticket: Ticket, event: Event) -> None:
    ticket.bound_counter = optional_text(event, "to_counter")
    ticket.bound_person = optional_text(event, "to_person")
    ticket.bound_us = event.recorded_us
    refresh_ticket(branch.rules, branch.people, ticket)


def continued(branch: Branch, event: Event) -> None:
    """The next need, or the next turn of many transactions, at the same counter."""
    ticket = branch.tickets[event.ticket]
    ticket.needs = names(event, "needs")
    ticket.service = ticket.needs[0]
    ticket.items = optional_whole(event, "items") or 1
    refresh_ticket(branch.rules, branch.people, ticket)


def released(branch: Branch, event: Event) -> None:
    """Whom it was bound to is not there: anybody may call it."""
    _bind(branch, branch.tickets[event.ticket], event)
    branch.bound.pop(event.ticket, None)


def reclassified(branch: Branch, event: Event) -> None:
    """Another service or segment; number, seniority and overtakes stay."""
    ticket = branch.tickets[event.ticket]
    ticket.needs = names(event, "needs")
    ticket.service = ticket.needs[0]
    ticket.segment = str(event.data["segment"])
    refresh_ticket(branch.rules, branch.people, ticket)


def joined(branch: Branch, event: Event) -> None:
    """A companion comes along on this ticket; the companion's own is set aside."""
    ticket = branch.tickets[event.ticket]
    companion = branch.tickets[str(event.data["companion"])]
    put_aside(branch, companion, TicketState.CANCELLED, event.at_us)
    companion.ended_us = event.at_us
    companion.outcome = "joined"
    companion.joined_to = ticket.id
    ticket.companions[companion.id] = names(event, "added")
    ticket.needs = names(event, "needs")
    ticket.items = optional_whole(event, "items") or ticket.items
    refresh_ticket(branch.rules, branch.people, ticket)


def split(branch: Branch, event: Event) -> None:
    """Needs leave this ticket, with the companion who brought them or on a new ticket."""
    ticket = branch.tickets[event.ticket]
    ticket.needs = names(event, "needs")
    ticket.service = ticket.needs[0]
    ticket.items = optional_whole(event, "items") or ticket.items
    refresh_ticket(branch.rules, branch.people, ticket)
    companion = branch.tickets.get(optional_text(event, "companion"))
    if companion is not None:
        del ticket.companions[companion.id]
        companion.joined_to = companion.outcome = ""
        companion.ended_us = None
        join_queue(branch, companion)


HANDLERS = {
    kinds.TICKET_HELD: held,
    kinds.TICKET_DEFERRED: deferred,
    kinds.TICKET_RESUMED: resumed,
    kinds.TICKET_TRANSFERRED: transferred,
    kinds.TICKET_CONTINUED: continued,
    kinds.TICKET_RELEASED: released,
    kinds.TICKET_RECLASSIFIED: reclassified,
    kinds.TICKET_JOINED: joined,
    kinds.TICKET_SPLIT: split,
}
