"""Bodies of the commands (POST). Every POST may carry the header Idempotency-Key."""

from typing import Annotated, Final

from pydantic import Field

from shared.protocol.base import Request
from shared.protocol.times import Moment

Identifier = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}(_[A-Z]{2})?$")]
CustomerRef = Annotated[str, Field(min_length=1, max_length=100)]
Note = Annotated[str, Field(max_length=200)]
NEEDS_MAX: Final = 8  # beside the first; profiles allow up to eight in all


class IssueTicket(Request):
    """POST tickets."""

    service: Identifier
    segment: Identifier | None = Field(default=None, description="default: the ordinary segment")
    language: Language = "zh_CN"
    needs: tuple[Identifier, ...] = Field(
        default=(), max_length=NEEDS_MAX, description="services after the first, in order"
    )
    items: int = Field(default=1, ge=1, le=999, description="number of transactions")
    counter: Identifier | None = Field(default=None, description="only this counter calls it")
    person: Identifier | None = Field(
        default=None, description="only this member of staff calls it (staff number)"
    )
    appointment_code: str | None = Field(
        default=None,
        max_length=64,
        repr=False,
        description="checks this appointment in; then what was booked counts, not the rest here",
    )
    needs_visual_call: bool = Field(
        default=False, description="does not hear well: a person looks before any no-show"
    )
    customer_ref: CustomerRef | None = Field(
        default=None,
        repr=False,
        description="the bank's own key of the customer; it is not stored",
    )


class CloseTicket(Request):
    """POST tickets/{id}/close."""

    outcome: Identifier | None = Field(default=None, description="default: the usual outcome")
    whole_visit: bool = Field(default=False, description="needs that are left are given up")


class NoShow(Request):
    """POST tickets/{id}/no-show. The body may be left out."""

    has_looked: bool = Field(
        default=False,
        description="somebody went and looked; needed where the customer does not hear well",
    )


class NoteTicket(Request):
    """POST tickets/{id}/note: how the customer wants to be called."""

    needs_visual_call: bool = True


class SetRush(Request):
    """POST rush: one touch gives a ticket at the kiosks; it ends by itself."""

    is_on: bool = True
    minutes: int | None = Field(
        default=None, ge=1, le=240, description="default: rush.lasts_min of the profile"
    )


class PutUpNotice(Request):
    """POST notices: words of the profile on the board; they come down by themselves."""

    notice: Identifier
    is_on: bool = Field(default=True, description="false: taken down before its time")
    minutes: int = Field(default=60, ge=1, le=1440, description="so long it is shown")


class CancelTicket(Request):
    """POST tickets/{id}/cancel."""

    reason: Identifier = "customer"


class RateTicket(Request):
    """POST tickets/{id}/rating: 1 very poor to 5 very good."""

    score: int = Field(ge=1, le=5)


class RemarkTicket(Request):
    """POST tickets/{id}/rating/reasons: what the mark was about, of the profile."""

    reasons: tuple[Identifier, ...] = Field(min_length=1, max_length=6)


class OpenCounter(Request):
    """POST counters/{counter}/open: opens it for the signed-in person, or ends a pause."""

    mentor: Identifier | None = Field(
        default=None, description="staff number of who sits beside a trainee"
    )


class CloseCounter(Request):
    """POST counters/{counter}/close."""


class PauseCounter(Request):
    """POST counters/{counter}/pause."""

    reason: Identifier
    until: Moment | None = Field(
        default=None, description="expected return, with its offset; within 24 hours"
    )


class PlanPause(Request):
    """POST counters/{counter}/plan: the last customer, then a pause; or no pause after all."""

    reason: Identifier | None = Field(default=None, description="default: the counter closes")
    until: Moment | None = Field(
        default=None, description="expected return, with its offset; within 24 hours"
    )
    at: Moment | None = Field(
        default=None, description="not before this time; default: after the present customer"
    )
    is_off: bool = Field(default=False, description="drop the plan; nothing else is looked at")


class SetServices(Request):
    """POST counters/{counter}/services: serve these from now on."""

    services: tuple[Identifier, ...] = Field(min_length=1, max_length=62)


Shown = Annotated[str | None, Field(max_length=64, pattern=r"^[A-Za-z0-9_.-]*$")]
"""The ticket that a teller's window shows; empty: none; left out: whoever it is is meant."""


class NextTicket(Request):
    """POST counters/{counter}/next.

    With ``current`` nobody is closed or called where the counter has another customer by now.
    """

    current: Shown = None


class CallTicket(Request):
    """POST counters/{counter}/call: this ticket, out of order, for a reason of the profile."""

    ticket: Identifier
    reason: Identifier
    current: Shown = None


class AskHelp(Request):
    """POST help-requests: somebody at a kiosk asks for a person."""

    device: Identifier = "kiosk"
    screen: Note = ""


Pin = Annotated[str, Field(min_length=4, max_length=12, pattern=r"^[0-9]+$", repr=False)]


class SignIn(Request):
    """POST sessions: a person at a counter."""

    staff: Identifier
    pin: Pin
    counter: Identifier | None = None


class Unlock(Request):
    """POST devices/unlock: a person in charge at a device in the hall."""

    staff: Identifier
    pin: Pin
