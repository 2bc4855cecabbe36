"""Token buckets: how often something may happen, for many keys, in bounded memory.

A bucket holds at most ``burst`` tokens and gains ``per_s`` tokens a second; each request takes one.
Source: Turner, "New directions in communications", IEEE Communications Magazine 24(10), 1986.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Final

from shared.config.pace import Pace

KEYS_MAX: Final = 4096


class Buckets:
    """One bucket for each key; the key that was idle longest is forgotten when there are too many.

    A forgotten bucket is as a full one, so whoever comes from very many addresses needs a bucket
    over all of them as well. Safe to use from several threads.
    """

    def __init__(
        self, pace: Pace, monotonic: Callable[[], float], keys_max: int = KEYS_MAX
    ) -> None:
        """All buckets are full. ``monotonic`` gives seconds that never go back."""
        self._pace = pace
        self._monotonic = monotonic
        self._keys_max = keys_max
        self._lock = Lock()
        self._tokens: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> float:
        """Take a token: 0.0 when there was one, else in how many seconds there will be one."""
        if not self._pace.per_s:
            return 0.0
        with self._lock:
            tokens, now_s = self._level(key)
            if tokens >= 1:
                self._keep(key, tokens - 1, now_s)
                return 0.0
            self._keep(key, tokens, now_s)
            return (1 - tokens) / self._pace.per_s

    def is_empty(self, key: str) -> bool:
        """Whether there is no token now; takes none."""
        if not self._pace.per_s:
            return False
        with self._lock:
            return self._level(key)[0] < 1

    def give_back(self, key: str) -> None:
        """Put a token back that was taken for something harmless after all."""
        if not self._pace.per_s:
            return
        with self._lock:
            tokens, now_s = self._level(key)
            self._keep(key, min(tokens + 1, self._pace.burst), now_s)

    def __len__(self) -> int:
        """How many keys are remembered."""
        return len(self._tokens)

    def _level(self, key: str) -> tuple[float, float]:
        now_s = self._monotonic()
        tokens, at_s = self._tokens.get(key, (float(self._pace.burst), now_s))
        return min(self._pace.burst, tokens + (now_s - at_s) * self._pace.per_s), now_s

    def _keep(self, key: str, tokens: float, now_s: float) -> None:
        self._tokens[key] = (tokens, now_s)
        self._tokens.move_to_end(key)
        if len(self._tokens) > self._keys_max:
            self._tokens.popitem(last=False)
