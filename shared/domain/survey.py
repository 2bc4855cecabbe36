"""Survey campaigns: whom they ask, and until when (R7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

MILLI: Final = 1000
MARK_MIN: Final = 1
MARK_MAX: Final = 5


@dataclass(frozen=True, slots=True)
class Campaign:
    """A survey of the profile, put to customers who come from ``from_us`` until ``to_us``.

    ``shares_milli`` are the thousandths of each segment's customers that are asked. ``ended_us``
    tells when somebody ended it before its time.
    """

    id: str
    survey: str
    from_us: int
    to_us: int
    shares_milli: Mapping[str, int]
    questions: tuple[str, ...]
    by: str
    ended_us: int | None = None

    @property
    def until_us(self) -> int:
        """Who comes from then on is not asked."""
        return self.to_us if self.ended_us is None else min(self.to_us, self.ended_us)

    def takes(self, arrived_us: int) -> bool:
        """Whether customers who came then belong to it."""
        return self.from_us <= arrived_us < self.until_us

    def asks(self, ticket: str, segment: str) -> bool:
        """Whether the customer of this ticket is among those who are asked.

        By chance, and the same chance however often it is asked for: the first 64 bits of a
        SHA-256 of both names, against the segment's share.
        """
        drawn = int.from_bytes(sha256(f"{self.id}/{ticket}".encode()).digest()[:8], "big")
        return drawn % MILLI < self.shares_milli.get(segment, 0)
