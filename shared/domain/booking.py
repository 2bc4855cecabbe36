"""Commands of appointments: which slots are free, book, change, cancel, check in."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from shared.domain import event as kinds
from shared.domain.appointment import Appointment, AppointmentState
from shared.domain.branch import Branch
from shared.domain.errors import ServiceNotOffered
from shared.domain.event import Event
from shared.domain.opening import clock_text, refuse_when_closed
from shared.domain.refused import (
    AppointmentNotToday,
    AppointmentStateWrong,
    AppointmentTooEarly,
    AppointmentUnknown,
    NoAppointments,
    ServiceSuspended,
    SlotFull,
    SlotUnknown,
)
from shared.domain.row import ticket_row
from shared.domain.rules import AppointmentRules
from shared.domain.ticketing import numbered, people_ahead


class Slot(NamedTuple):
    """A time that may be booked, and how many places are free."""

    due_us: int
    free: int


def slots(branch: Branch, now_us: int, *, service: str, day: str, midnight_us: int) -> list[Slot]:
    """The bookable times of a service on a day (ISO), earliest first, full ones included.

    ``midnight_us`` is that day's local midnight on the branch's clock. Empty on a closed day, in
    the past, and beyond the horizon of the profile.

    Raises:
        ServiceUnknown, NoAppointments.
    """
    rules = _rules(branch, service)
    if not _is_within(branch, rules, day):
        return []
    earliest_us = branch.stamp(now_us) + rules.lead_us
    taken = _taken(branch, service)
    return [
        Slot(due_us, max(0, rules.capacity - taken.get(due_us, 0)))
        for due_us in _times(branch, rules, day, midnight_us)
        if due_us >= earliest_us
    ]


def book(
    branch: Branch,
    now_us: int,
    *,
    appointment: str,
    code_digest: str,
    service: str,
    day: str,
    midnight_us: int,
    due_us: int,
    segment: str = "",
    language: str = "zh_CN",
    person: str = "",
    customer: str = "",
) -> list[Event]:
    """Take a place in the slot at ``due_us``.

    Raises:
        ServiceUnknown, SegmentUnknown, ServiceNotOffered, NoAppointments, SlotUnknown, SlotFull.
    """
    what, who = branch.rules.service(service), branch.rules.segment(segment)
    if not branch.rules.is_offered(what, who):
        raise ServiceNotOffered(what.id, who.id)
    _check_slot(branch, now_us, service, day, midnight_us, due_us)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {
        "appointment": appointment,
        "code_digest": code_digest,
        "service": what.id,
        "segment": who.id,
        "language": language,
        "day": day,
        "due_us": due_us,
        "person": person,
        "customer": customer,
    }
    return [Event(kinds.APPOINTMENT_BOOKED, at_us, at_us, "", "", "", data)]


def change(
    branch: Branch,
    now_us: int,
    *,
    code_digest: str,
    day: str,
    midnight_us: int,
    due_us: int,
    service: str = "",
) -> list[Event]:
    """Another time, or service, under the same code; the old place is free again.

    The event repeats what was booked, so that whoever reads the log from here on knows it all.

    Raises:
        AppointmentUnknown, AppointmentStateWrong, ServiceUnknown, ServiceNotOffered.
        NoAppointments, SlotUnknown, SlotFull.
    """
    found = booked(branch, code_digest, "changed")
    what = branch.rules.service(service or found.service)
    who = branch.rules.segment(found.segment)
    if not branch.rules.is_offered(what, who):
        raise ServiceNotOffered(what.id, who.id)
    if (what.id, due_us) == (found.service, found.due_us):
        return []
    _check_slot(branch, now_us, what.id, day, midnight_us, due_us)
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {
        "appointment": found.id,
        "code_digest": found.code_digest,
        "service": what.id,
        "segment": found.segment,
        "language": found.language,
        "day": day,
        "due_us": due_us,
        "person": found.person,
        "customer": found.customer,
        "booked_us": found.booked_us,
        "changes": found.changes + 1,
    }
    return [Event(kinds.APPOINTMENT_CHANGED, at_us, at_us, "", "", "", data)]


def cancel_booking(
    branch: Branch, now_us: int, *, code_digest: str, by: str = "customer"
) -> list[Event]:
    """The place is free again.

    Raises:
        AppointmentUnknown, AppointmentStateWrong.
    """
    found = booked(branch, code_digest, "cancelled")
    at_us = branch.stamp(now_us)
    data: dict[str, kinds.Value] = {"appointment": found.id, "by": by}
    return [Event(kinds.APPOINTMENT_CANCELLED, at_us, at_us, "", "", "", data)]


def check_in(branch: Branch, now_us: int, *, code_digest: str, ticket: str) -> list[Event]:
    """The customer is here: a ticket that waits with the walk-ins under the same selection.

    On time, seniority counts from the booked time and the call is guaranteed from then on. Later
    than the profile's grace, the ticket joins the walk-ins with a credit of waiting.

    Raises:
        AppointmentUnknown, AppointmentStateWrong (a no-show takes an ordinary ticket).
        AppointmentNotToday, AppointmentTooEarly, DayClosed, ServiceSuspended.
    """
    found = booked(branch, code_digest, "checked in")
    at_us = branch.stamp(now_us)
    rules = _rules(branch, found.service)
    _check_arrival(branch, found, rules, at_us)
    is_late = at_us > found.due_us + rules.late_us
    senior_us = at_us - rules.late_credit_us if is_late else found.due_us
    data = numbered(branch, found.service, found.segment, branch.rules.appointment_series)
    data |= {
        "language": found.language,
        "people_ahead": _ahead(branch, found, senior_us, at_us),
        "appointment": found.id,
        "booked_us": found.due_us,
        "senior_us": senior_us,
    }
    data |= {} if is_late else {"due_us": found.due_us}
    data |= {"to_person": found.person} if found.person else {}
    data |= {"customer": found.customer} if found.customer else {}
    arrived: dict[str, kinds.Value] = {"appointment": found.id, "is_late": is_late}
    return [
        Event(kinds.TICKET_ISSUED, at_us, at_us, ticket, "", "", data),
        Event(kinds.APPOINTMENT_CHECKED_IN, at_us, at_us, ticket, "", "", arrived),
    ]


def booked(branch: Branch, code_digest: str, verb: str) -> Appointment:
    """The appointment under this code, if it still stands.

    Raises:
        AppointmentUnknown, AppointmentStateWrong.
    """
    found = by_code(branch, code_digest)
    if found.state is not AppointmentState.BOOKED:
        raise AppointmentStateWrong(found.state, verb)
    return found


def by_code(branch: Branch, code_digest: str) -> Appointment:
    """The appointment under this code, in whatever state; AppointmentUnknown."""
    for appointment in branch.appointments.values():
        if appointment.code_digest == code_digest:
            return appointment
    raise AppointmentUnknown()


def _rules(branch: Branch, service: str) -> AppointmentRules:
    what = branch.rules.service(service)
    found = branch.rules.appointments.get(what.id)
    if found is None:
        raise NoAppointments(what.id)
    return found


def _is_within(branch: Branch, rules: AppointmentRules, day: str) -> bool:
    """Not in the past, not beyond the horizon, and open."""
    first = date.fromisoformat(branch.day) if branch.day else date.fromisoformat(day)
    wanted = date.fromisoformat(day)
    if not first <= wanted <= first + timedelta(days=rules.ahead_days):
        return False
    return not branch.rules.day(branch.rules.calendar.day_type(day)).is_closed


def _times(branch: Branch, rules: AppointmentRules, day: str, midnight_us: int) -> Iterator[int]:
    """The beginnings of the slots, inside the opening hours of that day."""
    hours = branch.rules.day(branch.rules.calendar.day_type(day)).hours
    from_us, to_us = rules.from_us, rules.to_us
    if hours is not None:
        from_us, to_us = max(from_us, hours.opens_us), min(to_us, hours.closes_us)
    steps = -(-(from_us - rules.from_us) // rules.slot_us)
    start_us = rules.from_us + steps * rules.slot_us
    while start_us + rules.slot_us <= to_us:
        yield midnight_us + start_us
        start_us += rules.slot_us


def _taken(branch: Branch, service: str) -> dict[int, int]:
    """How many places are taken at each time; a no-show's and a cancelled one's are free."""
    taken: dict[int, int] = {}
    good = (AppointmentState.BOOKED, AppointmentState.CHECKED_IN)
    for appointment in branch.appointments.values():
        if appointment.service == service and appointment.state in good:
            taken[appointment.due_us] = taken.get(appointment.due_us, 0) + 1
    return taken


def _check_slot(
    branch: Branch, now_us: int, service: str, day: str, midnight_us: int, due_us: int
) -> None:
    offered = slots(branch, now_us, service=service, day=day, midnight_us=midnight_us)
    free = {slot.due_us: slot.free for slot in offered}
    if due_us not in free:
        raise SlotUnknown(service)
    if not free[due_us]:
        raise SlotFull()


def _check_arrival(branch: Branch, found: Appointment, rules: AppointmentRules, at_us: int) -> None:
    refuse_when_closed(branch)
    if found.day != branch.day:
        raise AppointmentNotToday(found.day)
    if at_us < found.due_us - rules.early_us:
        begins_us = branch.since_midnight(found.due_us - rules.early_us)
        raise AppointmentTooEarly(clock_text(begins_us))
    if at_us > found.due_us + rules.no_show_us:
        raise AppointmentStateWrong(AppointmentState.NO_SHOW, "checked in")
    for incident in branch.incidents.values():
        kind = branch.rules.incident(incident.reason)
        if found.service in incident.services and not kind.gives_tickets:
            raise ServiceSuspended(found.service)


def _ahead(branch: Branch, found: Appointment, senior_us: int, at_us: int) -> int:
    row = ticket_row(
        branch.rules,
        needs=(found.service,),
        segment=found.segment,
        senior_us=branch.since_midnight(senior_us),
        arrived_us=branch.since_midnight(at_us),
        order=branch.issued,
    )
    return people_ahead(branch, row, at_us)
