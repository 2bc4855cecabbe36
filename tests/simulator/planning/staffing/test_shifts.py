"""Shifts that may be worked, and the cheapest that keep the standard."""

from pathlib import Path

import numpy as np
import pytest

from simulator.planning.staffing.answer import Wish
from simulator.planning.staffing.cover import Cover
from simulator.planning.staffing.search import search
from simulator.planning.staffing.shifts import (
    USUAL,
    Duty,
    ShiftKind,
    ShiftsInvalid,
    ShiftTable,
    patterns_of,
    read_shifts,
    to_lines,
)
from simulator.planning.target import Target
from tests.simulator.planning.staffing.test_search import small_branch

NINE, NOON, FIVE = 540, 720, 1020


def test_shifts_fit_into_the_day_with_their_breaks_in_the_window() -> None:
    found = patterns_of(USUAL, NINE, FIVE)
    assert {p.ends - p.begins for p in found} == {480, 360, 240}
    for pattern in found:
        assert NINE <= pattern.begins < pattern.ends <= FIVE
        if pattern.away:
            assert 690 <= pattern.away[0] < pattern.away[1] <= 810
            away = pattern.away[1] - pattern.away[0]
            assert pattern.paid_min == pattern.ends - pattern.begins - away
            assert pattern.open_min(690, 810) == 120 - away


def test_a_table_of_shifts_from_a_file_and_one_in_which_nothing_fits(tmp_path: Path) -> None:
    path = tmp_path / "shifts.toml"
    text = 'schema_version = 1\n[[shifts]]\nhours = 3\nbegins = ["09:00", "14:00"]\n'
    path.write_text(text, encoding="utf-8")
    found = patterns_of(read_shifts(path), NINE, FIVE)
    assert [(p.begins, p.ends) for p in found] == [(540, 720), (840, 1020)]
    with pytest.raises(ShiftsInvalid, match="none fits"):
        patterns_of(ShiftTable(shifts=(ShiftKind(hours=9),)), NINE, FIVE)


def test_a_duty_as_a_line_of_the_staffing() -> None:
    whole_day = next(p for p in patterns_of(USUAL, NINE, FIVE) if p.ends - p.begins == 480)
    line = to_lines([Duty("3", whole_day)], FIVE, "lunch")[0]
    assert (line.counter, line.opens, line.closes) == ("3", "09:00", None)
    assert [(p.begins, p.ends) for p in line.pauses] == [("11:30", "12:15")]


def test_needs_are_covered_by_the_fewest_paid_minutes() -> None:
    table = ShiftTable(shifts=(ShiftKind(hours=1), ShiftKind(hours=2)))
    patterns = patterns_of(table, NINE, NOON)
    cover = Cover(["1", "2"], patterns, 18, np.zeros((2, 6, 1)), np.ones(1), at_least=1)
    found = cover.cheapest([1, 1, 2, 2, 1, 1])
    assert found is not None
    assert sum(duty.pattern.paid_min for duty in found[0]) == 240
    assert found[1] == 240
    assert cover.cheapest([3, 1, 1, 1, 1, 1]) is None


def test_what_was_missed_raises_the_estimate_until_more_is_proposed() -> None:
    patterns = patterns_of(ShiftTable(shifts=(ShiftKind(hours=1),)), NINE, NOON)
    loss = np.full((2, 6, 1), 0.01)
    cover = Cover(["1", "2"], patterns, 18, loss, np.array([0.061]), at_least=1)
    first = cover.cheapest()
    assert first is not None
    cover.learn(first[0], np.array([0.05]))
    second = cover.cheapest()
    assert second is not None
    assert len(second[0]) > len(first[0])


def test_shifts_found_keep_the_standard_and_cost_no_less_than_the_bound() -> None:
    plan = small_branch((12, 24, 20, 10), 3)
    table = ShiftTable(shifts=(ShiftKind(hours=1), ShiftKind()))
    targets = (Target(600, 0.8),)
    wish = Wish(targets, rungs=(60, 120, 240), fresh_days=400, shifts=table, seed=4)
    found = search(plan, wish)
    assert found.is_found
    assert found.is_met_on_fresh_days
    assert found.least_min is not None
    assert found.least_min <= found.paid_min < 3 * 120
    assert found.openings is None
    assert {d.counter for d in found.duties} == {
        c for n in range(4) for c in found.open_counters(n)
    }
