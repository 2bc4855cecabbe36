"""The server's clock, as an operator sees it."""

from datetime import datetime

from pydantic import Field

from shared.protocol.base import Message


class ClockState(Message):
    """GET clock."""

    now: datetime = Field(description="the branch's time, UTC")
    held_s: int = Field(
        description="seconds that the machine's clock is ahead and not believed; behind: negative"
    )
