"""How a stop at a counter ends: the visit is over, goes on elsewhere, or takes another turn."""

from copy import copy
from typing import NamedTuple

from shared.dispatch.layout import C_SERVICES, NOBODY, T_CONTINUES, T_DUE_US, T_SENIOR_US
from shared.dispatch.standing import F_ELIGIBLE
from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.choosing import hall, look
from shared.domain.counter import Counter
from shared.domain.event import Event
from shared.domain.row import refresh_ticket
from shared.domain.ticket import CALLED, WAITING, Ticket


class Ending(NamedTuple):
    """The events of an ending. ``coming`` are the tickets that wait again after it.

    ``stays`` tells that the customer stays at the counter for another turn.
    """

    events: list[Event]
    coming: tuple[Ticket, ...] = ()
    stays: bool = False


def finish(
    branch: Branch,
    ticket: Ticket,
    at_us: int,
    outcome: str,
    *,
    whole_visit: bool = False,
    leaves: bool = False,
) -> Ending:
    """End the stop of a called or served ticket with an outcome.

    A stop serves every need of the ticket that the counter can. What is left sends the ticket on
    (one number for the whole visit), unless ``whole_visit`` ends it here. With ``leaves`` the
    customer cannot stay for another turn, because the counter pauses or calls somebody else.
    """
    desk = branch.counters[ticket.counter]
    begun = implied_start(branch, ticket, at_us)
    per_turn = branch.rules.visit.items_per_turn
    left = ticket.items - per_turn
    if per_turn and left > 0 and not whole_visit:
        return _next_turn(branch, desk, ticket, at_us, left, begun, leaves)
    needs = [] if whole_visit else needs_left(branch, desk, ticket)
    if needs:
        return _send_on(branch, ticket, at_us, begun, {"needs": needs, "reason": "next_need"})
    begun.append(ticket_event(kinds.TICKET_CLOSED, ticket, at_us, {"outcome": outcome}))
    return Ending(begun, freed(branch, ticket))


def needs_left(branch: Branch, desk: Counter, ticket: Ticket) -> list[str]:
    """The needs after the present one that this counter cannot serve now."""
    if len(ticket.needs) == 1:
        return []
    index = branch.rules.service_index
    return [n for n in ticket.needs[1:] if not desk.row[C_SERVICES] >> index[n] & 1]


def implied_start(branch: Branch, ticket: Ticket, at_us: int) -> list[Event]:
    """The start where nobody pressed a key for it: one walk after the call, not after the end."""
    if ticket.state is not CALLED:
        return []
    assert ticket.called_us is not None
    walk_us = branch.counters[ticket.counter].spec.walk_us
    begun_us = min(at_us, ticket.called_us + walk_us)
    return [ticket_event(kinds.TICKET_STARTED, ticket, at_us, {"is_implied": True}, begun_us)]


def _next_turn(
    branch: Branch,
    desk: Counter,
    ticket: Ticket,
    at_us: int,
    left: int,
    begun: list[Event],
    leaves: bool,
) -> Ending:
    """Many transactions: others have their turn in between, if anybody waits for this counter."""
    data: dict[str, kinds.Value] = {"needs": list(ticket.needs), "items": left}
    here = hall(branch, at_us)
    if leaves or look(branch, desk, here).facts[F_ELIGIBLE]:
        # one microsecond behind whoever came at this very moment, whose number is higher
        data |= {"reason": "next_turn", "senior_us": at_us + 1}
        return _send_on(branch, ticket, at_us, begun, data)
    more = ticket_event(kinds.TICKET_CONTINUED, ticket, at_us, data)
    return Ending([*begun, more], stays=True)


def _send_on(
    branch: Branch, ticket: Ticket, at_us: int, begun: list[Event], data: dict[str, kinds.Value]
) -> Ending:
    sent = ticket_event(kinds.TICKET_TRANSFERRED, ticket, at_us, data)
    return Ending([*begun, sent], (*freed(branch, ticket), after_transfer(branch, ticket, sent)))


def freed(branch: Branch, ticket: Ticket) -> tuple[Ticket, ...]:
    """The same customer's other tickets, which may be called once this one leaves the counter."""
    if not ticket.customer:
        return ()
    return tuple(t for t in branch.siblings(ticket) if t.state is WAITING)


def after_transfer(branch: Branch, ticket: Ticket, sent: Event) -> Ticket:
    """The ticket as it will wait after this event, for the choice made by the same command."""
    coming = copy(ticket)
    coming.row = list(ticket.row)
    coming.needs = kinds.names(sent, "needs")
    coming.service = coming.needs[0]
    coming.bound_counter = kinds.optional_text(sent, "to_counter")
    coming.bound_person = kinds.optional_text(sent, "to_person")
    refresh_ticket(branch.rules, branch.people, coming)
    coming.row[T_CONTINUES] = 1
    coming.row[T_DUE_US] = NOBODY
    senior_us = kinds.optional_whole(sent, "senior_us")
    if senior_us is not None:
        coming.row[T_SENIOR_US] = branch.since_midnight(senior_us)
    return coming


def part_company(branch: Branch, ticket: Ticket, at_us: int) -> list[Event]:
    """Before a ticket ends without being served: its companions go alone again.

    Whoever has nothing open any more was served together with it and does not come back.
    """
    events = []
    needs, items = list(ticket.needs), ticket.items
    for companion, brought in ticket.companions.items():
        other = branch.tickets[companion]
        if not set(other.needs) & set(ticket.needs):
            continue
        needs = [n for n in needs if n not in brought] or needs
        items = max(items - other.items, 1)
        data: dict[str, kinds.Value] = {"companion": companion, "needs": needs, "items": items}
        events.append(ticket_event(kinds.TICKET_SPLIT, ticket, at_us, data))
    return events


def ticket_event(
    kind: str,
    ticket: Ticket,
    recorded_us: int,
    data: dict[str, kinds.Value],
    at_us: int | None = None,
) -> Event:
    """An event of a ticket at its counter."""
    if at_us is None:
        at_us = recorded_us
    return Event(kind, at_us, recorded_us, ticket.id, ticket.counter, ticket.staff, data)
