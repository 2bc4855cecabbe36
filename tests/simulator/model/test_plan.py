"""Scenarios: the shipped ones are sound, and bad ones are refused with their place."""

from pathlib import Path

import pytest

from shared.domain.errors import ScenarioInvalid
from simulator.model.changes import SHIPPED_SCENARIOS, scenario_path
from simulator.model.demand import draw_day
from simulator.model.demand_file import read_demand, write_demand
from simulator.model.plan import load_plan
from simulator.model.shift import Stint

TEXT = scenario_path("neighbourhood").read_text(encoding="utf-8")
HOUR_US = 3_600_000_000


@pytest.mark.parametrize("name", SHIPPED_SCENARIOS)
def test_shipped_scenarios_load(name: str) -> None:
    plan = load_plan(name)
    assert len(plan.shifts) == len(plan.profile.counters)
    assert 100 < len(draw_day(plan, 1, 0)) < 700


def test_shift_with_lunch() -> None:
    """From opening to lunch, and from lunch until everybody has left."""
    first = load_plan("neighbourhood").shifts[0]
    assert (first.counter, first.staff) == ("1", "1001")
    noon_us = 12 * HOUR_US
    assert first.stints == (
        Stint(9 * HOUR_US, noon_us - HOUR_US // 2, "lunch", noon_us + HOUR_US // 6),
        Stint(noon_us + HOUR_US // 6, None),
    )


RATES = "[20, 25, 28, 28, 25, 21, 15, 13, 13, 17, 22, 23, 22, 18, 15, 9]"
STEPS = "steps = [{ begins = "
LATE = '"09:00", per_hour = 9 }, { begins = "18:00", per_hour = 9 }]'
PRESENT = "days = 100\npresent = [{ share = 1, counters = "
BAD = [
    ("half_hours_per_hour", "half_hour_per_hour", "Did you mean “half_hours_per_hour”?"),
    (RATES, "[20, -25]", "demand.half_hours_per_hour.2: It must be at least 0"),
    (RATES, "[20, 25]", "2 figures, but there are 16 half-hours"),
    (f"half_hours_per_hour = {RATES}", "", "Give one of half_hours_per_hour"),
    (f"{RATES}", f"{RATES}\nper_hour = 3", "Give one of half_hours_per_hour"),
    (f"half_hours_per_hour = {RATES}", "times_min = [5, 900]", "demand.times_min.2: 900 is after"),
    (f"half_hours_per_hour = {RATES}", STEPS + '"09:30", per_hour = 9}]', "demand.steps.1.begins"),
    (f"half_hours_per_hour = {RATES}", STEPS + LATE, "09:00, 18:00, 16:45 do not follow"),
    (
        "day_factor_cv",
        "groups = { share = 0.2, sizes = [0] }\nday_factor_cv",
        "demand.groups: ",
    ),
    ("count = 1", 'count = 1\ntimes = [{ service = "gold", time = 2 }]', "kiosk.times.1.time"),
    ("days = 100", PRESENT + '["9"] }]', "present.1.counters: “9” is not staffed"),
    ("days = 100", PRESENT + '["1"] }]', "present.1.counters: none of them serves"),
    ('"cash", segment = "key"', '"gold", segment = "key"', "mix.3.service: there is no “gold”"),
    ('segment = "key", share = 1', 'segment = "kye", share = 1', "Did you mean “key”?"),
    ("share = 30", "share = 0", "demand.mix.1.share: It must be above 0"),
    ("mean_min = 0.5, cv", "mean_min = -1, cv", "kiosk.time.mean_min"),
    ('"lognormal", mean_min = 0.5', '"normal", mean_min = 0.5', "kiosk.time"),
    ("count = 1", "count = 999", "kiosk.count"),
    ('service = "wealth"\ntime', 'service = "welth"\ntime', "patience.2.service"),
    ('counter = "4"', 'counter = "7"', "staffing.4.counter: there is no “7”"),
    ('counter = "4"', 'counter = "3"', "staffing.4.counter: “3” is taken by staffing.3 until"),
    ('counter = "4"', 'counter = "4"\nservices = ["gold"]', "staffing.4.services: there is no"),
    ('counter = "4"', 'counter = "4"\nspeed = 9', "staffing.4.speed"),
    ('begins = "11:30"', 'begins = "12:30"', "staffing.1: 09:00, 12:30, 12:10, 17:00 do not"),
    ('begins = "11:30"', 'begins = "noon"', "staffing.1.pauses.1.begins"),
    ('"12:10", reason = "lunch"', '"12:10", reason = "lonch"', "Did you mean “lunch”?"),
    ("days = 100", "days = 0", "days: It must be at least 1"),
    ("day_factor_cv = 0.08", "day_factor_cv = nan", "demand.day_factor_cv"),
    ("[demand]", "[demand", "Correct the TOML there."),
]


def test_nobody_gets_a_number_that_somebody_else_has(tmp_path: Path) -> None:
    """Otherwise the two would wait for one another."""
    path = tmp_path / "named.toml"
    path.write_text(TEXT.replace('counter = "1"', 'counter = "1"\nperson = "1002"', 1))
    assert [shift.staff for shift in load_plan(path).shifts[:3]] == ["1002", "11002", "1003"]


@pytest.mark.parametrize(("old", "new", "sentence"), BAD)
def test_bad_scenarios_name_the_place(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in TEXT
    path = tmp_path / "bad.toml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ScenarioInvalid) as caught:
        load_plan(path)
    assert str(caught.value).startswith("Scenario bad.toml: ")
    assert sentence in str(caught.value)


def test_a_class_that_no_staffed_counter_serves(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(TEXT[: TEXT.rindex("[[staffing]]")], encoding="utf-8")
    with pytest.raises(ScenarioInvalid, match=r"demand.mix.9: no staffed counter serves “wealth”"):
        load_plan(path)


def test_demand_file_round_trip(tmp_path: Path) -> None:
    plan = load_plan("city")
    customers = draw_day(plan, 2, 5)
    write_demand(tmp_path / "demand.csv", customers)
    assert read_demand(tmp_path / "demand.csv", plan) == customers


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("cash,ordinary,1,2", "line 2: write service,segment"),
        ("cash,ordinary,1,2,-3,4", "line 2: write service,segment"),
        ("cash,ordinary,1,2,3,soon", "line 2: write service,segment"),
        ("gold,ordinary,1,2,3,4", "line 2: This branch has no service “gold”"),
        ("large,corporate,1,2,3,-1", ""),
    ],
)
def test_bad_demand_lines_are_named(tmp_path: Path, line: str, sentence: str) -> None:
    path = tmp_path / "demand.csv"
    head = "service,segment,arrival_us,kiosk_us,service_us,patience_us"
    path.write_text(f"{head}\n{line}\n", encoding="utf-8")
    if not sentence:
        assert len(read_demand(path, load_plan("city"))) == 1
        return
    with pytest.raises(ScenarioInvalid) as caught:
        read_demand(path, load_plan("city"))
    assert sentence in str(caught.value)
