"""Commands of the day: open the day, open, pause, plan, switch services, close counters."""

from collections.abc import Iterable

from shared.dispatch.layout import MINUTE_US
from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.calendar import ORDINARY
from shared.domain.certifying import missing
from shared.domain.counter import Counter, CounterState
from shared.domain.errors import (
    CounterAlreadyOpen,
    CounterHasCustomer,
    CounterNotOpen,
    ReasonMissing,
)
from shared.domain.event import Event
from shared.domain.refused import LastService, MentorMissing
from shared.domain.tick import lapsed
from shared.domain.ticket import FINAL, TicketState

DAY_US = 24 * 60 * MINUTE_US


def open_day(branch: Branch, now_us: int, *, day: str, midnight_us: int) -> list[Event]:
    """A new business day: what is left of the old one ends, numbers start from 1.

    ``day`` is the local date (ISO), ``midnight_us`` the local midnight on the branch's clock. The
    calendar of the rules gives its type. Returns nothing when that day is open already.
    """
    if day == branch.day:
        return []
    at_us = branch.stamp(now_us)
    events = [*_end_of_day(branch, at_us), *lapsed(branch, midnight_us, at_us)]
    data: dict[str, kinds.Value] = {
        "day": day,
        "midnight_us": midnight_us,
        "day_type": branch.rules.calendar.day_type(day) if day else ORDINARY,
    }
    return [*events, Event(kinds.DAY_OPENED, at_us, at_us, "", "", "", data)]


def open_counter(
    branch: Branch,
    now_us: int,
    *,
    counter: str,
    staff: str,
    skills: Iterable[str] | None = None,
    mentor: str = "",
) -> list[Event]:
    """Somebody starts to work at a counter, or comes back from a pause.

    ``skills`` are the services this person may serve; the counter serves those that its own list
    also has. None means all of the counter's. What needs a certificate that neither this person
    nor the mentor holds is left out, and the event says so. A trainee gives the staff number of
    the ``mentor`` who sits beside; such visits stay out of the figures. One person works at one
    counter: another one that this person left open and empty (a broken machine, a forgotten
    sign-out) is closed.

    Raises:
        CounterUnknown; CounterAlreadyOpen: for somebody else.
        CounterHasCustomer: this person still has a customer at another counter.
        MentorMissing: the mentor is the same person.
    """
    desk = branch.counter(counter)
    if mentor and mentor == staff:
        raise MentorMissing()
    if desk.state is not CounterState.CLOSED and desk.staff != staff:
        raise CounterAlreadyOpen(counter, desk.staff)
    at_us = branch.stamp(now_us)
    if desk.state is CounterState.OPEN:
        return []
    if desk.state is CounterState.PAUSED:
        return [Event(kinds.COUNTER_RESUMED, at_us, at_us, "", counter, staff)]
    left = [
        _leave(branch, other, at_us) for other in branch.counters.values() if other.staff == staff
    ]
    able = _served(branch, desk, skills)
    lacking = [s for s in able if missing(branch, (staff, mentor), s, at_us)]
    data: dict[str, kinds.Value] = {"services": [s for s in able if s not in lacking]}
    data |= {"mentor": mentor} if mentor else {}
    data |= {"uncertified": lacking} if lacking else {}
    return [*left, Event(kinds.COUNTER_OPENED, at_us, at_us, "", counter, staff, data)]


def pause_counter(
    branch: Branch, now_us: int, *, counter: str, reason: str, until_us: int | None = None
) -> list[Event]:
    """The counter stops calling for a reason of the profile, until about ``until_us`` if known.

    Raises:
        CounterUnknown, CounterNotOpen, CounterHasCustomer, ReasonMissing.
    """
    desk = branch.open_counter(counter)
    if reason not in branch.rules.pause_reasons:
        raise ReasonMissing(", ".join(branch.rules.pause_reasons))
    _refuse_with_customer(branch, desk)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"reason": reason, "until_us": until_us}
    return [Event(kinds.COUNTER_PAUSED, at_us, at_us, "", counter, desk.staff, data)]


def plan_pause(
    branch: Branch,
    now_us: int,
    *,
    counter: str,
    reason: str,
    until_us: int | None = None,
    at_us: int = 0,
) -> list[Event]:
    """The last customer, then a pause: at the end of the present stop, or not before ``at_us``.

    An empty ``reason`` plans to close the counter. Without a customer and a later time the counter
    pauses at once.

    Raises:
        CounterUnknown, CounterNotOpen, ReasonMissing.
    """
    desk = branch.open_counter(counter)
    if reason and reason not in branch.rules.pause_reasons:
        raise ReasonMissing(", ".join(branch.rules.pause_reasons))
    stamp_us = branch.stamp(now_us)
    if not desk.ticket and at_us <= stamp_us:
        if not reason:
            return close_counter(branch, now_us, counter=counter)
        return pause_counter(branch, now_us, counter=counter, reason=reason, until_us=until_us)
    data: dict[str, kinds.Value] = {"reason": reason, "until_us": until_us, "at_us": at_us}
    return [Event(kinds.COUNTER_PLANNED, stamp_us, stamp_us, "", counter, desk.staff, data)]


def drop_plan(branch: Branch, now_us: int, *, counter: str) -> list[Event]:
    """No pause after all; nothing when none was planned.

    Raises:
        CounterUnknown, CounterNotOpen.
    """
    desk = branch.open_counter(counter)
    if desk.plan is None:
        return []
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"is_off": True}
    return [Event(kinds.COUNTER_PLANNED, at_us, at_us, "", counter, desk.staff, data)]


def set_services(
    branch: Branch, now_us: int, *, counter: str, services: Iterable[str]
) -> list[Event]:
    """Serve these services from now on (no cash, no foreign exchange), of those one may.

    What is asked for and neither the counter nor the person serves stays off. The present customer
    is served to the end.

    Raises:
        CounterUnknown, CounterNotOpen, ServiceUnknown.
        LastService: nothing would be left.
    """
    desk = branch.open_counter(counter)
    wanted = {branch.rules.service(s).id for s in services}
    left = [
        s.id for s in branch.rules.services if desk.skills_mask >> s.index & 1 and s.id in wanted
    ]
    if not left:
        raise LastService(counter)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"services": left}
    return [Event(kinds.COUNTER_SERVICES, at_us, at_us, "", counter, desk.staff, data)]


def close_counter(branch: Branch, now_us: int, *, counter: str) -> list[Event]:
    """Work at the counter ends.

    Raises:
        CounterUnknown, CounterNotOpen (it is closed), CounterHasCustomer.
    """
    desk = branch.counter(counter)
    if desk.state is CounterState.CLOSED:
        raise CounterNotOpen(counter)
    return [_leave(branch, desk, branch.stamp(now_us))]


def _leave(branch: Branch, desk: Counter, at_us: int) -> Event:
    """The end of work at an empty counter; CounterHasCustomer when it is not empty."""
    _refuse_with_customer(branch, desk)
    return Event(kinds.COUNTER_CLOSED, at_us, at_us, "", desk.id, desk.staff)


def _served(branch: Branch, desk: Counter, skills: Iterable[str] | None) -> list[str]:
    """The services that both the counter and the person serve, in the profile's order."""
    able = None if skills is None else set(skills)
    can = desk.spec.services_mask | desk.spec.over_services_mask
    return [
        s.id for s in branch.rules.services if can >> s.index & 1 and (able is None or s.id in able)
    ]


def _refuse_with_customer(branch: Branch, desk: Counter) -> None:
    if desk.ticket:
        raise CounterHasCustomer(desk.id, branch.tickets[desk.ticket].number)


def _end_of_day(branch: Branch, recorded_us: int) -> Iterable[Event]:
    """Whoever still waits or is served expires, counters close.

    The day may be opened long after the old one ended (a weekend). What ends, ended in truth when
    the branch closed, or with its last event when people worked on after that.
    """
    hours = branch.today.hours
    closed_us = branch.midnight_us + (hours.closes_us if hours else DAY_US)
    at_us = max(branch.last_us, min(recorded_us, closed_us))
    for ticket in branch.tickets.values():
        if ticket.state not in FINAL and ticket.state is not TicketState.NO_SHOW:
            data: dict[str, kinds.Value] = {"state": str(ticket.state)}
            yield Event(
                kinds.TICKET_EXPIRED,
                at_us,
                recorded_us,
                ticket.id,
                ticket.counter,
                ticket.staff,
                data,
            )
    for desk in branch.counters.values():
        if desk.state is not CounterState.CLOSED:
            yield Event(kinds.COUNTER_CLOSED, at_us, recorded_us, "", desk.id, desk.staff)
