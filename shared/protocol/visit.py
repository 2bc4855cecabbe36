"""Bodies of the commands of a visit that does not end at its first counter."""

from typing import Literal, Self

from pydantic import Field, model_validator

from shared.protocol.base import Request
from shared.protocol.command import Identifier


class HoldTicket(Request):
    """POST tickets/{id}/hold: put aside for a reason of the profile, which names its pool."""

    pool: Identifier


class TransferTicket(Request):
    """POST tickets/{id}/transfer: to a service, a counter, a person, or a service at one of them.

    At least one of the three is given.
    """

    service: Identifier | None = Field(default=None, description="default: the present one")
    counter: Identifier | None = None
    person: Identifier | None = Field(default=None, description="staff number")

    @model_validator(mode="after")
    def _names_a_target(self) -> Self:
        if not (self.service or self.counter or self.person):
            raise ValueError("give a service, a counter or a person")
        return self


class DeferTicket(Request):
    """POST tickets/{id}/defer: call the customer later."""

    minutes: int = Field(ge=1, le=1440, description="not before so many minutes from now")


class ReclassifyTicket(Request):
    """POST tickets/{id}/reclassify: another service or segment; the session is the author."""

    service: Identifier | None = None
    segment: Identifier | None = None


class JoinTicket(Request):
    """POST tickets/{id}/join: a companion's ticket comes along on this one."""

    companion: Identifier = Field(description="id of the other ticket")


class SplitTicket(Request):
    """POST tickets/{id}/split: the companion goes alone again, or a need gets its own ticket.

    Exactly one of the two is given.
    """

    companion: Identifier | None = Field(default=None, description="id of the joined ticket")
    service: Identifier | None = None

    @model_validator(mode="after")
    def _names_one_thing(self) -> Self:
        if bool(self.companion) == bool(self.service):
            raise ValueError("give either a companion or a service")
        return self


class NextNeed(Request):
    """POST tickets/{id}/next-need: the present need is done, the next one is served here."""

    service: Identifier | None = Field(default=None, description="default: the next on the ticket")


class DivertTicket(Request):
    """POST tickets/{id}/divert: the customer goes another way and does not wait."""

    way: Literal["machine", "adviser", "appointment", "later"]
