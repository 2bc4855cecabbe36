"""Which business day it is: local date and local midnight in the branch's time zone."""

from datetime import UTC, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from shared.protocol.event import to_datetime, to_us


class LocalDay(NamedTuple):
    """A local date (ISO) and its midnight in microseconds since the UTC epoch."""

    day: str
    midnight_us: int


def local_day(now_us: int, zone: ZoneInfo) -> LocalDay:
    """The business day at this time; it rolls over at local midnight."""
    local = to_datetime(now_us).astimezone(zone)
    midnight = datetime.combine(local.date(), time.min, zone)
    return LocalDay(local.date().isoformat(), to_us(midnight.astimezone(UTC)))
