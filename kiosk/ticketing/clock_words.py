"""Days and times of day in words for customers, in both languages."""

from datetime import date, datetime

from kiosk.ticketing.tile import Words
from shared.i18n import LANGUAGES, translate


def weekday(day: date, language: str) -> str:
    """The short name of the day of the week."""
    names = (
        translate("Kiosk", "Mon", language=language),
        translate("Kiosk", "Tue", language=language),
        translate("Kiosk", "Wed", language=language),
        translate("Kiosk", "Thu", language=language),
        translate("Kiosk", "Fri", language=language),
        translate("Kiosk", "Sat", language=language),
        translate("Kiosk", "Sun", language=language),
    )
    return names[day.weekday()]


def day_words(day: date, today: date) -> Words:
    """Today, tomorrow, or the day of the week with month and day."""
    if day == today:
        return {code: translate("Kiosk", "Today", language=code) for code in LANGUAGES}
    if (day - today).days == 1:
        return {code: translate("Kiosk", "Tomorrow", language=code) for code in LANGUAGES}
    return {code: f"{weekday(day, code)} {day.month}/{day.day}" for code in LANGUAGES}


def moment_words(at: datetime, today: date) -> Words:
    """A day and a time, such as "Today 14:00"."""
    return {code: f"{day} {at:%H:%M}" for code, day in day_words(at.date(), today).items()}
