"""What each kind of day brings: the plan that is lived to see what a roster comes to."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from shared.config.profile import Hours
from shared.config.rules import clock_us
from shared.metrics.visit import HALF_HOUR_US
from simulator.model.plan import Plan, load_plan, to_plan
from simulator.model.scenario import Demand
from simulator.model.scenario_day import hours_on
from simulator.model.scenario_house import Absence
from simulator.model.scenario_staff import Pause, Staffing
from simulator.planning.clock import clock, minute_of
from simulator.planning.rostering.month import Day, Month
from simulator.planning.rostering.roster import Duty
from simulator.planning.trial import staffed

#: Days of one kind and type are alike: the same people come, and the same standard holds.
Alike = tuple[str, str]


def alike(day: Day) -> Alike:
    """Of which sort a day is."""
    return day.kind, day.day_type


def plan_of(month: Month, day: Day) -> Plan:
    """The scenario of a day's kind, played on this date, with its demand and everybody there.

    Half-hours of arrivals that lie outside the day's hours fall away. Who is there and who may be
    absent is the roster's to say: the scenario's own is left out.

    Raises:
        FileUnreadable, ScenarioInvalid, ProfileInvalid.
    """
    kind = month.kind_of(day)
    usual = _usual_plan(month.scenario_of(kind))
    hours = hours_on(usual.profile, usual.rules, day.iso)
    demand = _scaled(_within(usual.scenario.demand, usual, hours), kind.demand)
    scenario = usual.scenario.model_copy(
        update={
            "date": day.iso,
            "demand": demand,
            "staffing": (),
            "present": (),
            "absences": tuple(
                a.model_copy(update={"absent": 0.0}) for a in usual.scenario.absences
            ),
        }
    )
    return to_plan(scenario, usual.profile)


def plan_with_absences(plan: Plan, absent: float) -> Plan:
    """The plan where each duty is not done with this probability, in the figures of the kernel."""
    found = tuple(a.model_copy(update={"absent": absent}) for a in plan.scenario.absences)
    update = {"absences": found or (Absence(absent=absent),)}
    return replace(plan, scenario=plan.scenario.model_copy(update=update))


def absent_share(month: Month) -> float:
    """The share of duties that nobody does: of the staff file, else of the usual scenario."""
    if month.file.absent:
        return month.file.absent
    absences = _usual_plan(month.scenario_of(month.kind_of(month.days[0]))).scenario.absences
    return max((absence.absent for absence in absences), default=0.0)


def staffing_of(duties: tuple[Duty, ...], month: Month, plan: Plan) -> tuple[Staffing, ...]:
    """The duties of a day as lines of a scenario: who is at which counter, and when on a break.

    A line begins at opening at the earliest; who stays to the end stays until everybody is served.
    """
    hours = hours_on(plan.profile, plan.rules, plan.day)
    opens, closes = minute_of(hours.opens), minute_of(hours.closes)
    found = []
    for duty in duties:
        begins, ends = max(duty.begins_min, opens), min(duty.ends_min, closes)
        if duty.counter and begins < ends:
            found.append(
                Staffing(
                    counter=duty.counter,
                    person=duty.person,
                    opens=clock(begins),
                    closes=clock(ends),
                    pauses=tuple(_pauses(duty, month, begins, ends)),
                )
            )
    return tuple(found)


def lived(plan: Plan, lines: tuple[Staffing, ...]) -> Plan | None:
    """The plan with these people; None where nobody is at a counter."""
    return staffed(plan, lines) if lines else None


def _pauses(duty: Duty, month: Month, begins: int, ends: int) -> list[Pause]:
    shifts = month.shifts_at.get((duty.begins_min, duty.ends_min), ())
    rules = [rule.reason for shift in shifts[:1] for rule in shift.breaks]
    reasons = rules + ["lunch"] * (len(duty.breaks) - len(rules))
    return [
        Pause(begins=clock(from_min), ends=clock(to_min), reason=reason)
        for (from_min, to_min), reason in zip(duty.breaks, reasons, strict=False)
        if begins < from_min and to_min < ends
    ]


@lru_cache(maxsize=16)
def _usual_plan(scenario: str | Path) -> Plan:
    return load_plan(scenario)


def _within(demand: Demand, plan: Plan, hours: Hours) -> Demand:
    """The demand of a usual day cut to other hours; outside the usual ones nobody comes."""
    rates = demand.half_hours_per_hour
    if rates is None:
        return demand
    first = clock_us(hours.opens) // HALF_HOUR_US
    count = -(-clock_us(hours.last_ticket) // HALF_HOUR_US) - first
    usual = plan.opens_us // HALF_HOUR_US
    at = {usual + number: rate for number, rate in enumerate(rates)}
    cut = tuple(at.get(first + number, 0.0) for number in range(count))
    return demand.model_copy(update={"half_hours_per_hour": cut})


def _scaled(demand: Demand, factor: float) -> Demand:
    """So many times the arrivals; given moments stay as they are."""
    rates, steps = demand.half_hours_per_hour, demand.steps
    return demand.model_copy(
        update={
            "half_hours_per_hour": rates and tuple(factor * rate for rate in rates),
            "per_hour": demand.per_hour and factor * demand.per_hour,
            "steps": steps
            and tuple(s.model_copy(update={"per_hour": factor * s.per_hour}) for s in steps),
        }
    )
