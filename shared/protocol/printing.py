"""Slips on the wire: what became of each print, another print of a slip, looking for a slip."""

from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import Field

from shared.protocol.base import Message, Request
from shared.protocol.command import Identifier
from shared.protocol.lobby import TicketIssued
from shared.protocol.times import Moment

PRINTS_MAX: Final = 200
COPIES_MAX: Final = 99
CopyNo = Annotated[int, Field(ge=1, le=COPIES_MAX)]
Code = Annotated[str, Field(max_length=64, pattern=r"^[a-z0-9_]*$")]


class PrintEnd(Request):
    """How one print ended, told by the device that printed; ``at`` is when it was so.

    ``done``: all of it was sent and the printer, asked behind it, reports no fault. ``unknown``:
    sent, and nobody knows what became of it. ``failed``: certainly no slip.
    """

    ticket: Identifier
    copy_no: CopyNo = 1
    at: Moment
    fate: Literal["done", "failed", "unknown"]
    reason: Code = ""


class TellPrints(Request):
    """POST prints: told again it counts once; tickets that are not of today are passed over."""

    prints: tuple[PrintEnd, ...] = Field(max_length=PRINTS_MAX)


class PrintsTaken(Message):
    """Answer to POST prints."""

    taken: int = Field(description="prints that are part of the log now")


class Reprint(Request):
    """POST tickets/{ticket}/reprint: this slip once more, marked as a copy."""

    device: Identifier | None = Field(
        default=None, description="the kiosk that prints it; default: the one that printed it first"
    )


class TakeSlip(Request):
    """POST tickets/{ticket}/slip: the kiosk that was asked to print this copy takes it on."""

    copy_no: CopyNo


class SlipTaken(TicketIssued):
    """Answer to POST tickets/{ticket}/slip: what stands on it; ``phone_url`` is a new one."""

    copy_no: int


class TicketFound(Message):
    """A ticket as it helps to find a lost slip: nothing about the customer."""

    id: str
    number: str
    state: str
    service: str
    arrived_at: datetime
    counter: str | None = None


class TicketsFound(Message):
    """GET tickets: today's that match, nearest to the time first, else the newest first."""

    tickets: tuple[TicketFound, ...]
    is_cut: bool = Field(default=False, description="there are more: say more about it")
