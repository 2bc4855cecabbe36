"""Every reference case, in both engines: figures by the kernel, and the same days by the model."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy.stats import poisson

from simulator.experiment.engine import Choice, Engine
from simulator.experiment.replicate import replicate
from simulator.experiment.theory import erlang_c
from simulator.model.plan import Plan
from simulator.model.scenario_day import HALF_HOUR_US
from tests.simulator.cases.case import EXACT, Case, load_case
from tests.simulator.cases.known import CASES
from tests.simulator.same_days import assert_same

SEED = 20_260_105
#: The first of them may have to compile the kernel.
pytestmark = pytest.mark.timeout(400)
#: A sample of the days that a scenario file asks for: `python3 dev.py torture --only cases` lives
#: them all.
PART, MOST = 2, 150
#: A day of the model is cut after so many customers: each needs a third of a millisecond.
CUSTOMERS = 120

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)


@pytest.mark.slow
@each_case
def test_the_kernel_gives_the_known_figures(case: Case) -> None:
    """Within 3.29 standard errors of both, and not vacuously so."""
    days = max(16, min(MOST, case.plan.scenario.days // PART))
    study = replicate(case.plan, days, SEED)
    assert study.chosen == Choice(Engine.COMPILED)
    for known, found in case.measured(study):
        assert known.is_near(found), (known.name, known.value, found)
        assert found.error < 0.15 * known.value


@each_case
def test_the_model_lives_the_same_days(case: Case) -> None:
    """The same customers, to every figure: what holds for one engine holds for the other."""
    plan = shortened(case.plan)
    quick, slow = replicate(plan, 2, SEED), replicate(plan, 2, SEED, engine=Engine.SIMPY)
    assert (quick.chosen.engine, slow.chosen.engine) == (Engine.COMPILED, Engine.SIMPY)
    for one, other in zip(slow.days, quick.days, strict=True):
        assert one.segments[""].arrived >= 10
        assert_same(one, other)


def shortened(plan: Plan) -> Plan:
    """The plan with its doors closed earlier; a warm-up that would leave nobody is left out."""
    demand = plan.scenario.demand
    changed: dict[str, object] = {"warm_up_min": 0.0}
    beyond_us = plan.last_ticket_us
    if demand.per_hour:
        beyond_us = plan.opens_us + round(CUSTOMERS / demand.per_hour * 3_600_000_000)
    elif rates := demand.half_hours_per_hour:
        some = rates[:4]
        beyond_us = plan.opens_us + len(some) * HALF_HOUR_US
        changed["demand"] = demand.model_copy(update={"half_hours_per_hour": some})
    scenario = plan.scenario.model_copy(update=changed)
    return replace(plan, scenario=scenario, last_ticket_us=beyond_us)


def test_period_by_period_asks_for_more() -> None:
    """Case 10: SIPP asks for 92 counter-half-hours, the plan of the scenario file has 86.

    Source of SIPP: Green, Kolesar and Soares (2001), stationary independent period by period.
    """
    plan = load_case("case_10_staffing")
    rates = plan.scenario.demand.half_hours_per_hour or ()
    assert sum(map(sipp, rates)) == 92
    clocks = range(plan.opens_us, plan.last_ticket_us, HALF_HOUR_US)
    stints = [stint for shift in plan.shifts for stint in shift.stints]
    assert (
        sum(s.from_us <= at < (s.to_us or plan.last_ticket_us) for at in clocks for s in stints)
        == 86
    )


def sipp(per_hour: float) -> int:
    """The fewest counters at which 80 % wait no more than five minutes in a steady state."""
    servers = int(per_hour / 10) + 1
    while erlang_c(per_hour / 60, 1 / 6, servers).p_wait_over(5) > 0.2:
        servers += 1
    return servers


@pytest.mark.parametrize("row", EXACT["appointments"], ids=lambda row: row["rule"])
def test_case_6_by_its_formula(row: dict[str, Any]) -> None:
    """Who is in the branch at each arrival, and so the waits, to 1e-6."""
    found = theory_appointments(row["times"], row["mean_service"])
    assert found == pytest.approx((row["mean_wait"], row["E_finish"]), rel=1e-6)


def theory_appointments(times_min: list[float], mean_min: float) -> tuple[float, float]:
    """Mean wait and end of the last service: one server, exponential service, known arrivals.

    The number left behind by each arrival less a Poisson number of services, none below 0.
    """
    ahead, waits, before = np.array([1.0]), [], times_min[0]
    for at in times_min:
        done = poisson.pmf(np.arange(len(ahead)), (at - before) / mean_min)
        left = [
            sum(ahead[n] * done[n - k] for n in range(k, len(ahead))) for k in range(1, len(ahead))
        ]
        ahead = np.array([1 - sum(left), *left])
        waits.append(float(ahead @ np.arange(len(ahead))) * mean_min)
        ahead, before = np.array([0.0, *ahead]), at
    return sum(waits) / len(waits), times_min[-1] + waits[-1] + mean_min
