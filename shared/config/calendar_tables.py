"""The calendar of a branch as data: kinds of days, and which date is of which kind.

The order in which they decide is written in ``shared.domain.calendar``; contradictions are named by
``shared.config.check_calendar``.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from shared.config.base_tables import Hours, Identifier, Table, Text, WaitLimit


def _iso(value: object) -> object:
    """TOML writes a date with quotes or without; both become the same text."""
    return value.isoformat() if isinstance(value, date) else value


#: A date such as 2026-10-01. Whether there is such a day is checked with the whole calendar.
IsoDate = Annotated[str, BeforeValidator(_iso), Field(json_schema_extra={"format": "date"})]


class DayType(Table):
    """A kind of day. “ordinary” (the branch's hours and standards) and “closed” need no entry."""

    id: Identifier
    name: Text
    hours: Hours | None = Field(default=None, description="default: the branch's hours")
    is_closed: bool = Field(default=False, description="no tickets are given")
    waits: tuple[WaitLimit, ...] | None = Field(
        default=None, min_length=1, description="limits of such a day; default: standards.waits"
    )
    limit_factor: float = Field(
        default=1.0,
        ge=0.25,
        le=4,
        description="the policy's maximum waits are multiplied by it on such a day",
    )


class Week(Table):
    """The day type of each weekday."""

    mon: Identifier = "ordinary"
    tue: Identifier = "ordinary"
    wed: Identifier = "ordinary"
    thu: Identifier = "ordinary"
    fri: Identifier = "ordinary"
    sat: Identifier = "ordinary"
    sun: Identifier = "ordinary"


class Holiday(Table):
    """One day, or several in a row, on which the branch is closed."""

    name: Text
    date: IsoDate = Field(description="the day, or the first of several")
    until: IsoDate | None = Field(default=None, description="the last day; default: one day only")


class CalendarTable(Table):
    """Which date is of which type: dates > holidays > make-up > before holiday > pay day > weekday.

    The first that knows the date decides. A pay day, or the day before a holiday, that falls on a
    closed day moves to the last open day before it (``shared.domain.calendar`` has the details).
    """

    types: tuple[DayType, ...] = Field(default=(), max_length=20)
    weekdays: Week = Week()
    pay_days: tuple[int, ...] = Field(
        default=(), description="days of the month; 29 to 31 fall back to the month's last day"
    )
    pay_day_type: Identifier | None = Field(default=None, description="needed with pay_days")
    holidays: tuple[Holiday, ...] = Field(default=(), description="closed, unless in dates")
    before_holiday_type: Identifier | None = Field(
        default=None, description="type of the last open day before a holiday; default: as usual"
    )
    make_up_days: tuple[IsoDate, ...] = Field(
        default=(), description="days of a weekend on which the branch works (调休)"
    )
    make_up_type: Identifier | None = Field(default=None, description="default: ordinary")
    dates: Mapping[IsoDate, Identifier] = Field(
        default_factory=dict, description="date and day type; wins over everything"
    )
