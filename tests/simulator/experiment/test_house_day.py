"""What counters waited for, and cash work: by half-hour, in every form of a study."""

from pathlib import Path

import openpyxl
import pytest

from simulator.experiment.findings import Findings, analyse
from simulator.experiment.house_figures import house_figures
from simulator.experiment.replicate import replicate
from simulator.experiment.result import to_json
from simulator.experiment.table import house_sentences
from simulator.model.plan import Plan, load_plan, to_plan
from simulator.model.scenario import Scenario
from simulator.report.sheets import study_sheets
from simulator.report.study_page import render_study
from simulator.report.workbook import write_workbook

pytestmark = pytest.mark.timeout(400)

CITY = load_plan("city")


def changed(**tables: object) -> Plan:
    scenario = CITY.scenario.model_dump(exclude_unset=True) | tables
    return to_plan(Scenario.model_validate(scenario), CITY.profile)


def test_cash_is_counted_so_long_at_each_counter_before_it_opens() -> None:
    plan = changed(cash_work=[{"opening_min": 10}])
    study = replicate(plan, 3, 1)
    found = house_figures(study)
    assert (found.supervisor, found.rooms) == (None, None)
    assert found.cash is not None
    assert found.cash.min_a_day.estimate == pytest.approx(10 * len(plan.shifts))
    assert found.cash.min_a_day.half_width == pytest.approx(0)
    opens = {shift.stints[0].from_us for shift in plan.shifts}
    minutes = {at: each.estimate for at, each in found.cash.by_half_hour_min.items()}
    assert sum(minutes.values()) == pytest.approx(10 * len(plan.shifts))
    assert sum(each > 0 for each in minutes.values()) == len({us // 1_800_000_000 for us in opens})


def test_every_form_of_a_study_tells(tmp_path: Path) -> None:
    study = replicate(load_plan("city-full"), 3, 1)
    found = analyse(study)
    house = found.house
    assert house.supervisor is not None
    assert house.rooms is not None
    asked = [row[0].estimate for row in house.rooms.by_half_hour.values()]
    assert sum(asked) == pytest.approx(house.rooms.asked_a_day.estimate)
    assert house.rooms.mean_wait_s.estimate > 0
    sentences = list(house_sentences(study))
    assert [text.split()[:2] for text in sentences] == [
        ["A", "supervisor"],
        ["A", "room"],
        ["Cash", "work"],
    ]
    result = to_json(Findings(study), found)
    by_half_hour = result["house_by_half_hour"]
    assert isinstance(by_half_hour, dict)
    tables = ["supervisor_asked", "supervisor_wait_s", "room_asked", "room_wait_s", "cash_work_min"]
    assert list(by_half_hour) == tables
    write_workbook(tmp_path / "study.xlsx", study_sheets(result))
    sheet = openpyxl.load_workbook(tmp_path / "study.xlsx")["house"]
    assert sheet["A1"].value == "half_hour"
    page = render_study(Findings(study), found)
    for text in ("Wait for a room, min", "等候房间，分钟"):
        assert page.count(text) == 2


def test_a_plain_branch_says_nothing_of_it() -> None:
    result = to_json(Findings(replicate(load_plan("neighbourhood"), 1, 1)))
    assert result["house"] == {"supervisor": None, "rooms": None, "cash_work_min_a_day": None}
    assert result["house_by_half_hour"] == {}
