"""M(t)/M/c(t)+M against published figures, steady formulas, and simulated days."""

import json
from dataclasses import replace

import pytest

from simulator.experiment.replicate import replicate
from simulator.experiment.theory import erlang_a
from simulator.experiment.theory_day import Period, theory_day
from simulator.experiment.theory_line import theory_line
from simulator.model.plan import load_plan
from tests.simulator.golden import FOLDER
from tests.simulator.honesty import SMALL
from tests.simulator.study import plan_of


def test_case_5_to_a_millionth() -> None:
    """The published day with peaks."""
    exact = json.loads((FOLDER / "exact.json").read_text(encoding="utf-8"))["mt_m_c_day_c6"]
    periods = [Period(30, rate / 60, exact["c"]) for rate in exact["rates_per_hour"]]
    found = theory_day(periods, 1 / exact["mean_service_min"])
    assert found.mean_wait_min == pytest.approx(exact["mean_wait_of_arrivals"], rel=1e-6)


def test_a_long_day_is_the_steady_state() -> None:
    """Impatient customers for seventeen hours: Erlang A to a per cent."""
    steady = erlang_a(1.2, 0.25, 5, 0.1)
    found = theory_day([Period(1000, 1.2, 5)], 0.25, 0.1)
    assert found.mean_wait_min == pytest.approx(steady.mean_wait_min, rel=0.01)
    assert found.share_left_0_1 == pytest.approx(steady.p_abandon, rel=0.01)


def test_the_line_of_a_plan_is_what_its_days_give() -> None:
    """A branch that keeps the assumptions lies within its own interval of the line."""
    plan = plan_of(SMALL)
    line = theory_line(plan)
    wait = replicate(plan, 200, seed=5).everybody().mean_wait_s
    assert line is not None
    assert abs(line.mean_wait_min * 60 - wait.estimate) < 1.7 * wait.half_width


def test_no_line_where_it_would_be_no_likeness() -> None:
    """Appointments, fixed arrivals, an hour without anybody at a counter."""
    city = load_plan("city")
    line = theory_line(city)
    assert (line is None) == bool(city.scenario.appointments)
    empty = replace(plan_of(SMALL), shifts=())
    assert theory_line(empty) is None
