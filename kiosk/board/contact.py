"""How long the board has heard nothing, in real seconds, whatever the branch's clock does."""

from collections.abc import Callable
from datetime import datetime

#: Real seconds without a byte from the server until the board says that its data has stopped. It
#: beats every 2 s (shared/server/stream.py): two beats are missing then, and with the look at the
#: clock four times a second a dead server is told within 5 s.
STALE_S = 4.2


class Contact:
    """Watches the client's ``last_contact`` against a monotonic clock.

    The branch's clock may run 60 times as fast in a time-lapse, or stand still; a customer in front
    of the board waits in real seconds.
    """

    def __init__(self, monotonic_s: Callable[[], float]) -> None:
        self._monotonic_s = monotonic_s
        self._last: datetime | None = None
        self._changed_s = monotonic_s()

    def note(self, last_contact: datetime | None, *, is_heard: bool = False) -> None:
        """What the client says now.

        ``is_heard``: the server is known to be there although the branch's clock stands still, so
        that ``last_contact`` cannot move.
        """
        if is_heard or last_contact != self._last:
            self._last = last_contact
            self._changed_s = self._monotonic_s()

    @property
    def last(self) -> datetime | None:
        """The last contact on the branch's clock."""
        return self._last

    @property
    def is_stale(self) -> bool:
        """Whether the last contact is too long ago."""
        return self._monotonic_s() - self._changed_s > STALE_S
