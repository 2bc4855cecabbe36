"""A practice branch on the wire."""

from typing import Final

from pydantic import Field

from shared.protocol.base import Message, Request

PACE_MAX: Final = 240.0
#: What is added to a server's address to reach the practice branch beside it.
PRACTICE: Final = "/practice"


class Pace(Request):
    """PUT practice/pace."""

    customers_per_hour: float = Field(ge=0, le=PACE_MAX, description="made up; 0: nobody comes")


class PaceView(Message):
    """How many made-up customers come."""

    customers_per_hour: float
