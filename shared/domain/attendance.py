"""Commands of the day: open the day, open, pause, resume and close counters."""

from collections.abc import Iterable

from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.counter import Counter, CounterState
from shared.domain.errors import (
    CounterAlreadyOpen,
    CounterHasCustomer,
    CounterNotOpen,
    ReasonMissing,
)
from shared.domain.event import Event
from shared.domain.ticket import FINAL, TicketState


def open_day(branch: Branch, now_us: int, *, day: str, midnight_us: int) -> list[Event]:
    """A new business day: what is left of the old one ends, numbers start from 1.

    ``day`` is the local date (ISO), ``midnight_us`` the local midnight on the branch's clock.
    Returns nothing when that day is open already.
    """
    if day == branch.day:
        return []
    at_us = branch.stamp(now_us)
    events = [*_end_of_day(branch, at_us)]
    data: dict[str, kinds.Value] = {"day": day, "midnight_us": midnight_us}
    return [*events, Event(kinds.DAY_OPENED, at_us, at_us, "", "", "", data)]


def open_counter(
    branch: Branch, now_us: int, *, counter: str, staff: str, skills: Iterable[str] | None = None
) -> list[Event]:
    """Somebody starts to work at a counter, or comes back from a pause.

    ``skills`` are the services this person may serve; the counter serves those that its own list
    also has. None means all of the counter's.

    Raises:
        CounterUnknown; CounterAlreadyOpen: for somebody else.
    """
    desk = branch.counter(counter)
    if desk.state is not CounterState.CLOSED and desk.staff != staff:
        raise CounterAlreadyOpen(counter, desk.staff)
    at_us = branch.stamp(now_us)
    if desk.state is CounterState.OPEN:
        return []
    if desk.state is CounterState.PAUSED:
        return [Event(kinds.COUNTER_RESUMED, at_us, at_us, "", counter, staff)]
    services = _served(branch, desk, skills)
    data: dict[str, kinds.Value] = {"services": services}
    return [Event(kinds.COUNTER_OPENED, at_us, at_us, "", counter, staff, data)]


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


def close_counter(branch: Branch, now_us: int, *, counter: str) -> list[Event]:
    """Work at the counter ends.

    Raises:
        CounterUnknown, CounterNotOpen (it is closed), CounterHasCustomer.
    """
    desk = branch.counter(counter)
    if desk.state is CounterState.CLOSED:
        raise CounterNotOpen(counter)
    _refuse_with_customer(branch, desk)
    at_us = branch.stamp(now_us)
    return [Event(kinds.COUNTER_CLOSED, at_us, at_us, "", counter, desk.staff)]


def _served(branch: Branch, desk: Counter, skills: Iterable[str] | None) -> list[str]:
    """The services that both the counter and the person serve, in the profile's order."""
    able = None if skills is None else set(skills)
    return [
        s.id
        for s in branch.rules.services
        if desk.spec.services_mask >> s.index & 1 and (able is None or s.id in able)
    ]


def _refuse_with_customer(branch: Branch, desk: Counter) -> None:
    if desk.ticket:
        raise CounterHasCustomer(desk.id, branch.tickets[desk.ticket].number)


def _end_of_day(branch: Branch, at_us: int) -> Iterable[Event]:
    """Whoever is still served is closed, whoever waits expires, counters close."""
    for ticket in branch.tickets.values():
        if ticket.state not in FINAL and ticket.state is not TicketState.NO_SHOW:
            data: dict[str, kinds.Value] = {"state": str(ticket.state)}
            yield Event(
                kinds.TICKET_EXPIRED, at_us, at_us, ticket.id, ticket.counter, ticket.staff, data
            )
    for desk in branch.counters.values():
        if desk.state is not CounterState.CLOSED:
            yield Event(kinds.COUNTER_CLOSED, at_us, at_us, "", desk.id, desk.staff)
