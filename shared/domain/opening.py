"""When the branch gives tickets, and when it opens next."""

from typing import Final, NamedTuple

from shared.domain.branch import Branch
from shared.domain.errors import BranchClosed
from shared.domain.refused import ClosedForNow, DayClosed, TicketsOver

#: Far enough for every calendar that is open on any weekday at all.
WITHIN_DAYS: Final = 366


class Opening(NamedTuple):
    """A day (ISO) and the time from its midnight at which the branch opens."""

    day: str
    opens_us: int


def next_opening(branch: Branch) -> Opening | None:
    """The first opening after today; None when the calendar knows none within a year."""
    rules = branch.rules
    day = rules.calendar.next_open_day(branch.day, WITHIN_DAYS) if branch.day else None
    if day is None:
        return None
    hours = rules.day(rules.calendar.day_type(day)).hours
    return Opening(day, hours.opens_us if hours else 0)


def refuse_when_closed(branch: Branch) -> None:
    """Nothing on a day on which the branch is open, at whatever hour.

    Raises:
        DayClosed, with the next opening; ClosedForNow where there is none.
    """
    if not branch.today.is_closed:
        return
    opening = next_opening(branch)
    if opening is None:
        raise ClosedForNow()
    raise DayClosed(opening.day, clock_text(opening.opens_us))


def refuse_without_tickets(branch: Branch, at_us: int) -> None:
    """Nothing while tickets are given.

    Raises:
        DayClosed, ClosedForNow.
        BranchClosed: it is before today's opening, or no other opening is known.
        TicketsOver: the last ticket of today was given; with the next opening.
    """
    if branch.today.is_closed:
        refuse_when_closed(branch)
    hours = branch.today.hours
    since_midnight_us = at_us - branch.midnight_us
    if hours is None or hours.opens_us <= since_midnight_us <= hours.last_ticket_us:
        return
    opening = next_opening(branch)
    if since_midnight_us < hours.opens_us or opening is None:
        raise BranchClosed(clock_text(hours.opens_us), clock_text(hours.last_ticket_us))
    last = clock_text(hours.last_ticket_us)
    raise TicketsOver(last, opening.day, clock_text(opening.opens_us))


def clock_text(since_midnight_us: int) -> str:
    """A time of day such as 09:00."""
    minutes = since_midnight_us // 60_000_000
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
