"""The answer to “why was this one next, and not me?”: the story of one ticket in words."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from shared.protocol.base import Message


class Audience(StrEnum):
    """For whom the words are: colleagues, or the customer, who learns nothing of other people."""

    STAFF = "staff"
    CUSTOMER = "customer"


class StoryLine(Message):
    """One thing that happened, in one sentence."""

    at: datetime
    clock: str = Field(description="local time such as 10:42")
    kind: str = Field(description="kind of the event, or passed_over")
    text: str


class TicketStory(Message):
    """GET tickets/{id}/why."""

    ticket: str
    number: str
    day: str
    audience: Audience
    language: str
    state: str
    came_at: datetime
    called_at: datetime | None = None
    waited_s: float | None = Field(default=None, description="until the first call, or for nothing")
    clock_stood_s: float = Field(default=0.0, description="of it outside the standard's clock")
    overtaken: int = Field(description="calls that passed it over")
    overtakes_max: int | None = Field(default=None, description="the limit of its class")
    summary: str
    lines: tuple[StoryLine, ...]
