"""The branch's clock: the machine's own, a faster one for practice, one set by hand for tests."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

log = logging.getLogger(__name__)

#: A larger step of the machine's clock is not believed by itself (docs/decisions/0024).
STEP_MAX_US: Final = 5 * 60 * 1_000_000


def passed_ns() -> int:
    """Nanoseconds that never go back; where the system can tell, sleep of the machine counts."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic_ns() if boot_time is None else time.clock_gettime_ns(boot_time)


class RealClock:
    """The machine's time, as long as it passes as time does.

    A correction of up to five minutes is followed: forward at once, backward at half speed, so that
    the branch's time never goes back. A larger step is held: time goes on as it passes, until the
    machine's clock comes back or an operator accepts it. Safe to use from several threads.
    """

    rate = 1.0
    is_real = True

    def __init__(
        self,
        wall_ns: Callable[[], int] = time.time_ns,
        passed_ns: Callable[[], int] = passed_ns,
    ) -> None:
        """What the machine's clock shows at the start is believed: there is nothing else."""
        self._wall_ns = wall_ns
        self._passed_ns = passed_ns
        self._lock = threading.Lock()
        self._passed_us = passed_ns() // 1000
        self._now_us = wall_ns() // 1000
        self._held_us = 0
        self._may_lag = False

    def now_us(self) -> int:
        """Microseconds since the UTC epoch; never less than before."""
        with self._lock:
            return self._look()

    def held_us(self) -> int:
        """How far the machine's clock is ahead (behind: negative) and not believed; else 0."""
        with self._lock:
            self._look()
            return self._held_us

    def accept(self) -> int:
        """Believe the machine's clock: ahead at once, behind by half speed; gives the time now."""
        with self._lock:
            self._look()
            if self._held_us > 0:
                self._now_us += self._held_us
            self._may_lag = self._held_us < 0
            if self._held_us:
                log.warning("clock.accepted step_s=%d", self._held_us // 1_000_000)
            return self._look()

    def _look(self) -> int:
        wall_us, passed_us = self._wall_ns() // 1000, self._passed_ns() // 1000
        since_us = passed_us - self._passed_us
        step_us = wall_us - (self._now_us + since_us)
        if step_us > STEP_MAX_US or (step_us < -STEP_MAX_US and not self._may_lag):
            self._hold(step_us)
            now_us = self._now_us + since_us
        else:
            self._held_us = 0
            slow_us = self._now_us + since_us // 2
            self._may_lag = self._may_lag and wall_us < slow_us
            now_us = max(wall_us, slow_us)
        self._now_us, self._passed_us = now_us, passed_us
        return now_us

    def _hold(self, step_us: int) -> None:
        """Say it once for each step."""
        if abs(step_us - self._held_us) > STEP_MAX_US:
            log.warning(
                "clock.step_not_believed step_s=%d: see lobby clock --help", step_us // 1_000_000
            )
            self._held_us = step_us


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
