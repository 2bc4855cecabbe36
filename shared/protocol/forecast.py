"""When somebody will probably be called, on the wire."""

from datetime import datetime

from pydantic import Field

from shared.protocol.base import Message


class Window(Message):
    """The middle 80 % of the forecast of one call: one in ten comes earlier, one in ten later."""

    earliest_at: datetime
    likely_at: datetime = Field(description="the middle: as many come before it as after it")
    latest_at: datetime = Field(description="nine times in ten the call comes by then")


class Quote(Message):
    """What somebody would be told who takes a ticket now."""

    service: str
    segment: str
    window: Window | None = Field(default=None, description="none: too uncertain to be said")
    people_ahead: int
    wait_s: float | None = Field(default=None, description="from now to likely_at")


class TicketWindow(Message):
    """When somebody who waits will probably be called."""

    ticket: str
    window: Window


class ForecastView(Message):
    """GET forecast: the quotes of every service and segment, as of ``sequence`` of the log."""

    sequence: int
    at: datetime
    quotes: tuple[Quote, ...] = ()
    tickets: tuple[TicketWindow, ...] = Field(
        default=(), description="of who waits; a ticket that is missing here is too uncertain"
    )
