"""The command at a terminal: what it refuses, and what it says of a roster made by hand."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.planning.rostering.files import write_roster
from simulator.planning.rostering.month import load_month
from simulator.planning.rostering.roster import Duty, roster_of
from tests.simulator.command_line import lobby


def test_a_roster_made_by_hand_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    duty = Duty("2026-09-07", "1001", 510, 1020, "hall", "2", ((720, 780),))
    there = replace(duty, person="1003", day="2026-09-21")  # is on leave
    path = tmp_path / "mine.csv"
    write_roster(path, roster_of([duty, there]), load_month("city-staff"))
    words = ("sim", "roster", "city-staff", "--from", path, "--check", "--json", "-")
    code, out, _ = lobby(capsys, *words)
    assert code == 0
    broken = json.loads(out)["broken"]
    leave = [each for each in broken if each["rule"] == "leave"]
    assert [each["sentence"]["en"] for each in leave] == ["2026-09-21: 1003 is on leave"]
    assert {each["rule"] for each in broken} == {"leave", "presence", "hours_least"}


def test_changes_need_a_present_roster(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = lobby(capsys, "sim", "roster", "city-staff", "--change-at-most", "2")
    assert code == 2
    assert "--from" in err
