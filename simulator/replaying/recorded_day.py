"""One day of an event log, with the profiles under which it was lived."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shared.config.profile import Profile
from shared.domain import event as kinds
from shared.domain.event import Event, whole
from shared.metrics.folding import visits
from shared.metrics.visit import Visit
from shared.reports.day import DayMissing, LogBroken, LogForeign, ProfileMissing

#: Events after which the counter where the customer was is free.
FREES: Final = frozenset(
    {
        kinds.TICKET_CLOSED,
        kinds.TICKET_NO_SHOW,
        kinds.TICKET_HELD,
        kinds.TICKET_DEFERRED,
        kinds.TICKET_TRANSFERRED,
        kinds.TICKET_EXPIRED,
        kinds.TICKET_REQUEUED,
    }
)


@dataclass(frozen=True)
class RecordedDay:
    """A day of a log. ``before`` are the bookings that were known when it began.

    ``profile`` held when it began, ``library`` has those that were published on the way, by hash.
    """

    log: str
    day: str
    midnight_us: int
    before: Sequence[Event]
    events: Sequence[Event]
    profile: Profile
    library: Mapping[str, Profile]

    def visits(self) -> list[Visit]:
        """One a ticket, in the order of issue.

        Raises:
            LogBroken: the events contradict one another.
        """
        try:
            return visits(self.events)
        except (KeyError, TypeError) as error:
            raise LogBroken(self.log, error) from error


def recorded_day(
    events: Sequence[Event],
    profile: Profile,
    library: Mapping[str, Profile],
    log: str,
    day: str | None = None,
) -> RecordedDay:
    """The day of this date in the log; without one, its last.

    Raises:
        DayMissing: the log holds no such day. ProfileMissing: it publishes an unknown profile.
        LogForeign: it names a service, segment or counter that the profile does not have.
    """
    opened = [
        (str(event.data["day"]), place)
        for place, event in enumerate(events)
        if event.kind == kinds.DAY_OPENED
    ]
    ends = [place for _, place in opened[1:]] + [len(events)]
    found = {name: span for (name, begins), end in zip(opened, ends, strict=True) if name
             for span in [(begins, end)]}  # fmt: skip
    name = day or next(reversed(found), "")
    if name not in found:
        raise DayMissing(log, name or "…", ", ".join(found) or "…")
    begins, end = found[name]
    part = list(events[begins:end])
    for event in events[:end]:
        if event.kind == kinds.PROFILE_PUBLISHED and str(event.data["profile"]) not in library:
            raise ProfileMissing(log, event.data.get("version"), event.data["profile"])
    held = profile
    for event in events[:begins]:
        if event.kind == kinds.PROFILE_PUBLISHED:
            held = library[str(event.data["profile"])]
    before = [event for event in events[:begins] if event.kind in kinds.APPOINTMENT_KINDS]
    _check_names(part, [held, *library.values()], log)
    return RecordedDay(log, name, whole(part[0], "midnight_us"), before, part, held, library)


def _check_names(events: Sequence[Event], profiles: Sequence[Profile], log: str) -> None:
    counters = {c.id for profile in profiles for c in profile.counters} | {""}
    services = {s.id for profile in profiles for s in profile.services}
    segments = {s.id for profile in profiles for s in profile.segments}
    for event in events:
        names = [(event.counter, counters)]
        if event.kind == kinds.TICKET_ISSUED:
            names.append((str(event.data.get("service")), services))
            names.append((str(event.data.get("segment")), segments))
        for name, known in names:
            if name not in known:
                raise LogForeign(log, name, profiles[0].branch.id)
