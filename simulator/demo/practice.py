"""The practice clock as seen from outside the server: read it, wait on it, change its speed."""

import threading
import time
from dataclasses import dataclass, field
from datetime import datetime

import httpx

from shared.protocol.event import to_us

#: A sleep is never longer, so that a change of speed is noticed.
NAP_S = 0.02


@dataclass
class PracticeTime:
    """Mirror of the server's clock. Safe to use from several threads.

    ``zero_us`` is the branch's midnight of the practice day, microseconds since the epoch.
    """

    zero_us: int
    now_us: int
    rate: float
    _read_s: float = field(default_factory=time.monotonic)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def epoch_us(self) -> int:
        """The branch's time, microseconds since the epoch."""
        with self._lock:
            elapsed_s = time.monotonic() - self._read_s
            return self.now_us + round(elapsed_s * self.rate * 1_000_000)

    def day_us(self) -> int:
        """The branch's time, microseconds from midnight."""
        return self.epoch_us() - self.zero_us

    def change(self, server: str, key: str, rate: float) -> None:
        """Run the server's clock ``rate`` times as fast as real time from now on."""
        answer = httpx.put(
            f"{server}/api/v1/practice/clock",
            json={"rate": rate},
            headers={"Authorization": f"Bearer {key}"},
            trust_env=False,
            timeout=10,
        ).raise_for_status()
        now_us = to_us(datetime.fromisoformat(answer.json()["now"]))
        with self._lock:
            self.now_us, self.rate, self._read_s = now_us, rate, time.monotonic()

    def wait_until(self, day_us: int, stop: threading.Event) -> bool:
        """Wait for a time of the day; False when told to stop before."""
        while (left_us := day_us - self.day_us()) > 0:
            left_s = left_us / 1_000_000 / self.rate if self.rate else NAP_S
            if stop.wait(min(left_s, NAP_S)):
                return False
        return not stop.is_set()
