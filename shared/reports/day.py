"""The report of one day: figures of the log together with the branch that they belong to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Final

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain import event as kinds
from shared.domain.calendar import ORDINARY
from shared.domain.errors import InputInvalid
from shared.domain.event import Event, optional_text
from shared.metrics.day import DayFigures, day_figures
from shared.metrics.standard import Limit


class DayMissing(InputInvalid):
    """The log holds no such day."""

    code = "day_missing"
    sentence = "Event log %1 holds no day “%2”. It holds: %3."


class LogForeign(InputInvalid):
    """The log belongs to a branch with another profile."""

    code = "log_foreign"
    sentence = (
        "Event log %1 mentions “%2”, which profile %3 does not have. "
        "Name the branch's own profile with --profile."
    )


class ProfileMissing(InputInvalid):
    """The log was recorded under a profile that was not given."""

    code = "profile_missing"
    sentence = (
        "Event log %1 was recorded under profile “%2” (%3), which was not given. "
        "Write it with lobby db profiles --out, then name that file with another --profile."
    )


class LogBroken(InputInvalid):
    """Events of the log contradict one another."""

    code = "log_broken"
    sentence = (
        "Event log %1 does not fit together near “%2”. Export it again from the start of a day."
    )


NO_PROFILES: Final[Mapping[str, Profile]] = MappingProxyType({})
#: An event with the profile that held when it happened; a publication has the one that it ends.
Held = tuple[Profile, Event]


@dataclass(frozen=True, slots=True)
class DayReport:
    """A day's figures and the profile under which they arose: the last one that was lived with.

    ``day_type`` is what the calendar made of the day when it was opened; its limits were measured.
    """

    profile: Profile
    day: str
    figures: DayFigures
    day_type: str = ORDINARY


def day_report(
    events: Sequence[Event],
    profile: Profile,
    day: str | None = None,
    log: str = "log",
    library: Mapping[str, Profile] = NO_PROFILES,
) -> DayReport:
    """The report of one day of a log (without ``day``: of the last); ``log`` is its name.

    ``profile`` holds when the log begins, ``library`` has those that it publishes, by fingerprint.

    Raises:
        DayMissing: the log holds no such day.
        ProfileMissing: it publishes a profile that is not in the library.
        LogForeign, LogBroken: the log does not fit the profiles, or itself.
    """
    held = list(_with_profiles(events, profile, library, log))
    days = _split_days(held)
    name = day or next(reversed(days), "")
    if name not in days:
        raise DayMissing(log, name or "…", ", ".join(days) or "…")
    start, end = days[name]
    found = held[start:end]
    _check_names(found, log)
    lived = [each for each, event in found if event.kind != kinds.PROFILE_PUBLISHED][-1]
    day_type = optional_text(found[0][1], "day_type") or ORDINARY
    rules = {version: to_rules(p) for version, p in library.items()}
    booked = [e for _, e in held[:start] if e.kind in kinds.APPOINTMENT_KINDS]
    day_events = [*booked, *(event for _, event in found)]
    try:
        figures = day_figures(day_events, to_rules(found[0][0]), limits_of(lived, day_type), rules)
    except (KeyError, TypeError) as error:
        raise LogBroken(log, error) from error
    return DayReport(lived, name, figures, day_type)


def limits_of(profile: Profile, day_type: str) -> list[Limit]:
    """The limits of the standard on a type of day: its own, else those of the branch."""
    own = (each.waits for each in profile.calendar.types if each.id == day_type)
    waits = next(own, None) or profile.standards.waits
    return [Limit(wait.within_min * 60, wait.share) for wait in waits]


def _with_profiles(
    events: Iterable[Event], profile: Profile, library: Mapping[str, Profile], log: str
) -> Iterator[Held]:
    for event in events:
        yield profile, event
        if event.kind == kinds.PROFILE_PUBLISHED:
            version = str(event.data.get("profile"))
            if version not in library:
                raise ProfileMissing(log, event.data.get("version"), version)
            profile = library[version]


def _split_days(events: Sequence[Held]) -> dict[str, tuple[int, int]]:
    """Where each day begins and ends in the log: from its opening up to the next."""
    opened = [
        (str(event.data.get("day")), place)
        for place, (_, event) in enumerate(events)
        if event.kind == kinds.DAY_OPENED
    ]
    ends = [place for _, place in opened[1:]] + [len(events)]
    return {name: (place, end) for (name, place), end in zip(opened, ends, strict=True)}


def _check_names(events: Iterable[Held], log: str) -> None:
    """Services, segments and counters of the log must be those of the profile that held."""
    for _, part in groupby(events, key=lambda held: id(held[0])):
        held = list(part)
        _check_part([event for _, event in held], held[0][0], log)


def _check_part(events: Iterable[Event], profile: Profile, log: str) -> None:
    services = {s.id for s in profile.services}
    segments = {s.id for s in profile.segments}
    counters = {c.id for c in profile.counters} | {""}
    for event in events:
        used = [(event.counter, counters)]
        if event.kind == kinds.TICKET_ISSUED:
            used.append((str(event.data.get("service")), services))
            used.append((str(event.data.get("segment")), segments))
        for name, known in used:
            if name not in known:
                raise LogForeign(log, name, profile.branch.id)
