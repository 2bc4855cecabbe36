"""The fewest who keep the standard: against everything that could be tried, and against case 10."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from simulator.model.plan import Plan, load_plan, to_plan
from simulator.planning.staffing.answer import RULES, Wish
from simulator.planning.staffing.lab import Lab
from simulator.planning.staffing.merged import merged
from simulator.planning.staffing.openings import house_of
from simulator.planning.staffing.search import search
from simulator.planning.staffing.standing import standing
from simulator.planning.staffing.table import sentences
from simulator.planning.staffing.trim import Trimmer
from simulator.planning.target import Target

CASES = Path(__file__).parents[3] / "data" / "cases"
FIVE_MINUTES = (Target(300, 0.8),)
RUNGS = (60, 120, 240)


def small_branch(rates: tuple[float, ...], counters: int) -> Plan:
    """Case 10's branch, open for so many half-hours, with so many counters."""
    plan = load_plan(CASES / "case_10_staffing.toml")
    ends = f"{9 + len(rates) // 2:02d}:{len(rates) % 2 * 30:02d}"
    hours = plan.profile.hours.model_copy(update={"last_ticket": ends, "closes": ends})
    profile = plan.profile.model_copy(
        update={"hours": hours, "counters": plan.profile.counters[:counters]}
    )
    demand = plan.scenario.demand.model_copy(update={"half_hours_per_hour": rates})
    scenario = plan.scenario.model_copy(update={"demand": demand, "staffing": ()})
    return to_plan(scenario, profile)


@pytest.mark.parametrize("rates", [(12, 24, 10), (20, 8, 22)])
def test_where_everything_can_be_tried_the_search_finds_the_best(rates: tuple[float, ...]) -> None:
    plan = small_branch(rates, 4)
    wish = Wish(FIVE_MINUTES, seed=3, rungs=RUNGS, fresh_days=0, bound_width=3)
    found = search(plan, wish)
    lab = Lab(plan, standing(FIVE_MINUTES, 3), RULES, 3, RUNGS)
    house = found.house
    every = [np.array([row]) for row in product(range(1, 5), repeat=3)]
    good = [x.sum() for x in every if lab.will_do(house.staffing(x), lab.top)]
    assert found.half_hours == min(good)
    assert found.least_half_hours is not None
    assert found.least_half_hours <= found.half_hours
    assert found.gap_0_1 == pytest.approx(1 - found.least_half_hours / found.half_hours)


def test_the_same_seed_gives_the_same_answer_and_stopping_the_best_so_far() -> None:
    plan = small_branch((12, 24, 10), 4)
    wish = Wish(FIVE_MINUTES, seed=5, rungs=RUNGS, fresh_days=0, bound_width=0)
    one, other = search(plan, wish), search(plan, wish)
    assert one.lines == other.lines
    stopped = search(plan, wish, should_stop=iter([False] * 4 + [True] * 99).__next__)
    assert stopped.was_cut_short
    assert stopped.half_hours >= one.half_hours
    assert stopped.least_min is None
    at_once = search(plan, wish, should_stop=lambda: True)
    assert at_once.was_cut_short
    assert at_once.half_hours == at_once.house.full.sum()


def test_at_least_two_are_open_where_that_is_asked_for() -> None:
    plan = small_branch((4, 4), 3)
    wish = Wish(FIVE_MINUTES, at_least=2, rungs=RUNGS, fresh_days=0, bound_width=1)
    found = search(plan, wish)
    assert found.half_hours == 4
    assert [len(found.open_counters(n)) for n in range(2)] == [2, 2]
    assert found.least_half_hours == 4


def test_a_share_out_of_reach_is_named_and_kept_near_to_what_can_be_had() -> None:
    plan = small_branch((40, 4), 2)
    found = search(plan, Wish(FIVE_MINUTES, rungs=RUNGS, fresh_days=200, bound_width=0))
    missed = found.out_of_reach[0]
    assert (missed.name, missed.within_s, missed.wanted) == ("09:00", 300, 0.8)
    assert missed.asked == pytest.approx(missed.reached - 0.05)
    assert missed.reached + 1.645 * missed.error < 0.8
    assert sentences(found)[0].startswith("Nobody can reach 80.0% within 5 min for 09:00: every")
    assert len(found.open_counters(0)) == 2
    assert found.is_met_on_fresh_days is not None


def test_with_skills_each_service_counts_over_the_day() -> None:
    plan = load_plan("neighbourhood")
    easy = (Target(600, 0.6),)
    found = search(plan, Wish(easy, rungs=(30, 60), fresh_days=60, bound_width=0, seed=2))
    assert found.wanted.services == tuple(service.id for service in plan.rules.services)
    assert found.half_hours < found.house.full.sum()
    wealth = [c.id for c in plan.profile.counters if "wealth" in c.services]
    open_for_wealth = [set(found.open_counters(n)) & set(wealth) for n in range(found.house.count)]
    assert any(open_for_wealth)
    assert found.out_of_reach == ()


def test_the_staffing_lines_open_what_the_openings_say() -> None:
    plan = small_branch((12, 24, 10), 4)
    found = search(plan, Wish(FIVE_MINUTES, rungs=RUNGS, fresh_days=0, bound_width=0))
    house = found.house
    openings = np.array([[2, 1, 3]])
    lines = house.staffing(openings)
    assert [(s.counter, s.opens, s.closes) for s in lines] == [
        ("1", None, None),
        ("2", None, None),
        ("3", "10:00", None),
    ]
    assert [(p.begins, p.ends) for p in lines[1].pauses] == [("09:30", "10:00")]


def test_the_bound_of_several_pools_is_that_of_people_who_can_do_everything() -> None:
    plan = load_plan("neighbourhood")
    able = merged(plan)
    assert len(house_of(able).pools) == 1
    services = {service.id for service in plan.profile.services}
    assert {*able.profile.counters[0].services} == services
    easy = (Target(600, 0.6),)
    wish = Wish(easy, rungs=(30, 60), fresh_days=0, seed=2)
    by_work, by_stretches = (search(plan, replace(wish, bound_width=n)) for n in (0, 1))
    assert by_work.half_hours == by_stretches.half_hours
    assert by_work.least_min is not None
    assert by_stretches.least_min is not None
    assert by_work.least_min <= by_stretches.least_min <= by_stretches.paid_min


def test_the_last_steps_of_a_large_branch_take_away_what_is_to_spare() -> None:
    plan = load_plan("neighbourhood")
    targets = (Target(600, 0.6),)
    house = house_of(plan)
    lab = Lab(plan, standing(targets, house.count), RULES, 1, (30, 60, 120))
    trimmer = Trimmer(plan, house, lab, 1)
    found = trimmer.spare(house.full, lab.top)
    assert trimmer.will_do(found, lab.top)
    assert found.sum() < house.full.sum()
    assert (found.sum(axis=0) >= 1).all()
