"""Messages to a customer's telephone: who wants one, what became of each.

The telephone number is personal: it stands beside the log under a key of its day, and is destroyed
with it. Events say of which ticket and which message, never to whom.
"""

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.errors import TicketStateWrong
from shared.domain.event import Event, Value
from shared.domain.ticket import FINAL


def want(branch: Branch, now_us: int, *, ticket: str) -> list[Event]:
    """The customer has left a telephone number and wants to be told.

    Raises:
        TicketUnknown, TicketStateWrong: the visit is over.
    """
    found = branch.ticket(ticket)
    if found.state in FINAL:
        raise TicketStateWrong(found.number, found.state, "announced by telephone")
    return [_event(branch, now_us, kinds.NOTICE_WANTED, ticket, {})]


def drop(branch: Branch, now_us: int, *, ticket: str) -> list[Event]:
    """The customer does not want it any more; the number is forgotten.

    Raises:
        TicketUnknown.
    """
    return [_event(branch, now_us, kinds.NOTICE_DROPPED, branch.ticket(ticket).id, {})]


def sent(
    branch: Branch, now_us: int, *, ticket: str, notice: str, about: str, tries: int
) -> list[Event]:
    """Whoever sends it on has taken the message."""
    data: dict[str, Value] = {"notice": notice, "about": about, "tries": tries}
    return [_event(branch, now_us, kinds.NOTICE_SENT, ticket, data)]


def failed(
    branch: Branch, now_us: int, *, ticket: str, notice: str, about: str, tries: int, reason: str
) -> list[Event]:
    """The message was given up."""
    data: dict[str, Value] = {"notice": notice, "about": about, "tries": tries, "reason": reason}
    return [_event(branch, now_us, kinds.NOTICE_FAILED, ticket, data)]


def _event(branch: Branch, now_us: int, kind: str, ticket: str, data: dict[str, Value]) -> Event:
    at_us = branch.stamp(now_us)
    return Event(kind, at_us, at_us, ticket, "", "", data)
