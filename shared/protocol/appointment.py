"""Appointments on the wire. Times carry the branch's offset; the code is told once, on booking."""

from datetime import datetime
from typing import Final

from pydantic import Field

from shared.protocol.base import Message, Request
from shared.protocol.command import CustomerRef, Identifier, Language
from shared.protocol.times import Moment

#: Without 0 O, 1 I L, 2 Z, 5 S, 8 B and U, which are taken for one another.
CODE_ALPHABET: Final = "ACDEFGHJKMNPQRTVWXY34679"
CODE_LENGTH: Final = 6


class BookAppointment(Request):
    """POST appointments."""

    service: Identifier
    at: Moment = Field(description="one of the times of GET slots")
    segment: Identifier | None = Field(default=None, description="default: the ordinary segment")
    language: Language = "zh_CN"
    person: Identifier | None = Field(default=None, description="staff number of an adviser")
    customer_ref: CustomerRef | None = Field(
        default=None,
        repr=False,
        description="the bank's own key of the customer; it is not stored",
    )


class ChangeAppointment(Request):
    """PATCH appointments/{code}: another time, another service, or both."""

    at: Moment | None = Field(default=None, description="default: the same time")
    service: Identifier | None = Field(default=None, description="default: the same service")


class CheckInCustomer(Request):
    """POST appointments/check-in: who has booked under this reference is here."""

    customer_ref: CustomerRef = Field(
        repr=False, description="as it was given on booking, such as a telephone number"
    )


class SlotView(Message):
    """A time that may be booked."""

    at: datetime
    free: int = Field(description="places left; 0: full")


class SlotsView(Message):
    """GET slots: the times of one service on one day, earliest first; none on a closed day."""

    service: str
    day: str
    slots: tuple[SlotView, ...]


class DayView(Message):
    """A day on which somebody might come."""

    day: str
    slots: int = Field(description="times that may still be booked or are full; 0: closed")
    free: int = Field(description="places left; 0: full")


class DaysView(Message):
    """The days of one service that may be booked, the nearest first."""

    service: str
    days: tuple[DayView, ...]


class BookFromAfar(Request):
    """POST /book/{branch}/appointments."""

    service: Identifier
    at: Moment = Field(description="one of the times of GET slots")
    language: Language = "zh_CN"
    telephone: str = Field(
        default="",
        max_length=20,
        pattern=r"^(\+?[0-9][0-9 ()-]{4,18})?$",
        repr=False,
        description="by which the customer is known again; only a keyed digest is kept",
    )


class CheckedIn(Message):
    """Answer to a check-in from a phone: the ticket, and where its page is."""

    number: str
    phone_url: str


class AppointmentView(Message):
    """An appointment as its customer and the staff see it."""

    service: str
    segment: str
    language: str
    at: datetime = Field(description="booked time")
    check_in_from: datetime
    check_in_until: datetime = Field(description="then it lapses")
    state: str = Field(description="booked, checked_in, cancelled or no_show")
    person: str | None = None
    number: str | None = Field(default=None, description="of the ticket, once checked in")
    changes: int = Field(default=0, description="how often it was moved")


class AppointmentBooked(AppointmentView):
    """Answer to POST appointments (201). The code cannot be shown again."""

    code: str = Field(repr=False, description="six letters and digits; the customer's only key")


class ExpectedAppointment(Message):
    """One of today's appointments for the staff: who comes when, without the code."""

    at: datetime
    service: str
    segment: str
    state: str = Field(description="booked or checked_in")
    person: str | None = None
    number: str | None = Field(default=None, description="of the ticket, once checked in")
