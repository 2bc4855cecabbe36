"""The recorded month of the worked example: generated, and shipped (simulator/samples).

`python -m tests.docs.month` writes it again. The branch is the shipped city branch on the weekdays
of March 2026; on pay days a third more people come. What an analyst may know of it stands in the
file; the figures behind it are those of the shipped scenario "city".
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from shared.metrics.folding import visits
from shared.metrics.visit import SECOND_US, Visit
from simulator.model.plan import Plan, load_plan, to_plan
from simulator.model.run import run_day

FILE = Path(__file__).parents[2] / "simulator" / "samples" / "zhongshan-2026-03.csv"
COLUMNS = (
    *("day", "ticket", "service", "segment", "arrived", "called", "started", "ended", "left"),
    *("counter", "staff", "fate"),
)
FIRST = date(2026, 3, 2)
SEED = 2026
PAY_DAY_FACTOR = 1.33


def weekdays() -> list[date]:
    """The days that were recorded."""
    days = [FIRST + timedelta(days=n) for n in range(30)]
    return [day for day in days if day.weekday() < 5 and day.month == FIRST.month]


def month() -> str:
    """The whole file."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(COLUMNS)
    plan = load_plan("city")
    for number, day in enumerate(weekdays()):
        out.writerows(recorded_day(plan, number, day))
    return text.getvalue()


def recorded_day(plan: Plan, number: int, day: date) -> Iterator[tuple[str, ...]]:
    """A row a ticket of one day."""
    found = visits(run_day(on(plan, day), SEED, number).events)
    return (_row(visit, day) for visit in found)


def on(plan: Plan, day: date) -> Plan:
    """The city branch on this date; pay days bring more people."""
    scenario = plan.scenario.model_copy(update={"date": day.isoformat()})
    dated = to_plan(scenario, plan.profile)
    if dated.rules.calendar.day_type(dated.day) != "pay-day":
        return dated
    demand = scenario.demand
    rates = tuple(PAY_DAY_FACTOR * rate for rate in demand.half_hours_per_hour or ())
    more = demand.model_copy(update={"half_hours_per_hour": rates})
    return replace(dated, scenario=scenario.model_copy(update={"demand": more}))


def _row(visit: Visit, day: date) -> tuple[str, ...]:
    def clock(at_us: int | None) -> str:
        if at_us is None:
            return ""
        seconds = round((at_us - visit.midnight_us) / SECOND_US)
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"

    is_served = visit.state == "closed"
    return (
        day.isoformat(),
        visit.number,
        visit.service,
        visit.segment,
        clock(visit.arrived_us),
        clock(visit.called_us),
        clock(visit.started_us) if is_served else "",
        clock(visit.ended_us) if is_served else "",
        clock(visit.ended_us) if visit.has_left else "",
        visit.counter,
        visit.staff,
        "served" if is_served else "left" if visit.has_left else "",
    )


def main() -> None:
    """Write the file."""
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(month(), encoding="utf-8")


if __name__ == "__main__":
    main()
