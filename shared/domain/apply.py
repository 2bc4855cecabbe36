"""What each event does to the branch. No rule is decided here: events already happened."""

from collections.abc import Callable, Iterable

from shared.dispatch.layout import (
    C_PERSON,
    C_SERVICES,
    NOBODY,
    T_OVERTAKEN,
    T_SENIOR_US,
)
from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.counter import CounterState
from shared.domain.event import Event, names, whole
from shared.domain.ticket import Ticket, TicketState


def apply(branch: Branch, events: Iterable[Event]) -> None:
    """Bring the branch to the state after these events, in their order."""
    for event in events:
        _HANDLERS[event.kind](branch, event)
        branch.sequence += 1
        branch.last_us = event.recorded_us


def ticket_row(branch: Branch, service: int, segment: int, senior_us: int, order: int) -> list[int]:
    """A new ticket's line for dispatch; times become microseconds from the branch's midnight."""
    from_midnight = senior_us - branch.midnight_us
    class_index = service * len(branch.rules.segments) + segment
    return [
        class_index,
        service,
        segment,
        from_midnight,
        from_midnight,
        0,
        NOBODY,
        NOBODY,
        NOBODY,
        order,
    ]


def _day_opened(branch: Branch, event: Event) -> None:
    midnight_us = whole(event, "midnight_us")
    branch.start_day(str(event.data["day"]), midnight_us)


def _issued(branch: Branch, event: Event) -> None:
    data = event.data
    rules = branch.rules
    service, segment = str(data["service"]), str(data["segment"])
    row = ticket_row(
        branch,
        rules.service_index[service],
        rules.segment_index[segment],
        event.at_us,
        branch.issued,
    )
    ordinal = whole(event, "ordinal")
    series = str(data["series"])
    ticket = Ticket(
        id=event.ticket,
        number=str(data["number"]),
        series=series,
        ordinal=ordinal,
        service=service,
        segment=segment,
        language=str(data["language"]),
        arrived_us=event.at_us,
        issued_us=event.recorded_us,
        row=row,
    )
    branch.issued += 1
    branch.last_ordinal[series] = max(ordinal, branch.last_ordinal.get(series, 0))
    branch.tickets[ticket.id] = ticket
    _join_queue(branch, ticket)


def _called(branch: Branch, event: Event) -> None:
    ticket = branch.tickets[event.ticket]
    _leave_queue(branch, ticket)
    ticket.state = TicketState.CALLED
    ticket.called_us = event.at_us
    ticket.started_us = None
    ticket.counter = event.counter
    ticket.staff = event.staff
    ticket.recalls = 0
    ticket.why = str(event.data["rule"])
    counter = branch.counters[event.counter]
    counter.ticket = ticket.id
    counter.is_standby = False
    counter.since_us = event.at_us
    for other in names(event, "passed_over"):
        branch.tickets[other].row[T_OVERTAKEN] += 1


def _recalled(branch: Branch, event: Event) -> None:
    branch.tickets[event.ticket].recalls += 1


def _started(branch: Branch, event: Event) -> None:
    ticket = branch.tickets[event.ticket]
    ticket.state = TicketState.SERVING
    ticket.started_us = event.at_us


def _closed(branch: Branch, event: Event) -> None:
    ticket = branch.tickets[event.ticket]
    ticket.outcome = str(event.data["outcome"])
    _end(branch, ticket, TicketState.CLOSED, event.at_us)


def _no_show(branch: Branch, event: Event) -> None:
    _end(branch, branch.tickets[event.ticket], TicketState.NO_SHOW, event.at_us)


def _cancelled(branch: Branch, event: Event) -> None:
    ticket = branch.tickets[event.ticket]
    ticket.outcome = str(event.data["reason"])
    _end(branch, ticket, TicketState.CANCELLED, event.at_us)


def _expired(branch: Branch, event: Event) -> None:
    _end(branch, branch.tickets[event.ticket], TicketState.EXPIRED, event.at_us)


def _returned(branch: Branch, event: Event) -> None:
    ticket = branch.tickets[event.ticket]
    senior_us = whole(event, "senior_us")
    ticket.state = TicketState.WAITING
    ticket.returns += 1
    ticket.ended_us = None
    ticket.counter = ""
    ticket.row[T_SENIOR_US] = senior_us - branch.midnight_us
    _join_queue(branch, ticket)


def _rated(branch: Branch, event: Event) -> None:
    score = whole(event, "score")
    branch.tickets[event.ticket].rating = score


def _counter_opened(branch: Branch, event: Event) -> None:
    counter = branch.counters[event.counter]
    counter.state = CounterState.OPEN
    counter.staff = event.staff
    counter.since_us = event.at_us
    counter.row[C_PERSON] = branch.people.setdefault(event.staff, len(branch.people))
    services = names(event, "services")
    counter.row[C_SERVICES] = sum(1 << branch.rules.service_index[s] for s in services)


def _counter_standby(branch: Branch, event: Event) -> None:
    counter = branch.counters[event.counter]
    counter.is_standby = True
    counter.since_us = event.at_us


def _counter_paused(branch: Branch, event: Event) -> None:
    counter = branch.counters[event.counter]
    counter.state = CounterState.PAUSED
    counter.is_standby = False
    counter.pause_reason = str(event.data["reason"])
    until_us = event.data["until_us"]
    counter.pause_until_us = until_us if isinstance(until_us, int) else None
    counter.since_us = event.at_us


def _counter_resumed(branch: Branch, event: Event) -> None:
    counter = branch.counters[event.counter]
    counter.state = CounterState.OPEN
    counter.pause_reason = ""
    counter.pause_until_us = None
    counter.since_us = event.at_us


def _counter_closed(branch: Branch, event: Event) -> None:
    counter = branch.counters[event.counter]
    counter.state = CounterState.CLOSED
    counter.is_standby = False
    counter.staff = ""
    counter.pause_reason = ""
    counter.pause_until_us = None
    counter.row[C_PERSON] = NOBODY
    counter.since_us = event.at_us


def _nothing(_branch: Branch, _event: Event) -> None:
    """Events that inform people and change no state."""


def _join_queue(branch: Branch, ticket: Ticket) -> None:
    branch.waiting.append(ticket)
    branch.rows.append(ticket.row)


def _leave_queue(branch: Branch, ticket: Ticket) -> None:
    for index, waiting in enumerate(branch.waiting):
        if waiting is ticket:
            del branch.waiting[index]
            del branch.rows[index]
            return


def _end(branch: Branch, ticket: Ticket, state: TicketState, at_us: int) -> None:
    """The ticket ends here: out of the queue, and its counter is free."""
    if ticket.state is TicketState.WAITING:
        _leave_queue(branch, ticket)
    elif ticket.counter and branch.counters[ticket.counter].ticket == ticket.id:
        counter = branch.counters[ticket.counter]
        counter.ticket = ""
        counter.since_us = at_us
    ticket.state = state
    ticket.ended_us = at_us


_HANDLERS: dict[str, Callable[[Branch, Event], None]] = {
    kinds.DAY_OPENED: _day_opened,
    kinds.TICKET_ISSUED: _issued,
    kinds.TICKET_CALLED: _called,
    kinds.TICKET_RECALLED: _recalled,
    kinds.TICKET_STARTED: _started,
    kinds.TICKET_CLOSED: _closed,
    kinds.TICKET_NO_SHOW: _no_show,
    kinds.TICKET_CANCELLED: _cancelled,
    kinds.TICKET_EXPIRED: _expired,
    kinds.TICKET_RETURNED: _returned,
    kinds.TICKET_RATED: _rated,
    kinds.COUNTER_OPENED: _counter_opened,
    kinds.COUNTER_STANDBY: _counter_standby,
    kinds.COUNTER_PAUSED: _counter_paused,
    kinds.COUNTER_RESUMED: _counter_resumed,
    kinds.COUNTER_CLOSED: _counter_closed,
    kinds.HELP_ASKED: _nothing,
}
