"""The course of a day in the house: who really works when, and what happens; given or drawn.

Each line of the scenario draws from a stream of its own, so that one more of them leaves all others
as they were.
"""

from dataclasses import dataclass, replace

import numpy as np

from shared.config.rules import clock_us
from shared.dispatch.layout import MINUTE_US
from shared.rollout.columns import FAR
from simulator.model.distribution import draw
from simulator.model.draws import Purpose, stream
from simulator.model.happening import Happening, Outage, SwitchedOff, happenings
from simulator.model.kiosks import KioskTime
from simulator.model.plan import Plan
from simulator.model.present import plan_on
from simulator.model.scenario_house import Absence, CashWork, When
from simulator.model.shift import Shift
from simulator.model.stints import Stints, interrupted, with_cash_work


@dataclass(frozen=True)
class Course:
    """A day of the house: everybody's work, what happens when, and when kiosks are away."""

    shifts: tuple[Shift, ...]
    happenings: tuple[Happening, ...] = ()
    kiosk_plan: tuple[KioskTime, ...] = ()


def varies(plan: Plan) -> bool:
    """Whether the house has another day every day."""
    scenario = plan.scenario
    lines: list[When] = [*scenario.incidents, *scenario.counter_faults, *scenario.switched_off]
    lines += scenario.kiosk.faults
    return bool(scenario.absences or scenario.present) or any(
        line.per_day is not None for line in lines
    )


def is_quiet(plan: Plan) -> bool:
    """Whether everybody who is there works as the roster says, and nothing happens."""
    scenario = plan.scenario
    befalls = (scenario.incidents, scenario.counter_faults, scenario.switched_off)
    in_lobby = (scenario.kiosk.faults, scenario.lobby_lead, scenario.rooms)
    return not any((*befalls, *in_lobby, scenario.absences, scenario.cash_work))


def draw_courses(plan: Plan, seed: int, days: range) -> tuple[Course, ...]:
    """The courses of these days; a single one where every day is the same."""
    return tuple(draw_course(plan, seed, day) for day in (days if varies(plan) else days[:1]))


def draw_course(plan: Plan, seed: int, day: int) -> Course:
    """The course of one day; the same for the same seed and day."""
    todays = plan_on(plan, seed, day).shifts
    if is_quiet(plan):
        return Course(todays)
    scenario = plan.scenario
    everything = tuple(service.id for service in plan.rules.services)
    outages = [
        Outage(from_us, to_us, line.services or everything, line.reason)
        for number, line in enumerate(scenario.incidents)
        for from_us, to_us in _times(plan, line, seed, day, Purpose.INCIDENT, number)
    ]
    off = [
        SwitchedOff(line.counter, from_us, _or_all_day(to_us), line.services)
        for number, line in enumerate(scenario.switched_off)
        for from_us, to_us in _times(plan, line, seed, day, Purpose.SWITCHED_OFF, number)
    ]
    shifts = _with_faults(plan, _present(plan, todays, seed, day), seed, day)
    counted = [_with_cash(shift, scenario.cash_work) for shift in shifts]
    plan_of_kiosks = (*_leads(plan), *_kiosk_faults(plan, seed, day))
    return Course(tuple(s for s in counted if s.stints), happenings(outages, off), plan_of_kiosks)


def kiosk_count(plan: Plan) -> int:
    """How many stand in the hall, those who give tickets besides counted like kiosks."""
    leads = sum(lead.issues_tickets for lead in plan.scenario.lobby_lead)
    return plan.scenario.kiosk.count + leads


def _leads(plan: Plan) -> list[KioskTime]:
    """Whoever gives tickets is away outside the given time, all others are quicker in it."""
    found = []
    number = plan.scenario.kiosk.count
    for lead in plan.scenario.lobby_lead:
        begins_us, ends_us = clock_us(lead.begins), clock_us(lead.ends)
        if lead.issues_tickets:
            found += [KioskTime(number, 0, begins_us), KioskTime(number, ends_us, FAR)]
            number += 1
        if lead.speed != 1:
            found.append(KioskTime(-1, begins_us, ends_us, round(1000 * lead.speed)))
    return found


def _kiosk_faults(plan: Plan, seed: int, day: int) -> list[KioskTime]:
    """The first of the kiosks, as many as are out of order together."""
    return [
        KioskTime(kiosk, from_us, _or_all_day(to_us))
        for number, line in enumerate(plan.scenario.kiosk.faults)
        for from_us, to_us in _times(plan, line, seed, day, Purpose.KIOSK_FAULT, number)
        for kiosk in range(min(line.count, plan.scenario.kiosk.count))
    ]


def _or_all_day(to_us: int | None) -> int:
    return 24 * 60 * MINUTE_US if to_us is None else to_us


def _times(
    plan: Plan, line: When, seed: int, day: int, purpose: Purpose, number: int
) -> list[tuple[int, int | None]]:
    """From when to when (None: all day): as given, or drawn over the opening hours."""
    if line.begins is not None:
        return [(clock_us(line.begins), None if line.ends is None else clock_us(line.ends))]
    assert line.per_day is not None
    assert line.duration is not None
    source = stream(seed, day, purpose, number)
    places = source.random(source.poisson(line.per_day))
    length_us = _closes_us(plan) - plan.opens_us
    from_us = [plan.opens_us + int(place * length_us) for place in places]
    lasts_us = draw(line.duration, len(places), source).tolist()
    return [(a, a + lasts) for a, lasts in zip(from_us, lasts_us, strict=True)]


def _closes_us(plan: Plan) -> int:
    hours = plan.rules.day(plan.rules.calendar.day_type(plan.day)).hours
    return hours.closes_us if hours else plan.last_ticket_us


def _with_faults(plan: Plan, shifts: list[Shift], seed: int, day: int) -> list[Shift]:
    """The shifts, interrupted where their counters are out of order."""
    places = len(plan.rules.counters)
    for number, line in enumerate(plan.scenario.counter_faults):
        for counter in plan.rules.counters:
            if line.counter not in (None, counter.id):
                continue
            own = number * places + counter.index
            times = _times(plan, line, seed, day, Purpose.COUNTER_FAULT, own)
            for from_us, to_us in times:
                until_us = _or_all_day(to_us)
                shifts = [
                    replace(s, stints=interrupted(s.stints, from_us, until_us, line.reason or ""))
                    if s.counter == counter.id
                    else s
                    for s in shifts
                ]
    return [shift for shift in shifts if shift.stints]


def _present(plan: Plan, todays: tuple[Shift, ...], seed: int, day: int) -> list[Shift]:
    """Those of today's shifts that come: on time or late, with the pauses that nobody planned."""
    found = []
    for number, shift in enumerate(plan.shifts):
        if shift not in todays:
            continue
        lines = (line for line in plan.scenario.absences if _names(line.counters, shift))
        absence = next(lines, None)
        stints = shift.stints
        if absence is not None:
            source = stream(seed, day, Purpose.ABSENCE, number)
            stints = _as_came(absence, stints, _closes_us(plan), source)
        if stints:
            found.append(replace(shift, stints=stints))
    return found


def _names(counters: tuple[str, ...] | None, shift: Shift) -> bool:
    return counters is None or shift.counter in counters


def _as_came(
    absence: Absence, stints: Stints, closes_us: int, source: np.random.Generator
) -> Stints:
    """What becomes of one shift."""
    is_absent, is_late = source.random(2) < (absence.absent, absence.late)
    late_us = int(draw(absence.lateness, 1, source)[0]) if absence.lateness else 0
    count = int(source.poisson(absence.pauses_per_shift))
    if is_absent:
        return ()
    begins_us, ends_us = stints[0].from_us, stints[-1].to_us
    length_us = (closes_us if ends_us is None else ends_us) - begins_us
    if is_late:
        stints = interrupted(stints, begins_us, begins_us + late_us)
    if absence.pause is not None:
        lasts_us = draw(absence.pause, count, source).tolist()
        for place, pause_us in zip(source.random(count).tolist(), lasts_us, strict=True):
            at_us = begins_us + int(place * length_us)
            stints = interrupted(stints, at_us, at_us + pause_us, absence.reason)
    return stints


def _with_cash(shift: Shift, lines: tuple[CashWork, ...]) -> Shift:
    for line in lines:
        if _names(line.counters, shift):
            minutes = line.opening_min, line.closing_min
            opening_us, closing_us = (round(m * MINUTE_US) for m in minutes)
            stints = with_cash_work(shift.stints, opening_us, closing_us, line.reason)
            return replace(shift, stints=stints)
    return shift
