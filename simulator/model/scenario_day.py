"""On which date a scenario is played, and the hours of that date."""

from datetime import date, timedelta

from shared.config.profile import Hours, Profile
from shared.config.rules import clock_us
from shared.dispatch.layout import MINUTE_US
from shared.domain.calendar import ORDINARY
from shared.domain.rules import Rules
from simulator.model.scenario import Scenario

#: A scenario without a date is played on the first ordinary day from this Monday on.
FIRST_DAY = date(2026, 1, 5)
HALF_HOUR_US = 30 * MINUTE_US


def played_on(scenario: Scenario, rules: Rules) -> str:
    """The date (ISO) of a scenario: its own, or the first ordinary day of ours."""
    if scenario.date is not None:
        return scenario.date
    days = (FIRST_DAY + timedelta(days=number) for number in range(366))
    return next(
        (day for day in map(date.isoformat, days) if rules.calendar.day_type(day) == ORDINARY),
        FIRST_DAY.isoformat(),
    )


def hours_on(profile: Profile, rules: Rules, day: str) -> Hours:
    """The hours of the profile on this date."""
    day_type = rules.calendar.day_type(day)
    own = [t.hours for t in profile.calendar.types if t.id == day_type and t.hours]
    return own[0] if own else profile.hours


def ticket_hours(hours: Hours) -> tuple[int, int]:
    """When tickets are given, microseconds from midnight; from 0 in a run without doors."""
    if hours.lasts_min is not None:
        return 0, hours.lasts_min * MINUTE_US
    return clock_us(hours.opens), clock_us(hours.last_ticket)
