"""Case 6 exactly, and the best of all ten-customer schedules by looking at every one."""

import pytest

from simulator.planning.appointments.exact import (
    Costs,
    Session,
    best_schedule,
    outcome,
    schedules,
)

CASE_6 = Session(slots=10, slot_min=10, mean_min=10)


@pytest.mark.parametrize(
    ("schedule", "wait", "finish"),
    [((1,) * 10, 10.5945, 118.144), ((2, *(1,) * 8, 0), 13.7122, 110.408)],
)
def test_case_6(schedule: tuple[int, ...], wait: float, finish: float) -> None:
    """Published mean waits; the finish is where the work of those at the last slot ends."""
    found = outcome(schedule, CASE_6)
    assert found.waiting_min / 10 == pytest.approx(wait, abs=5e-4)
    last = max(n for n, booked in enumerate(schedule) if booked)
    left_min = outcome(schedule[:last], Session(last, 10, 10)).overtime_min
    assert last * 10 + left_min + 10 * schedule[last] == pytest.approx(finish, abs=5e-3)


@pytest.mark.parametrize("costs", [Costs(), Costs(0.2, 1, 1.5), Costs(1, 0.2, 4)])
@pytest.mark.parametrize("shows", [1.0, 0.8])
def test_the_search_finds_the_best_of_all(costs: Costs, shows: float) -> None:
    """Six customers in six slots: 462 schedules, each worked out."""
    session = Session(6, 10, 10, shows)
    every = [(costs.of(outcome(s, session)), s) for s in schedules(6, 6)]
    assert len(every) == 462
    found, cost = best_schedule(6, session, costs)
    assert cost == pytest.approx(min(every)[0], rel=1e-12)
    assert sum(found) == 6


def test_case_6_with_its_costs_is_best_of_all() -> None:
    """A minute of waiting at a fifth of one of the counter: the rule of Bailey and Welch is best.

    By the theorem its neighbours are enough; all 92,378 schedules, looked at once, say the same.
    """
    costs = Costs(waiting=0.2, idle=1, overtime=1.5)
    found, cost = best_schedule(10, CASE_6, costs)
    assert found == (2, *(1,) * 8, 0)
    assert cost == pytest.approx(64.4248866, abs=1e-6)
    some = [s for n, s in enumerate(schedules(10, 10)) if n % 499 == 0]
    assert min(costs.of(outcome(s, CASE_6)) for s in some) >= cost
