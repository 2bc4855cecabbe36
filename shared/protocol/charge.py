"""Which of a branch's two servers decides, and what a counter tells the other one first."""

from typing import Annotated

from pydantic import Field

from shared.protocol.base import Message, Request, ServerKind
from shared.protocol.command import Identifier
from shared.protocol.event import EventView
from shared.protocol.times import Moment

HEARD_MAX = 200


class ChargeView(Message):
    """GET charge: whether this server carries out commands now, and on whose word."""

    is_held: bool
    server: ServerKind
    since: Moment | None = Field(default=None, description="when that changed last")
    counters_in_contact: int = Field(description="of the open ones, those that listen to it")
    counters_needed: int = Field(description="more than half of the open ones; 0: none is open")
    is_other_in_contact: bool = Field(default=False, description="the two servers hear each other")
    term: str = Field(default="", description="of the stand-in, while its journal is not absorbed")


class Serving(Request):
    """The customer at a counter, as its program knows."""

    ticket: Identifier
    called_at: Moment


class Heard(Request):
    """POST stand-in/heard: what a counter saw of the log before it turned to the stand-in."""

    counter: Identifier
    sequence: int = Field(
        ge=0, lt=2**53, description="the newest one, as in the heartbeat; with 0 it is no vote"
    )
    events: Annotated[tuple[EventView, ...], Field(max_length=HEARD_MAX)] = Field(
        default=(), description="the newest ones, in their order and without a gap"
    )
    serving: Serving | None = None


class HeardTaken(Message):
    """Answer to POST stand-in/heard."""

    sequence: int = Field(description="how far the stand-in's copy goes now")
