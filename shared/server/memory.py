"""What was found under a secret, remembered for a second.

Whoever asks often is looked up again together with all others whose second is nearly over: one
question to the database a second, however many devices a server has.
"""

import time
from collections.abc import Callable, Collection, Mapping
from typing import Final, Generic, TypeVar

REMEMBERED_S: Final = 1.0
#: Older than this it is looked up again on the way.
STALE_S: Final = 0.5
REMEMBERED_MAX: Final = 1000

Found = TypeVar("Found")


class Memory(Generic[Found]):
    """Things by their secret. What is not asked for any more is forgotten."""

    def __init__(self, read: Callable[[Collection[str]], Mapping[str, Found]]) -> None:
        """``read`` gives what the database holds under these secrets; others are missing."""
        self._read = read
        self._found: dict[str, tuple[float, Found]] = {}
        self._asked: set[str] = set()

    def get(self, secret: str) -> Found | None:
        """What lies under this secret, as it was at most a second ago.

        Raises:
            Whatever ``read`` raises.
        """
        now_s = time.monotonic()
        at_s, found = self._found.get(secret, (-REMEMBERED_S, None))
        if found is not None and now_s - at_s < REMEMBERED_S:
            self._asked.add(secret)
            return found
        self._look_up(secret, now_s)
        return self._found[secret][1] if secret in self._found else None

    def forget(self, secret: str) -> None:
        """It is worth nothing any more."""
        self._found.pop(secret, None)
        self._asked.discard(secret)

    def _look_up(self, secret: str, now_s: float) -> None:
        """This one, and of the others those that were asked for since they were looked up."""
        stale = {other for other, (at_s, _) in self._found.items() if now_s - at_s >= STALE_S}
        found = self._read({secret, *(stale & self._asked)})
        for other in stale:
            self.forget(other)
        if len(self._found) + len(found) > REMEMBERED_MAX:
            self._found.clear()
            self._asked.clear()
        self._found.update((each, (now_s, thing)) for each, thing in found.items())
        if secret not in found:
            self.forget(secret)
