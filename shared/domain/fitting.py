"""Whether what a journal tells fits the branch as it stands: the life of a ticket as data."""

from collections.abc import Callable, Collection
from typing import Final

from shared.domain import event as kinds
from shared.domain.appointment import AppointmentState
from shared.domain.branch import Branch
from shared.domain.counter import CounterState
from shared.domain.event import Event, names, others, whole
from shared.domain.event_fields import is_complete
from shared.domain.fitting_log import OF_THE_LOG, ORDINAL_MAX, Fit, is_storable
from shared.domain.ticket import FINAL, Ticket, TicketState

S = TicketState


OPEN_STATES: Final = frozenset({S.WAITING, S.CALLED, S.SERVING, S.HELD})
AT_COUNTER: Final = frozenset({S.CALLED, S.SERVING})

#: From which states each kind of event can happen, and in which it has happened already.
LIFE: Final[dict[str, tuple[frozenset[TicketState], frozenset[TicketState]]]] = {
    kinds.TICKET_RECALLED: (frozenset({S.CALLED}), frozenset({S.SERVING, S.CLOSED, S.NO_SHOW})),
    kinds.TICKET_STARTED: (frozenset({S.CALLED}), frozenset({S.SERVING, S.CLOSED, S.HELD})),
    kinds.TICKET_HELD: (AT_COUNTER, frozenset({S.HELD})),
    kinds.TICKET_RESUMED: (frozenset({S.HELD}), frozenset({S.WAITING})),
    kinds.TICKET_DEFERRED: (frozenset({S.WAITING, S.CALLED}), frozenset({S.HELD})),
    kinds.TICKET_TRANSFERRED: (OPEN_STATES, frozenset()),
    kinds.TICKET_CONTINUED: (AT_COUNTER, frozenset()),
    kinds.TICKET_RELEASED: (OPEN_STATES, frozenset()),
    kinds.TICKET_REQUEUED: (AT_COUNTER, frozenset({S.WAITING})),
    kinds.TICKET_RECLASSIFIED: (OPEN_STATES, frozenset()),
    kinds.TICKET_JOINED: (OPEN_STATES, frozenset()),
    kinds.TICKET_SPLIT: (OPEN_STATES | {S.NO_SHOW}, frozenset()),
    kinds.TICKET_DIVERTED: (OPEN_STATES, frozenset({S.CANCELLED})),
    kinds.TICKET_NOTED: (OPEN_STATES, FINAL),
    kinds.TICKET_LOOKED: (frozenset({S.CALLED}), frozenset({S.SERVING, S.CLOSED, S.NO_SHOW})),
    kinds.TICKET_NO_SHOW: (frozenset({S.CALLED}), frozenset({S.NO_SHOW})),
    kinds.TICKET_RETURNED: (frozenset({S.NO_SHOW}), frozenset({S.WAITING})),
    kinds.TICKET_CANCELLED: (frozenset({S.WAITING, S.HELD}), frozenset({S.CANCELLED})),
    kinds.TICKET_EXPIRED: (OPEN_STATES | {S.NO_SHOW}, frozenset({S.EXPIRED})),
    kinds.TICKET_CLOSED: (AT_COUNTER, frozenset({S.CLOSED})),
    kinds.TICKET_RATED: (frozenset({S.CLOSED}), frozenset()),
    kinds.TICKET_REMARKED: (frozenset({S.CLOSED}), frozenset()),
    kinds.PROMISE_MADE: (OPEN_STATES, FINAL),
    kinds.PROMISE_WITHDRAWN: (OPEN_STATES, FINAL),
}
#: Those that happen at the counter where the ticket is.
HERE: Final = frozenset(
    {
        kinds.TICKET_RECALLED,
        kinds.TICKET_STARTED,
        kinds.TICKET_CONTINUED,
        kinds.TICKET_LOOKED,
        kinds.TICKET_NO_SHOW,
        kinds.TICKET_CLOSED,
    }
)


def fit(branch: Branch, event: Event, unheard: Collection[str] = ()) -> Fit:
    """Whether this event can follow now, has happened, or contradicts what is known.

    ``unheard`` are tickets whose call may be taken back.

    Raises:
        KeyError, TypeError, ValueError: its data are not what its kind has.
    """
    if not is_complete(event.kind, event.data) or not is_storable(event.data):
        return Fit.CONTRADICTS
    if event.kind in OF_THE_LOG:
        return OF_THE_LOG[event.kind](branch, event)
    if event.at_us < branch.midnight_us:
        return Fit.CONTRADICTS  # of a day that is over
    if not _names_known(branch, event):
        return Fit.CONTRADICTS
    if event.kind in LIFE:
        return _in_life(branch, event)
    return _SPECIAL.get(event.kind, _never)(branch, event, unheard)


def _names_known(branch: Branch, event: Event) -> bool:
    """Whether all tickets and counters it mentions are there, and the services that it adds."""
    tickets = [*others(event), *([event.ticket] if event.kind != kinds.TICKET_ISSUED else [])]
    services = names(event, "needs") if "needs" in event.data else []
    segment = event.data.get("segment")
    return (
        all(ticket in branch.tickets for ticket in tickets if ticket)
        and (not event.counter or event.counter in branch.counters)
        and all(service in branch.rules.service_index for service in services)
        and (segment is None or segment in branch.rules.segment_index)
    )


def _in_life(branch: Branch, event: Event) -> Fit:
    ticket = branch.tickets[event.ticket]
    before, after = LIFE[event.kind]
    if event.kind == kinds.TICKET_RATED and ticket.rating is not None:
        return Fit.KNOWN
    if event.kind == kinds.TICKET_REMARKED and ticket.remarks:
        return Fit.KNOWN
    if event.kind in HERE and ticket.state in AT_COUNTER and not _is_there(branch, ticket, event):
        return Fit.CONTRADICTS
    if ticket.state in before:
        return Fit.NEW
    return Fit.KNOWN if ticket.state in after else Fit.CONTRADICTS


def _is_there(branch: Branch, ticket: Ticket, event: Event) -> bool:
    """Whether it happens at the ticket's counter, after the call, and ends as the profile knows."""
    began_us = max(ticket.called_us or 0, ticket.started_us or 0)
    outcome = event.data.get("outcome")
    return (
        ticket.counter == event.counter
        and event.at_us >= began_us
        and (outcome is None or outcome in branch.rules.outcomes)
    )


def _issued(branch: Branch, event: Event, _unheard: Collection[str]) -> Fit:
    """A ticket of today, with a number that nobody else has."""
    if event.ticket in branch.tickets:
        return Fit.KNOWN
    data, rules = event.data, branch.rules
    services = names(event, "needs") if "needs" in data else [str(data["service"])]
    number = str(data["series"]), whole(event, "ordinal")
    is_sound = (
        data["day"] == branch.day
        and 0 < number[1] <= ORDINAL_MAX
        and event.ticket != ""
        and data["number"] == f"{number[0]}{number[1]:03d}"
        and services[0] == data["service"]
        and set(services) <= rules.service_index.keys()
        and data["segment"] in rules.segment_index
        and number[0] in _series_of(branch, services[0], str(data["segment"]))
        and isinstance(data["language"], str)
        and all((t.series, t.ordinal) != number for t in branch.tickets.values())
    )
    return Fit.NEW if is_sound else Fit.CONTRADICTS


def _series_of(branch: Branch, service: str, segment: str) -> set[str]:
    """The letters that a number for this service and segment may begin with."""
    what, who = branch.rules.service(service), branch.rules.segment(segment)
    return {who.series or what.series, branch.rules.appointment_series} - {""}


def _called(branch: Branch, event: Event, unheard: Collection[str]) -> Fit:
    """Somebody who waits, to a counter that is free, or kept by a call that nobody heard."""
    ticket, desk = branch.tickets[event.ticket], branch.counters[event.counter]
    if ticket.state in AT_COUNTER and ticket.counter == desk.id:
        return Fit.KNOWN
    is_free = _may_move(branch, ticket, unheard) and desk.state is CounterState.OPEN
    is_kept = bool(desk.ticket) and desk.ticket not in unheard
    state = event.data.get("state", branch.state)
    is_sound = isinstance(state, list) and len(state) == len(branch.state)
    return Fit.NEW if is_free and is_sound and not is_kept else Fit.CONTRADICTS


def _may_move(branch: Branch, ticket: Ticket, unheard: Collection[str]) -> bool:
    if ticket.state in AT_COUNTER:
        return ticket.id in unheard
    return ticket.state in (S.WAITING, S.HELD) and not branch.is_elsewhere(ticket)


def _opened(branch: Branch, event: Event, _unheard: Collection[str]) -> Fit:
    desk = branch.counters[event.counter]
    if desk.state is CounterState.CLOSED:
        return Fit.NEW
    return Fit.KNOWN if desk.staff == event.staff else Fit.CONTRADICTS


def _in_counter(
    *before: CounterState, empty: bool = False, known: CounterState | None = None
) -> Callable[[Branch, Event, Collection[str]], Fit]:
    """A kind that needs its counter in one of these states, and perhaps nobody there."""

    def judge(branch: Branch, event: Event, _unheard: Collection[str]) -> Fit:
        desk = branch.counters[event.counter]
        if desk.state is known:
            return Fit.KNOWN
        return Fit.NEW if desk.state in before and not (empty and desk.ticket) else Fit.CONTRADICTS

    return judge


def _declared(branch: Branch, event: Event, _unheard: Collection[str]) -> Fit:
    return Fit.KNOWN if str(event.data["incident"]) in branch.incidents else Fit.NEW


def _of_incident(branch: Branch, event: Event, _unheard: Collection[str]) -> Fit:
    return Fit.NEW if str(event.data["incident"]) in branch.incidents else Fit.KNOWN


def _resumed(branch: Branch, event: Event, _unheard: Collection[str]) -> Fit:
    going_on = branch.incidents.get(str(event.data["incident"]))
    is_new = going_on is not None and event.data["service"] in going_on.services
    return Fit.NEW if is_new else Fit.KNOWN


def _booked(branch: Branch, event: Event, _unheard: Collection[str]) -> Fit:
    return Fit.KNOWN if str(event.data["appointment"]) in branch.appointments else Fit.NEW


def _of_appointment(branch: Branch, event: Event, _unheard: Collection[str]) -> Fit:
    booking = branch.appointments.get(str(event.data["appointment"]))
    if booking is None:
        return Fit.CONTRADICTS
    return Fit.NEW if booking.state is AppointmentState.BOOKED else Fit.KNOWN


def _always(_branch: Branch, _event: Event, _unheard: Collection[str]) -> Fit:
    return Fit.NEW


def _never(_branch: Branch, _event: Event, _unheard: Collection[str]) -> Fit:
    return Fit.CONTRADICTS


_C = CounterState
_SPECIAL: Final[dict[str, Callable[[Branch, Event, Collection[str]], Fit]]] = {
    kinds.TICKET_ISSUED: _issued,
    kinds.TICKET_CALLED: _called,
    kinds.COUNTER_OPENED: _opened,
    kinds.COUNTER_STANDBY: _in_counter(_C.OPEN, empty=True),
    kinds.COUNTER_PLANNED: _in_counter(_C.OPEN, _C.PAUSED),
    kinds.COUNTER_PAUSED: _in_counter(_C.OPEN, known=_C.PAUSED),
    kinds.COUNTER_RESUMED: _in_counter(_C.PAUSED, known=_C.OPEN),
    kinds.COUNTER_SERVICES: _in_counter(_C.OPEN, _C.PAUSED),
    kinds.COUNTER_CLOSED: _in_counter(_C.OPEN, _C.PAUSED, empty=True, known=_C.CLOSED),
    kinds.INCIDENT_DECLARED: _declared,
    kinds.INCIDENT_ENDED: _of_incident,
    kinds.SERVICE_SUSPENDED: _of_incident,
    kinds.SERVICE_RESUMED: _resumed,
    kinds.APPOINTMENT_BOOKED: _booked,
    kinds.APPOINTMENT_CHANGED: _of_appointment,
    kinds.APPOINTMENT_CANCELLED: _of_appointment,
    kinds.APPOINTMENT_CHECKED_IN: _of_appointment,
    kinds.APPOINTMENT_NO_SHOW: _of_appointment,
    kinds.HELP_ASKED: _always,
    kinds.HELP_ANSWERED: _always,
    kinds.ENQUIRY_BEGUN: _always,
    kinds.ENQUIRY_ANSWERED: _always,
    kinds.COUNTER_ASKED: _always,
    kinds.NOTICE_WANTED: _always,
    kinds.NOTICE_DROPPED: _always,
    kinds.NOTICE_SENT: _always,
    kinds.NOTICE_FAILED: _always,
    kinds.ADVICE_GIVEN: _always,
    kinds.PRINT_REQUESTED: _always,
    kinds.PRINT_STARTED: _always,
    kinds.PRINT_DONE: _always,
    kinds.PRINT_FAILED: _always,
    kinds.PRINT_UNKNOWN: _always,
    kinds.DEVICE_REPORTED: _always,
    kinds.DEVICE_UNLOCKED: _always,
    kinds.DEVICE_UNLOCK_REFUSED: _always,
    kinds.RUSH_CHANGED: _always,
    kinds.BOARD_NOTICE: _always,
}
