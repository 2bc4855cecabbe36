"""Events of appointments, which outlive the day on which they were booked."""

from shared.domain import event as kinds
from shared.domain.appointment import Appointment, AppointmentState
from shared.domain.branch import Branch
from shared.domain.event import Event, optional_text, optional_whole, whole


def booked(branch: Branch, event: Event) -> None:
    """A place in a slot is taken."""
    _put(branch, event)


def changed(branch: Branch, event: Event) -> None:
    """Another time or service under the same code. The event says all that was booked."""
    _put(branch, event)


def _put(branch: Branch, event: Event) -> None:
    data = event.data
    booked_us = optional_whole(event, "booked_us")
    appointment = Appointment(
        id=str(data["appointment"]),
        code_digest=str(data["code_digest"]),
        service=str(data["service"]),
        segment=str(data["segment"]),
        language=str(data["language"]),
        day=str(data["day"]),
        due_us=whole(event, "due_us"),
        booked_us=event.at_us if booked_us is None else booked_us,
        person=optional_text(event, "person"),
        customer=optional_text(event, "customer"),
        changes=optional_whole(event, "changes") or 0,
    )
    branch.appointments[appointment.id] = appointment


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
