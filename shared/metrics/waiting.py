"""How long people waited, and how that stands against the limits of the standard."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from shared.metrics.quantile import mean, quantile
from shared.metrics.visit import Visit

Key = TypeVar("Key", str, int)

#: States of those who wait no more, though nobody called them.
GONE: Final = frozenset({"cancelled", "joined", "diverted"})


@dataclass(frozen=True, slots=True)
class WithinLimit:
    """The share of customers called within a limit, by the standard's clock.

    Counted are all who were called, and those never called who waited longer than the limit,
    whether they left, went another way, the day ended or they wait still: they had waited too long
    whatever came next. Who was not called and waited less is not counted. ``share`` is NaN when
    nobody is. Rules: docs/decisions/0015-standards-clocks.md.
    """

    limit_s: float
    within: int
    counted: int

    @property
    def share(self) -> float:
        """Between 0 and 1; never falls when the limit grows."""
        return self.within / self.counted if self.counted else float("nan")

    @property
    def share_over(self) -> float:
        """The rest: who waited longer than the limit."""
        return 1 - self.share


@dataclass(frozen=True, slots=True)
class Waiting:
    """Waiting times until the first call, of a group of customers.

    ``arrived`` counts everybody of the group, ``called`` those whose waits the figures describe.
    Of those never called ``left`` gave up, ``joined`` went on somebody else's ticket, ``diverted``
    were sent another way, and ``waiting`` had nothing of it when the log ended. ``stood`` counts
    those for whom the standard's clock stood a while, ``stood_s`` is that time of all together; the
    mean, quantiles and longest wait have it in, ``within`` has not. The figures are NaN when
    nobody was called.
    """

    arrived: int
    called: int
    left: int
    joined: int
    diverted: int
    waiting: int
    stood: int
    stood_s: float
    mean_s: float
    p50_s: float
    p90_s: float
    p95_s: float
    max_s: float
    within: tuple[WithinLimit, ...]

    @property
    def share_left(self) -> float:
        """The share of arrivals who gave up waiting; NaN without arrivals."""
        return self.left / self.arrived if self.arrived else float("nan")


def waiting(visits: Iterable[Visit], limits_s: Sequence[float] = ()) -> Waiting:
    """The figures of these visits; ``limits_s`` are the limits of the standard in seconds."""
    group = list(visits)
    waits_s = sorted(wait_s for v in group if (wait_s := v.wait_s) is not None)
    return Waiting(
        arrived=len(group),
        called=len(waits_s),
        left=sum(v.has_left for v in group),
        joined=sum(v.state == "joined" for v in group),
        diverted=sum(v.state == "diverted" for v in group),
        waiting=sum(v.called_us is None and v.state not in GONE for v in group),
        stood=sum(v.clock_stood_s > 0 for v in group),
        stood_s=sum(v.clock_stood_s for v in group),
        mean_s=mean(waits_s),
        p50_s=quantile(waits_s, 0.50),
        p90_s=quantile(waits_s, 0.90),
        p95_s=quantile(waits_s, 0.95),
        max_s=quantile(waits_s, 1.0),
        within=tuple(within_limit(group, limit_s) for limit_s in limits_s),
    )


def within_limit(visits: Iterable[Visit], limit_s: float) -> WithinLimit:
    """How many of these visits were called within the limit, by the standard's clock."""
    within = counted = 0
    for visit in visits:
        wait_s, in_vain_s = visit.standard_wait_s, visit.in_vain_s
        if wait_s is not None:
            counted += 1
            within += wait_s <= limit_s
        elif in_vain_s is not None:
            counted += in_vain_s > limit_s
    return WithinLimit(limit_s, within, counted)


def waiting_by(
    visits: Iterable[Visit], key: Callable[[Visit], Key], limits_s: Sequence[float] = ()
) -> dict[Key, Waiting]:
    """The figures of each group: by segment, service, half-hour; in ascending order of the key."""
    groups: dict[Key, list[Visit]] = {}
    for visit in visits:
        groups.setdefault(key(visit), []).append(visit)
    return {name: waiting(groups[name], limits_s) for name in sorted(groups)}


def by_segment(visit: Visit) -> str:
    """Key for ``waiting_by``."""
    return visit.segment


def by_service(visit: Visit) -> str:
    """Key for ``waiting_by``."""
    return visit.service


def by_half_hour(visit: Visit) -> int:
    """Key for ``waiting_by``: half-hour of the arrival, 0 begins at midnight."""
    return visit.half_hour
