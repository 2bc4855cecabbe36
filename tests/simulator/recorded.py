"""Days that a branch would have recorded: simulated from known figures, and read as records."""

from dataclasses import replace
from datetime import date, timedelta

from shared.domain.event import Event
from simulator.calibration.read_log import take_events
from simulator.calibration.record import Records
from simulator.model.plan import Plan
from simulator.model.run import run_day

FIRST = date(2026, 3, 2)


def ordinary_days(plan: Plan, count: int) -> list[str]:
    """So many days of the plan's own type from a Monday on."""
    calendar = plan.rules.calendar
    wanted = calendar.day_type(plan.day)
    found: list[str] = []
    day = FIRST
    while len(found) < count:
        if calendar.day_type(day.isoformat()) == wanted:
            found.append(day.isoformat())
        day += timedelta(days=1)
    return found


def day_log(plan: Plan, day: str, seed: int, number: int) -> list[Event]:
    """The log of one such day."""
    return run_day(replace(plan, day=day), seed, number).events


def recorded(plan: Plan, days: int, seed: int) -> Records:
    """The records of so many days."""
    records = Records("log")
    for number, day in enumerate(ordinary_days(plan, days)):
        take_events(records, day_log(plan, day, seed, number))
    return records
