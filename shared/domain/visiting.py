"""Commands of a visit that does not end at its first counter: hold, resume, defer, send on."""

from shared.dispatch.layout import MINUTE_US, T_SENIOR_US
from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.calling import after_stop, in_state, serves_now
from shared.domain.certifying import refuse_uncertified
from shared.domain.errors import TicketStateWrong
from shared.domain.event import Event
from shared.domain.finishing import implied_start, ticket_event
from shared.domain.promise import withdrawal
from shared.domain.refused import (
    CounterCannotServe,
    DeferTooLong,
    DeferTooOften,
    HeldElsewhere,
    NeedMissing,
)
from shared.domain.rules import HoldPool, PoolReach
from shared.domain.ticket import AT_COUNTER, Ticket, TicketState


def hold(branch: Branch, now_us: int, *, ticket: str, pool: str) -> list[Event]:
    """Put a called or served ticket aside for a reason, which names its pool; the counter is free.

    Raises:
        TicketUnknown, TicketStateWrong, HoldPoolUnknown.
    """
    found = in_state(branch, ticket, "held", *AT_COUNTER)
    reason = branch.rules.visit.pool(pool)
    at_us = branch.stamp(now_us)
    until_us = None if reason.limit_us is None else at_us + reason.limit_us
    data: dict[str, kinds.Value] = {"pool": reason.id, "until_us": until_us}
    held = ticket_event(kinds.TICKET_HELD, found, at_us, data)
    return [*implied_start(branch, found, at_us), held, *after_stop(branch, found, at_us)]


def resume(
    branch: Branch, now_us: int, *, ticket: str, staff: str = "", counter: str = ""
) -> list[Event]:
    """A held ticket waits again with its seniority, bound to whom its pool belongs to.

    ``staff`` and ``counter`` are who asks; both empty means somebody in charge, who may resume
    any. Whoever was called later on own wish may be resumed by anybody.

    Raises:
        TicketUnknown, TicketStateWrong.
        HeldElsewhere: the pool belongs to another person or counter.
    """
    found = in_state(branch, ticket, "resumed", TicketState.HELD)
    _refuse_foreign(branch, found, staff, counter)
    return [resumed(branch, found, branch.stamp(now_us), "asked")]


def resumed(branch: Branch, ticket: Ticket, at_us: int, reason: str) -> Event:
    """The ticket waits again; ``reason`` tells whether somebody asked or its time was over."""
    data: dict[str, kinds.Value] = {"reason": reason}
    pool = _pool(branch, ticket)
    if pool is not None and pool.reach is PoolReach.PERSON:
        data |= {"to_person": ticket.staff}
    elif pool is not None and pool.reach is PoolReach.COUNTER:
        data |= {"to_counter": ticket.counter}
    elif pool is not None:
        data |= {"to_counter": "", "to_person": ""}  # anybody goes on with it
    return ticket_event(kinds.TICKET_RESUMED, ticket, at_us, data)


def defer(branch: Branch, now_us: int, *, ticket: str, minutes: int) -> list[Event]:
    """The customer wants to be called later: not before ``minutes`` from now, seniority kept.

    A promise of a time is withdrawn: it was for somebody who waits.

    Raises:
        TicketUnknown, TicketStateWrong: only a waiting or called ticket.
        DeferTooLong, DeferTooOften: by the limits of the profile.
    """
    found = in_state(branch, ticket, "put aside", TicketState.WAITING, TicketState.CALLED)
    rules = branch.rules.visit
    if not 1 <= minutes <= rules.defer_max_us // MINUTE_US:
        raise DeferTooLong(rules.defer_max_us // MINUTE_US)
    if found.defers >= rules.defers_max:
        raise DeferTooOften(found.number, found.defers)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"until_us": at_us + minutes * MINUTE_US}
    events = [ticket_event(kinds.TICKET_DEFERRED, found, at_us, data)]
    events += withdrawal(found, at_us, "deferred")
    free = after_stop(branch, found, at_us) if found.state is TicketState.CALLED else []
    return [*events, *free]


def transfer(
    branch: Branch,
    now_us: int,
    *,
    ticket: str,
    service: str = "",
    counter: str = "",
    person: str = "",
) -> list[Event]:
    """Send a ticket on to a service, a counter or a person; it keeps its number.

    From a counter the visit goes on with the profile's credit; a waiting ticket keeps its
    seniority. Without ``service`` the present need stays. To a person who is not here the ticket
    waits until its release.

    Raises:
        TicketUnknown, TicketStateWrong, ServiceUnknown, ServiceNotOffered, CounterUnknown.
        CounterCannotServe: that counter never serves this service for this segment.
        NotCertified: that person lacks a certificate for it.
    """
    found = in_state(branch, ticket, "sent on", TicketState.WAITING, *AT_COUNTER)
    wanted, group = branch.rules.offered(service or found.service, found.segment)
    if counter and not branch.rules.counter(counter).may_serve(wanted.index, group.index):
        raise CounterCannotServe(counter, wanted.id)
    at_us = branch.stamp(now_us)
    if person:
        refuse_uncertified(branch, person, wanted.id, at_us)
    needs = [wanted.id, *(n for n in found.needs[1:] if n != wanted.id)]
    data: dict[str, kinds.Value] = {"needs": needs, "reason": "sent_on", "items": found.items}
    data |= {"to_counter": counter} if counter else {}
    data |= {"to_person": person} if person else {}
    if found.state is TicketState.WAITING:
        return [ticket_event(kinds.TICKET_TRANSFERRED, found, at_us, data)]
    data |= _credit(branch, found, at_us)
    sent = ticket_event(kinds.TICKET_TRANSFERRED, found, at_us, data)
    return [*implied_start(branch, found, at_us), sent, *after_stop(branch, found, at_us)]


def next_need(branch: Branch, now_us: int, *, ticket: str, service: str = "") -> list[Event]:
    """The present need is done; go on with the next one, or this one, at the same counter.

    Raises:
        TicketUnknown, TicketStateWrong; NeedMissing: nothing else is left on the ticket.
        CounterCannotServe: this counter does not serve it; close the stop, the ticket goes on.
    """
    found = in_state(branch, ticket, "continued", *AT_COUNTER)
    left = found.needs[1:]
    wanted = service or (left[0] if left else "")
    if wanted not in left:
        raise NeedMissing(found.number, wanted or found.service, ", ".join(found.needs))
    desk = branch.counters[found.counter]
    if not serves_now(branch, desk, wanted):
        raise CounterCannotServe(desk.id, wanted)
    at_us = branch.stamp(now_us)
    needs = [wanted, *(n for n in left if n != wanted)]
    data: dict[str, kinds.Value] = {"needs": needs, "done": found.service}
    more = ticket_event(kinds.TICKET_CONTINUED, found, at_us, data)
    return [*implied_start(branch, found, at_us), more]


def _credit(branch: Branch, ticket: Ticket, at_us: int) -> dict[str, kinds.Value]:
    """Seniority after a transfer: kept, or so much waiting credited."""
    credit_us = branch.rules.visit.transfer_credit_us
    if credit_us is None:
        return {}
    before_us = branch.midnight_us + ticket.row[T_SENIOR_US]
    return {"senior_us": max(before_us, at_us - credit_us)}


def _pool(branch: Branch, ticket: Ticket) -> HoldPool | None:
    """The pool of a held ticket; None for one that was put aside on the customer's wish."""
    return branch.rules.visit.pool(ticket.pool) if ticket.pool else None


def _refuse_foreign(branch: Branch, ticket: Ticket, staff: str, counter: str) -> None:
    pool = _pool(branch, ticket)
    if pool is None or not (staff or counter):
        return
    if pool.reach is PoolReach.PERSON and ticket.staff != staff:
        raise HeldElsewhere(ticket.number, ticket.staff)
    if pool.reach is PoolReach.COUNTER and ticket.counter != counter:
        raise HeldElsewhere(ticket.number, ticket.counter)


def refuse_unless_active(ticket: Ticket, verb: str) -> None:
    """TicketStateWrong for a ticket that is over."""
    if ticket.state in (TicketState.WAITING, TicketState.HELD, *AT_COUNTER):
        return
    raise TicketStateWrong(ticket.number, ticket.state, verb)
