"""Program and simulation in turns: rules and standard are kept, or what is missing has a name."""

from dataclasses import replace

import pytest

from simulator.planning.rostering.broken import Rule
from simulator.planning.rostering.check import check, shortages
from simulator.planning.rostering.demand import plan_of, staffing_of
from simulator.planning.rostering.judge import Judge, Standard
from simulator.planning.rostering.loop import Asked, Planned, plan_roster
from simulator.planning.rostering.month import Month
from simulator.planning.rostering.need_search import Sort, find_needs, start
from simulator.planning.rostering.report import report_of
from simulator.planning.rostering.result import roster_json
from simulator.planning.rostering.roster import changes
from tests.simulator.planning.rostering.small import WEEK, good, small

NAME = {"zh": "名", "en": "Name"}
LUNCH = {"minutes": 30, "begins": "11:30", "ends": "14:30"}
SUNDAY = {"id": "sunday", "weekdays": ["sun"], "is_closed": True}
QUICK = Asked(standard=Standard(days=60), effort=2.0, rounds=2)


def everybody(count: int, on_leave: str = "") -> list[dict[str, object]]:
    """So many people who can do everything; one may be on leave on Wednesday."""
    return [
        {
            "id": f"P{n}",
            "name": f"P{n}",
            "contract": "full",
            "skills": ["teller", "adviser"],
            "leave": [{"first": WEEK[2]}] if f"P{n}" == on_leave else [],
        }
        for n in range(count)
    ]


def week(people: int = 7, on_leave: str = "") -> Month:
    """A week of the neighbourhood branch with enough people, if they are seven."""
    tables: dict[str, object] = {
        "opening_min": 30,
        "closing_min": 60,
        "lunch_away_most": 2,
        "absent": 0.05,
        "skills": [
            {"id": "teller", "name": NAME, "counters": ["1", "2", "3"]},
            {"id": "adviser", "name": NAME, "counters": ["4"]},
        ],
        "shifts": [
            {"id": "day", "name": NAME, "begins": "08:30", "ends": "17:00", "breaks": [LUNCH]},
            {"id": "late", "name": NAME, "begins": "09:00", "ends": "17:30", "breaks": [LUNCH]},
            {"id": "short", "name": NAME, "begins": "09:00", "ends": "16:00", "breaks": [LUNCH]},
        ],
        "contracts": [{"id": "full", "hours_week_most": 40, "rest_h": 12}],
        "people": everybody(people, on_leave),
        "presence": [{"id": "two", "name": NAME, "when": "open", "people": 2}],
        "needs": [],
        "fairness": [],
        "kinds": [SUNDAY, {"id": "usual", "demand": 0.6}],
    }
    return small(**tables)


@pytest.fixture(scope="module")
def planned() -> Planned:
    return plan_roster(week(), QUICK)


def test_the_roster_keeps_rules_and_standard_on_fresh_days(planned: Planned) -> None:
    assert check(planned.roster, week()) == ()
    report = report_of(week(), planned, Judge(week(), QUICK.standard), fresh_days=300)
    assert [day.is_kept for day in report.days] == [True] * 6
    assert report.broken == planned.broken == ()
    assert report.missing_half_hours > 0
    worse = [day.mean_wait_absent_s > day.mean_wait_s for day in report.days]
    assert sum(worse) >= 5
    told = roster_json(report, seed=1)
    assert told["is_kept"] is True
    assert [person.days for person in report.people] == [
        len(planned.roster.of(person.id)) for person in week().file.people
    ]


def test_the_present_roster_is_mended_with_as_few_changes_as_asked(planned: Planned) -> None:
    month = week(on_leave="P0")
    asked = replace(QUICK, present=planned.roster, changes_most=2, rounds=1)
    found = plan_roster(month, asked)
    assert len(changes(planned.roster, found.roster)) <= 2
    assert Rule.LEAVE not in {broken.rule for broken in check(found.roster, month)}


def test_an_impossible_week_names_what_is_missing() -> None:
    found = plan_roster(week(people=2), replace(QUICK, rounds=1))
    missing = shortages(found.broken)
    assert {b.rule for b in found.broken} <= {Rule.NEED, Rule.PRESENCE}
    assert {b.day for b in missing} == set(WEEK[:6])
    assert all(b.missing > 0 and b.begins_min < b.ends_min and b.what for b in missing)


def test_needs_are_fewer_than_everybody_and_keep_the_standard() -> None:
    judge = Judge(week(), QUICK.standard)
    sort = Sort(judge, week().days[0])
    needs = find_needs(sort)
    assert judge.shortfall(sort.day, sort.lines(needs)) <= 0
    assert sum(needs.values()) < 4 * len(sort.half_hours)
    assert {place for place, people in needs.items() if not people} <= set(needs)
    assert set(start(sort)) == set(needs)


def test_a_day_of_the_roster_as_lines_of_a_scenario() -> None:
    month = small()
    day = month.days[1]
    lines = staffing_of(good().on(day.iso), month, plan_of(month, day))
    assert [(line.counter, line.person, line.opens, line.closes) for line in lines] == [
        ("1", "A", "09:00", "17:00"),
        ("2", "C", "09:30", "17:00"),
        ("3", "D", "09:30", "17:00"),
    ]
    assert [(pause.begins, pause.ends) for pause in lines[0].pauses] == [("11:30", "12:30")]


def test_demand_follows_the_kind_and_the_hours_of_the_day() -> None:
    month = small(kinds=[{"id": "usual", "demand": 0.5}])
    usual, saturday = plan_of(month, month.days[0]), plan_of(month, month.days[5])
    rates = usual.scenario.demand.half_hours_per_hour
    assert rates is not None
    assert rates[0] == 10.0
    fewer = saturday.scenario.demand.half_hours_per_hour
    assert fewer is not None
    assert fewer == rates[: len(fewer)]
    assert len(fewer) == 14
