"""One of the mornings of ``dev.py torture --only tomorrow``, with fewer days."""

import pytest

from simulator.planning.tomorrow import judge
from tests.torture import tomorrow


def test_the_first_plan_of_a_morning_is_no_worse_than_the_best_at_random(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few = (30, 60, 150, 400)
    monkeypatch.setattr(judge, "RUNGS", few)
    monkeypatch.setattr(tomorrow, "RUNGS", few)
    morning = tomorrow.live_morning(1, seed=1, random_plans=40, fresh_days=200)
    assert "neighbourhood" in morning.name
    assert morning.is_held
