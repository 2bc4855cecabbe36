"""Which of a branch's two servers a program listens to: one at a time, and changed by one rule.

A program begins with the branch server. It turns to the other one after ``SILENCE_S`` without a
byte from the one that it listens to, or at once when that one says itself that it has handed the
branch back. The same rule leads it back. The votes of counters rest on it (docs/decisions/0025): a
server's beat is good for 10 s, so that whoever turns away after 15 s leaves no vote behind.
"""

import time
from collections.abc import Callable
from typing import Final

from shared.protocol.base import ServerKind

BRANCH: Final[ServerKind] = "branch"
STAND_IN: Final[ServerKind] = "stand_in"
SILENCE_S: Final = 15.0
#: Who says this has given the charge away and does not take it again within ``SILENCE_S``.
HANDED_BACK: Final = "handed_back"


class Loyalty:
    """Whom to listen to now (``at``), on a clock that nobody sets.

    ``stand_in`` is the other server's address, empty while none is known: then nothing changes.
    """

    def __init__(
        self,
        stand_in: str = "",
        silence_s: float = SILENCE_S,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """Listening to the branch server from now on."""
        self.at: ServerKind = BRANCH
        self.stand_in = stand_in
        self._silence_s = silence_s
        self._monotonic_s = monotonic_s
        self._since_s = monotonic_s()

    def heard(self, server: ServerKind) -> None:
        """A byte came; late ones of the other server do not count."""
        if server == self.at:
            self._since_s = self._monotonic_s()

    def told(self, server: ServerKind, code: str) -> bool:
        """A server refused with this code: whether to listen to the other one from now on."""
        if server != self.at or code != HANDED_BACK or not self.stand_in:
            return False
        self._turn()
        return True

    def look(self) -> bool:
        """Whether it has been silent for too long, so that the other one is listened to now."""
        left_s = self.left_s()
        if left_s is None or left_s > 0:
            return False
        self._turn()
        return True

    def left_s(self) -> float | None:
        """Seconds of silence until it changes; None where there is only one server."""
        if not self.stand_in:
            return None
        return max(0.0, self._since_s + self._silence_s - self._monotonic_s())

    def _turn(self) -> None:
        self.at = STAND_IN if self.at == BRANCH else BRANCH
        self._since_s = self._monotonic_s()
