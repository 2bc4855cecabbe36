"""Policies on grids: the best is found, theory is met, bounds are kept, fresh days decide."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from shared.config.check import problems
from shared.config.load import load_profile
from shared.config.policy_tables import Overload, Policy
from shared.config.profile import Standards, WaitLimit
from shared.config.rules import to_rules
from simulator.model.distribution import Exponential
from simulator.model.plan import Plan, load_plan
from simulator.planning.policy.find import Wanted, find_policy, score
from simulator.planning.policy.result import write_profile
from simulator.planning.policy.variants import PartUnknown, changed, parts_of, protected, under
from simulator.planning.policy.waiting_cost import waiting_cost, weights_of
from simulator.planning.trial import Trial
from tests.simulator.study import Queue, plan_of


def two_classes(first: float, second: float) -> Plan:
    """One counter, 85 % busy, two equal classes; a minute of each costs so much, caps are none."""
    service = Exponential(distribution="exponential", mean_min=5)
    plan = plan_of(Queue([0.085, 0.085], 1, service, lasts_min=480, warm_up_min=0))
    costs = (first, second)
    segments = tuple(
        s.model_copy(
            update={
                "cost_per_minute": cost,
                "cost_growth": 0.0,
                "max_wait_min": None,
                "overtakes_max": None,
            }
        )
        for s, cost in zip(plan.profile.segments, costs, strict=True)
    )
    policy = Policy(preset="capped", overload=Overload(rule="none"))
    standards = Standards(waits=(WaitLimit(within_min=10, share=0.8),))
    profile = plan.profile.model_copy(
        update={"segments": segments, "policy": policy, "standards": standards}
    )
    assert list(problems(profile)) == []
    return replace(plan, profile=profile, rules=to_rules(profile))


@pytest.mark.parametrize(("second", "order"), [(4.0, 1), (0.25, -1)])
def test_the_costlier_class_goes_first_as_theory_says(second: float, order: int) -> None:
    """Linear costs, one service time: the c-mu rule, always the costlier first (Cox, Smith 1961).

    Among growths and head starts that is the most of both, or the least.
    """
    wanted = Wanted(days=60, fresh_days=60, most=200, over_min=0, parts=("growth", "base"))
    found = find_policy(two_classes(1.0, second), wanted)
    assert found.found.is_best_of_all
    assert found.is_better
    waits = found.by_segment
    assert np.sign(waits["class-0"].estimate) == order
    extreme = {1: (5.0, 16.0), -1: (0.5, 0.0)}[order]
    assert (found.found.choice["growth class-1"], found.found.choice["base class-1"]) == extreme


def test_a_grid_is_searched_whole_and_a_short_search_says_so() -> None:
    """Neighbourhood: growth of two segments; every point also worked out here, one by one."""
    plan = load_plan("neighbourhood")
    wanted = Wanted(days=20, fresh_days=20, seed=4, most=100, parts=("growth",))
    found = find_policy(plan, wanted)
    trial, weights = Trial(plan, 20, 4), weights_of(plan.profile, 10.0)
    today = waiting_cost(trial, plan, weights)
    costs = []
    for values in product(*found.space.values()):
        profile = changed(plan.profile, dict(zip(found.space, values, strict=True)))
        assert profile is not None
        costs.append(score(waiting_cost(trial, under(plan, profile), weights), today).order)
    assert (found.found.tried, len(costs)) == (36, 36)
    assert found.found.score.order == min(costs)
    short = find_policy(plan, replace(wanted, most=14))
    assert not short.found.is_best_of_all
    assert short.found.score.cost <= min(costs)[1] * 1.05


def test_no_bound_is_kept_worse_on_the_days_looked_at() -> None:
    plan = load_plan("payday")
    wanted = Wanted(days=12, fresh_days=12, most=30, protected=protected(plan, None))
    found = find_policy(plan, wanted)
    assert found.found.score.violation <= 0
    trial, weights = Trial(plan, 12, 1), weights_of(plan.profile, 10.0)
    mine, today = (waiting_cost(trial, p, weights) for p in (under(plan, found.profile), plan))
    assert mine.passed.sum() <= today.passed.sum()
    assert mine.waited.sum() <= today.waited.sum()
    assert mine.by_segment[:, 1].sum() <= today.by_segment[:, 1].sum() * (1 + 1e-9)
    assert plan.profile.segments[1].id == "priority"


def test_the_profile_found_reads_back(tmp_path: Path) -> None:
    plan = load_plan("city")
    found = find_policy(plan, Wanted(days=4, fresh_days=4, most=6))
    write_profile(tmp_path / "city.toml", found)
    assert load_profile(tmp_path / "city.toml") == found.profile


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(PartUnknown, match="growht"):
        parts_of("preset, growht")
    with pytest.raises(PartUnknown, match="priority"):
        protected(load_plan("city"), "prioritty")
    assert protected(load_plan("city"), "none") == ()
