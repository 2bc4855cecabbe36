"""What a check of this machine finds. Each part brings its own (entry points ``lobby.checks``)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How it stands."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; where something is to be done, the sentence says what."""

    verdict: Verdict
    sentence: str


@dataclass(frozen=True)
class Asked:
    """What to look at.

    ``profile``: file or shipped name; ``database``: path or address; ``printer``: address; each
    empty for what the settings say. ``screens``: also measure the kiosk's screens, which takes
    a while. ``language``: of the sentences. ``test_slip_mm``: print a test slip on paper of this
    width, 58 or 80; 0: print nothing.
    """

    profile: str = ""
    printer: str = ""
    database: str = ""
    screens: bool = False
    language: str = "en"
    test_slip_mm: int = 0


Check = Callable[[Asked], Iterable[Finding]]
"""Looks and tells; a LobbyError it raises is told as a failure."""
