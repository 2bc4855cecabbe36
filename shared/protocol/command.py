"""Bodies of the commands (POST). Every POST may carry the header Idempotency-Key."""

from typing import Annotated

from pydantic import AwareDatetime, Field

from shared.protocol.base import Request

Identifier = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}(_[A-Z]{2})?$")]
Note = Annotated[str, Field(max_length=200)]


class IssueTicket(Request):
    """POST tickets."""

    service: Identifier
    segment: Identifier | None = Field(default=None, description="default: the ordinary segment")
    language: Language = "zh_CN"


class CloseTicket(Request):
    """POST tickets/{id}/close."""

    outcome: Identifier | None = Field(default=None, description="default: the usual outcome")


class CancelTicket(Request):
    """POST tickets/{id}/cancel."""

    reason: Identifier = "customer"


class RateTicket(Request):
    """POST tickets/{id}/rating: 1 very poor to 5 very good."""

    score: int = Field(ge=1, le=5)


class OpenCounter(Request):
    """POST counters/{counter}/open: opens it for the signed-in person, or ends a pause."""


class PauseCounter(Request):
    """POST counters/{counter}/pause."""

    reason: Identifier
    until: AwareDatetime | None = Field(
        default=None, description="expected return, with its offset; within 24 hours"
    )


class NextTicket(Request):
    """POST counters/{counter}/next."""


class AskHelp(Request):
    """POST help-requests: somebody at a kiosk asks for a person."""

    device: Identifier = "kiosk"
    screen: Note = ""


class SignIn(Request):
    """POST sessions: a person at a counter."""

    staff: Identifier
    pin: str = Field(min_length=4, max_length=12, pattern=r"^\d+$", repr=False)
    counter: Identifier | None = None
