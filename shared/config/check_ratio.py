"""Contradictions in ratio rules: groups that overlap, never meet, or that a cap would break."""

from collections.abc import Iterator
from itertools import combinations

from shared.config.discipline import GUARDED
from shared.config.naming import unknown
from shared.config.policy_tables import RatioGroup, RatioRule
from shared.config.profile import CounterTable, Profile

Pairs = frozenset[tuple[str, str]]


def ratio_problems(profile: Profile) -> Iterator[str]:
    """What is wrong with each ratio rule; rules with wrong names are not looked at further."""
    services = [s.id for s in profile.services]
    segments = [s.id for s in profile.segments]
    for number, rule in enumerate(profile.policy.ratios, start=1):
        place = f"policy.ratios {number}"
        wrong = [
            sentence
            for group in rule.groups
            for sentence in (
                *unknown(place, "service", group.services or (), services),
                *unknown(place, "segment", group.segments or (), segments),
            )
        ]
        wrong = wrong or [*_empty(place, rule)]
        yield from wrong
        if not wrong:
            yield from _rule(place, profile, rule)


def _empty(place: str, rule: RatioRule) -> Iterator[str]:
    for number, group in enumerate(rule.groups, start=1):
        for key, named in (("segments", group.segments), ("services", group.services)):
            if named == ():
                yield (
                    f"{place} group {number}.{key}: the list is empty, so nobody is in the group. "
                    "Name some, or leave it out for all."
                )


def _rule(place: str, profile: Profile, rule: RatioRule) -> Iterator[str]:
    groups = [_members(profile, group) for group in rule.groups]
    overlaps = [*_overlaps(place, groups)]
    yield from overlaps
    if overlaps:
        return
    alone = [*_unserved(place, profile, groups)]
    yield from alone
    if not alone:
        yield from _never_meet(place, profile, groups)
        yield from _broken_by_cap(place, profile, rule, groups)


def _overlaps(place: str, groups: list[Pairs]) -> Iterator[str]:
    for (first, one), (second, other) in combinations(enumerate(groups, start=1), 2):
        if both := sorted(one & other):
            service, segment = both[0]
            yield (
                f"{place}: “{segment}” for “{service}” is in group {first} and in group {second}, "
                "and would only count in the first. Take it out of one of them."
            )


def _unserved(place: str, profile: Profile, groups: list[Pairs]) -> Iterator[str]:
    reaches = [pairs_of(profile, counter) for counter in profile.counters]
    for number, group in enumerate(groups, start=1):
        if not any(group & reach for reach in reaches):
            service, segment = min(group)
            yield (
                f"{place} group {number}: no counter serves anybody in it, such as “{segment}” "
                f"for “{service}”. Add them to a counter, or remove the group."
            )


def _never_meet(place: str, profile: Profile, groups: list[Pairs]) -> Iterator[str]:
    """A ratio decides at a counter where people of two groups wait."""
    reaches = [pairs_of(profile, counter) for counter in profile.counters]
    if not any(sum(bool(group & reach) for group in groups) > 1 for reach in reaches):
        yield (
            f"{place}: no counter serves two of its groups, so there is never a choice between "
            "them. Let one counter serve both, or remove the rule."
        )


def _broken_by_cap(
    place: str, profile: Profile, rule: RatioRule, groups: list[Pairs]
) -> Iterator[str]:
    """The cap stands above the ratio: the other groups' calls of one cycle must fit under it."""
    if profile.policy.preset not in GUARDED:
        return
    shares = sum(group.share for group in rule.groups)
    for number, (group, members) in enumerate(zip(rule.groups, groups, strict=True), start=1):
        others = shares - group.share
        names = {segment for _, segment in members}
        caps = [
            (s.overtakes_max, s.id)
            for s in profile.segments
            if s.id in names and s.overtakes_max is not None
        ]
        if caps and min(caps)[0] < others:
            cap, segment = min(caps)
            yield (
                f"{place}: while group {number} waits the others have {others} calls in a row, "
                f"but “{segment}” may be overtaken {cap} times, and the cap stands above the "
                f"ratio. Let the others' shares add up to at most {cap}, or write "
                f"overtakes_max = {others}."
            )


def _members(profile: Profile, group: RatioGroup) -> Pairs:
    """The classes (service, segment) of a group."""
    services = [s.id for s in profile.services] if group.services is None else group.services
    segments = [s.id for s in profile.segments] if group.segments is None else group.segments
    return frozenset((service, segment) for service in services for segment in segments)


def pairs_of(profile: Profile, counter: CounterTable) -> Pairs:
    """The classes (service, segment) that a counter serves, as its own or as overflow."""
    everybody = tuple(s.id for s in profile.segments)
    own = {(a, b) for a in counter.services for b in counter.segments or everybody}
    over = counter.overflow
    if over is None:
        return frozenset(own)
    services, segments = over.services or counter.services, over.segments or everybody
    return frozenset(own | {(a, b) for a in services for b in segments})
