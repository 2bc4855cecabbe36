"""The kernel's speeds are measured on days that both engines give alike."""

import pytest

from simulator.experiment.engine import Choice, Engine, choose
from tests.bench import living
from tests.bench.golden_plan import golden_plan
from tests.bench.simulating import yardstick


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_every_speed_stands_beside_the_yardstick() -> None:
    figures = living.measure(0.0, runs=3)
    assert len(figures) == 11
    assert all(value > 0 for figure in figures for value in figure.values)


def test_what_is_drawn_is_what_the_yardstick_draws() -> None:
    plain, scenario = yardstick(), golden_plan().scenario
    assert list(scenario.demand.half_hours_per_hour or ()) == plain.RATES
    assert [share.share for share in scenario.demand.mix] == plain.MIX
    times = [line.time for line in scenario.service_times]
    drawn = [(type(t).__name__.lower(), t.mean_min, getattr(t, "cv", 0)) for t in times]
    assert drawn == plain.SVC
    assert [line.time.mean_min for line in scenario.patience] == plain.PATIENCE
    assert choose(golden_plan()) == Choice(Engine.COMPILED)
