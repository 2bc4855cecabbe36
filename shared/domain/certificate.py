"""What people may serve by their papers: kinds of certificates, certificates given, courses."""

from dataclasses import dataclass
from typing import Final

DAY_US: Final = 24 * 3600 * 1_000_000


@dataclass(frozen=True, slots=True)
class CertificateKind:
    """Without a valid one of this kind nobody serves these services.

    ``warn_us`` before its end people are told.
    """

    id: str
    services: frozenset[str]
    warn_us: int = 30 * DAY_US


@dataclass(frozen=True, slots=True)
class Certificate:
    """One that was given; it holds from ``granted_us`` until just before ``until_us``.

    ``is_over`` tells that the log says so: once.
    """

    person: str
    kind: str
    granted_us: int
    until_us: int
    by: str
    is_over: bool = False

    def is_valid(self, at_us: int) -> bool:
        """Whether it holds at this moment."""
        return self.granted_us <= at_us < self.until_us


@dataclass(frozen=True, slots=True)
class Training:
    """A course that somebody took. ``score`` is in percent where there was an examination."""

    course: str
    held_us: int
    is_passed: bool
    by: str
    score: int | None = None
