"""From the profile to the integers of the discipline that dispatch reads."""

import hashlib
import json

from shared.config.policy_tables import Overload, Policy, RatioRule
from shared.config.profile import Profile, SegmentTable, ServiceTable
from shared.dispatch.layout import (
    MINUTE_US,
    NOBODY,
    OVERLOAD_ALTERNATE,
    OVERLOAD_LONGEST,
    OVERLOAD_NONE,
    OVERLOAD_SCORE,
    WEIGHT_MILLI_MAX,
)
from shared.domain.rules import Discipline

#: Strict preset: one rank is worth more points than anybody can collect in a day (1,440 minutes).
STRICT_STEP_POINTS = 2_000

#: Presets that hold the maximum wait, the overtaking cap and the overload rule.
GUARDED = frozenset({"capped", "cost_weighted"})

OVERLOAD_CODES = {
    "none": OVERLOAD_NONE,
    "longest_first": OVERLOAD_LONGEST,
    "by_score": OVERLOAD_SCORE,
    "alternate": OVERLOAD_ALTERNATE,
}


def to_discipline(profile: Profile, limit_factor: float = 1.0) -> Discipline:
    """Who is next, by the profile's policy; maximum waits are multiplied with ``limit_factor``."""
    policy = tuple(
        _class(profile.policy, service, segment, limit_factor)
        for service in profile.services
        for segment in profile.segments
    )
    house = _house(profile.policy)
    ratios = tuple(
        row
        for number, rule in enumerate(profile.policy.ratios)
        for row in _ratio(profile, number, rule)
    )
    name = profile.policy.name or profile.policy.preset
    return Discipline(policy, house, ratios, name, fingerprint(policy, house, ratios))


def fingerprint(*tables: object) -> str:
    """A short fingerprint of the policy, written into every call's event."""
    return hashlib.sha256(json.dumps(tables).encode()).hexdigest()[:12]


def mask(order: list[str], members: tuple[str, ...]) -> int:
    """One bit for each member, at its place in the order."""
    return sum(1 << index for index, name in enumerate(order) if name in members)


def _class(
    policy: Policy, service: ServiceTable, segment: SegmentTable, limit_factor: float
) -> tuple[int, ...]:
    """Base, growth, weight, maximum wait, cap of one service x segment."""
    base, growth = _weights(policy.preset, service, segment)
    if policy.preset not in GUARDED:
        return base, growth, 0, NOBODY, NOBODY
    is_weighted = policy.preset == "cost_weighted"
    weight = round(1000 * policy.reference_min / service.usual_min) if is_weighted else 0
    limit = segment.max_wait_min
    max_wait_us = NOBODY if limit is None else round(limit * limit_factor * MINUTE_US)
    cap = NOBODY if segment.overtakes_max is None else segment.overtakes_max
    return base, growth, min(max(weight, is_weighted), WEIGHT_MILLI_MAX), max_wait_us, cap


def _weights(preset: str, service: ServiceTable, segment: SegmentTable) -> tuple[int, int]:
    if preset == "first_come":
        return 0, 1000
    if preset == "strict":
        return (99 - segment.rank) * STRICT_STEP_POINTS * 1000, 1000
    if preset == "cost_weighted":
        factor = service.cost * 1000
        return round(segment.cost_per_minute * factor), round(segment.cost_growth * factor)
    base = segment.base + service.base
    return round(base * 1000), round(segment.growth_per_minute * service.growth * 1000)


def _house(policy: Policy) -> tuple[int, ...]:
    after_min = policy.appointment_after_min
    appointment_us = NOBODY if after_min is None else round(after_min * MINUTE_US)
    overload = policy.overload if policy.preset in GUARDED else Overload(rule="none")
    return (
        appointment_us,
        OVERLOAD_CODES[overload.rule],
        round(overload.share * 1000),
        overload.least,
        overload.score_turn_every,
    )


def _ratio(profile: Profile, number: int, rule: RatioRule) -> list[tuple[int, ...]]:
    """One row per group of the rule."""
    services = [s.id for s in profile.services]
    segments = [s.id for s in profile.segments]
    return [
        (
            number,
            mask(services, tuple(services) if g.services is None else g.services),
            mask(segments, tuple(segments) if g.segments is None else g.segments),
            g.share,
        )
        for g in rule.groups
    ]
