"""What is written reads back to the same."""

from pathlib import Path

import pytest

from shared.config.load import load_profile
from shared.config.toml_text import toml_text
from simulator.model.changes import SHIPPED_SCENARIOS, load_scenario, scenario_path
from simulator.planning.rostering.month import load_month


@pytest.mark.parametrize("name", SHIPPED_SCENARIOS)
def test_shipped_scenarios(name: str, tmp_path: Path) -> None:
    path = tmp_path / "scenario.toml"
    scenario = load_scenario(scenario_path(name))
    path.write_text(toml_text(scenario, "Two lines\nof comment"), encoding="utf-8")
    assert load_scenario(path) == scenario


@pytest.mark.parametrize("name", ["city", "neighbourhood"])
def test_shipped_profiles(name: str, tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(toml_text(load_profile(name)), encoding="utf-8")
    assert load_profile(path) == load_profile(name)


def test_a_staff_file_with_its_dates(tmp_path: Path) -> None:
    path = tmp_path / "staff.toml"
    path.write_text(toml_text(load_month("city-staff").file), encoding="utf-8")
    assert load_month(path).file == load_month("city-staff").file
