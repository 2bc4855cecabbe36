"""Commands at the door: issue a ticket, cancel it, rate the visit, ask for help."""

from shared.dispatch.precedence import precedes
from shared.domain import event as kinds
from shared.domain.apply import ticket_row
from shared.domain.branch import Branch
from shared.domain.calling import standby_call
from shared.domain.errors import (
    AlreadyRated,
    BranchClosed,
    RatingInvalid,
    ServiceNotOffered,
    TicketStateWrong,
)
from shared.domain.event import Event
from shared.domain.ticket import TicketState

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
) -> list[Event]:
    """A new ticket; called at once where a counter that may serve it stands by.

    ``ticket`` is the surrogate identifier to give it; ``arrived_us`` defaults to now and may lie
    earlier when the arrival is reported late.

    Raises:
        ServiceUnknown, SegmentUnknown, ServiceNotOffered: no such thing here.
        BranchClosed: before opening or after the last ticket of the day.
    """
    rules = branch.rules
    what, who = rules.service(service), rules.segment(segment)
    if not rules.is_offered(what, who):
        raise ServiceNotOffered(what.id, who.id)
    recorded_us = branch.stamp(now_us)
    at_us = recorded_us if arrived_us is None else min(arrived_us, recorded_us)
    _check_hours(branch, at_us)
    series = who.series or what.series
    ordinal = branch.last_ordinal.get(series, 0) + 1
    row = ticket_row(branch, what.index, who.index, at_us, branch.issued)
    data: dict[str, kinds.Value] = {
        "day": branch.day,
        "series": series,
        "ordinal": ordinal,
        "number": ticket_number(series, ordinal),
        "service": what.id,
        "segment": who.id,
        "language": language,
        "people_ahead": people_ahead(branch, row, recorded_us),
    }
    issued = Event(kinds.TICKET_ISSUED, at_us, recorded_us, ticket, "", "", data)
    return [issued, *standby_call(branch, ticket, row, recorded_us)]


def ticket_number(series: str, ordinal: int) -> str:
    """What the customer reads: a letter and three digits, a fourth when they run out."""
    return f"{series}{ordinal:03d}"


def people_ahead(branch: Branch, row: list[int], now_us: int) -> int:
    """How many waiting tickets would be called before this one if nothing changed.

    Only those count that compete with it for some counter of the profile.
    """
    rules = branch.rules
    shares = rules.shares[row[0]]
    since_midnight_us = now_us - branch.midnight_us
    return sum(
        1
        for other in branch.rows
        if other is not row
        and shares[other[0]]
        and precedes(other, row, rules.policy, since_midnight_us)
    )


def cancel(branch: Branch, now_us: int, *, ticket: str, reason: str = "customer") -> list[Event]:
    """The customer does not want the ticket any more, or has left.

    Raises:
        TicketUnknown, TicketStateWrong: only a waiting ticket is cancelled.
    """
    found = branch.ticket(ticket)
    if found.state is not TicketState.WAITING:
        raise TicketStateWrong(found.number, found.state, "cancelled")
    at_us = branch.stamp(now_us)
    return [Event(kinds.TICKET_CANCELLED, at_us, at_us, ticket, "", "", {"reason": reason})]


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


def ask_help(branch: Branch, now_us: int, *, device: str, screen: str = "") -> list[Event]:
    """Somebody at a kiosk asks for a person."""
    at_us = branch.stamp(now_us)
    data = {"device": device, "screen": screen}
    return [Event(kinds.HELP_ASKED, at_us, at_us, "", "", "", data)]


def _check_hours(branch: Branch, at_us: int) -> None:
    hours = branch.rules.hours
    since_midnight_us = at_us - branch.midnight_us
    if hours and not hours.opens_us <= since_midnight_us <= hours.last_ticket_us:
        raise BranchClosed(clock_text(hours.opens_us), clock_text(hours.last_ticket_us))


def clock_text(since_midnight_us: int) -> str:
    """A time of day such as 09:00."""
    minutes = since_midnight_us // 60_000_000
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
