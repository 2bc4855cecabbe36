"""Who may be called: joining and leaving the rows that dispatch reads."""

from shared.domain.branch import Branch
from shared.domain.ticket import WAITING, Ticket, TicketState


def join_queue(branch: Branch, ticket: Ticket) -> None:
    """The ticket waits; it may be called unless its customer stands at a counter."""
    ticket.state = WAITING
    if not ticket.customer or not branch.is_elsewhere(ticket):
        branch.waiting.append(ticket)
        branch.rows.append(ticket.row)
        if ticket.bound_counter or ticket.bound_person:
            branch.bound[ticket.id] = ticket


def leave_queue(branch: Branch, ticket: Ticket) -> None:
    """The ticket may not be called any more; nothing happens when it could not be."""
    for index, waiting in enumerate(branch.waiting):
        if waiting is ticket:
            del branch.waiting[index]
            del branch.rows[index]
            branch.bound.pop(ticket.id, None)
            return


def block_siblings(branch: Branch, ticket: Ticket) -> None:
    """The customer stands at a counter: the other tickets wait, but are not called meanwhile."""
    for other in branch.siblings(ticket):
        leave_queue(branch, other)


def free_siblings(branch: Branch, ticket: Ticket) -> None:
    """The customer has left the counter: the other tickets may be called again."""
    for other in branch.siblings(ticket):
        if other.state is WAITING and other not in branch.waiting:
            join_queue(branch, other)


def leave_counter(branch: Branch, ticket: Ticket, at_us: int) -> None:
    """The ticket's counter is free, if it was there."""
    counter = branch.counters.get(ticket.counter)
    if counter is not None and counter.ticket == ticket.id:
        counter.ticket = ""
        counter.since_us = at_us


def put_aside(branch: Branch, ticket: Ticket, state: TicketState, at_us: int) -> None:
    """Out of the queue or away from the counter, into a state that is neither."""
    if ticket.state is WAITING:
        leave_queue(branch, ticket)
    else:
        branch.held.pop(ticket.id, None)
        leave_counter(branch, ticket, at_us)
    ticket.state = state
    if ticket.customer:
        free_siblings(branch, ticket)
