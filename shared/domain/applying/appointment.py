"""Events of appointments, which outlive the day on which they were booked."""

from shared.domain import event as kinds
from shared.domain.appointment import Appointment, AppointmentState
from shared.domain.branch import Branch
from shared.domain.event import Event, optional_text, whole


def booked(branch: Branch, event: Event) -> None:
    """A place in a slot is taken."""
    data = event.data
    appointment = Appointment(
        id=str(data["appointment"]),
        code_digest=str(data["code_digest"]),
        service=str(data["service"]),
        segment=str(data["segment"]),
        language=str(data["language"]),
        day=str(data["day"]),
        due_us=whole(event, "due_us"),
        booked_us=event.at_us,
        person=optional_text(event, "person"),
        customer=optional_text(event, "customer"),
    )
    branch.appointments[appointment.id] = appointment


def changed(branch: Branch, event: Event) -> None:
    """Another time or service under the same code."""
    appointment = _of(branch, event)
    appointment.service = str(event.data["service"])
    appointment.day = str(event.data["day"])
    appointment.due_us = whole(event, "due_us")
    appointment.person = optional_text(event, "person")
    appointment.changes += 1


def cancelled(branch: Branch, event: Event) -> None:
    """The place is free again."""
    _of(branch, event).state = AppointmentState.CANCELLED


def checked_in(branch: Branch, event: Event) -> None:
    """The customer is here and has a ticket."""
    appointment = _of(branch, event)
    appointment.state = AppointmentState.CHECKED_IN
    appointment.ticket = event.ticket


def no_show(branch: Branch, event: Event) -> None:
    """Nobody came in time."""
    _of(branch, event).state = AppointmentState.NO_SHOW


def _of(branch: Branch, event: Event) -> Appointment:
    return branch.appointments[str(event.data["appointment"])]


HANDLERS = {
    kinds.APPOINTMENT_BOOKED: booked,
    kinds.APPOINTMENT_CHANGED: changed,
    kinds.APPOINTMENT_CANCELLED: cancelled,
    kinds.APPOINTMENT_CHECKED_IN: checked_in,
    kinds.APPOINTMENT_NO_SHOW: no_show,
}
