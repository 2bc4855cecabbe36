"""The branch's clock on this machine, also when the branch's day runs faster than the real one."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

#: Branch seconds per real second; a time-lapse of a day in a second would be 86400.
FASTEST: Final = 100_000.0
#: Far from the ends of the calendar, where adding a zone's hours fails.
YEARS: Final = range(1971, 9998)


def is_clock(now: datetime, rate: float | None = None) -> bool:
    """Whether this can be a server's time: aware, of an ordinary year, at a pace that exists."""
    is_pace = rate is None or 0.0 <= rate <= FASTEST
    return now.tzinfo is not None and now.year in YEARS and is_pace


class BranchClock:
    """The server's time carried on by this machine's monotonic clock.

    ``rate`` is branch seconds per real second (60 in a time-lapse). Until the server has told its
    time, this machine's own is shown.
    """

    def __init__(self, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        """A clock that nobody has set yet."""
        self._monotonic_s = monotonic_s
        self._zone: ZoneInfo | None = None
        self._rate = 1.0
        self._base: datetime | None = None
        self._base_s = 0.0

    def use_zone(self, name: str) -> None:
        """Show times in an IANA zone; where the machine does not know it, in the server's own."""
        try:
            self._zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            self._zone = None

    def set(self, now: datetime, rate: float | None = None) -> None:
        """The server said what time it is (aware), and how fast its time runs.

        What cannot be a clock's is not taken.
        """
        if not is_clock(now, rate):
            return
        self._base = now
        self._base_s = self._monotonic_s()
        self._rate = self._rate if rate is None else rate

    def now(self) -> datetime:
        """The branch's time now, aware."""
        if self._base is None:
            return datetime.now(UTC).astimezone(self._zone)
        elapsed_s = (self._monotonic_s() - self._base_s) * self._rate
        now = self._base + timedelta(seconds=elapsed_s)
        return now.astimezone(self._zone) if self._zone else now
