"""How much wider or narrower than the runs say a window has to be to hold in eight of ten cases.

Split conformal prediction on quantiles (Romano, Patterson, Candès 2019, Conformalized quantile
regression, NeurIPS), each side by itself: of earlier promises whose customers were called, how far
the call lay from the middle, in units of that side of the raw window. The factor of a side is the
value that one in ten was beyond. A service with few promises leans on all services together.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from shared.rollout.columns import FAR

#: One in so many may come earlier than the window, and one in so many later.
ONE_IN: Final = 10
#: Added to each side of a raw window, so that one of no width can be stretched.
GRAIN_US: Final = 15_000_000
#: Fewer promises that came to a call teach nothing.
LEAST: Final = 100
#: The weight of all services together in the factors of one: as if of so many promises.
PRIOR: Final = 1000


class Raw(NamedTuple):
    """What the runs say: quantiles of a call, microseconds, on any clock."""

    low_us: int
    middle_us: int
    high_us: int


class Lesson(NamedTuple):
    """An earlier promise whose customer was called: what the runs said, and when it was."""

    service: str
    raw: Raw
    called_us: int


class Factors(NamedTuple):
    """How far each side of a window reaches from the middle: in units of the raw side."""

    below: float = 1.0
    above: float = 1.0


class Correction(NamedTuple):
    """What earlier days teach: factors of each service, and of any other; from so many promises.

    ``learned`` 0: there is no history, and raw windows stand as they are.
    """

    by_service: dict[str, Factors]
    others: Factors
    learned: int

    def window(self, service: str, raw: Raw, not_before_us: int) -> Raw:
        """The corrected window; FAR stays FAR, nothing begins before this time."""
        if FAR in raw:
            return raw
        factors = self.by_service.get(service, self.others)
        down_us = factors.below * (raw.middle_us - raw.low_us + self.grain_us)
        up_us = factors.above * (raw.high_us - raw.middle_us + self.grain_us)
        low_us, high_us = raw.middle_us - round(down_us), raw.middle_us + round(up_us)
        middle_us = max(raw.middle_us, not_before_us)
        return Raw(min(max(low_us, not_before_us), middle_us), middle_us, max(high_us, middle_us))

    @property
    def grain_us(self) -> int:
        """Without history nothing is added."""
        return GRAIN_US if self.learned else 0


#: Nothing was learned yet.
UNTAUGHT: Final = Correction({}, Factors(), 0)


def learn(lessons: Iterable[Lesson]) -> Correction:
    """The correction that these promises ask for; UNTAUGHT where they are too few."""
    by_service: dict[str, list[Lesson]] = defaultdict(list)
    for lesson in lessons:
        if FAR not in lesson.raw:
            by_service[lesson.service].append(lesson)
    everything = [lesson for mine in by_service.values() for lesson in mine]
    if len(everything) < LEAST:
        return UNTAUGHT
    overall = _factors(everything)
    own = {service: _leaning(mine, overall) for service, mine in by_service.items()}
    return Correction(own, overall, len(everything))


def _leaning(mine: Sequence[Lesson], overall: Factors) -> Factors:
    own, weight = _factors(mine), len(mine) / (len(mine) + PRIOR)
    below = weight * own.below + (1 - weight) * overall.below
    return Factors(below, weight * own.above + (1 - weight) * overall.above)


def _factors(lessons: Sequence[Lesson]) -> Factors:
    return Factors(_beyond(map(_below, lessons)), _beyond(map(_above, lessons)))


def _below(lesson: Lesson) -> float:
    raw = lesson.raw
    return (raw.middle_us - lesson.called_us) / (raw.middle_us - raw.low_us + GRAIN_US)


def _above(lesson: Lesson) -> float:
    raw = lesson.raw
    return (lesson.called_us - raw.middle_us) / (raw.high_us - raw.middle_us + GRAIN_US)


def _beyond(scores: Iterable[float]) -> float:
    """The value that one in ten of the scores, and of one score to come, is beyond; at least 0."""
    ascending = sorted(scores)
    rank = math.ceil((len(ascending) + 1) * (1 - 1 / ONE_IN))
    return max(0.0, ascending[min(rank, len(ascending)) - 1])
