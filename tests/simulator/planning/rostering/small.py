"""A week of four tellers whose good roster can be seen at a glance."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from simulator.model.plan import Plan, load_plan
from simulator.planning.rostering.month import Month, month_of
from simulator.planning.rostering.roster import Duty, Roster, roster_of
from simulator.planning.rostering.staff_file import StaffFile

LUNCH = {"minutes": 60, "begins": "11:00", "ends": "15:30"}
#: Monday to Sunday; the branch is closed on Sunday.
WEEK = [f"2026-11-{day:02}" for day in range(2, 9)]

FILE: Mapping[str, object] = {
    "name": {"zh": "小", "en": "small"},
    "scenario": "neighbourhood",
    "first_day": WEEK[0],
    "days": 7,
    "opening_min": 30,
    "closing_min": 120,
    "lunch_away_most": 1,
    "cash_counters": ["1", "2"],
    "skills": [
        {"id": "teller", "name": {"zh": "柜员", "en": "Teller"}, "counters": ["1", "2", "3"]},
        {"id": "lead", "name": {"zh": "大堂", "en": "Lead"}, "seats": 1},
        {"id": "keys", "name": {"zh": "钥匙", "en": "Keys"}},
    ],
    "shifts": [
        {
            "id": "early",
            "name": {"zh": "早", "en": "Early"},
            "begins": "08:30",
            "ends": "17:00",
            "breaks": [LUNCH],
        },
        {
            "id": "late",
            "name": {"zh": "晚", "en": "Late"},
            "begins": "09:30",
            "ends": "18:00",
            "breaks": [LUNCH],
        },
    ],
    "contracts": [
        {
            "id": "full",
            "hours_week_least": 30,
            "hours_week_most": 38,
            "days_week_most": 5,
            "days_in_a_row_most": 3,
            "rest_h": 15,
            "stretch_h_most": 5,
        }
    ],
    "people": [
        {
            "id": who,
            "name": f"Teller {who}",
            "contract": "full",
            "skills": ["teller", "lead", "keys"] if who in "AC" else ["teller"],
            "cash_limit": 100 if who == "C" else 10,
            "leave": [{"first": "2026-11-02"}] if who == "A" else [],
        }
        for who in "ABCD"
    ],
    "kinds": [{"id": "sunday", "weekdays": ["sun"], "is_closed": True}],
    "presence": [
        {"id": "two", "name": {"zh": "两人", "en": "Two"}, "when": "open", "people": 1},
        {"id": "cash", "name": {"zh": "现金", "en": "Cash"}, "when": "cash", "people": 1},
    ],
    "needs": [{"skill": "teller", "begins": "10:00", "ends": "16:00", "people": 2}],
    "fairness": [
        {
            "id": "late",
            "name": {"zh": "晚", "en": "Late"},
            "shifts": ["late"],
            "people": ["C", "D"],
            "apart_most": 0,
        }
    ],
}


@cache
def neighbourhood() -> Plan:
    """The branch of these tests."""
    return load_plan("neighbourhood")


def small(**changed: object) -> Month:
    """The week, with other tables in its file."""
    file = StaffFile.model_validate({**FILE, **changed})
    return month_of(file, neighbourhood(), Path())


def good() -> Roster:
    """Three of four every day: one after another is off, A and B early, C and D late."""
    duties = []
    for number, day in enumerate(WEEK[:6]):
        there = [who for who in "ABCD" if who != "ABCD"[number % 4]]
        for place, who in enumerate(there):
            begins = 510 if who in "AB" else 570
            lunch = 690 + 60 * place
            duties.append(
                Duty(
                    day, who, begins, begins + 510, "teller", str(place + 1), ((lunch, lunch + 60),)
                )
            )
    return roster_of(duties)
