"""Contradictions in what makes the score: ranks, points, costs, and the bounds of 64 bits."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shared.config.profile import Profile, SegmentTable, ServiceTable
from shared.dispatch.layout import (
    BASE_MILLI_MAX,
    COST_GROWTH_MILLI_MAX,
    COST_MILLI_MAX,
    GROWTH_MILLI_MAX,
    WEIGHT_MILLI_MAX,
)


def points_problems(profile: Profile) -> Iterator[str]:
    """What is wrong with the figures that the preset takes; the others are not looked at."""
    preset = profile.policy.preset
    if preset == "strict":
        yield from _ranks(profile)
    elif preset == "cost_weighted":
        yield from _costs(profile)
        yield from _bounds(profile, COST_BOUNDS)
        yield from _reference(profile)
    elif preset in ("growing", "capped"):
        yield from _growth(profile)
        yield from _bounds(profile, POINT_BOUNDS)
    yield from _priority_last(profile)


def _ranks(profile: Profile) -> Iterator[str]:
    ranks = {segment.rank for segment in profile.segments}
    if len(profile.segments) > 1 and len(ranks) == 1:
        yield (
            f"segments: all have rank {ranks.pop()}, so “strict” would call by arrival alone. "
            "Give the segment that goes first rank 0, or write preset = “first_come”."
        )


def _growth(profile: Profile) -> Iterator[str]:
    """Without growth nobody moves up by waiting; capped has the maximum wait, growing nothing."""
    preset = profile.policy.preset
    segments, services = profile.segments, profile.services
    if all(s.growth_per_minute == 0 for s in segments) or all(s.growth == 0 for s in services):
        yield (
            "segments: nobody gains points by waiting (growth_per_minute x growth of the service "
            "is 0 for all), so points at arrival decide for ever. "
            "Write growth_per_minute = 1 where it is 0."
        )
        return
    if preset == "capped":
        return
    for place, key, growth in (
        *((f"segments “{s.id}”", "growth_per_minute", s.growth_per_minute) for s in segments),
        *((f"services “{s.id}”", "growth", s.growth) for s in services),
    ):
        if growth == 0:
            yield (
                f"{place}.{key}: 0 means that these customers never move up, and “growing” has no "
                "maximum wait: they may wait for ever. "
                "Write more than 0, or preset = “capped”."
            )


def _costs(profile: Profile) -> Iterator[str]:
    is_free = all(s.cost_per_minute == 0 == s.cost_growth for s in profile.segments)
    if is_free or all(s.cost == 0 for s in profile.services):
        yield (
            "segments: waiting costs nothing (cost_per_minute and cost_growth, times cost of the "
            "service, are 0 for all), so “cost_weighted” has nothing to weigh. "
            "Write cost_per_minute = 1 where it is 0."
        )


def _priority_last(profile: Profile) -> Iterator[str]:
    """People with priority need must not be worse off than ordinary customers."""
    worse = {
        "strict": _later_rank,
        "cost_weighted": _lower_cost,
        "growing": _fewer_points,
        "capped": _fewer_points,
    }.get(profile.policy.preset)
    ordinary = next((s for s in profile.segments if s.kind == "ordinary"), None)
    if worse is None or ordinary is None:
        return
    for segment in profile.segments:
        if segment.kind == "priority":
            yield from worse(segment, ordinary)


def _later_rank(segment: SegmentTable, ordinary: SegmentTable) -> Iterator[str]:
    if segment.rank > ordinary.rank:
        yield (
            f"segments “{segment.id}”.rank: {segment.rank} comes after “{ordinary.id}” "
            f"({ordinary.rank}), and 0 is called first. Write at most {ordinary.rank}."
        )


def _fewer_points(segment: SegmentTable, ordinary: SegmentTable) -> Iterator[str]:
    mine, theirs = segment.growth_per_minute, ordinary.growth_per_minute
    if mine < theirs and segment.base <= ordinary.base:
        yield _worse(segment, ordinary, "growth_per_minute", mine, theirs)
    elif segment.base < ordinary.base and mine <= theirs:
        yield _worse(segment, ordinary, "base", segment.base, ordinary.base)


def _lower_cost(segment: SegmentTable, ordinary: SegmentTable) -> Iterator[str]:
    mine, theirs = segment.cost_per_minute, ordinary.cost_per_minute
    if mine < theirs and segment.cost_growth <= ordinary.cost_growth:
        yield _worse(segment, ordinary, "cost_per_minute", mine, theirs)


def _worse(
    segment: SegmentTable, ordinary: SegmentTable, key: str, mine: float, theirs: float
) -> str:
    return (
        f"segments “{segment.id}”.{key}: {mine:g} puts people with priority need behind "
        f"“{ordinary.id}” ({theirs:g}). Write at least {theirs:g}."
    )


def _reference(profile: Profile) -> Iterator[str]:
    """A service much quicker than the reference would be clipped, and the order not be right."""
    reference_min = profile.policy.reference_min
    quickest = min(profile.services, key=lambda s: s.usual_min)
    most = WEIGHT_MILLI_MAX / 1000
    if reference_min > most * quickest.usual_min:
        yield (
            f"policy.reference_min: {reference_min:g} min is more than {most:g} times the "
            f"{quickest.usual_min:g} min of “{quickest.id}”, where the weight ends. "
            f"Write at most {most * quickest.usual_min:g}."
        )


# ------------------------------------------------------------ bounds of shared/dispatch/layout


class Bound(NamedTuple):
    """A figure of the segment joined with one of the service, and the largest that fits."""

    segment_key: str
    service_key: str
    largest: float
    is_sum: bool = False


POINT_BOUNDS = (
    Bound("base", "base", BASE_MILLI_MAX / 1000, is_sum=True),
    Bound("growth_per_minute", "growth", GROWTH_MILLI_MAX / 1000),
)
COST_BOUNDS = (
    Bound("cost_per_minute", "cost", COST_MILLI_MAX / 1000),
    Bound("cost_growth", "cost", COST_GROWTH_MILLI_MAX / 1000),
)


def _bounds(profile: Profile, bounds: Sequence[Bound]) -> Iterator[str]:
    """One sentence a bound at most: about the largest combination that breaks it."""
    pairs = [(service, segment) for service in profile.services for segment in profile.segments]
    for bound in bounds:
        service, segment = max(pairs, key=lambda pair: _joined(bound, *pair))
        if (found := _joined(bound, service, segment)) > bound.largest:
            mine = getattr(segment, bound.segment_key)
            allowed = bound.largest - mine if bound.is_sum else bound.largest / mine
            word = "plus" if bound.is_sum else "times"
            yield (
                f"services “{service.id}”.{bound.service_key}: "
                f"{getattr(service, bound.service_key):g} {word} {bound.segment_key} of "
                f"“{segment.id}” ({mine:g}) is {found:g}, and the largest that can be "
                f"reckoned with is {bound.largest:g}. Write at most {allowed:g}."
            )


def _joined(bound: Bound, service: ServiceTable, segment: SegmentTable) -> float:
    theirs = float(getattr(service, bound.service_key))
    mine = float(getattr(segment, bound.segment_key))
    return mine + theirs if bound.is_sum else mine * theirs
