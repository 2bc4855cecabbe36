"""How long a word of mouth counts. One table, so that tests can shorten all of it together."""

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChargeTiming:
    """Milliseconds of the server's own clock.

    Two servers can never be in charge at once while ``silence_ms`` is longer than ``lease_ms`` by
    more than the clocks can disagree over that time: at 1 % each, 15 s against 10 s leave 4.7 s.
    """

    beat_ms: int = 2_000
    """How often two servers, and a counter and its server, speak to each other."""
    fast_ms: int = 500
    """How often a counter speaks while the branch server has nobody else to confirm its log."""
    lease_ms: int = 10_000
    """How long a contact counts, from the moment when the beat was made."""
    silence_ms: int = 15_000
    """How long a stand-in, or a counter, hears nothing before it turns elsewhere."""
    handing_ms: int = 20_000
    """How long a stand-in waits for the confirmation of what it has handed back."""
    confirm_ms: int = 3_000
    """How long a command waits until the other server, or most counters, are known to follow."""

    def shortened(self, times: int) -> "ChargeTiming":
        """The same proportions, so many times as fast; for tests."""
        return ChargeTiming(
            beat_ms=self.beat_ms // times,
            fast_ms=self.fast_ms // times,
            lease_ms=self.lease_ms // times,
            silence_ms=self.silence_ms // times,
            handing_ms=self.handing_ms // times,
            confirm_ms=self.confirm_ms,
        )


def running_ms() -> int:
    """Milliseconds since some moment before this process: never set, counting sleep too.

    Linux leaves the time that a machine slept out of its monotonic clock; a lease must not outlast
    the night in a suspended laptop.
    """
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    if clock is None:
        return time.monotonic_ns() // 1_000_000
    return time.clock_gettime_ns(clock) // 1_000_000
