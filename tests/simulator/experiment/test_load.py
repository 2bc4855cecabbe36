"""The offered load by hand, and of the shipped salary day."""

from dataclasses import replace

import pytest

from shared.config.profile import CounterTable, Profile
from simulator.experiment.load import Load, offered_load
from simulator.model.distribution import Exponential
from simulator.model.plan import Plan, load_plan, to_plan
from simulator.model.scenario import Demand, Scenario, Share
from tests.simulator import study

FIVE = Exponential(distribution="exponential", mean_min=5)


def two_kinds(cash_counters: int, both_counters: int) -> Plan:
    """Eight hours, 12 cash and 6 advice customers an hour of five minutes each, no walk."""
    plan = study.plan_of(study.Queue((0.2, 0.1), 1, FIVE, lasts_min=480, warm_up_min=0))
    cash, advice = plan.profile.segments
    counters = [
        CounterTable(id=f"c{i}", services=("only",), segments=(cash.id,), walk_s=0)
        for i in range(cash_counters)
    ]
    counters += [
        CounterTable(id=f"b{i}", services=("only",), walk_s=0) for i in range(both_counters)
    ]
    profile: Profile = plan.profile.model_copy(update={"counters": tuple(counters)})
    mix = (
        Share(service="only", segment=cash.id, share=2),
        Share(service="only", segment=advice.id, share=1),
    )
    scenario = plan.scenario.model_copy(update={"demand": Demand(per_hour=18, mix=mix)})
    return to_plan(scenario, profile)


def test_one_queue() -> None:
    """18 customers x 5 minutes an hour for two counters: 90 of 120 minutes."""
    assert offered_load(two_kinds(0, 2)) == Load(0.75, ("b0", "b1"), 0.75)


def test_the_counters_that_nobody_can_help() -> None:
    """All together 90 of 240 minutes, but the 30 minutes of advice are for one counter alone."""
    found = offered_load(two_kinds(3, 1))
    assert found == Load(0.5, ("b0",), 0.375)


def test_a_walk_and_a_pause_count() -> None:
    plan = two_kinds(0, 2)
    walking = tuple(replace(c, walk_us=60_000_000) for c in plan.rules.counters)
    found = offered_load(replace(plan, rules=replace(plan.rules, counters=walking)))
    assert found.share_0_1 == pytest.approx(0.9)


def test_the_salary_day_has_what_its_name_says() -> None:
    found = offered_load(load_plan("payday120"))
    assert found.share_0_1 == pytest.approx(1.2, abs=0.005)
    assert found.branch_0_1 == found.share_0_1


def test_cash_work_and_absences_take_counter_time_away() -> None:
    """Two counters for eight hours; half an hour of each goes to cash, a tenth of the people."""
    plan = two_kinds(0, 2)
    cash = [{"opening_min": 30}]
    counted = offered_load(with_tables(plan, cash_work=cash))
    assert counted.share_0_1 == pytest.approx(0.75 * 8 / 7.5)
    absent = offered_load(with_tables(plan, absences=[{"absent": 0.1}]))
    assert absent.share_0_1 == pytest.approx(0.75 / 0.9, abs=0.03)


def test_what_a_visit_costs_besides() -> None:
    """Every one of them needs two minutes of a supervisor, and a minute of work afterwards."""
    exactly = [{"time": {"distribution": "deterministic", "mean_min": 1}}]
    ask = [{"share": 1, "time": {"distribution": "deterministic", "mean_min": 2}}]
    visiting = {"authorisations": ask, "wrap_up": exactly}
    found = offered_load(with_tables(two_kinds(0, 2), visiting=visiting))
    assert found.share_0_1 == pytest.approx(0.75 * 8 / 5)


def test_further_needs_are_work_where_they_are_done() -> None:
    plan = load_plan("city-full")
    found = offered_load(plan)
    assert 0 < found.to_machines_0_1 < 0.5
    without = plan.scenario.model_copy(update={"visiting": None, "self_service": ()})
    plain = offered_load(replace(plan, scenario=without))
    assert plain.branch_0_1 < found.branch_0_1
    assert plain.to_machines_0_1 == 0


def with_tables(plan: Plan, **tables: object) -> Plan:
    scenario = plan.scenario.model_dump(exclude_unset=True) | tables
    return to_plan(Scenario.model_validate(scenario), plan.profile)
