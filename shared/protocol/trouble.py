"""What staff have to look after: slips that did not come out, devices that lack something."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from shared.protocol.base import Message

#: ``requested``: no printer has taken it yet; ``started``: its end is not known yet.
PrintFate = Literal["requested", "started", "failed", "unknown"]


class PrintView(Message):
    """A slip that is not in a customer's hand, as far as anybody knows."""

    ticket: str
    number: str
    copy_no: int = Field(description="1: the slip that came with the ticket; from 2 on a reprint")
    device: str = Field(description="identifier of the device that prints")
    fate: PrintFate
    reason: str = Field(default="", description="code: printer_paper_out, printer_silent ...")
    at: datetime


class DeviceTrouble(Message):
    """A device of the branch that lacks something, as it last said itself."""

    device: str
    name: str = ""
    role: str
    problems: tuple[str, ...] = Field(description="codes: printer_paper_out, numbers_missing ...")
    since: datetime
