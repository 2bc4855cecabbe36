"""Commands that change what a ticket is for, or whom: reclassify, join, split, divert."""

from collections.abc import Iterable

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.calling import in_state, serves_now
from shared.domain.event import Event
from shared.domain.finishing import part_company, ticket_event
from shared.domain.numbers import numbered
from shared.domain.promise import withdrawal
from shared.domain.refused import (
    CounterCannotServe,
    JoinImpossible,
    NeedMissing,
    NothingChanges,
    PromiseInvalid,
    ServiceSuspended,
    SplitImpossible,
    TooManyNeeds,
)
from shared.domain.ticket import AT_COUNTER, Ticket, TicketState
from shared.domain.visiting import refuse_unless_active


def reclassify(
    branch: Branch, now_us: int, *, ticket: str, by: str, service: str = "", segment: str = ""
) -> list[Event]:
    """Another service or segment for a ticket; number, seniority and overtakes stay.

    ``by`` is the staff number of who decided it.

    Raises:
        TicketUnknown, TicketStateWrong, ServiceUnknown, SegmentUnknown, NothingChanges.
        ServiceNotOffered: nobody ever serves one of its needs for that segment.
        CounterCannotServe: the ticket is at a counter that does not serve it; send it on instead.
    """
    found = branch.ticket(ticket)
    refuse_unless_active(found, "reclassified")
    what = branch.rules.service(service or found.service)
    who = branch.rules.segment(segment or found.segment)
    if (what.id, who.id) == (found.service, found.segment):
        raise NothingChanges(found.number)
    needs = [what.id, *(n for n in found.needs[1:] if n != what.id)]
    _refuse_not_offered(branch, needs, who.id)
    _refuse_not_here(branch, found, what.id)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {
        "needs": needs,
        "segment": who.id,
        "was_service": found.service,
        "was_segment": found.segment,
        "by": by,
    }
    void = withdrawal(found, at_us, "reclassified") if found.state not in AT_COUNTER else []
    return [ticket_event(kinds.TICKET_RECLASSIFIED, found, at_us, data), *void]


def join(branch: Branch, now_us: int, *, ticket: str, companion: str) -> list[Event]:
    """A companion comes along: one number is called for both, the other is set aside.

    The transactions of both count together.

    Raises:
        TicketUnknown, TicketStateWrong: the companion waits or is held.
        JoinImpossible: the same ticket twice, or one that has companions itself.
        TooManyNeeds: together they need more than one ticket takes.
        ServiceNotOffered: nobody ever serves the companion's need for this ticket's segment.
    """
    found = branch.ticket(ticket)
    refuse_unless_active(found, "joined")
    other = in_state(branch, companion, "joined", TicketState.WAITING, TicketState.HELD)
    if other is found or other.companions:
        raise JoinImpossible(found.number, other.number)
    added = [n for n in other.needs if n not in found.needs]
    needs = [*found.needs, *added]
    if len(needs) > branch.rules.visit.needs_max:
        raise TooManyNeeds(len(needs), branch.rules.visit.needs_max)
    _refuse_not_offered(branch, added, found.segment)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {
        "companion": other.id,
        "needs": needs,
        "added": added,
        "items": min(found.items + other.items, branch.rules.visit.items_max),
    }
    return [ticket_event(kinds.TICKET_JOINED, found, at_us, data)]


def split_companion(branch: Branch, now_us: int, *, ticket: str, companion: str) -> list[Event]:
    """The companion goes alone again, with the old number and seniority.

    Also when the call to both was missed, and only the companion has come back.

    Raises:
        TicketUnknown, TicketStateWrong.
        SplitImpossible: that ticket was not joined to this one, its need is served just now, or
            nothing else is left.
    """
    found = branch.ticket(ticket)
    is_absent = found.state is TicketState.NO_SHOW
    if not is_absent:
        refuse_unless_active(found, "split")
    other = branch.ticket(companion)
    if other.joined_to != found.id:
        raise SplitImpossible(found.number, other.number)
    at_us = branch.stamp(now_us)
    brought = found.companions[other.id]
    kept = [n for n in found.needs if n not in brought] or (list(found.needs) if is_absent else [])
    if not kept or (found.state in AT_COUNTER and found.service in brought):
        raise SplitImpossible(found.number, other.number)
    left = max(found.items - other.items, 1)
    data: dict[str, kinds.Value] = {"companion": other.id, "needs": kept, "items": left}
    return [ticket_event(kinds.TICKET_SPLIT, found, at_us, data)]


def split_need(
    branch: Branch, now_us: int, *, ticket: str, service: str, new_ticket: str
) -> list[Event]:
    """One need goes on a ticket of its own, with the seniority of this one.

    Raises:
        TicketUnknown, TicketStateWrong.
        NeedMissing: the ticket does not have that need, has no other, or it is served just now.
    """
    found = branch.ticket(ticket)
    refuse_unless_active(found, "split")
    is_present = found.state in AT_COUNTER and service == found.service
    if service not in found.needs or len(found.needs) == 1 or is_present:
        raise NeedMissing(found.number, service, ", ".join(found.needs))
    at_us = branch.stamp(now_us)
    kept = [n for n in found.needs if n != service]
    data: dict[str, kinds.Value] = {"new_ticket": new_ticket, "needs": kept}
    parted = ticket_event(kinds.TICKET_SPLIT, found, at_us, data)
    what, who = branch.rules.service(service), branch.rules.segment(found.segment)
    issued = numbered(branch, what, who) | {
        "language": found.language,
        "senior_us": branch.midnight_us + found.senior_us,
        "people_ahead": 0,
        "split_from": found.id,
    }
    if found.customer:
        issued["customer"] = found.customer
    new = Event(kinds.TICKET_ISSUED, found.arrived_us, at_us, new_ticket, "", "", issued)
    return [parted, new]


def divert(branch: Branch, now_us: int, *, ticket: str, way: str, by: str) -> list[Event]:
    """The customer goes another way (a machine, an adviser, another hour) and does not wait.

    Companions stay, each with the own ticket.

    Raises:
        TicketUnknown, TicketStateWrong: only a waiting or held ticket.
    """
    found = in_state(branch, ticket, "diverted", TicketState.WAITING, TicketState.HELD)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"way": way, "by": by}
    gone = ticket_event(kinds.TICKET_DIVERTED, found, at_us, data)
    return [*part_company(branch, found, at_us), gone]


def promise(
    branch: Branch, now_us: int, *, ticket: str, from_us: int, until_us: int, basis: int
) -> list[Event]:
    """A window for the call, as it was told to the customer; ``basis`` is the event it stands on.

    Raises:
        TicketUnknown, TicketStateWrong: only a waiting ticket.
        PromiseInvalid: it ends before it begins.
        ServiceSuspended: nobody knows when it goes on.
    """
    found = in_state(branch, ticket, "promised a time", TicketState.WAITING)
    if found.service in branch.suspended:
        raise ServiceSuspended(found.service)
    if not from_us <= until_us:
        raise PromiseInvalid(found.number)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"from_us": from_us, "until_us": until_us, "basis": basis}
    return [Event(kinds.PROMISE_MADE, at_us, at_us, ticket, "", "", data)]


def _refuse_not_offered(branch: Branch, needs: Iterable[str], segment: str) -> None:
    """ServiceNotOffered for a need that would wait for ever with a ticket of this segment."""
    for need in needs:
        branch.rules.offered(need, segment)


def _refuse_not_here(branch: Branch, ticket: Ticket, service: str) -> None:
    """CounterCannotServe when the ticket's counter would close it without having served it."""
    if ticket.state not in AT_COUNTER or service == ticket.service:
        return
    desk = branch.counters[ticket.counter]
    if not serves_now(branch, desk, service):
        raise CounterCannotServe(desk.id, service)
