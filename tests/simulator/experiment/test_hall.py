"""The city branch with everything that happens in its hall: the same in both engines."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import openpyxl
import pytest

from shared.rollout.columns import P_ARRIVAL_US, P_MACHINE, P_SECOND, P_SEGMENT, P_SERVICE
from simulator.experiment.engine import Engine
from simulator.experiment.findings import Findings
from simulator.experiment.replicate import replicate
from simulator.experiment.result import to_json
from simulator.experiment.table import hall_sentences
from simulator.model.arrays import draw_people, to_people
from simulator.model.bulk import draw_many
from simulator.model.customer import AGAIN, FAILS
from simulator.model.demand import draw_day
from simulator.model.machine_ways import machine_way
from simulator.model.plan import load_plan
from simulator.model.scenario import Scenario
from simulator.report.sheets import study_sheets
from simulator.report.study_page import render_study
from simulator.report.workbook import write_workbook
from tests.simulator.same_days import assert_same

pytestmark = pytest.mark.timeout(400)

CITY = load_plan("city")
HALL = {
    "announcement": {"balks_over": 1.5, "stays_at_least": 0.5},
    "balking": {"shares": [0, 0, 0, 0, 0, 0, 0, 0, 0.1, 0.1, 0.3]},
    "self_service": [
        {
            "able": 0.7,
            "accepts": 0.8,
            "fails": 0.2,
            "time": {"distribution": "lognormal", "mean_min": 5, "cv": 0.5},
        }
    ],
}
LAYOUT = {
    "entrance_to_kiosk_m": 6,
    "zones": [
        {"zone": "hall", "from_kiosk_m": 8, "to_others_m": 12, "to_counters_m": {"vip": 20}},
        {"zone": "advice", "from_kiosk_m": 14, "to_others_m": 11},
    ],
    "waits": [{"zone": "advice"}],
    "speeds": [{"segment": "priority", "mean_m_s": 0.8, "cv": 0.3}],
}
GROUPS = {"share": 0.15, "sizes": [3, 1]}


def hall_plan(**more: object) -> Scenario:
    """The city's scenario with everything that happens in the hall."""
    data = CITY.scenario.model_dump(exclude_none=True)
    data["demand"]["groups"] = GROUPS
    return Scenario.model_validate(data | HALL | {"layout": LAYOUT} | more)


PLAN = replace(CITY, scenario=hall_plan())


def test_both_engines_live_the_same_hall() -> None:
    quick, slow = replicate(PLAN, 2, 7), replicate(PLAN, 2, 7, engine=Engine.SIMPY)
    assert quick.chosen.engine is Engine.COMPILED
    for one, other in zip(slow.days, quick.days, strict=True):
        assert_same(one, other)
    halls = [day.hall for day in quick.days if day.hall]
    assert len(halls) == 2
    for hall in halls:
        assert min(hall.balked, hall.in_vain, hall.stood) > 0
        assert hall.in_vain < hall.diverted < hall.offered < hall.customers
        assert 20 < hall.walked_m / hall.called < 40
        assert 0.9 < hall.walked_m / hall.walked_s < 1.3
        assert hall.zone_most.shape == (3, 48)


def test_rows_are_those_of_the_customers() -> None:
    rows = draw_people(PLAN, 3, 0)
    assert np.array_equal(rows, to_people(PLAN.rules, draw_day(PLAN, 3, 0)))
    again = rows[rows[:, P_ARRIVAL_US] == AGAIN]
    first = rows[rows[:, P_MACHINE] == FAILS]
    assert 0 < len(again) == len(first)
    assert np.array_equal(rows[first[:, P_SECOND]], again)


def test_many_days_at_once_have_their_second_tickets_each() -> None:
    rows, begins = draw_many(PLAN, 3, 5)
    for a, b in pairwise(begins):
        day = rows[a:b]
        first = np.flatnonzero(day[:, P_MACHINE] == FAILS)
        assert len(first) > 5
        assert (day[day[first, P_SECOND], P_ARRIVAL_US] == AGAIN).all()


def test_people_with_priority_need_are_never_led_to_a_machine() -> None:
    rules = PLAN.rules
    priority = rules.segment_index["priority"]
    rows, _ = draw_many(PLAN, 3, 5)
    asked = rows[rows[:, P_MACHINE] > 0]
    assert priority in rows[:, P_SEGMENT]
    assert priority not in asked[:, P_SEGMENT]
    machines = {s.index for s in rules.services if machine_way(rules, s.id, "ordinary")}
    assert set(asked[:, P_SERVICE].tolist()) == machines


def test_the_hall_is_told_in_every_way(tmp_path: Path) -> None:
    """JSON with units, tables, page in both languages, workbook; nothing where there is nothing."""
    findings = Findings(replicate(PLAN, 3, 7), 7)
    found = to_json(findings)
    hall = found["hall"]
    assert isinstance(hall, dict)
    turned, ways = hall["share_turned_round_0_1"], hall["ways"]
    assert 0 < turned["estimate"] < 0.2
    assert ways["seats"] == {"hall": 40, "advice": 6}
    assert "in vain by" in " ".join(hall_sentences(findings.study))
    read = render_study(findings)
    assert f"{turned['estimate']:.1%}"[:-1] in read
    for text in (
        "Turned round at the ticket",
        "取号后随即离开",
        "Advisers, 6 seats",
        "理财区，6 个座位",
    ):
        assert text in read
    write_workbook(tmp_path / "hall.xlsx", study_sheets(found))
    book = openpyxl.load_workbook(tmp_path / "hall.xlsx")
    assert {row[0] for row in book["zones"].iter_rows(min_row=2, values_only=True)} == {
        "kiosks",
        "hall",
        "advice",
    }


def test_nothing_is_told_of_a_hall_that_the_scenario_does_not_describe() -> None:
    findings = Findings(replicate(CITY, 2, 7), 7)
    nothing = {"share_turned_round_0_1": None, "machines": None, "ways": None}
    assert to_json(findings)["hall"] == nothing
    assert list(hall_sentences(findings.study)) == []
    assert "Turned round" not in render_study(findings)
    assert "zones" not in study_sheets(to_json(findings))
