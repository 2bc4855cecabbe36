"""What a forecast says, as plain data: light enough for whoever only reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from shared.rollout.windows.conformal import Raw

#: Name and version of how windows are worked out; stands in every promise.
METHOD: Final = "ahead-1"

Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Quoted:
    """What somebody of a class hears who takes a ticket now. Times are of the branch's clock.

    ``raw`` are the quantiles of the runs, ``window`` the corrected ones, None: withheld.
    ``pace_us`` is how much later one more customer ahead makes it, ``plain_us`` the time of the
    call by the plain estimate (-1: nobody is open for it).
    """

    raw: Raw
    window: Raw | None
    people_ahead: int
    pace_us: int
    plain_us: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is expected of the next while: the chance that somebody waits longer than a limit.

    ``over_mean`` is how many do on average, ``wait_us`` the mean wait of those who are called.
    """

    chance_0_1: float
    over_mean: float
    wait_us: int


@dataclass(frozen=True, slots=True)
class Foretold:
    """The forecast of one branch, standing on event ``sequence``; ``at_us`` of its clock.

    ``quotes`` by (service, segment), ``waiting`` by ticket, ``numbers`` of these; ``hours`` are the
    half-hours to come (when, and the usual wait of who comes then) by service. ``is_calibrated``:
    with what was learned from recorded days; ``learned``: the promises that the correction stands
    on.
    """

    branch: str
    sequence: int
    at_us: int
    quotes: Mapping[Name, Quoted]
    waiting: Mapping[str, Raw] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    hours: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    is_calibrated: bool = False
    learned: int = 0
