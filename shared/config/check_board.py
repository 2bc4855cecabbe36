"""Rules of what the hall sees and hears; each failure names the place and a way out."""

from collections.abc import Iterator
from datetime import date

from shared.config.naming import doubles, unknown
from shared.config.profile import Profile


def board_problems(profile: Profile) -> Iterator[str]:
    """Every contradiction between board, voice, notices and the rest of the profile."""
    segments = [s.id for s in profile.segments]
    yield from unknown("board.hidden_segments", "segment", profile.board.hidden_segments, segments)
    for number, quiet in enumerate(profile.voice.quiet, start=1):
        if quiet.begins >= quiet.ends:
            span = f"begins at {quiet.begins}, ends at {quiet.ends}"
            yield f"voice.quiet {number}: {span}. Swap them."
    yield from doubles("notices", [notice.id for notice in profile.notices if notice.id])
    yield from doubles("rating.reasons", [reason.id for reason in profile.rating.reasons])
    for number, notice in enumerate(profile.notices, start=1):
        place = f"notices {number}"
        days = [day for day in (notice.from_day, notice.until_day) if day is not None]
        bad = [day for day in days if not _is_day(day)]
        yield from (f"{place}: there is no day {day}. Write it like 2026-10-01." for day in bad)
        if not bad and days != sorted(days):
            yield f"{place}: until_day lies before from_day. Swap them."
        if notice.ends is not None and notice.begins >= notice.ends:
            yield f"{place}: begins at {notice.begins}, ends at {notice.ends}. Swap them."


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
