"""The verdict on the waiting standard: limit by limit, promised and achieved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shared.metrics.visit import Visit
from shared.metrics.waiting import WithinLimit, within_limit


@dataclass(frozen=True, slots=True)
class Limit:
    """At least this share of customers is called within so many seconds."""

    within_s: float
    share: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one limit was kept. ``is_kept`` is None when nobody could be counted."""

    limit: Limit
    achieved: WithinLimit

    @property
    def is_kept(self) -> bool | None:
        """Whether at least the promised share was called in time."""
        if not self.achieved.counted:
            return None
        return self.achieved.within >= self.limit.share * self.achieved.counted - 1e-9

    @property
    def missing(self) -> int:
        """How many more customers in time would have kept the limit."""
        if self.is_kept is not False:
            return 0
        needed = self.limit.share * self.achieved.counted
        return -int(-(needed - 1e-9) // 1) - self.achieved.within


def verdicts(visits: Iterable[Visit], limits: Sequence[Limit]) -> tuple[Verdict, ...]:
    """One verdict for each limit of the standard."""
    group = list(visits)
    return tuple(Verdict(limit, within_limit(group, limit.within_s)) for limit in limits)
