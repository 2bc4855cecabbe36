"""What whoever serves a customer may know beside the ticket: nothing that names anybody."""

from datetime import datetime

from pydantic import Field

from shared.protocol.base import Message


class CustomerCard(Message):
    """Of the customer at one counter, for that counter's screen."""

    ticket: str
    missing: tuple[str, ...] = Field(
        default=(), description="documents that the customer said at the door were not at hand"
    )
    is_advised: bool = Field(
        default=False, description="the customer was asked at the door what is at hand"
    )
    promised_from: datetime | None = Field(
        default=None, description="the call was promised from this time"
    )
    promised_by: datetime | None = Field(default=None, description="to this time")
    also: tuple[str, ...] = Field(
        default=(), description="numbers of the same customer's other tickets that are still good"
    )
