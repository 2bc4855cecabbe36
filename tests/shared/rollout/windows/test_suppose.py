"""What if a counter were opened now."""

from shared.domain.counter import CounterState
from shared.rollout.windows.demand import from_file
from shared.rollout.windows.suppose import Wondered, outlooks
from tests.shared.rollout.windows.branches import HOUR_US, branch_at, learned, plan

MINUTE_US = 60_000_000


def test_a_counter_that_comes_back_shortens_waits() -> None:
    now_us = round(11.8 * HOUR_US)
    branch = branch_at(11.8)
    assert branch.counters["1"].state is CounterState.PAUSED  # at lunch until ten past twelve
    demand = from_file(plan().profile, plan().rules, learned())
    before, after = outlooks(branch, demand, now_us, Wondered("1", 20 * MINUTE_US, HOUR_US))
    assert after.wait_us < before.wait_us
    assert after.chance_0_1 <= before.chance_0_1
    assert after.over_mean <= before.over_mean
