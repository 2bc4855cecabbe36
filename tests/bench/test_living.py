"""The kernel's speeds are measured on days that both engines give alike."""

import pytest

from simulator.experiment.engine import Choice, Engine, choose
from tests.bench import living
from tests.bench.golden_plan import MIX, RATES, SERVICES, golden_plan
from tests.bench.simulating import yardstick


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_every_speed_stands_beside_the_yardstick() -> None:
    figures = living.measure(0.0, runs=3)
    assert len(figures) == 10
    assert all(value > 0 for figure in figures for value in figure.values)


def test_what_is_drawn_is_what_the_yardstick_draws() -> None:
    plain = yardstick()
    assert (list(RATES), list(MIX)) == (plain.RATES, plain.MIX)
    drawn = [(type(s).__name__.lower(), s.mean_min, getattr(s, "cv", 0)) for s in SERVICES]
    assert drawn == plain.SVC
    assert choose(golden_plan()) == Choice(Engine.COMPILED)
