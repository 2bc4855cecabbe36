"""Contradictions about who may be called where: segments, overflow, speeds, whole classes."""

from collections.abc import Iterator

from shared.config.check_ratio import pairs_of
from shared.config.discipline import GUARDED
from shared.config.naming import unknown
from shared.config.profile import CounterTable, Profile
from shared.dispatch.layout import SPEED_MILLI_MAX, SPEED_MILLI_MIN

SLOWEST, QUICKEST = SPEED_MILLI_MIN / 1000, SPEED_MILLI_MAX / 1000


def reach_problems(profile: Profile) -> Iterator[str]:
    """What is wrong with counters, and with the classes that they leave to nobody."""
    for counter in profile.counters:
        place = f"counters “{counter.id}”"
        yield from _empty(place, counter)
        yield from _speeds(place, profile, counter)
        yield from _overflow(place, profile, counter)
    if not _has_unknown_names(profile):
        yield from _segments(profile)
        yield from _priority(profile)
        yield from _tiles(profile)


def _has_unknown_names(profile: Profile) -> bool:
    """Whether a counter names what does not exist: then who is served by nobody is a guess."""
    services, segments = {s.id for s in profile.services}, {s.id for s in profile.segments}
    reached = {pair for counter in profile.counters for pair in pairs_of(profile, counter)}
    return any(a not in services or b not in segments for a, b in reached)


def _empty(place: str, counter: CounterTable) -> Iterator[str]:
    named = [(f"{place}.segments", counter.segments)]
    if counter.overflow is not None:
        named.append((f"{place}.overflow.segments", counter.overflow.segments))
        named.append((f"{place}.overflow.services", counter.overflow.services))
    for where, names in named:
        if names == ():
            yield f"{where}: the list is empty. Name some, or leave the key out for the default."


def _speeds(place: str, profile: Profile, counter: CounterTable) -> Iterator[str]:
    over = counter.overflow
    served = {*counter.services, *((over and over.services) or ())}
    known = [s.id for s in profile.services]
    for service, speed in counter.speed.items():
        if service not in known:
            yield from unknown(f"{place}.speed", "service", (service,), known)
        elif service not in served:
            yield (
                f"{place}.speed: “{service}” is not served there. "
                "Remove it, or add it to the counter's services."
            )
        elif not SLOWEST <= speed <= QUICKEST:
            bound = "at least" if speed < SLOWEST else "at most"
            nearest = min(max(speed, SLOWEST), QUICKEST)
            yield (
                f"{place}.speed: {speed:g} for “{service}” is no speed of a person (1 is usual, "
                f"2 twice as quick). Write {bound} {nearest:g}."
            )


def _overflow(place: str, profile: Profile, counter: CounterTable) -> Iterator[str]:
    over = counter.overflow
    if over is None:
        return
    services, segments = [s.id for s in profile.services], [s.id for s in profile.segments]
    wrong = [
        *unknown(f"{place}.overflow", "service", over.services or (), services),
        *unknown(f"{place}.overflow", "segment", over.segments or (), segments),
    ]
    yield from wrong
    if wrong or () in (over.segments, over.services):
        return
    if pairs_of(profile, counter) == pairs_of(
        profile, counter.model_copy(update={"overflow": None})
    ):
        yield (
            f"{place}.overflow: all of these are the counter's own anyway. "
            "Name segments or services beyond its own, or remove the overflow."
        )
    yield from _too_late(place, profile, over.segments or tuple(segments), over.after_min)


def _too_late(
    place: str, profile: Profile, segments: tuple[str, ...], after_min: float
) -> Iterator[str]:
    """Help that begins when the maximum wait is over is no help."""
    if profile.policy.preset not in GUARDED:
        return
    limits = [s.max_wait_min for s in profile.segments if s.id in segments]
    if after_min and limits and all(limit is not None and after_min >= limit for limit in limits):
        longest = max(limit for limit in limits if limit is not None)
        yield (
            f"{place}.overflow.after_min: {after_min:g} min, but none of them may wait longer "
            f"than {longest:g}, so help would come too late. Write less than {longest:g}."
        )


def _segments(profile: Profile) -> Iterator[str]:
    reached = {segment for c in profile.counters for _, segment in pairs_of(profile, c)}
    for segment in profile.segments:
        if segment.id not in reached:
            yield (
                f"segments “{segment.id}”: no counter serves these customers. "
                "Add them to the segments of a counter, or remove the segment."
            )


def _priority(profile: Profile) -> Iterator[str]:
    """What ordinary customers get, people with priority need must get as well."""
    served = {pair for c in profile.counters for pair in pairs_of(profile, c)}
    ordinary = next((s.id for s in profile.segments if s.kind == "ordinary"), None)
    for segment in profile.segments:
        if segment.kind != "priority" or not any(s == segment.id for _, s in served):
            continue
        for service in profile.services:
            if (service.id, ordinary) in served and (service.id, segment.id) not in served:
                counter = next(
                    c.id for c in profile.counters if (service.id, ordinary) in pairs_of(profile, c)
                )
                yield (
                    f"segments “{segment.id}”: no counter serves “{service.id}” for them, and one "
                    f"does for “{ordinary}”. Add “{segment.id}” to the segments of counter "
                    f"“{counter}”."
                )


def _tiles(profile: Profile) -> Iterator[str]:
    """Whoever presses a tile and says nothing about himself must get a ticket."""
    served = {pair for c in profile.counters for pair in pairs_of(profile, c)}
    ordinary = next((s.id for s in profile.segments if s.kind == "ordinary"), None)
    offered = {service for service, _ in served}
    for number, tile in enumerate(profile.tiles, start=1):
        for service in tile.services if tile.service is None else (tile.service,):
            if ordinary and service in offered and (service, ordinary) not in served:
                yield (
                    f"tiles {number}: no counter serves “{service}” for “{ordinary}”, so the tile "
                    "would refuse whoever presses it. Let a counter serve it for them, or remove "
                    "it from the kiosk."
                )
