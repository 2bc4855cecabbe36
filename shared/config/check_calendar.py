"""Contradictions in the calendar of a profile; each sentence names the place and a way out."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from shared.config.base_tables import Hours, WaitLimit
from shared.config.calendar_rules import WEEKDAYS, closed_types
from shared.config.calendar_tables import CalendarTable, DayType, Holiday
from shared.config.naming import doubles, unknown
from shared.config.profile import Profile
from shared.domain.calendar import CLOSED, ORDINARY

#: A holiday longer than this has a wrong year in one of its dates.
LONGEST_HOLIDAY_DAYS = 60


def calendar_problems(profile: Profile) -> Iterator[str]:
    """Contradictions in the calendar and in the limits of days; nothing when all is sound."""
    table = profile.calendar
    yield from _limits(profile.standards.waits, "standards")
    yield from doubles("calendar.types", [t.id for t in table.types])
    for kind in table.types:
        yield from _type(kind)
    yield from _names(table)
    yield from _never_open(table)
    yield from _pay_days(table)
    yield from _impossible_dates(table)
    for number, holiday in enumerate(table.holidays, start=1):
        yield from _holiday(f"calendar.holidays {number}", holiday)
    yield from _make_up_days(table)


def _type(kind: DayType) -> Iterator[str]:
    place = f"calendar.types “{kind.id}”"
    if kind.id in (ORDINARY, CLOSED):
        yield f"{place}: this type is always there. Remove it, or give yours another id."
    if kind.is_closed and (kind.hours or kind.waits or kind.limit_factor != 1):
        yield (
            f"{place}: is_closed leaves no use for hours, waits and limit_factor. "
            "Remove them, or is_closed."
        )
    if kind.hours is not None:
        yield from _hours(kind, place)
    yield from _limits(kind.waits or (), place)


def _hours(kind: DayType, place: str) -> Iterator[str]:
    hours = kind.hours
    assert hours is not None
    if hours.lasts_min is not None:
        yield (
            f"{place} hours: lasts_min is for a queue without doors. "
            "Give opens, last_ticket and closes."
        )
    else:
        yield from out_of_order(hours, f"{place} hours")


def out_of_order(hours: Hours, place: str) -> Iterator[str]:
    """Opening, last ticket and closing follow one another."""
    if not hours.opens < hours.last_ticket <= hours.closes:
        yield (
            f"{place}: opens {hours.opens}, last_ticket {hours.last_ticket}, "
            f"closes {hours.closes} do not follow one another. Put them in this order."
        )


def _limits(waits: tuple[WaitLimit, ...], place: str) -> Iterator[str]:
    """Whoever was called within 10 minutes was also called within 20."""
    ordered = sorted(waits, key=lambda limit: limit.within_min)
    for short, long in pairwise(ordered):
        if long.within_min == short.within_min:
            yield f"{place} waits: {short.within_min:g} min stands there twice. Keep one."
        elif long.share < short.share:
            yield (
                f"{place} waits: share {long.share:g} within {long.within_min:g} min is less than "
                f"{short.share:g} within {short.within_min:g} min. Write at least {short.share:g}."
            )


def _names(table: CalendarTable) -> Iterator[str]:
    """Types that are used and not known, and closed ones where only an open one makes sense."""
    known = [ORDINARY, CLOSED, *(t.id for t in table.types)]
    closed = closed_types(table)
    working = {
        "calendar.pay_day_type": table.pay_day_type,
        "calendar.before_holiday_type": table.before_holiday_type,
        "calendar.make_up_type": table.make_up_type,
    }
    used = {f"calendar.weekdays.{day}": getattr(table.weekdays, day) for day in WEEKDAYS}
    used |= working | {f"calendar.dates.{day}": name for day, name in table.dates.items()}
    for place, name in used.items():
        if name is not None:
            yield from unknown(place, "day type", (name,), known)
    for place, name in working.items():
        if name in closed:
            yield (
                f"{place}: “{name}” is closed, and this is a working day. "
                "Name an open type, or close single days with dates."
            )


def _never_open(table: CalendarTable) -> Iterator[str]:
    closed = closed_types(table)
    if all(getattr(table.weekdays, day) in closed for day in WEEKDAYS):
        yield "calendar.weekdays: all seven are closed. Open at least one, such as mon."


def _pay_days(table: CalendarTable) -> Iterator[str]:
    for day in table.pay_days:
        if not 1 <= day <= 31:
            yield (
                f"calendar.pay_days: {day} is no day of a month. "
                f"Write {min(max(day, 1), 31)}{' for its last day' if day > 31 else ''}."
            )
    if table.pay_days and table.pay_day_type is None:
        yield "calendar.pay_day_type: this key is missing, and pay_days are given. Add it."


def _impossible_dates(table: CalendarTable) -> Iterator[str]:
    used = [("calendar.make_up_days", day) for day in table.make_up_days]
    used += [("calendar.dates", day) for day in table.dates]
    for number, holiday in enumerate(table.holidays, start=1):
        used += [(f"calendar.holidays {number}", d) for d in (holiday.date, holiday.until) if d]
    for place, text in used:
        if _date(text) is None:
            yield f"{place}: “{text}” is no date. Write it like {_nearest_date(text)}."


def _holiday(place: str, holiday: Holiday) -> Iterator[str]:
    first, last = _date(holiday.date), _date(holiday.until or holiday.date)
    if first is None or last is None:
        return
    if last < first:
        yield f"{place}: until {last} lies before {first}. Exchange the two dates."
    elif (days := (last - first).days + 1) > LONGEST_HOLIDAY_DAYS:
        yield (
            f"{place}: {first} until {last} are {days} days. Correct the dates, or close longer "
            f"with several holidays of at most {LONGEST_HOLIDAY_DAYS} days."
        )


def _make_up_days(table: CalendarTable) -> Iterator[str]:
    closed = closed_types(table)
    for text in table.make_up_days:
        if (day := _date(text)) is None:
            continue
        for number, holiday in enumerate(table.holidays, start=1):
            if holiday.date <= text <= (holiday.until or holiday.date):
                yield (
                    f"calendar.make_up_days: {text} lies in holidays {number} "
                    f"(“{holiday.name.en}”). Remove it from one of them."
                )
        name = WEEKDAYS[day.weekday()]
        if day.weekday() < 5 and getattr(table.weekdays, name) not in closed:
            yield (
                f"calendar.make_up_days: {text} is a weekday ({name}) and open anyway. "
                f"Remove it, or write the weekend day that is meant, such as {_weekend(day)}."
            )


def _weekend(day: date) -> date:
    """The Saturday or Sunday nearest to a weekday."""
    until_saturday, since_sunday = 5 - day.weekday(), day.weekday() + 1
    nearest = until_saturday if until_saturday <= since_sunday else -since_sunday
    return day + timedelta(days=nearest)


def _date(text: str) -> date | None:
    """The date, if it is written like 2026-10-01 and there is such a day."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


def _nearest_date(text: str) -> str:
    """The real date nearest to a wrong one: 2026-02-28 for 2026-02-30; else just an example."""
    found = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text)
    if found is None or int(found[1]) == 0:
        return "2026-10-01"
    year, month = int(found[1]), min(max(int(found[2]), 1), 12)
    last = monthrange(year, month)[1]
    return date(year, month, min(max(int(found[3]), 1), last)).isoformat()
