"""Reference cases 1, 3, 4 and 5: the simulated mean lies within 3.29 standard errors of the truth.

Seeds are fixed, so a failure is a change of the model and not bad luck.
"""

import json
from dataclasses import replace

import pytest
from scipy.special import stdtrit

from shared.config.profile import Standards, WaitLimit
from simulator.experiment.replicate import replicate
from simulator.experiment.theory import cobham, erlang_c, pollaczek_khinchine
from simulator.model.distribution import Deterministic, Distribution, Exponential, Gamma, Lognormal
from tests.simulator.golden import FOLDER
from tests.simulator.study import STANDARD_ERRORS, Queue, mean_waits_min, plan_of

RUNS = 12
SEED = 20_260_105


def assert_near(queue: Queue, truths_min: list[float]) -> None:
    """Each class within 3.29 standard errors of its exact mean wait, and not vacuously so."""
    t_quantile = float(stdtrit(RUNS - 1, 0.975))
    for found, truth in zip(mean_waits_min(queue, RUNS, SEED), truths_min, strict=True):
        error = found.half_width / t_quantile
        assert abs(found.estimate - truth) <= STANDARD_ERRORS * error
        assert error < 0.15 * truth


@pytest.mark.slow
def test_case_1_erlang_c() -> None:
    """M/M/5 at 90 % occupancy."""
    queue = Queue([4.5], 5, Exponential(distribution="exponential", mean_min=1), 1000, 100)
    assert_near(queue, [erlang_c(4.5, 1, 5).mean_wait_min])


@pytest.mark.slow
def test_case_5_a_day_with_peaks() -> None:
    """M(t)/M/6 from an empty morning: mean wait, and the share that waits over five minutes."""
    exact = json.loads((FOLDER / "exact.json").read_text(encoding="utf-8"))["mt_m_c_day_c6"]
    service = Exponential(distribution="exponential", mean_min=exact["mean_service_min"])
    steady = plan_of(Queue([1.0], exact["c"], service, 480, 0))
    rates = {"per_hour": None, "half_hours_per_hour": tuple(exact["rates_per_hour"])}
    demand = steady.scenario.demand.model_copy(update=rates)
    standards = Standards(waits=(WaitLimit(within_min=5, share=0.8),))
    plan = replace(
        steady,
        scenario=steady.scenario.model_copy(update={"demand": demand}),
        profile=steady.profile.model_copy(update={"standards": standards}),
    )
    days = 60
    everybody = replicate(plan, days, SEED).everybody()
    wait, share = everybody.mean_wait_s, everybody.share_within[0]
    t_quantile = float(stdtrit(days - 1, 0.975)) / STANDARD_ERRORS
    assert (
        abs(wait.estimate / 60 - exact["mean_wait_of_arrivals"])
        <= wait.half_width / 60 / t_quantile
    )
    assert abs(1 - share.estimate - exact["P_wait_gt_5min"]) <= share.half_width / t_quantile
    assert wait.half_width < 0.4 * wait.estimate


@pytest.mark.slow
def test_case_3_cobham() -> None:
    """Three classes under strict priority."""
    rates = [0.06, 0.09, 0.55]
    queue = Queue(rates, 5, Exponential(distribution="exponential", mean_min=6), 4500, 300)
    assert_near(queue, cobham(rates, 1 / 6, 5))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("service", "cv"),
    [
        (Deterministic(distribution="deterministic", mean_min=6), 0.0),
        (Gamma(distribution="gamma", mean_min=6, cv=0.5), 0.5),
        (Lognormal(mean_min=6, cv=0.8), 0.8),
    ],
)
def test_case_4_pollaczek_khinchine(service: Distribution, cv: float) -> None:
    """One server: only mean and variation of the service time matter."""
    assert_near(Queue([0.1], 1, service, 12_000, 400), [pollaczek_khinchine(0.1, 6, cv)])
