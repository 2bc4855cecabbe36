"""A fresh practice branch: the real one's profile, people and devices, and nothing it does."""

import os
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from shared.config.base_tables import Text
from shared.config.profile import Profile
from shared.config.rules import to_rules
from shared.config.settings import ServerSettings
from shared.config.state import state_folder
from shared.domain.refused import ClosedForNow
from shared.server.clock import PracticeClock
from shared.services.day import local_day

#: So long after opening a practice day begins: counters may be opened, and there is a whole day.
AFTER_OPENING_US: Final = 30 * 60 * 1_000_000
DAYS_AHEAD: Final = 30
DAY_US: Final = 24 * 3600 * 1_000_000
#: Belongs to the database, and goes with it.
BESIDE: Final = ("", "-wal", "-shm", "-journal", ".seal-key")


def practice_file(settings: ServerSettings) -> Path:
    """Where the practice log lies: beside the real one's file, else in the state folder.

    Servers that share a database practise each for itself. A port is the same after a crash, so
    that what was left behind is found and removed.
    """
    real = settings.database
    if isinstance(real, Path):
        return real.with_name(f"{real.stem}.practice.db")
    return state_folder() / f"branch.{settings.port or os.getpid()}.practice.db"


def practice_settings(settings: ServerSettings) -> ServerSettings:
    """The same server, with nothing that leaves this machine: no office, messages, stand-in.

    The bank's directory is asked as on live days: wrong passwords count in the real house's limits.
    """
    apart: dict[str, object] = {
        "database": practice_file(settings),
        "seal_key": None,
        "stand_in": "",
        "customers": "",
        "demand": None,
        "windows": False,
    }
    return settings.for_practice().model_copy(update=apart)


def forget(settings: ServerSettings) -> None:
    """Remove what was practised; nothing of it is kept."""
    for ending in BESIDE:
        file = practice_file(settings)
        file.with_name(f"{file.name}{ending}").unlink(missing_ok=True)


def practice_profile(profile: Profile) -> Profile:
    """The branch under a name that stands on every screen and slip, open to every teller."""
    name = profile.branch.name
    marked = Text(zh=f"练习·{name.zh}"[:60], en=f"PRACTICE · {name.en}"[:90])
    branch = profile.branch.model_copy(update={"name": marked})
    return profile.model_copy(update={"branch": branch, "certificates": ()})


def practice_clock(profile: Profile, now_us: int) -> PracticeClock:
    """Now, while the branch is open with an hour to go; else shortly after the next opening.

    Raises:
        ClosedForNow: the calendar knows no day on which it opens.
    """
    rules, zone = to_rules(profile), ZoneInfo(profile.branch.time_zone)
    today = local_day(now_us, zone)
    for ahead in range(DAYS_AHEAD):
        day = date.fromisoformat(today.day) + timedelta(days=ahead)
        there = rules.day(rules.calendar.day_type(day.isoformat()))
        hours = there.hours
        if there.is_closed or hours is None:
            continue
        midnight_us = local_day(today.midnight_us + ahead * DAY_US + DAY_US // 2, zone).midnight_us
        begins_us = midnight_us + hours.opens_us + AFTER_OPENING_US
        ends_us = midnight_us + hours.last_ticket_us - 2 * AFTER_OPENING_US
        if now_us <= ends_us or ahead:
            return PracticeClock(max(begins_us, now_us), 1.0)
    raise ClosedForNow
