"""What the board says besides the calls: waiting by series, who is next, the rule, day and time."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from shared.config.profile import Profile, Text
from shared.i18n import LANGUAGES, translate
from shared.i18n.language import LOCALES
from shared.protocol.forecast import ForecastView, Window
from shared.protocol.lobby import TicketView

#: How many numbers stand under “next”.
NEXT_ROWS = 4

Names = dict[str, str]
"""Words in both languages by their code, as ``Words.firstOf`` takes them."""


def names(text: Text | None) -> Names:
    """A name of the profile for QML; empty words where there is none."""
    return {"zh": text.zh, "en": text.en} if text else {"zh": "", "en": ""}


def series_of(number: str) -> str:
    """The letters in front of a ticket's number."""
    return number.rstrip("0123456789")


def waiting_by_series(waiting: Iterable[TicketView]) -> list[dict[str, object]]:
    """How many wait in each series, in alphabetical order."""
    counted = Counter(series_of(ticket.number) for ticket in waiting)
    return [{"letter": letter, "count": counted[letter]} for letter in sorted(counted)]


def next_rows(
    waiting: Iterable[TicketView],
    profile: Profile | None,
    forecast: ForecastView | None,
    now: datetime,
) -> list[dict[str, str | Names]]:
    """The first few in call order, with what they came for and, where it is known, about when.

    ``about`` is the middle of the window, never in the past; empty where there is no forecast.
    """
    services = {s.id: s.name for s in profile.services} if profile else {}
    windows = {each.ticket: each.window for each in forecast.waiting} if forecast else {}
    return [
        {
            "number": ticket.number,
            "service": names(services.get(ticket.service)),
            "about": _about(windows.get(ticket.id), now),
        }
        for ticket in list(waiting)[:NEXT_ROWS]
    ]


def _about(window: Window | None, now: datetime) -> str:
    if window is None:
        return ""
    return clock_words(max(window.likely_at.astimezone(now.tzinfo), now))


def rule_words(profile: Profile | None) -> Names:
    """The rule of the order in plain words: the profile's own, else those of its preset."""
    if profile is None:
        return names(None)
    if profile.policy.rule is not None:
        return names(profile.policy.rule)
    return {code: _preset_words(profile.policy.preset, code) for code in LANGUAGES}


def _preset_words(preset: str, language: str) -> str:
    if preset == "first_come":
        return translate("Board", "In order of arrival.", language=language)
    if preset == "strict":
        return translate("Board", "By customer group, then by arrival.", language=language)
    if preset == "capped":
        return translate(
            "Board",
            "Longer waits sooner; some groups faster, within limits.",
            language=language,
        )
    if preset == "cost_weighted":
        return translate(
            "Board", "Urgent and short matters sooner; nobody waits too long.", language=language
        )
    return translate(
        "Board", "The longer the wait, the sooner; some groups count faster.", language=language
    )


def day_words(now: datetime) -> Names:
    """The day with its weekday: 11月20日 周五, Fri 20 Nov."""
    day = QDate(now.year, now.month, now.day)
    return {
        "zh": QLocale(LOCALES["zh"]).toString(day, "M月d日 ddd"),
        "en": QLocale(LOCALES["en"]).toString(day, "ddd d MMM"),
    }


def clock_words(at: datetime | None, *, has_seconds: bool = False) -> str:
    """10:12 or 10:12:07; empty for a time that nobody knows."""
    if at is None:
        return ""
    return at.strftime("%H:%M:%S" if has_seconds else "%H:%M")
