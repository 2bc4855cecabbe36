"""From the profile to the integers that the core reads."""

import hashlib
import json

from shared.config.profile import CounterTable, Profile, SegmentTable, ServiceTable
from shared.dispatch.layout import MINUTE_US
from shared.domain.counter import CounterSpec
from shared.domain.rules import DayHours, Rules, Segment, Service

#: Strict preset: one rank is worth more points than anybody can collect in a day (1,440 minutes).
STRICT_STEP_POINTS = 2_000


def to_rules(profile: Profile) -> Rules:
    """The rules of a checked profile (see ``shared.config.check``)."""
    services = tuple(Service(s.id, i, s.series) for i, s in enumerate(profile.services))
    segments = tuple(Segment(s.id, i, s.series or "") for i, s in enumerate(profile.segments))
    table = policy_table(profile)
    return Rules(
        branch=profile.branch.id,
        services=services,
        segments=segments,
        counters=tuple(_counter(profile, i, c) for i, c in enumerate(profile.counters)),
        policy=table,
        policy_name=profile.policy.name or profile.policy.preset,
        policy_hash=policy_hash(table),
        outcomes=tuple(o.id for o in profile.outcomes),
        pause_reasons=tuple(r.id for r in profile.pause_reasons),
        hours=day_hours(profile),
        recalls_before_no_show=profile.calling.recalls_before_no_show,
        has_standby=profile.calling.has_standby,
        return_credit_us=round(profile.calling.return_credit_min * MINUTE_US),
        default_segment=default_segment(profile),
    )


def policy_table(profile: Profile) -> tuple[tuple[int, ...], ...]:
    """One row per service x segment: base and growth per minute, in thousandths of a point."""
    return tuple(
        _weights(profile.policy.preset, service, segment)
        for service in profile.services
        for segment in profile.segments
    )


def policy_hash(table: tuple[tuple[int, ...], ...]) -> str:
    """A short fingerprint of the policy, written into every call's event."""
    return hashlib.sha256(json.dumps(table).encode()).hexdigest()[:12]


def day_hours(profile: Profile) -> DayHours | None:
    """The hours in microseconds from midnight; None for a run without doors."""
    hours = profile.hours
    if hours.lasts_min is not None:
        return None
    return DayHours(clock_us(hours.opens), clock_us(hours.last_ticket), clock_us(hours.closes))


def clock_us(clock: str) -> int:
    """Microseconds from midnight of a clock time such as 09:30."""
    hour, minute = clock.split(":")
    return (int(hour) * 60 + int(minute)) * MINUTE_US


def default_segment(profile: Profile) -> str:
    """The segment of somebody who says nothing: the first ordinary one, else the first."""
    ordinary = [s.id for s in profile.segments if s.kind == "ordinary"]
    return ordinary[0] if ordinary else profile.segments[0].id


def _weights(preset: str, service: ServiceTable, segment: SegmentTable) -> tuple[int, int]:
    if preset == "first_come":
        return 0, 1000
    if preset == "strict":
        return (99 - segment.rank) * STRICT_STEP_POINTS * 1000, 1000
    base = segment.base + service.base
    return round(base * 1000), round(segment.growth_per_minute * service.growth * 1000)


def _counter(profile: Profile, index: int, counter: CounterTable) -> CounterSpec:
    segments = counter.segments or tuple(s.id for s in profile.segments)
    return CounterSpec(
        id=counter.id,
        index=index,
        services_mask=_mask([s.id for s in profile.services], counter.services),
        segments_mask=_mask([s.id for s in profile.segments], segments),
        preference=index if counter.preference is None else counter.preference,
        walk_us=round(counter.walk_s * 1_000_000),
    )


def _mask(order: list[str], members: tuple[str, ...]) -> int:
    return sum(1 << index for index, name in enumerate(order) if name in members)
