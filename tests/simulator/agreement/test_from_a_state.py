"""The kernel goes on from any state of the hall as the model did."""

import pytest

from shared.domain import attendance, ticketing
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.rollout.snapshot import lacks, snapshot
from tests.simulator import golden
from tests.simulator.agreement.branches import random_case
from tests.simulator.agreement.engines import first_difference
from tests.simulator.agreement.midday import cut

pytestmark = pytest.mark.timeout(400)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_the_rest_of_a_day_is_the_same(share: float) -> None:
    inside = 0
    for seed in range(60):
        halves = cut(random_case(seed), share)
        inside += halves.inside
        assert halves.model == halves.kernel, (
            f"seed {seed}: {first_difference(halves.model, halves.kernel)}"
        )
    assert inside > 20


def test_what_the_kernel_cannot_start_from_is_named() -> None:
    branch = Branch(golden.rules())
    apply(branch, attendance.open_day(branch, 0, day="2026-01-05", midnight_us=0))
    assert lacks(branch) == []
    for ticket in ("s", "t"):
        issued = ticketing.issue(
            branch, 5, ticket=ticket, service="counter", segment="ordinary", customer="somebody"
        )
        apply(branch, issued)
    assert lacks(branch) == ["a customer with several tickets"]
    with pytest.raises(ValueError, match="several tickets"):
        snapshot(branch, 10, [()] * len(branch.rules.counters))
