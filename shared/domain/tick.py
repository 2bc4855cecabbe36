"""What the clock alone brings about: times that are over, pauses that begin, the branch closes.

The executor asks ``tick`` before every command and about once a second; a simulated day asks at
``next_due_us``. Whatever is due is recorded with the time at which it fell due.
"""

from collections.abc import Iterator

from shared.domain import event as kinds
from shared.domain.appointment import Appointment, AppointmentState
from shared.domain.branch import Branch
from shared.domain.calling import planned_pause
from shared.domain.case import deadlines
from shared.domain.certifying import adjusted, expired
from shared.domain.counter import Counter, CounterState
from shared.domain.event import Event
from shared.domain.finishing import ticket_event
from shared.domain.incident import refuses_tickets
from shared.domain.slots import lapses_us
from shared.domain.ticket import Ticket, TicketState
from shared.domain.visiting import resumed


def tick(branch: Branch, now_us: int) -> list[Event]:
    """Everything that has fallen due, in a fixed order; nothing most of the time."""
    if not branch.day:
        return []
    at_us = branch.stamp(now_us)
    events = [
        *(resumed(branch, t, at_us, "time") for t in branch.held.values() if _is_over(t, at_us)),
        *(_released(t, at_us) for t in branch.waiting if _is_to_release(branch, t, at_us)),
        *(planned_pause(c, at_us) for c in branch.counters.values() if _pauses(c, at_us)),
        *_missed_appointments(branch, at_us),
        *_late_cases(branch, at_us),
        *expired(branch, at_us),
        *adjusted(branch, at_us),
        *_closing(branch, at_us),
    ]
    return [event._replace(recorded_us=at_us) for event in events]


def next_due_us(branch: Branch) -> int | None:
    """When ``tick`` will next have something to say, on the branch's clock; None when never."""
    # asked after every command of a simulated day, when most of it is empty
    due_us = []
    if branch.held:
        due_us += [t.until_us for t in branch.held.values() if t.until_us is not None]
    if branch.bound:
        nobodys = [t for t in branch.bound.values() if _is_bound_to_nobody(branch, t)]
        due_us += [_release_us(branch, ticket) for ticket in nobodys]
    if branch.planned:
        plans = [(c.plan, c.ticket) for c in branch.planned.values()]
        due_us += [plan.at_us for plan, ticket in plans if plan is not None and not ticket]
    if branch.appointments:
        due_us += [lapses_us(branch, a) + 1 for a in _awaited(branch)]
    if branch.case_due_us is not None:
        due_us.append(branch.case_due_us)
    today = branch.today
    if today.hours is not None and not branch.is_over and not today.is_closed:
        due_us.append(branch.midnight_us + today.hours.closes_us)
    return min(due_us) if due_us else None


def _is_over(ticket: Ticket, at_us: int) -> bool:
    return ticket.until_us is not None and ticket.until_us <= at_us


def _is_bound_to_nobody(branch: Branch, ticket: Ticket) -> bool:
    """Bound to a person or counter that is not at work now, or does not serve this any more.

    A suspended service releases nobody: it comes back.
    """
    service = branch.rules.service_index[ticket.service]
    segment = branch.rules.segment_index[ticket.segment]
    return not any(
        counter.state is not CounterState.CLOSED
        and ticket.bound_counter in ("", counter.id)
        and ticket.bound_person in ("", counter.staff)
        and counter.services_mask >> service & 1
        and counter.spec.may_serve(service, segment)
        for counter in branch.counters.values()
    )


def _release_us(branch: Branch, ticket: Ticket) -> int:
    """When anybody may call it: so long after it was bound, or after they were last there."""
    since_us = max(ticket.bound_us, branch.left_us.get(ticket.bound_person, 0))
    counter = branch.counters.get(ticket.bound_counter)
    if counter is not None:
        since_us = max(since_us, counter.narrowed_us)
    return since_us + branch.rules.visit.release_us


def _is_to_release(branch: Branch, ticket: Ticket, at_us: int) -> bool:
    return (
        ticket.is_bound
        and _release_us(branch, ticket) <= at_us
        and _is_bound_to_nobody(branch, ticket)
    )


def _released(ticket: Ticket, at_us: int) -> Event:
    data: dict[str, kinds.Value] = {
        "from_counter": ticket.bound_counter,
        "from_person": ticket.bound_person,
    }
    return ticket_event(kinds.TICKET_RELEASED, ticket, at_us, data)


def _pauses(counter: Counter, at_us: int) -> bool:
    """A planned pause begins by itself where nobody is being served."""
    return counter.plan is not None and not counter.ticket and counter.plan.at_us <= at_us


def lapsed(branch: Branch, midnight_us: int, at_us: int) -> Iterator[Event]:
    """What was booked before this midnight and not kept, though no tick noticed.

    The server was off: nobody came. The service was suspended: nobody could come.
    """
    for appointment in branch.appointments.values():
        if appointment.state is not AppointmentState.BOOKED or appointment.due_us >= midnight_us:
            continue
        data: dict[str, kinds.Value] = {"appointment": appointment.id}
        if refuses_tickets(branch, appointment.service):
            data |= {"by": "incident"}
            yield Event(kinds.APPOINTMENT_CANCELLED, at_us, at_us, "", "", "", data)
        else:
            yield _missed(appointment, min(lapses_us(branch, appointment), at_us), at_us)


def _missed_appointments(branch: Branch, at_us: int) -> Iterator[Event]:
    """Nobody came in time; who could not, because the service is suspended, has time yet."""
    for appointment in _awaited(branch):
        missed_us = lapses_us(branch, appointment)
        if missed_us < at_us:
            yield _missed(appointment, missed_us, at_us)


def _awaited(branch: Branch) -> Iterator[Appointment]:
    """The booked appointments of today that may be checked in."""
    for appointment in branch.appointments.values():
        if appointment.state is not AppointmentState.BOOKED or appointment.day != branch.day:
            continue
        if not refuses_tickets(branch, appointment.service):
            yield appointment


def _missed(appointment: Appointment, missed_us: int, at_us: int) -> Event:
    data: dict[str, kinds.Value] = {"appointment": appointment.id}
    return Event(kinds.APPOINTMENT_NO_SHOW, missed_us, at_us, "", "", "", data)


def _late_cases(branch: Branch, at_us: int) -> Iterator[Event]:
    """Deadlines that have passed; a stand-in leaves cases alone.

    Cases are kept for a year: they are gone through only when the next deadline has passed.
    """
    if branch.holder or branch.case_due_us is None or branch.case_due_us >= at_us:
        return
    for case in branch.cases.values():
        for due_us, deadline in deadlines(case):
            if due_us < at_us:
                data: dict[str, kinds.Value] = {"case": case.id, "deadline": str(deadline)}
                yield Event(kinds.CASE_ESCALATED, due_us, at_us, "", "", "", data)


def _closing(branch: Branch, at_us: int) -> Iterator[Event]:
    """The branch closes: whoever is inside is served, or expires, by the rule of the profile."""
    hours = branch.today.hours
    if hours is None or branch.is_over or branch.today.is_closed:
        return
    closes_us = branch.midnight_us + hours.closes_us
    if at_us < closes_us:
        return
    inside: dict[str, kinds.Value] = {"inside": branch.inside()}
    yield Event(kinds.DAY_CLOSED, closes_us, at_us, "", "", "", inside)
    if branch.rules.serves_inside_at_closing:
        return
    for ticket in branch.tickets.values():
        if ticket.state in (TicketState.WAITING, TicketState.HELD):
            data: dict[str, kinds.Value] = {"state": str(ticket.state), "reason": "closing"}
            yield Event(kinds.TICKET_EXPIRED, closes_us, at_us, ticket.id, "", "", data)
