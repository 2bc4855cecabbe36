"""Which day is of which kind, and what a staff file may not say."""

from pathlib import Path

import pytest

from simulator.planning.rostering.check_file import file_problems
from simulator.planning.rostering.month import FOLDER, StaffInvalid, load_month
from simulator.schema import Subject, schema_of
from tests.simulator.planning.rostering.small import FILE, LUNCH, small


def test_the_shipped_month_has_every_kind_of_day() -> None:
    month = load_month("city-staff")
    kinds = {day.iso: (day.kind, day.is_open) for day in month.days}
    assert kinds["2026-09-07"] == ("weekday", True)
    assert kinds["2026-09-10"] == ("pay-day", True)
    assert kinds["2026-09-12"] == ("saturday", True)
    assert kinds["2026-09-13"] == ("sunday", False)
    assert kinds["2026-09-30"] == ("before-holiday", True)
    assert kinds["2026-10-01"] == ("weekday", False)
    assert [d.is_holiday for d in month.days][-5:] == [False, True, True, True, False]
    assert month.by_day["2026-09-30"].closes_min == 16 * 60 + 30
    assert len(month.file.people) == 12


def test_the_schema_is_that_of_the_tables() -> None:
    assert "people" in schema_of(Subject.ROSTER)["properties"]  # type: ignore[operator]  # JSON


BAD = [
    ({"cash_counters": ["77"]}, "cash_counters: there is no “77”."),
    ({"opening_min": 20}, "opening_min: is no whole number of 30 minutes."),
    (
        {"people": [{"id": "A", "name": "A", "contract": "none", "skills": ["teller"]}]},
        "people.1.contract: there is no “none”.",
    ),
    (
        {"needs": [{"skill": "teller", "begins": "10:00", "ends": "09:00", "people": 1}]},
        "needs.1: 10:00 is not before 09:00. Turn them round.",
    ),
    (
        {
            "shifts": [
                {
                    "id": "odd",
                    "name": {"zh": "怪", "en": "Odd"},
                    "begins": "08:40",
                    "ends": "17:00",
                    "breaks": [LUNCH],
                }
            ]
        },
        "shifts.1: 08:40 is on no step of 30 minutes. Move it.",
    ),
    (
        {"kinds": [{"id": "all", "is_closed": True}]},
        "first_day: the branch is closed on every day of the period.",
    ),
]


@pytest.mark.parametrize(("changed", "says"), BAD)
def test_what_does_not_fit_together_is_named(changed: dict[str, object], says: str) -> None:
    problems = [f"{problem} " for problem in file_problems(small(**changed))]
    assert [problem for problem in problems if problem.startswith(f"{says} ")] != []


def test_the_small_file_of_the_tests_is_sound() -> None:
    assert list(file_problems(small(**FILE))) == []


def test_a_key_that_is_not_known_is_refused_with_its_place(tmp_path: Path) -> None:
    text = (FOLDER / "city-staff.toml").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(text.replace("first_day", "firstday"), encoding="utf-8")
    with pytest.raises(StaffInvalid, match=r"Staff file mine.toml: first"):
        load_month(path)
