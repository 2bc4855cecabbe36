"""Contradictions between the guarantees: maximum wait, overtaking cap, overload, appointments."""

import math
from collections.abc import Iterator

from shared.config.base_tables import WaitLimit
from shared.config.calendar_tables import DayType
from shared.config.discipline import GUARDED
from shared.config.profile import Profile, SegmentTable


def guarantee_problems(profile: Profile) -> Iterator[str]:
    """What is wrong with the guarantees, where the preset holds them."""
    if profile.policy.preset in GUARDED:
        yield from _looser_for_priority(profile)
        yield from _cap_of_nothing(profile)
        yield from _too_short(profile)
        yield from _above_standard(profile)
        yield from _overload(profile)
        yield from _credit(profile)
        yield from _release(profile)
    yield from _appointment(profile)


def _looser_for_priority(profile: Profile) -> Iterator[str]:
    ordinary = next((s for s in profile.segments if s.kind == "ordinary"), None)
    if ordinary is None:
        return
    for segment in profile.segments:
        if segment.kind != "priority":
            continue
        for key, unit in (("max_wait_min", " min"), ("overtakes_max", "")):
            mine, theirs = getattr(segment, key), getattr(ordinary, key)
            if theirs is not None and (mine is None or mine > theirs):
                told = "no limit" if mine is None else f"{mine:g}{unit}"
                yield (
                    f"segments “{segment.id}”.{key}: {told} is looser than the {theirs:g}{unit} "
                    f"of “{ordinary.id}”, and people with priority need have the tighter limit. "
                    f"Write at most {theirs:g}."
                )


def _cap_of_nothing(profile: Profile) -> Iterator[str]:
    """Who may pass nobody has no use for more points."""
    if len(profile.segments) == 1:
        return
    for segment in profile.segments:
        if segment.kind == "ordinary" and segment.overtakes_max == 0:
            preset = profile.policy.preset
            yield (
                f"segments “{segment.id}”.overtakes_max: 0 lets nobody be called past these "
                f"customers, so “{preset}” could never put anybody first. "
                "Write at least 1, or preset = “first_come”."
            )


def _too_short(profile: Profile) -> Iterator[str]:
    """Whoever waits for one service to end would be past the limit: it would order nobody."""
    quickest = min(profile.services, key=lambda s: s.usual_min)
    for segment in profile.segments:
        limit = segment.max_wait_min
        if limit is not None and limit < quickest.usual_min:
            yield (
                f"segments “{segment.id}”.max_wait_min: {limit:g} min is over before even the "
                f"quickest service ends (“{quickest.id}”, {quickest.usual_min:g} min), so it "
                f"would be broken all day. Write at least {quickest.usual_min:g}."
            )


def _above_standard(profile: Profile) -> Iterator[str]:
    """Where the standard says nobody over 30 minutes, the guarantee cannot begin later."""
    standard = nobody_over_min(profile.standards.waits)
    late = [s for s in profile.segments if _limit(s) > standard]
    for segment in late:
        limit = segment.max_wait_min
        told = "no limit" if limit is None else f"{limit:g} min"
        yield (
            f"segments “{segment.id}”.max_wait_min: {told}, but standards.waits says that nobody "
            f"waits over {standard:g}. Write at most {standard:g}."
        )
    for kind in profile.calendar.types if not late else ():
        yield from _above_standard_of(profile, kind)


def _above_standard_of(profile: Profile, kind: DayType) -> Iterator[str]:
    """The same on a type of day, whose factor makes the maximum waits longer."""
    standard = nobody_over_min(kind.waits or profile.standards.waits)
    longest = max(profile.segments, key=_limit)
    limit, factor = _limit(longest), kind.limit_factor
    if math.isfinite(limit) and limit * factor > standard and not kind.is_closed:
        yield (
            f"calendar.types “{kind.id}”.limit_factor: {factor:g} makes the maximum wait of "
            f"“{longest.id}” {limit * factor:g} min, but on such a day nobody is to wait over "
            f"{standard:g}. Write at most {math.floor(100 * standard / limit) / 100:g}."
        )


def nobody_over_min(waits: tuple[WaitLimit, ...]) -> float:
    """The minutes that nobody may wait longer by these limits; infinite when nothing is said."""
    return min((w.within_min for w in waits if w.share == 1), default=math.inf)


def _limit(segment: SegmentTable) -> float:
    return math.inf if segment.max_wait_min is None else segment.max_wait_min


def _overload(profile: Profile) -> Iterator[str]:
    overload = profile.policy.overload
    if overload.rule == "none":
        return
    place = "policy.overload"
    if all(s.max_wait_min is None for s in profile.segments):
        yield (
            f"{place}: no segment has a maximum wait, so nobody is ever past it. "
            "Give segments max_wait_min, such as 30, or write rule = “none”."
        )
        return
    if overload.least == 1:
        yield (
            f"{place}.least: 1 person past the limit is no overload, and the rule would stand "
            "above every guarantee in a quiet hall. Write at least 2."
        )
    if overload.share == 1:
        yield (
            f"{place}.share: 1 means everybody, so one newcomer would end the rule in a full "
            "hall. Write at most 0.9."
        )
    every = overload.score_turn_every
    if overload.rule == "alternate" and every > max(overload.least, 2):
        yield (
            f"{place}.score_turn_every: overload begins with {overload.least} people past their "
            f"limit and would be over before call {every}, the first that goes by score. "
            f"Write at most {max(overload.least, 2)}."
        )


def _credit(profile: Profile) -> Iterator[str]:
    """Who missed a call must not come back with a claim above everybody who stayed."""
    strictest = min(profile.segments, key=_limit)
    credit = profile.calling.return_credit_min
    if credit and credit >= _limit(strictest):
        yield (
            f"calling.return_credit_min: {credit:g} min puts whoever missed a call past the "
            f"maximum wait of “{strictest.id}” ({_limit(strictest):g} min) at once, before all "
            f"who stayed. Write less than {_limit(strictest):g}."
        )


def _release(profile: Profile) -> Iterator[str]:
    longest = max(map(_limit, profile.segments))
    release = profile.visit.release_after_min
    if release > longest:
        yield (
            f"visit.release_after_min: {release:g} min of waiting for somebody who is not here is "
            f"longer than anybody may wait ({longest:g} min). Write at most {longest:g}."
        )


def _appointment(profile: Profile) -> Iterator[str]:
    """The bank may not keep anybody waiting longer than it would have waited itself."""
    after = profile.policy.appointment_after_min
    if after is None or not profile.appointments:
        return
    strictest = min(profile.appointments, key=lambda a: a.no_show_min)
    if after > strictest.no_show_min:
        yield (
            f"policy.appointment_after_min: {after:g} min, but a customer who is more than "
            f"{strictest.no_show_min:g} min late has lost an appointment for "
            f"“{strictest.service}”. Write at most {strictest.no_show_min:g}."
        )
