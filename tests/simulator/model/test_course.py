"""Who really works when, and what happens: given, or drawn for each day."""

import numpy as np
import pytest
from pydantic import ValidationError

from shared.dispatch.layout import MINUTE_US
from simulator.model.course import draw_course, draw_courses, is_quiet, varies
from simulator.model.happening import Kind, Outage, SwitchedOff, happenings
from simulator.model.plan import Plan, load_plan, to_plan
from simulator.model.scenario import Scenario
from simulator.model.scenario_house import Absence, Incident
from simulator.model.shift import Stint
from simulator.model.stints import interrupted, with_cash_work

HOUR_US = 60 * MINUTE_US
LUNCH = (Stint(0, 100, "lunch", 150), Stint(150, 300))


def city(**tables: object) -> Plan:
    """The city branch with these tables."""
    plan = load_plan("city")
    scenario = plan.scenario.model_dump(exclude_unset=True) | tables
    return to_plan(Scenario.model_validate(scenario), plan.profile)


def test_an_interruption_cuts_the_stint_that_it_falls_into() -> None:
    assert interrupted(LUNCH, 40, 60, "break") == (
        Stint(0, 40, "break", 60),
        Stint(60, 100, "lunch", 150),
        Stint(150, 300),
    )
    assert interrupted(LUNCH, 0, 20) == (Stint(20, 100, "lunch", 150), Stint(150, 300))
    assert interrupted(LUNCH, 90, 200, "break") == (Stint(0, 90, "break", 200), Stint(200, 300))
    assert interrupted(LUNCH, 120, 400) == (Stint(0, 100),)
    assert interrupted(LUNCH, 0, 400) == ()
    assert interrupted((Stint(0),), 40, 60) == (Stint(0, 40), Stint(60))


def test_cash_work_is_done_when_the_shift_is_over() -> None:
    assert with_cash_work(LUNCH, 20, 30, "cash") == (
        Stint(0, 0, "cash", 20, is_cash_after=True),
        Stint(20, 100, "lunch", 150),
        Stint(150, 270, "cash", 300, is_cash_after=True),
        Stint(300, calls=False, gap_us=30),
    )
    assert with_cash_work((Stint(0),), 0, 30, "cash") == (
        Stint(0, None, "cash", is_cash_after=True),
        Stint(0, calls=False, gap_us=30),
    )


def test_an_outage_of_what_is_suspended_already_is_left_out() -> None:
    found = happenings(
        [
            Outage(10, 20, ("cash", "loans"), "system"),
            Outage(15, 30, ("cash",), "power"),
            Outage(20, None, ("cash",), "system"),
        ],
        [],
    )
    assert [(h.at_us, h.kind, h.incident) for h in found] == [
        (10, Kind.SUSPENDS, "incident-1"),
        (20, Kind.RESUMES, "incident-1"),
        (20, Kind.SUSPENDS, "incident-2"),
    ]


def test_services_are_off_as_long_as_one_line_says_so() -> None:
    off = [SwitchedOff("1", 10, 30, ("cash",)), SwitchedOff("1", 20, 40, ("cash", "loans"))]
    assert [(h.at_us, h.services) for h in happenings([], off)] == [
        (10, ("cash",)),
        (20, ("cash", "loans")),
        (30, ("cash", "loans")),
        (40, ()),
    ]


def test_a_plain_branch_has_its_roster_every_day() -> None:
    plan = load_plan("city")
    assert is_quiet(plan)
    assert not varies(plan)
    assert draw_courses(plan, 1, range(9)) == (draw_course(plan, 1, 0),)
    assert draw_course(plan, 1, 0).shifts == plan.shifts


def test_absences_come_as_often_as_they_say_and_leave_other_shifts_as_they_were() -> None:
    lateness = {"distribution": "exponential", "mean_min": 12}
    plan = city(absences=[{"absent": 0.2, "late": 0.5, "lateness": lateness}])
    courses = draw_courses(plan, 4, range(300))
    share = np.mean([len(course.shifts) for course in courses]) / len(plan.shifts)
    assert share == pytest.approx(0.8, abs=0.04)
    planned = {shift.counter: shift.stints[0].from_us for shift in plan.shifts}
    late = [s.stints[0].from_us - planned[s.counter] for c in courses for s in c.shifts]
    assert np.mean([at > 0 for at in late]) == pytest.approx(0.5, abs=0.04)
    assert np.mean(late) / MINUTE_US == pytest.approx(6, abs=0.7)
    first = plan.shifts[0].counter
    fewer = city(absences=[{"counters": [first], "absent": 1}, plan.scenario.absences[0]])
    for course, other in zip(courses, draw_courses(fewer, 4, range(300)), strict=True):
        assert [s for s in course.shifts if s.counter != first] == list(other.shifts)


def test_drawn_incidents_come_at_their_rate() -> None:
    duration = {"distribution": "exponential", "mean_min": 30}
    plan = city(incidents=[{"per_day": 0.5, "duration": duration}])
    found = [h for c in draw_courses(plan, 2, range(400)) for h in c.happenings]
    begun = [h for h in found if h.kind is Kind.SUSPENDS]
    assert len(begun) == pytest.approx(200, abs=45)
    assert min(h.at_us for h in begun) >= plan.opens_us
    lasted = sum(h.at_us for h in found if h.kind is Kind.RESUMES) - sum(h.at_us for h in begun)
    assert lasted / len(begun) / MINUTE_US == pytest.approx(30, abs=7)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"begins": "10:00", "per_day": 1.0},
        {"per_day": 1.0},
        {"begins": "11:00", "ends": "10:00"},
    ],
)
def test_an_incident_comes_one_way(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match=r"per_day|before"):
        Incident.model_validate(wrong)


def test_lengths_go_with_what_they_are_for() -> None:
    with pytest.raises(ValidationError, match="Late and lateness go together"):
        Absence.model_validate({"late": 0.2})
