"""The appointment: a booked time, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum


class AppointmentState(StrEnum):
    """Where an appointment stands."""

    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


@dataclass(slots=True)
class Appointment:
    """A booked time. ``due_us`` is on the branch's clock, ``day`` its local date (ISO).

    ``code_digest`` stands for the confirmation code, which only the customer has. ``ticket`` is
    the ticket given at check-in. ``person`` is the staff number of a chosen adviser, or empty.
    """

    id: str
    code_digest: str
    service: str
    segment: str
    language: str
    day: str
    due_us: int
    booked_us: int
    state: AppointmentState = AppointmentState.BOOKED
    ticket: str = ""
    person: str = ""
    customer: str = ""
    changes: int = 0
