"""When somebody will probably be called, on the wire."""

from datetime import datetime

from pydantic import Field

from shared.protocol.base import Message, Request
from shared.protocol.command import Identifier


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


class WhatIf(Request):
    """What if this counter were opened now, until everybody has left?"""

    counter: Identifier
    over_min: float = Field(default=20, ge=1, le=240, description="somebody waits longer than")
    ahead_min: float = Field(
        default=60, ge=5, le=180, description="of those who wait, or come within"
    )


class OutlookView(Message):
    """What is expected of the next while, from so many runs of the branch lived ahead."""

    chance_over_0_1: float = Field(description="that anybody waits longer than over_min")
    customers_over: float = Field(description="how many do on average")
    wait_mean_s: float = Field(description="of those who are called")


class WhatIfView(Message):
    """Answer to POST what-if: the same customers as things stand, and with the counter open."""

    counter: str
    over_min: float
    ahead_min: float
    as_it_stands: OutlookView
    with_counter: OutlookView


class Expected(Message):
    """When somebody who waits is called, as of now; what was promised stays what it was."""

    ticket: str
    number: str
    window: Window


class ComingHour(Message):
    """The usual wait of those who come in a half-hour that is still to come."""

    service: str
    begins_at: datetime
    wait_s: float


class ForecastView(Message):
    """GET forecast: the quotes of every service and segment, as of ``sequence`` of the log.

    Of the same moment: when those who wait are called, in the order of the middles, and what
    later half-hours of today are expected to bring.
    """

    sequence: int
    at: datetime
    quotes: tuple[Quote, ...] = ()
    waiting: tuple[Expected, ...] = ()
    hours: tuple[ComingHour, ...] = ()
    is_calibrated: bool = Field(
        default=False, description="from what recorded days taught; else from today's last hour"
    )
    promises_learned: int = Field(
        default=0, description="earlier promises that corrected the windows; 0: uncorrected"
    )
