"""A scenario with visits of more than one stop: draws, both engines, figures, refusals."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from shared.domain.errors import ScenarioInvalid
from shared.rollout import columns as c
from simulator.experiment.engine import Choice, Engine
from simulator.experiment.replicate import replicate
from simulator.model.act import PHASE, ActKind, Acts, from_text, to_text
from simulator.model.arrays import draw_people, to_people
from simulator.model.bulk import draw_many
from simulator.model.check_scenario import problems
from simulator.model.customer import Customer
from simulator.model.demand import draw_day
from simulator.model.demand_file import read_demand, write_demand
from simulator.model.plan import Plan, load_plan, to_plan
from simulator.model.scenario import Scenario
from simulator.model.scenario_visits import Visiting
from tests.simulator.same_days import assert_same

pytestmark = pytest.mark.timeout(400)

FEW_MINUTES = {"distribution": "exponential", "mean_min": 4}
VISITING: dict[str, Any] = {
    "recall_after_s": 20,
    "missed_calls": [{"share": 0.1, "returns": 0.6, "away": FEW_MINUTES}],
    "transfers": [
        {"service": "cash", "share": 0.2, "to": [{"service": "account"}], "done_most_0_1": 0.4},
        {"service": "account", "share": 0.1, "to": [{"service": "cash"}, {"service": "transfer"}]},
    ],
    "holds": [
        {"service": "account", "share": 0.3, "pool": "form", "away": FEW_MINUTES},
        {"share": 0.05, "pool": "documents", "away": FEW_MINUTES},
    ],
    "further_needs": [
        {"service": "cash", "share": 0.2, "services": [{"service": "account"}]},
        {"service": "transfer", "share": 0.3, "services": [{"service": "cash"}]},
    ],
    "transactions": [{"service": "cash", "mean": 2.0}],
    "wrap_up": [{"service": "account", "time": FEW_MINUTES}],
}


def plan_with(visiting: dict[str, Any], name: str = "city") -> Plan:
    plan = load_plan(name)
    return to_plan(scenario_with(plan, visiting), plan.profile)


def scenario_with(plan: Plan, visiting: dict[str, Any]) -> Scenario:
    known = {name: getattr(plan.scenario, name) for name in Scenario.model_fields}
    return Scenario.model_validate({**known, "visiting": Visiting.model_validate(visiting)})


def share_of(acts: list[Acts], kind: ActKind) -> float:
    return sum(any(act.kind is kind for act in mine) for mine in acts) / len(acts)


def test_both_engines_give_the_same_study() -> None:
    plan = plan_with(VISITING)
    quick, slow = replicate(plan, 2, 7), replicate(plan, 2, 7, engine=Engine.SIMPY)
    assert quick.chosen == Choice(Engine.COMPILED)
    for one, other in zip(slow.days, quick.days, strict=True):
        assert one.stops == other.stops
        assert min(one.stops) > 0
        assert_same(one, other)


def test_rows_and_customers_are_the_same_draws() -> None:
    plan = plan_with(VISITING)
    rows, made = draw_people(plan, 3, 0), to_people(plan.rules, draw_day(plan, 3, 0))
    assert np.array_equal(rows[:, : made.shape[1]], made)
    assert not rows[:, made.shape[1] :].any()


def test_acts_come_in_their_order_and_as_often_as_asked() -> None:
    plan = plan_with(VISITING)
    customers = [c for day in range(12) for c in draw_day(plan, 5, day)]
    acts = [customer.acts for customer in customers]
    for mine in acts:
        phases = [PHASE[act.kind] for act in mine]
        assert phases == sorted(phases)
        assert from_text(to_text(mine)) == mine
    assert share_of(acts, ActKind.MISS) == pytest.approx(0.1, abs=0.02)
    cash = [customer.acts for customer in customers if customer.service == "cash"]
    assert share_of(cash, ActKind.SEND) == pytest.approx(0.2, abs=0.04)
    assert share_of(cash, ActKind.NEED) == pytest.approx(0.2, abs=0.04)
    assert share_of(cash, ActKind.ITEMS) == pytest.approx(0.5, abs=0.05)  # geometric, mean 2
    back = [act for mine in acts for act in mine if act.kind is ActKind.MISS]
    assert np.mean([act.away_us >= 0 for act in back]) == pytest.approx(0.6, abs=0.07)


def test_more_of_one_thing_leaves_the_others_as_they_were() -> None:
    more = {**VISITING, "missed_calls": [{"share": 0.5, "returns": 0.6, "away": FEW_MINUTES}]}
    one, other = (draw_day(plan_with(asked), 3, 0) for asked in (VISITING, more))

    def without_misses(acts: Acts) -> Acts:
        return tuple(act for act in acts if act.kind is not ActKind.MISS)

    assert [without_misses(a.acts) for a in one] == [without_misses(b.acts) for b in other]
    assert [a._replace(acts=()) for a in one] == [b._replace(acts=()) for b in other]


def test_bulk_draws_have_the_same_distribution() -> None:
    plan = plan_with(VISITING)
    single = np.concatenate([draw_people(plan, 5, day) for day in range(40)])
    many, _ = draw_many(plan, 5, 40)
    assert c.PERSON_WIDTH < many.shape[1] <= single.shape[1]
    for kind in ActKind:
        kinds = [rows[:, c.PERSON_WIDTH :: c.ACT_WIDTH] == kind for rows in (single, many)]
        shares = [found.any(axis=1).mean() for found in kinds]
        assert shares[0] == pytest.approx(shares[1], abs=0.012)


@pytest.mark.parametrize(
    ("visiting", "place"),
    [
        ({"holds": [{"share": 0.1, "pool": "coffee"}]}, "visiting.holds.1.pool"),
        (
            {"transfers": [{"share": 0.1, "to": [{"service": "lones"}]}]},
            "visiting.transfers.1.to.1.service",
        ),
        ({"wrap_up": [{"service": "csh", "time": FEW_MINUTES}]}, "visiting.wrap_up.1.service"),
    ],
)
def test_contradictions_name_their_place(visiting: dict[str, Any], place: str) -> None:
    plan = load_plan("city")
    found = [*problems(scenario_with(plan, visiting), plan.profile)]
    assert found
    assert {sentence.split(": ")[0] for sentence in found} == {place}


@pytest.mark.parametrize(
    ("visiting", "place"),
    [
        ({"transfers": [{"share": 0.1, "to": [{"service": "loan"}]}]}, "visiting.transfers.1"),
        (
            {"further_needs": [{"share": 0.1, "services": [{"service": "loan"}]}]},
            "visiting.further_needs.1",
        ),
    ],
)
def test_nobody_is_sent_where_no_staffed_counter_serves(
    visiting: dict[str, Any], place: str
) -> None:
    plan = load_plan("city")
    lends = {counter.id for counter in plan.profile.counters if "loan" in counter.services}
    able = {s for c in plan.profile.counters if c.id not in lends for s in c.services}
    demand, staffing = plan.scenario.demand, plan.scenario.staffing
    asked = scenario_with(plan, visiting).model_copy(
        update={
            "demand": demand.model_copy(
                update={"mix": tuple(s for s in demand.mix if s.service in able)}
            ),
            "appointments": (),
            "staffing": tuple(s for s in staffing if s.counter not in lends),
        }
    )
    found = [*problems(asked, plan.profile)]
    assert found
    assert {sentence.split(": ")[0] for sentence in found} == {place}


def test_a_demand_file_keeps_the_acts(tmp_path: Path) -> None:
    plan = plan_with(VISITING)
    customers = draw_day(plan, 3, 0)
    write_demand(tmp_path / "demand.csv", customers)
    assert read_demand(tmp_path / "demand.csv", plan) == customers


@pytest.mark.parametrize(
    ("acts", "sentence"),
    [
        ("hold/coffee/0/0", "coffee"),
        ("need/cash/0/0", "cash"),
        ("send/lones/0/0", "lones"),
        ("items/1000/0/0", "1000"),
        ("need/account/0/0 miss//0/0", "acts"),  # not in their order: the form of the line
    ],
)
def test_acts_that_the_branch_refuses_name_their_line(
    tmp_path: Path, acts: str, sentence: str
) -> None:
    plan, path = plan_with(VISITING), tmp_path / "demand.csv"
    write_demand(path, [Customer("cash", "ordinary", plan.opens_us, 0, 1)])
    head, line = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{head}\n{line}{acts}\n", encoding="utf-8")
    with pytest.raises(ScenarioInvalid, match=rf"line 2.*{sentence}"):
        read_demand(path, plan)
