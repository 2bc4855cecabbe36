"""Every call proved again: what the rules say on the state that the log had reached.

Used by ``lobby db verify`` on replayed logs, so that a call that was altered afterwards, or that
never followed the rules, is named.
"""

from collections.abc import Iterator
from typing import Final

from shared.dispatch.reason import NAMES, PICKED
from shared.domain.branch import Branch
from shared.domain.choosing import call_event, choose, hall, look
from shared.domain.event import TICKET_CALLED, Event
from shared.domain.settle import settle
from shared.domain.ticket import Ticket, TicketState

#: What the first release wrote into a call; its fingerprints covered less and are not compared.
FIRST_RELEASE: Final = ("rule", "score", "passed_over", "waiting")


def differences(branch: Branch, event: Event) -> list[str]:
    """What is wrong with this call, given the branch before it; empty when it follows the rules.

    Other kinds of events are not looked at. What was known at the time counts: the state of the
    log before the event, whatever arrived later.
    """
    if event.kind != TICKET_CALLED:
        return []
    ticket = branch.tickets.get(event.ticket)
    desk = branch.counters.get(event.counter)
    if ticket is None or desk is None:
        return [f"calls ticket {event.ticket} to counter {event.counter}, and one is not there"]
    if event.data.get("via"):
        return _told(ticket)
    if event.data.get("rule") == NAMES[PICKED]:
        return _picked(branch, event)
    if ticket not in branch.waiting:
        return [f"calls ticket {ticket.number}, which is {ticket.state} and may not be called"]
    found = [_differing(branch, event, lawful) for lawful in _lawful(branch, event)]
    if not found:
        return [f"calls ticket {ticket.number}, and counter {desk.id} may not serve it"]
    return min(found, key=len)


def _lawful(branch: Branch, event: Event) -> Iterator[Event]:
    """The calls that the rules allow here: by ``next``, or by a counter that stood by."""
    desk = branch.counters[event.counter]
    here = hall(branch, event.at_us)
    row, reason, seen = choose(branch, desk, here)
    if row >= 0:
        yield call_event(branch, desk, here.tickets[row], here, event.at_us, reason, seen)
    if desk.is_standby:
        yield from settle(branch, event.at_us)


def _told(ticket: Ticket) -> list[str]:
    """A call of a journal was decided elsewhere, by what was known there; here it has to fit."""
    if ticket.state in (TicketState.WAITING, TicketState.HELD):
        return []
    return [f"calls ticket {ticket.number}, which is {ticket.state}"]


def _picked(branch: Branch, event: Event) -> list[str]:
    """A call out of order: who was passed over has to be right all the same."""
    ticket, desk = branch.tickets[event.ticket], branch.counters[event.counter]
    if ticket.state not in (TicketState.WAITING, TicketState.HELD):
        return [f"calls ticket {ticket.number}, which is {ticket.state}"]
    here = hall(branch, event.at_us)
    seen = look(branch, desk, here)
    lawful = call_event(branch, desk, ticket, here, event.at_us, PICKED, seen)
    return _differing(branch, event, lawful)


def _differing(branch: Branch, event: Event, lawful: Event) -> list[str]:
    """One sentence for each thing that is not as the rules give it."""
    number = branch.tickets[event.ticket].number
    if (event.ticket, event.counter) != (lawful.ticket, lawful.counter):
        right = branch.tickets[lawful.ticket].number
        return [
            f"calls ticket {number} to counter {event.counter}; "
            f"by the rules it is {right} to counter {lawful.counter} ({lawful.data['rule']})"
        ]
    is_first_release = "why_not" not in event.data
    keys = FIRST_RELEASE if is_first_release else tuple(lawful.data)
    return [
        f"calls ticket {number}: {key} is {event.data.get(key)!r}, not {lawful.data[key]!r}"
        for key in keys
        if event.data.get(key) != lawful.data[key]
    ]
