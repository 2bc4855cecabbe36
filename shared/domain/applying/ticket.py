"""Events of the usual life of a ticket: issued, called, served, over."""

from typing import Final

from shared.dispatch.layout import T_DUE_US, T_OVERTAKEN, T_SENIOR_US
from shared.domain import event as kinds
from shared.domain.applying.queue import block_siblings, join_queue, leave_queue, put_aside
from shared.domain.branch import Branch
from shared.domain.event import Event, names, optional_text, optional_whole, whole
from shared.domain.numbers import holder_of
from shared.domain.row import refresh_ticket, ticket_row
from shared.domain.ticket import CALLED, CLOSED, SERVING, Ticket, TicketState

#: What the event of a ticket says only where there is something out of the ordinary.
SELDOM: Final = frozenset(
    {
        "senior_us",
        "due_us",
        "items",
        "appointment",
        "customer",
        "to_counter",
        "to_person",
        "is_visual",
    }
)


def issued(branch: Branch, event: Event) -> None:
    """A new ticket waits."""
    data = event.data
    needs = names(event, "needs") if "needs" in data else [str(data["service"])]
    segment = str(data["segment"])
    since_us = branch.since_midnight(event.at_us)
    ticket = Ticket(
        event.ticket,
        str(data["number"]),
        str(data["series"]),
        whole(event, "ordinal"),
        needs[0],
        segment,
        str(data["language"]),
        event.at_us,
        event.recorded_us,
        ticket_row(
            branch.rules,
            needs=needs,
            segment=segment,
            senior_us=since_us,
            arrived_us=since_us,
            order=branch.issued,
        ),
        needs=needs,
        bound_us=event.recorded_us,
    )
    if not SELDOM.isdisjoint(data):
        _add_seldom(branch, ticket, event)
    branch.issued += 1
    _count(branch, ticket)
    branch.tickets[ticket.id] = ticket
    join_queue(branch, ticket)


def _add_seldom(branch: Branch, ticket: Ticket, event: Event) -> None:
    """What most tickets do not have: an appointment, transactions, a binding, a customer."""
    ticket.is_visual = event.data.get("is_visual") is True
    senior_us = optional_whole(event, "senior_us")
    if senior_us is not None:
        ticket.row[T_SENIOR_US] = branch.since_midnight(senior_us)
    due_us = optional_whole(event, "due_us")
    if due_us is not None:
        ticket.row[T_DUE_US] = branch.since_midnight(due_us)
    ticket.items = optional_whole(event, "items") or 1
    ticket.appointment = optional_text(event, "appointment")
    ticket.customer = optional_text(event, "customer")
    if ticket.customer:
        branch.customers.setdefault(ticket.customer, []).append(ticket.id)
    ticket.bound_counter = optional_text(event, "to_counter")
    ticket.bound_person = optional_text(event, "to_person")
    refresh_ticket(branch.rules, branch.people, ticket)


def _count(branch: Branch, ticket: Ticket) -> None:
    """Where its series goes on, at the server or in the block that its number is from."""
    series, ordinal = ticket.series, ticket.ordinal
    if branch.leases and (holder := holder_of(branch, ordinal)):
        place = (holder, series)
        branch.last_lent[place] = max(ordinal, branch.last_lent.get(place, 0))
    else:
        branch.last_ordinal[series] = max(ordinal, branch.last_ordinal.get(series, 0))


def called(branch: Branch, event: Event) -> None:
    """The ticket is called to a counter; whoever is passed over remembers it."""
    ticket = branch.tickets[event.ticket]
    leave_queue(branch, ticket)
    branch.held.pop(ticket.id, None)
    ticket.state = CALLED
    ticket.called_us = event.at_us
    ticket.started_us = None
    ticket.counter = event.counter
    ticket.staff = event.staff
    ticket.recalls = 0
    ticket.is_found = False
    ticket.pool = ""
    ticket.until_us = None
    ticket.why = str(event.data["rule"])
    counter = branch.counters[event.counter]
    counter.ticket = ticket.id
    counter.is_standby = False
    counter.since_us = event.at_us
    for other in names(event, "passed_over"):
        branch.tickets[other].row[T_OVERTAKEN] += 1
    state = event.data.get("state")
    if isinstance(state, list):
        branch.state = [int(count) for count in state]
    if ticket.customer:
        block_siblings(branch, ticket)


def recalled(branch: Branch, event: Event) -> None:
    """Announced once more."""
    branch.tickets[event.ticket].recalls += 1


def started(branch: Branch, event: Event) -> None:
    """The customer is at the counter."""
    ticket = branch.tickets[event.ticket]
    ticket.state = SERVING
    ticket.started_us = event.at_us


def closed(branch: Branch, event: Event) -> None:
    """The visit is over."""
    ticket = branch.tickets[event.ticket]
    ticket.outcome = str(event.data["outcome"])
    _end(branch, ticket, CLOSED, event.at_us)


def noted(branch: Branch, event: Event) -> None:
    """How the customer wants to be called."""
    branch.tickets[event.ticket].is_visual = event.data["is_visual"] is True


def looked(branch: Branch, event: Event) -> None:
    """Somebody went to the called customer."""
    branch.tickets[event.ticket].is_found = True


def no_show(branch: Branch, event: Event) -> None:
    """The called customer did not come."""
    _end(branch, branch.tickets[event.ticket], TicketState.NO_SHOW, event.at_us)


def cancelled(branch: Branch, event: Event) -> None:
    """The ticket is not wanted any more."""
    ticket = branch.tickets[event.ticket]
    ticket.outcome = str(event.data["reason"])
    _end(branch, ticket, TicketState.CANCELLED, event.at_us)


def diverted(branch: Branch, event: Event) -> None:
    """The customer goes another way: a machine, an adviser, another hour."""
    ticket = branch.tickets[event.ticket]
    ticket.outcome = "diverted"
    _end(branch, ticket, TicketState.CANCELLED, event.at_us)


def expired(branch: Branch, event: Event) -> None:
    """The day ended before the ticket's turn."""
    _end(branch, branch.tickets[event.ticket], TicketState.EXPIRED, event.at_us)


def returned(branch: Branch, event: Event) -> None:
    """Back after a missed call: waits again."""
    ticket = branch.tickets[event.ticket]
    ticket.returns += 1
    ticket.ended_us = None
    ticket.counter = ""
    ticket.row[T_SENIOR_US] = branch.since_midnight(whole(event, "senior_us"))
    join_queue(branch, ticket)


def requeued(branch: Branch, event: Event) -> None:
    """A call that nobody heard did not happen: waits as before."""
    ticket = branch.tickets[event.ticket]
    put_aside(branch, ticket, TicketState.WAITING, event.at_us)
    ticket.called_us = ticket.started_us = None
    ticket.counter = ticket.staff = ""
    join_queue(branch, ticket)


def rated(branch: Branch, event: Event) -> None:
    """The customer's mark."""
    branch.tickets[event.ticket].rating = whole(event, "score")


def remarked(branch: Branch, event: Event) -> None:
    """What the mark was about."""
    branch.tickets[event.ticket].remarks = tuple(names(event, "reasons"))


def promised(branch: Branch, event: Event) -> None:
    """A window was promised; the newest counts."""
    window = whole(event, "from_us"), whole(event, "until_us")
    branch.tickets[event.ticket].promise_us = window


def withdrawn(branch: Branch, event: Event) -> None:
    """The promise does not hold any more, and the customer is told."""
    branch.tickets[event.ticket].promise_us = None


def _end(branch: Branch, ticket: Ticket, state: TicketState, at_us: int) -> None:
    """The ticket ends here: out of the queue, and its counter is free."""
    put_aside(branch, ticket, state, at_us)
    ticket.ended_us = at_us
    ticket.promise_us = None


HANDLERS = {
    kinds.TICKET_ISSUED: issued,
    kinds.TICKET_CALLED: called,
    kinds.TICKET_RECALLED: recalled,
    kinds.TICKET_STARTED: started,
    kinds.TICKET_CLOSED: closed,
    kinds.TICKET_NOTED: noted,
    kinds.TICKET_LOOKED: looked,
    kinds.TICKET_NO_SHOW: no_show,
    kinds.TICKET_CANCELLED: cancelled,
    kinds.TICKET_DIVERTED: diverted,
    kinds.TICKET_EXPIRED: expired,
    kinds.TICKET_RETURNED: returned,
    kinds.TICKET_REQUEUED: requeued,
    kinds.TICKET_RATED: rated,
    kinds.TICKET_REMARKED: remarked,
    kinds.PROMISE_MADE: promised,
    kinds.PROMISE_WITHDRAWN: withdrawn,
}
