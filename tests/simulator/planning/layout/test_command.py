"""`lobby sim layout` as a person types it."""

import json
from pathlib import Path

import pytest

from shared.config.load import load_profile
from shared.config.toml_text import toml_text
from simulator.model.plan import load_plan
from tests.simulator.command_line import lobby
from tests.simulator.planning.layout.test_find import FLOOR


def test_a_table_figures_and_files_that_run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    plan_file, file, out_folder = tmp_path / "plan.toml", tmp_path / "found.json", tmp_path / "out"
    plan_file.write_text(toml_text(FLOOR), encoding="utf-8")
    words = ["sim", "layout", "city-full", "--days", 4, "--fresh-days", 4, "--vary", "kiosks,lines"]
    words += ["--floor", plan_file, "--json", file, "--out", out_folder]
    code, out, err = lobby(capsys, *words)
    assert (code, err) == (0, "")
    assert "All 8 choices were looked at: the best on these days." in out
    figures = json.loads(file.read_text(encoding="utf-8"))
    assert figures["arranged"]["metres_after"] < figures["arranged"]["metres_before"]
    assert set(figures["seats_needed"]) == {"hall", "advice"}
    again = load_plan(out_folder / "scenario.toml")
    assert again.scenario.kiosk.count == figures["search"]["choice"]["kiosks"]
    assert again.profile == load_profile(out_folder / "profile.toml")
    code, out, _ = lobby(capsys, *words[:7], "--floor", out_folder / "floor.toml")
    assert code == 0
    assert "every counter stands well" in " ".join(out.split())


def test_a_part_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = lobby(capsys, "sim", "layout", "city", "--vary", "sofas")
    assert (code, err.count("\n")) == (1, 1)
    assert "“sofas”" in err
