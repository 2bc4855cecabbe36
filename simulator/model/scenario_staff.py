"""The part of a scenario that is about who works where and when."""

from typing import Final

from pydantic import Field

from shared.config.profile import ClockTime, Identifier, Table
from shared.dispatch.layout import SPEED_MILLI_MAX, SPEED_MILLI_MIN

SLOWEST: Final = SPEED_MILLI_MIN / 1000
QUICKEST: Final = SPEED_MILLI_MAX / 1000
#: Seconds; what a profile may say of a counter.
LONGEST_WALK_S: Final = 600


class Walk(Table):
    """The usual walk to one counter, instead of the profile's."""

    counter: Identifier
    walk_s: float = Field(ge=0, le=LONGEST_WALK_S, description="from the call to the counter")


class Pause(Table):
    """A planned pause of a counter. Whoever is being served is served first."""

    begins: ClockTime
    ends: ClockTime
    reason: Identifier = "lunch"


class Present(Table):
    """Who is there: the counters that are staffed on one kind of day."""

    share: float = Field(gt=0, le=1_000_000, description="weight of such days")
    counters: tuple[Identifier, ...] = Field(min_length=1, max_length=99)


class Staffing(Table):
    """When one person works at one counter. From closing time on until everybody is served.

    Several lines may name one counter, and one person, one after another: whoever comes next waits
    until the one before has left.
    """

    counter: Identifier
    opens: ClockTime | None = Field(default=None, description="default: when the branch opens")
    closes: ClockTime | None = Field(default=None, description="default: when the branch closes")
    pauses: tuple[Pause, ...] = Field(default=(), max_length=12)
    person: str | None = Field(
        default=None,
        pattern=r"^[0-9A-Za-z]{1,16}$",
        description="staff number of somebody who works at several counters; "
        "default: somebody who works nowhere else",
    )
    services: tuple[Identifier, ...] | None = Field(
        default=None,
        min_length=1,
        max_length=62,
        description="what the person may serve; default: whatever the counter can",
    )
    speed: float = Field(
        default=1.0,
        ge=SLOWEST,
        le=QUICKEST,
        description="of the person, on top of the counter's: 1 is usual, 2 needs half the time",
    )
