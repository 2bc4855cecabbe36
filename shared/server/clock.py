"""The branch's clock: the machine's own, a faster one for practice, one set by hand for tests."""

import time

from shared.services.ports import Clock

__all__ = ["Clock", "ManualClock", "PracticeClock", "RealClock"]


class RealClock:
    """The machine's time."""

    rate = 1.0

    def now_us(self) -> int:
        """Microseconds since the UTC epoch."""
        return time.time_ns() // 1000


class PracticeClock:
    """A clock that starts where it is told and runs ``rate`` times as fast as real time."""

    def __init__(self, start_us: int, rate: float) -> None:
        """It starts to run now."""
        self.rate = rate
        self._start_us = start_us
        self._began_ns = time.monotonic_ns()

    def now_us(self) -> int:
        """Microseconds since the UTC epoch, on the practice day."""
        elapsed_ns = time.monotonic_ns() - self._began_ns
        return self._start_us + round(elapsed_ns * self.rate / 1000)


class ManualClock:
    """A clock that stands still until it is moved. Safe to move from another thread."""

    rate = 0.0

    def __init__(self, now_us: int) -> None:
        """It shows this time."""
        self._now_us = now_us

    def now_us(self) -> int:
        """What it was set to."""
        return self._now_us

    def set(self, now_us: int) -> None:
        """Show this time from now on."""
        self._now_us = now_us

    def advance(self, by_us: int) -> None:
        """Show a later time."""
        self._now_us += by_us
