"""From the profile's calendar to the plain one that the core reads."""

from shared.config.calendar_tables import CalendarTable
from shared.config.profile import Profile
from shared.domain.calendar import CLOSED, ORDINARY, Calendar

#: In the order of ``date.weekday()``.
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def to_calendar(profile: Profile) -> Calendar:
    """The calendar of a checked profile (see ``shared.config.check_calendar``)."""
    table = profile.calendar
    return Calendar(
        dates=dict(table.dates),
        holidays=tuple((h.date, h.until or h.date) for h in table.holidays),
        make_up_days=frozenset(table.make_up_days),
        make_up_type=table.make_up_type or ORDINARY,
        before_holiday_type=table.before_holiday_type or "",
        pay_days=frozenset(table.pay_days),
        pay_day_type=table.pay_day_type or "",
        weekdays=tuple(str(getattr(table.weekdays, name)) for name in WEEKDAYS),
        closed_types=closed_types(table),
    )


def closed_types(table: CalendarTable) -> frozenset[str]:
    """The types of days on which no tickets are given."""
    return frozenset({CLOSED, *(t.id for t in table.types if t.is_closed)})
