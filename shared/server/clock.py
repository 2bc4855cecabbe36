"""The branch's clock: the machine's own, a faster one for practice, one set by hand for tests."""

import threading
import time


class RealClock:
    """The machine's time."""

    rate = 1.0
    is_real = True

    def now_us(self) -> int:
        """Microseconds since the UTC epoch."""
        return time.time_ns() // 1000


class PracticeClock:
    """A clock that starts where it is told and runs ``rate`` times as fast as real time."""

    is_real = False

    def __init__(self, start_us: int, rate: float) -> None:
        """It starts to run now."""
        self._lock = threading.Lock()
        self.rate = rate
        self._start_us = start_us
        self._began_ns = time.monotonic_ns()

    def now_us(self) -> int:
        """Microseconds since the UTC epoch, on the practice day."""
        with self._lock:
            return self._at(time.monotonic_ns())

    def set_rate(self, rate: float) -> None:
        """From now on run ``rate`` times as fast as real time; 0 stands still."""
        with self._lock:
            now_ns = time.monotonic_ns()
            self._start_us = self._at(now_ns)
            self._began_ns = now_ns
            self.rate = rate

    def _at(self, monotonic_ns: int) -> int:
        return self._start_us + round((monotonic_ns - self._began_ns) * self.rate / 1000)


class ManualClock:
    """A clock that stands still until it is moved. Safe to move from another thread."""

    rate = 0.0
    is_real = False

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
