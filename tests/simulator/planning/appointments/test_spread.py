"""Case 6 lived: the search comes to the schedule that the exact enumeration says is best."""

from dataclasses import replace

import pytest

from shared.config.rules import to_rules
from simulator.model.plan import Plan, load_plan
from simulator.planning.appointments.exact import Costs, outcome
from simulator.planning.appointments.offer import NothingBooked
from simulator.planning.appointments.spread import NotSpread, Spread, Wanted, find_spread
from tests.simulator.cases.case import FOLDER

TEN = Wanted(service="service", people=10, days=300, fresh_days=100, costs=Costs(0.2, 1, 1.5))


def case_6() -> Plan:
    """Ten slots of ten minutes, nobody who comes without an appointment."""
    plan = load_plan(FOLDER / "case_6_bailey_welch.toml")
    table = plan.profile.appointments[0].model_copy(update={"ends": "10:40"})
    profile = plan.profile.model_copy(update={"appointments": (table,)})
    nobody = {"times_min": None, "half_hours_per_hour": (0.0,)}
    demand = plan.scenario.demand.model_copy(update=nobody)
    scenario = plan.scenario.model_copy(update={"demand": demand})
    return replace(plan, profile=profile, rules=to_rules(profile), scenario=scenario)


def test_days_lived_cost_what_the_exact_figures_say() -> None:
    spread = Spread(case_6(), TEN, 700, seed=5)
    session = spread.session()
    assert session is not None
    for schedule in ((1,) * 10, (2, *(1,) * 8, 0), (3, 0, 0, 3, 0, 0, 3, 0, 0, 1)):
        costs = spread.costs(schedule)
        error = costs.std(ddof=1) / len(costs) ** 0.5
        exact = TEN.costs.of(outcome(schedule, session))
        assert abs(costs.mean() - exact) < 3.29 * error


def test_what_can_be_worked_out_is_the_best_of_all() -> None:
    found = find_spread(case_6(), TEN)
    assert found.schedule == (2, *(1,) * 8, 0)
    assert found.exact_cost == found.best_cost == pytest.approx(64.4248866, abs=1e-6)
    assert (found.tried, found.is_cut_short) == (0, False)


def test_by_days_alone_the_search_comes_near_and_states_its_distance() -> None:
    found = find_spread(case_6(), replace(TEN, is_exact=False))
    assert sum(found.schedule) == 10
    assert found.best_cost is not None
    assert found.exact_cost is not None
    assert found.best_cost <= found.exact_cost < 1.03 * found.best_cost
    assert not found.is_cut_short


def test_with_walk_ins_nothing_exact_is_claimed_and_wrong_wishes_are_refused() -> None:
    plan = load_plan("city-full")
    wanted = Wanted(service="wealth", people=3, days=2, fresh_days=2, most=3)
    bare = plan.scenario.model_copy(update={"self_service": (), "groups": None})
    found = find_spread(replace(plan, scenario=bare), wanted)
    assert (found.exact_cost, found.best_cost, found.is_cut_short) == (None, None, True)
    with pytest.raises(NotSpread, match="100 do not fit into 42 places"):
        find_spread(plan, replace(wanted, people=100))
    with pytest.raises(NothingBooked, match="cash"):
        find_spread(plan, replace(wanted, service="cash"))
