"""`lobby sim appointments` as a person types it."""

import json
from pathlib import Path

import pytest

from shared.config.load import load_profile
from tests.simulator.cases.case import FOLDER
from tests.simulator.command_line import lobby

Capture = pytest.CaptureFixture[str]


def test_an_offer_as_table_figures_and_profile(capsys: Capture, tmp_path: Path) -> None:
    file, profile = tmp_path / "found.json", tmp_path / "profile.toml"
    words = ["sim", "appointments", "city-full", "--days", 4, "--fresh-days", 4]
    code, out, err = lobby(capsys, *words, "--json", file, "--out", profile)
    assert (code, err) == (0, "")
    assert "All 20 choices were looked at: the best on these days." in out
    figures = json.loads(file.read_text(encoding="utf-8"))
    table = next(t for t in load_profile(profile).appointments if t.service == "wealth")
    assert figures["search"]["choice"] == {
        "wealth slot_min": table.slot_min,
        "wealth capacity": table.capacity,
    }


def test_a_spread_and_what_is_refused(capsys: Capture) -> None:
    case = FOLDER / "case_6_individual.toml"
    words = ["sim", "appointments", case, "--service", "service", "--spread", 9]
    code, out, _ = lobby(capsys, *words, "--days", 3, "--fresh-days", 3, "--json", "-")
    figures = json.loads(out)
    assert (code, sum(slot["found"] for slot in figures["slots"])) == (0, 9)
    assert figures["slots"][0]["begins"] == "09:10"
    assert lobby(capsys, *words[:3], "--spread", 9)[0] == 2
    code, _, err = lobby(capsys, "sim", "appointments", "neighbourhood")
    assert (code, err.count("\n")) == (1, 1)
    assert "has no appointments" in err
