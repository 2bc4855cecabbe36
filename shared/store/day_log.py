"""A business day out of the log, with the profiles that held on it."""

from dataclasses import dataclass

from sqlalchemy import Connection

from shared.config.profile import Profile
from shared.domain.event import PROFILE_PUBLISHED, Event
from shared.reports.day import DayMissing
from shared.store import profile_version
from shared.store.engine import Database, store_errors
from shared.store.log import carried_events, events_after, openings


@dataclass(frozen=True, slots=True)
class DayLog:
    """The events of a day from its opening on, the profile that held then, and later ones.

    ``events`` begin with what was booked before for this day or a later one.
    """

    events: list[Event]
    profile: Profile
    library: dict[str, Profile]


@store_errors()
def day_log(database: Database, branch: str, day: str) -> DayLog:
    """The day (ISO date) with its profiles.

    Raises:
        StoreUnavailable, ProfileLost.
        DayMissing: the branch was never open on it.
    """
    with database.reading.begin() as connection:
        opened = openings(connection, branch)
        for place, (first, name) in enumerate(opened):
            if name == day:
                end = opened[place + 1][0] if place + 1 < len(opened) else None
                return _read(connection, branch, first, None if end is None else end - first)
    raise DayMissing(branch, day, ", ".join(name for _, name in opened) or "…")


def _read(connection: Connection, branch: str, first: int, count: int | None) -> DayLog:
    events = [event for _, event, _ in events_after(connection, branch, first - 1, count)]
    held = profile_version.held_after(connection, branch, first)
    wanted = {str(e.data["profile"]) for e in events if e.kind == PROFILE_PUBLISHED}
    library = {v: profile_version.find(connection, branch, v) for v in wanted | {held}}
    carried = carried_events(connection, branch, first - 1)
    return DayLog([*carried, *events], library[held], library)
