"""What is to be seen at one moment of a watched day; without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shared.config.profile import Profile
from simulator.console.floor.journeys import GONE, SERVED, WAITING, Journey, WatchedDay

MARKS: Final = {"priority": "square", "key": "diamond", "vip": "diamond"}


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody in the hall."""

    x: float
    y: float
    mark: str
    state: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Queue:
    """One service at a moment: how many wait, and how long the longest; minutes."""

    service: str
    waiting: int
    longest_min: float


@dataclass(frozen=True, slots=True)
class SoFar:
    """From the morning until now."""

    came: int
    served: int
    left: int
    waiting: int
    mean_wait_min: float


def seen(day: WatchedDay, at_s: float, profile: Profile, limit_s: float) -> list[Seen]:
    """Everybody who is in the hall; late is who has waited longer than the limit."""
    kinds = {segment.id: MARKS.get(segment.kind, "circle") for segment in profile.segments}
    found = []
    for journey in day.journeys:
        if journey.is_there(at_s):
            state = journey.state(at_s)
            is_late = state == WAITING and at_s - journey.issued_s > limit_s
            x, y = journey.place(at_s)
            found.append(Seen(x, y, kinds.get(journey.segment, "circle"), state, is_late))
    return found


def queues(day: WatchedDay, at_s: float, services: Sequence[str]) -> list[Queue]:
    """Each service, also when nobody waits for it."""
    waits: dict[str, list[float]] = {service: [] for service in services}
    for journey in day.journeys:
        if journey.issued_s <= at_s and journey.is_there(at_s) and _waits(journey, at_s):
            waits.setdefault(journey.service, []).append((at_s - journey.issued_s) / 60)
    return [Queue(name, len(each), max(each, default=0.0)) for name, each in waits.items()]


def so_far(day: WatchedDay, at_s: float) -> SoFar:
    """Who came, was served, left; the mean wait of those who were called."""
    came = [journey for journey in day.journeys if journey.issued_s <= at_s]
    calls = [(each, _called_s(each)) for each in came]
    called = [at - each.issued_s for each, at in calls if at is not None and at <= at_s]
    gone = [each for each in came if each.state(at_s) == GONE]
    served = sum(SERVED in each.states for each in gone)
    mean = sum(called) / len(called) / 60 if called else 0.0
    waiting = sum(each.is_there(at_s) and _waits(each, at_s) for each in came)
    return SoFar(len(came), served, len(gone) - served, waiting, mean)


def _called_s(journey: Journey) -> float | None:
    pairs = zip(journey.since_s, journey.states, strict=True)
    return next((at for at, state in pairs if state not in (WAITING, GONE)), None)


def _waits(journey: Journey, at_s: float) -> bool:
    return journey.state(at_s) == WAITING
