"""Decisions whose answer is the ticket or the counter as it stands afterwards."""

from shared.domain.event import Event
from shared.services.decision import Decision
from shared.services.views import counter_view, ticket_view


def ticket_decision(ticket: str, events: list[Event]) -> Decision:
    """Record the events, answer with the ticket."""
    return Decision(events, lambda after: ticket_view(after.branch.tickets[ticket], after.branch))


def counter_decision(counter: str, events: list[Event]) -> Decision:
    """Record the events, answer with the counter."""
    return Decision(events, lambda after: counter_view(after, after.branch.counters[counter]))
