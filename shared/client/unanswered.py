"""Commands that had no answer: their keys, for whoever asks for the very same thing again.

Whether such a command was carried out is not known. Asked again with its key it is carried out once
only, so that what was done unheard (a ticket that nobody was given) goes to who asks again.
"""

import time
from collections.abc import Callable
from hashlib import sha256
from typing import Final

AGAIN_S: Final = 120.0
"""So long the same wish counts as the same command; later a ticket would be far too old."""


class Unanswered:
    """The keys of what had no answer, by a digest of the command as it was sent, each for one use.

    A digest, since a command may hold a telephone number; and nothing stays longer than it is of
    use.
    """

    def __init__(self, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        """Everything was answered so far."""
        self._monotonic_s = monotonic_s
        self._keys: dict[bytes, tuple[float, str]] = {}

    def note(self, body: bytes, key: str) -> None:
        """This command with this key had no answer."""
        now_s = self._monotonic_s()
        self._keys = {d: kept for d, kept in self._keys.items() if now_s - kept[0] <= AGAIN_S}
        self._keys[_digest(body)] = (now_s, key)

    def take(self, body: bytes) -> str:
        """The key to send this command with again; empty when it needs one of its own."""
        at_s, key = self._keys.pop(_digest(body), (0.0, ""))
        return key if key and self._monotonic_s() - at_s <= AGAIN_S else ""


def _digest(body: bytes) -> bytes:
    return sha256(body).digest()
