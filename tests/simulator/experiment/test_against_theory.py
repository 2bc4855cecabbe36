"""Reference cases 1, 3 and 4: the simulated mean lies within 3.29 standard errors of the truth.

Seeds are fixed, so a failure is a change of the model and not bad luck.
"""

import pytest
from scipy.special import stdtrit

from simulator.experiment.theory import cobham, erlang_c, pollaczek_khinchine
from simulator.model.distribution import Deterministic, Distribution, Exponential, Gamma, Lognormal
from tests.simulator.study import STANDARD_ERRORS, Queue, mean_waits_min

RUNS = 12
SEED = 20_260_105


def assert_near(queue: Queue, truths_min: list[float]) -> None:
    """Each class within 3.29 standard errors of its exact mean wait, and not vacuously so."""
    t_quantile = float(stdtrit(RUNS - 1, 0.975))
    for found, truth in zip(mean_waits_min(queue, RUNS, SEED), truths_min, strict=True):
        error = found.half_width / t_quantile
        assert abs(found.estimate - truth) <= STANDARD_ERRORS * error
        assert error < 0.12 * truth


@pytest.mark.slow
def test_case_1_erlang_c() -> None:
    """M/M/5 at 90 % occupancy."""
    queue = Queue([4.5], 5, Exponential(distribution="exponential", mean_min=1), 1600, 150)
    assert_near(queue, [erlang_c(4.5, 1, 5).mean_wait_min])


@pytest.mark.slow
def test_case_3_cobham() -> None:
    """Three classes under strict priority."""
    rates = [0.06, 0.09, 0.55]
    queue = Queue(rates, 5, Exponential(distribution="exponential", mean_min=6), 7000, 400)
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
    assert_near(Queue([0.1], 1, service, 20_000, 500), [pollaczek_khinchine(0.1, 6, cv)])
