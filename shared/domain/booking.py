"""Commands of appointments: which slots are free, book, change, cancel, check in."""

from shared.domain import event as kinds
from shared.domain.appointment import Appointment, AppointmentState
from shared.domain.branch import Branch
from shared.domain.errors import BranchClosed
from shared.domain.event import Event
from shared.domain.incident import refuses_tickets
from shared.domain.numbers import numbered
from shared.domain.opening import clock_text, refuse_when_closed
from shared.domain.refused import (
    AppointmentNotToday,
    AppointmentStateWrong,
    AppointmentTooEarly,
    AppointmentUnknown,
    ServiceSuspended,
)
from shared.domain.row import ticket_row
from shared.domain.rules import AppointmentRules
from shared.domain.slots import check_slot, counts_from_us, lapses_us, rules_of
from shared.domain.ticketing import people_ahead, still_good


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
    """Take a place in the slot at ``due_us``; with ``person`` also that adviser's time.

    Raises:
        ServiceUnknown, SegmentUnknown, ServiceNotOffered, NoAppointments, SlotUnknown.
        SlotFull: every place is taken, or the adviser has another appointment then.
    """
    what, who = branch.rules.offered(service, segment)
    check_slot(
        branch,
        now_us,
        service=what.id,
        day=day,
        midnight_us=midnight_us,
        due_us=due_us,
        person=person,
    )
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
    what, _ = branch.rules.offered(service or found.service, found.segment)
    if (what.id, due_us) == (found.service, found.due_us):
        return []
    check_slot(
        branch,
        now_us,
        service=what.id,
        day=day,
        midnight_us=midnight_us,
        due_us=due_us,
        person=found.person,
        changing=found.id,
    )
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
    than the profile's grace, the ticket joins the walk-ins with a credit of waiting. While the
    service was suspended nobody was late.

    Raises:
        AppointmentUnknown, AppointmentStateWrong (a no-show takes an ordinary ticket).
        AppointmentNotToday, AppointmentTooEarly, DayClosed, ServiceSuspended.
        BranchClosed: the branch has closed for today.
    """
    found = booked(branch, code_digest, "checked in")
    at_us = branch.stamp(now_us)
    rules = rules_of(branch, found.service)
    _check_arrival(branch, found, rules, at_us)
    is_late = at_us > counts_from_us(branch, found) + rules.late_us
    senior_us = at_us - rules.late_credit_us if is_late else found.due_us
    house = branch.rules
    what, who = house.service(found.service), house.segment(found.segment)
    data = numbered(branch, what, who, house.appointment_series)
    data |= {
        "language": found.language,
        "people_ahead": _ahead(branch, found, senior_us, at_us),
        "appointment": found.id,
        "booked_us": found.due_us,
        "senior_us": senior_us,
    }
    data |= {} if is_late else {"due_us": found.due_us}
    data |= {"to_person": found.person} if found.person else {}
    if found.customer:
        data |= {"customer": found.customer, "also": still_good(branch, found.customer)}
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


def _check_arrival(branch: Branch, found: Appointment, rules: AppointmentRules, at_us: int) -> None:
    refuse_when_closed(branch)
    if found.day != branch.day:
        raise AppointmentNotToday(found.day)
    if at_us < found.due_us - rules.early_us:
        begins_us = branch.since_midnight(found.due_us - rules.early_us)
        raise AppointmentTooEarly(clock_text(begins_us))
    if at_us > lapses_us(branch, found):
        raise AppointmentStateWrong(AppointmentState.NO_SHOW, "checked in")
    hours = branch.today.hours
    if hours and branch.since_midnight(at_us) >= hours.closes_us:
        raise BranchClosed(clock_text(hours.opens_us), clock_text(hours.closes_us))
    if refuses_tickets(branch, found.service):
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
