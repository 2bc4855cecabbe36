"""What uncertain parameters do to a study."""

from dataclasses import replace

from simulator.experiment.parameters import parameter_share
from simulator.experiment.replicate import replicate
from simulator.model.plan import Plan
from simulator.model.scenario import Uncertainty
from tests.simulator.honesty import SMALL
from tests.simulator.study import plan_of


def known_to(arrivals: float, service_times: float) -> Plan:
    """The small queue with figures of this uncertainty."""
    plan = plan_of(SMALL)
    error = Uncertainty(arrivals_0_1=arrivals, service_times_0_1=service_times, days_observed=5)
    return replace(plan, scenario=plan.scenario.model_copy(update={"uncertainty": error}))


def test_bad_parameters_outweigh_many_days() -> None:
    """Service times known to a quarter only, and 120 days."""
    found = parameter_share(replicate(known_to(0.0, 0.25), 120, seed=2), seed=2)
    assert found is not None
    assert found.dominates
    assert list(found.by_parameter_s) == ["service_times"]


def test_good_parameters_do_not_matter_beside_few_days() -> None:
    """Known to a thousandth, and ten days."""
    found = parameter_share(replicate(known_to(0.001, 0.001), 10, seed=2), seed=2)
    assert found is not None
    assert not found.dominates


def test_an_exact_scenario_has_no_such_part() -> None:
    """Nothing is said of what nobody estimated."""
    assert parameter_share(replicate(plan_of(SMALL), 2, seed=2), seed=2) is None
