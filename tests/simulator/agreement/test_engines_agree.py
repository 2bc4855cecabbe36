"""Reference model and compiled kernel give the same days, event for event."""

import pytest

from shared.dispatch.reason import NAMES
from shared.rollout import machine
from shared.rollout.run import live_one
from shared.rollout.trace import KINDS
from simulator.model.arrays import to_hall, to_people
from simulator.model.branch_day import BranchDay
from tests.simulator import golden
from tests.simulator.agreement.branches import DAY
from tests.simulator.agreement.engines import compare_cases, first_difference
from tests.simulator.agreement.logs import ASKED, BLOCKED, USED, of_kernel, of_model

#: Reasons that no simulated day has: nobody is called, or picked out of order.
NOT_SIMULATED = {"nobody_waiting", "picked"}

pytestmark = pytest.mark.timeout(400)  # where nothing is compiled yet, and others compile too


def test_what_is_called_the_kernel_is_compiled() -> None:
    entry = machine.machine().live_days
    assert type(entry).__name__ == "CPUDispatcher"


@pytest.mark.parametrize(("day", "count"), [(0, 339), (1, 297), (2, 297)])
def test_golden_days_in_the_kernel(day: int, count: int) -> None:
    """Case 9: each row of the file within 5 us, and the model's log exactly."""
    rules, customers = golden.rules(), golden.customers(day)
    run = BranchDay(rules, golden.shifts()).run(customers)
    lived = live_one(to_hall(rules, golden.shifts(), 1, DAY), to_people(rules, customers))
    kernel, model = of_kernel(rules, lived), of_model(run.events)
    assert len(lived.out) == count
    assert kernel == model, first_difference(model, kernel)
    golden.assert_golden(golden.of_arrays(rules, lived.out), golden.expected(day))


@pytest.mark.slow
def test_random_branches_agree_event_for_event() -> None:
    """Skills, policies up to their bounds, ratios, overload, overflow, shifts, appointments."""
    compared = compare_cases(range(400), most=60)
    assert compared.differences == []
    assert set(compared.kinds) == {*KINDS, USED, ASKED, *BLOCKED}
    assert set(compared.rules) == set(NAMES.values()) - NOT_SIMULATED | {"left", "balked"}
    assert set(compared.halls) == {"layout", "machines", "balking", "told", "second ticket"}
    assert compared.customers > 10_000


@pytest.mark.parametrize(("seed", "most"), [(790097, 120)])
def test_days_that_once_differed(seed: int, most: int) -> None:
    """A supervisor is asked in the moment in which the clock has just looked."""
    assert compare_cases([seed], most).differences == []
