"""The report of one day: figures of the log together with the branch that they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.domain import event as kinds
from shared.domain.errors import InputInvalid
from shared.domain.event import Event
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


class LogBroken(InputInvalid):
    """Events of the log contradict one another."""

    code = "log_broken"
    sentence = (
        "Event log %1 does not fit together near “%2”. Export it again from the start of a day."
    )


@dataclass(frozen=True, slots=True)
class DayReport:
    """A day's figures and the profile under which they arose."""

    profile: Profile
    day: str
    figures: DayFigures


def day_report(
    events: Sequence[Event], profile: Profile, day: str | None = None, log: str = "log"
) -> DayReport:
    """The report of one day of a log (without ``day``: of the last); ``log`` is its name.

    Raises:
        DayMissing: the log holds no such day.
        LogForeign, LogBroken: the log does not fit the profile, or itself.
    """
    days = split_days(events)
    name = day or next(reversed(days), "")
    if name not in days:
        raise DayMissing(log, name or "…", ", ".join(days) or "…")
    _check_names(days[name], profile, log)
    limits = [Limit(w.within_min * 60, w.share) for w in profile.standards.waits]
    try:
        figures = day_figures(days[name], to_rules(profile), limits)
    except (KeyError, TypeError) as error:
        raise LogBroken(log, error) from error
    return DayReport(profile, name, figures)


def split_days(events: Sequence[Event]) -> dict[str, list[Event]]:
    """The events of each day, from its opening up to the next; what comes before is left out."""
    days: dict[str, list[Event]] = {}
    present: list[Event] | None = None
    for event in events:
        if event.kind == kinds.DAY_OPENED:
            present = days.setdefault(str(event.data.get("day")), [])
        if present is not None:
            present.append(event)
    return days


def _check_names(events: Sequence[Event], profile: Profile, log: str) -> None:
    """Services, segments and counters of the log must be those of the profile."""
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
