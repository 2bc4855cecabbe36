"""One of the mornings of ``dev.py torture --only tomorrow``, with fewer days."""

from io import StringIO

import pytest
from rich.console import Console

from simulator.experiment.interval import Interval
from simulator.planning.tomorrow import judge
from tests.torture import tomorrow


def test_the_first_plan_of_a_morning_is_no_worse_than_the_best_at_random(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few = (30, 60, 150, 400, 800)
    monkeypatch.setattr(judge, "RUNGS", few)
    monkeypatch.setattr(tomorrow, "RUNGS", few)
    morning = tomorrow.live_morning(1, seed=1, random_plans=40, fresh_days=200)
    assert "neighbourhood" in morning.name
    assert morning.verdict(0.001) != "WORSE"


def morning(difference: float) -> tomorrow.Morning:
    """A morning with this difference a day, ± 2."""
    return tomorrow.Morning("", Interval(difference, 2.0, 100), 1.0)


def test_worse_is_what_is_beyond_chance_for_all_mornings_together() -> None:
    console, level = Console(file=StringIO(), width=200), 0.001
    assert tomorrow.chance(0.0, 1.0) == 0.5
    assert morning(1.9).verdict(level) == "no worse beyond chance"  # p 0.03
    assert tomorrow.told(console, [morning(1.9), morning(-9.0)], level)
    assert not tomorrow.told(console, [morning(1.9), morning(1.9)], level)  # p 0.004 together
    assert not tomorrow.told(console, [morning(5.0), morning(-9.0)], level)
