"""What the lobby lead sees of the hall beside the queue, and does there."""

from datetime import datetime

from pydantic import Field

from shared.domain.case import CaseKind
from shared.protocol.base import Message, Request
from shared.protocol.command import Identifier


class BeginEnquiry(Request):
    """POST enquiries: a customer asks something."""

    topic: Identifier | None = Field(default=None, description="service that it is about")


class AskForCounter(Request):
    """POST counters/{counter}/ask: somebody is wanted there."""

    is_on: bool = Field(default=True, description="false: not any more")


class EnquiryView(Message):
    """An enquiry that is not answered yet."""

    id: int
    topic: str | None = None
    at: datetime
    staff: str
    staff_name: str | None = None


class FollowUp(Message):
    """A customer of today to whom somebody should go: a low mark, or a wish to speak."""

    case: str
    number: str = Field(description="of the case")
    kind: CaseKind
    ticket: str = Field(description="its number; empty: of another day")
    service: str = ""
    counter: str = ""
    score: int | None = None
    reasons: tuple[str, ...] = ()
    since: datetime
    by: datetime
    owner: str | None = None
    owner_name: str | None = None
    is_late: bool = False


class Kept(Message):
    """How often a standard was kept today."""

    within_min: float
    in_all: int
    in_time: int


class FloorView(Message):
    """GET floor: who waits for a person in the hall, soonest first, and the standards of it."""

    follow_ups: tuple[FollowUp, ...]
    enquiries: tuple[EnquiryView, ...]
    answered: Kept = Field(description="calls for help and enquiries")
    followed_up: Kept = Field(description="low marks and wishes to speak to somebody")
