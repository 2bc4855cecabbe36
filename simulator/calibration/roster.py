"""Who sits where and when: the usual day of each counter, from when it was staffed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from simulator.calibration.record import Presence

#: A shorter gap is no pause: somebody stepped away.
SHORTEST_PAUSE_S = 15 * 60.0


@dataclass(frozen=True, slots=True)
class Duty:
    """A counter's usual day: medians over the days on which it was staffed. Seconds from midnight.

    ``days`` counts those days. ``pause`` is the longest gap, where most days have one.
    """

    counter: str
    days: int
    opens_s: float
    closes_s: float
    pause: tuple[float, float] | None


def duties(presences: Sequence[Presence], days: Sequence[str]) -> list[Duty]:
    """The counters that were staffed on at least half of the days."""
    by_counter: dict[str, dict[str, list[tuple[float, float]]]] = {}
    for presence in presences:
        on_days = by_counter.setdefault(presence.counter, {})
        on_days.setdefault(presence.day, []).append((presence.from_s, presence.to_s))
    return [
        _duty(counter, on_days)
        for counter, on_days in sorted(by_counter.items())
        if 2 * len(on_days) >= len(days)
    ]


def _duty(counter: str, on_days: dict[str, list[tuple[float, float]]]) -> Duty:
    firsts = [min(begins for begins, _ in spans) for spans in on_days.values()]
    lasts = [max(ends for _, ends in spans) for spans in on_days.values()]
    gaps = [gap for spans in on_days.values() if (gap := _longest_gap(spans))]
    pause = None
    if 2 * len(gaps) >= len(on_days):
        pause = (median(begins for begins, _ in gaps), median(ends for _, ends in gaps))
    return Duty(counter, len(on_days), median(firsts), median(lasts), pause)


def _longest_gap(spans: list[tuple[float, float]]) -> tuple[float, float] | None:
    ordered = sorted(spans)
    gaps = [
        (one[1], other[0])
        for one, other in pairwise(ordered)
        if other[0] - one[1] >= SHORTEST_PAUSE_S
    ]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)
