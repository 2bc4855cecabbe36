"""Which branches are on the line: those whose question for errands is open, or was a moment ago."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

#: Between two questions, and after a line that was cut for a moment.
NEAR_S: Final = 10.0


class Presence:
    """What this process sees of its branches. Belongs to the event loop."""

    def __init__(
        self, *, is_alone: bool = True, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        """``is_alone``: no other process is asked for errands, so who does not ask here is away."""
        self.near_s = NEAR_S
        self._is_alone = is_alone
        self._monotonic = monotonic
        self._asking: Counter[str] = Counter()
        self._heard_s: dict[str, float] = {}

    @contextmanager
    def asking(self, branch: str) -> Iterator[None]:
        """Around a question that a branch keeps open."""
        self._asking[branch] += 1
        try:
            yield
        finally:
            self._asking[branch] -= 1
            self._heard_s[branch] = self._monotonic()

    def is_away(self, branch: str) -> bool:
        """Whether an errand would find nobody, as far as this process can tell."""
        if not self._is_alone or self._asking[branch]:
            return False
        heard_s = self._heard_s.get(branch)
        return heard_s is None or self._monotonic() - heard_s > self.near_s
