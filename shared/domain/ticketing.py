"""Commands at the door: issue a ticket, cancel it, rate the visit, ask for help."""

from collections.abc import Sequence

from shared.dispatch.layout import T_CLASS
from shared.dispatch.precedence import ahead
from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.errors import (
    AlreadyRated,
    RatingInvalid,
    TicketStateWrong,
)
from shared.domain.event import Event, Value
from shared.domain.finishing import part_company
from shared.domain.incident import refuses_tickets
from shared.domain.numbers import numbered
from shared.domain.opening import refuse_without_tickets
from shared.domain.refused import (
    CounterCannotServe,
    HelpCallUnknown,
    NeedTwice,
    SecondTicket,
    ServiceSuspended,
    TooManyItems,
    TooManyNeeds,
)
from shared.domain.row import ticket_row
from shared.domain.ticket import FINAL, TicketState

RATING_MIN, RATING_MAX = 1, 5


def issue(
    branch: Branch,
    now_us: int,
    *,
    ticket: str,
    service: str,
    segment: str = "",
    language: str = "zh_CN",
    arrived_us: int | None = None,
    more_needs: Sequence[str] = (),
    items: int = 1,
    customer: str = "",
    counter: str = "",
    person: str = "",
    is_visual: bool = False,
) -> list[Event]:
    """A new ticket for a service, and for ``more_needs`` after it.

    ``ticket`` is the surrogate identifier to give it; ``arrived_us`` defaults to now and may lie
    earlier when the arrival is reported late. ``items`` is the number of transactions.
    ``customer`` is a pseudonymous key: other tickets of the same customer are noticed (``also``).
    ``counter`` or ``person`` binds the ticket to one counter or to one member of staff.
    ``is_visual``: the customer does not hear well, and must see the call.

    Raises:
        ServiceUnknown, SegmentUnknown, ServiceNotOffered, CounterUnknown: no such thing here.
        CounterCannotServe: the counter it should be bound to never serves it.
        DayClosed, ClosedForNow: today by the calendar.
        BranchClosed, TicketsOver: before opening, after the last ticket of the day.
        ServiceSuspended: an incident keeps the service from being offered.
        TooManyNeeds, NeedTwice, TooManyItems, SecondTicket: by the limits of the profile.
    """
    rules = branch.rules
    who = rules.segment(segment)
    what, _ = rules.offered(service, who.id)
    needs = [service, *_more_needs(branch, service, more_needs, who.id)]
    if counter and not may_serve(branch, counter, needs[0], who.id):
        raise CounterCannotServe(counter, needs[0])
    if items != 1:
        _check_items(branch, items)
    recorded_us = branch.stamp(now_us)
    at_us = recorded_us if arrived_us is None else min(arrived_us, recorded_us)
    refuse_without_tickets(branch, at_us)
    if branch.incidents:
        _check_suspended(branch, needs)
    also = _also(branch, customer) if customer else []
    data = numbered(branch, what, who)
    data["language"] = language
    data["people_ahead"] = people_before(branch, needs, who.id, at_us, recorded_us)
    if len(needs) > 1:
        data["needs"] = needs
    if items > 1:
        data["items"] = items
    if customer:
        data |= {"customer": customer, "also": also}
    if counter:
        data["to_counter"] = counter
    if person:
        data["to_person"] = person
    if is_visual:
        data["is_visual"] = True
    return [Event(kinds.TICKET_ISSUED, at_us, recorded_us, ticket, "", "", data)]


def people_ahead(branch: Branch, row: list[int], now_us: int) -> int:
    """How many waiting tickets have a higher score than this one and compete with it.

    Those compete that some counter of the profile may serve as well. Guarantees may still bring
    others before it, or it before others.
    """
    rules = branch.rules
    shares = rules.shares[row[T_CLASS]]
    others = [other for other in branch.rows if shares[other[T_CLASS]] and other is not row]
    policy, since_midnight_us = branch.discipline.policy, branch.since_midnight(now_us)
    return ahead(others, row, rules.neutral, policy, since_midnight_us)


def cancel(branch: Branch, now_us: int, *, ticket: str, reason: str = "customer") -> list[Event]:
    """The customer does not want the ticket any more, or has left; companions go alone again.

    Raises:
        TicketUnknown, TicketStateWrong: only a waiting or held ticket is cancelled.
    """
    found = branch.ticket(ticket)
    if found.state not in (TicketState.WAITING, TicketState.HELD):
        raise TicketStateWrong(found.number, found.state, "cancelled")
    at_us = branch.stamp(now_us)
    cancelled = Event(kinds.TICKET_CANCELLED, at_us, at_us, ticket, "", "", {"reason": reason})
    return [*part_company(branch, found, at_us), cancelled]


def rate(branch: Branch, now_us: int, *, ticket: str, score: int) -> list[Event]:
    """The customer's mark for the visit, 1 (very poor) to 5 (very good), once per visit.

    Raises:
        TicketUnknown, RatingInvalid, AlreadyRated, TicketStateWrong (the visit is not over).
    """
    found = branch.ticket(ticket)
    if not RATING_MIN <= score <= RATING_MAX:
        raise RatingInvalid(score)
    if found.state is not TicketState.CLOSED:
        raise TicketStateWrong(found.number, found.state, "rated")
    if found.rating is not None:
        raise AlreadyRated(found.number)
    at_us = branch.stamp(now_us)
    data = {"score": score}
    return [Event(kinds.TICKET_RATED, at_us, at_us, ticket, found.counter, found.staff, data)]


def note(branch: Branch, now_us: int, *, ticket: str, is_visual: bool) -> list[Event]:
    """The customer does not hear well, and must see the call; or hears well after all.

    Raises:
        TicketUnknown, TicketStateWrong: the visit is over.
    """
    found = branch.ticket(ticket)
    if found.state in FINAL:
        raise TicketStateWrong(found.number, found.state, "noted")
    if found.is_visual == is_visual:
        return []
    at_us = branch.stamp(now_us)
    data = {"is_visual": is_visual}
    return [Event(kinds.TICKET_NOTED, at_us, at_us, ticket, "", "", data)]


def ask_help(branch: Branch, now_us: int, *, device: str, screen: str = "") -> list[Event]:
    """Somebody at a kiosk asks for a person."""
    at_us = branch.stamp(now_us)
    data = {"device": device, "screen": screen}
    return [Event(kinds.HELP_ASKED, at_us, at_us, "", "", "", data)]


def answer_help(branch: Branch, now_us: int, *, asked: int, by: str) -> list[Event]:
    """Somebody goes to the kiosk; how long that took is measured against the standard (R6).

    Raises:
        HelpCallUnknown: nobody asked under this number today, or somebody else goes already.
    """
    call = branch.help_calls.get(asked)
    if call is None:
        raise HelpCallUnknown()
    at_us = branch.stamp(now_us)
    data: dict[str, Value] = {"asked": asked, "waited_us": max(0, at_us - call.at_us), "by": by}
    return [Event(kinds.HELP_ANSWERED, at_us, at_us, staff=by, data=data)]


def may_serve(branch: Branch, counter: str, service: str, segment: str) -> bool:
    """Whether this counter of the profile may ever serve this service for this segment."""
    rules = branch.rules
    what, who = rules.service(service), rules.segment(segment)
    return rules.counter(counter).may_serve(what.index, who.index)


def _more_needs(branch: Branch, service: str, more: Sequence[str], segment: str) -> Sequence[str]:
    """The needs after the first, each offered here for the segment, none twice, not too many."""
    if not more:
        return ()
    rules = branch.rules
    for need in more:
        rules.service(need)
    names = [service, *(rules.offered(need, segment)[0].id for need in more)]
    if len(names) > rules.visit.needs_max:
        raise TooManyNeeds(len(names), rules.visit.needs_max)
    for name in names:
        if names.count(name) > 1:
            raise NeedTwice(name)
    return more


def _check_items(branch: Branch, items: int) -> None:
    most = branch.rules.visit.items_max
    if not 1 <= items <= most:
        raise TooManyItems(items, most)


def _check_suspended(branch: Branch, needs: list[str]) -> None:
    """Refuse a suspended service, unless every incident behind it lets people queue up."""
    for need in needs:
        if refuses_tickets(branch, need):
            raise ServiceSuspended(need)


def still_good(branch: Branch, customer: str) -> list[str]:
    """The tickets of this customer that are still good, in the order of issue."""
    known = [branch.tickets[t] for t in branch.customers.get(customer, ())]
    return [t.id for t in known if t.state not in FINAL and t.state is not TicketState.NO_SHOW]


def _also(branch: Branch, customer: str) -> list[str]:
    """The same customer's tickets that are still good; SecondTicket where one is the limit."""
    also = still_good(branch, customer)
    if also and branch.rules.visit.refuses_second_ticket:
        raise SecondTicket(branch.tickets[also[0]].number)
    return also


def people_before(
    branch: Branch, needs: Sequence[str], segment: str, at_us: int, recorded_us: int
) -> int:
    """How many will be ahead of a ticket that is not there yet."""
    if not branch.waiting:
        return 0
    return people_ahead(branch, next_row(branch, needs, segment, at_us), recorded_us)


def next_row(branch: Branch, needs: Sequence[str], segment: str, at_us: int) -> list[int]:
    """What dispatch would read of a ticket that is issued at this time."""
    since_us = branch.since_midnight(at_us)
    return ticket_row(
        branch.rules,
        needs=needs,
        segment=segment,
        senior_us=since_us,
        arrived_us=since_us,
        order=branch.issued,
    )
