"""Layouts: pooling as theory says, the best of all small choices, walks, seats."""

from dataclasses import replace
from itertools import permutations, product
from pathlib import Path

import numpy as np
import pytest

from shared.config.profile import CounterTable, ServiceTable, Standards, WaitLimit
from simulator.experiment.interval import ratio_interval
from simulator.experiment.theory import erlang_c
from simulator.model.distribution import Exponential
from simulator.model.plan import Plan, load_plan, to_plan
from simulator.model.scenario import Share
from simulator.planning.cost.bill import bill
from simulator.planning.cost.prices import load_prices
from simulator.planning.layout.arrange import arrange, flows, metres_of, walked
from simulator.planning.layout.choices import (
    LayoutPartUnknown,
    laid_out,
    layout_space,
    parts_of,
    present_layout,
)
from simulator.planning.layout.find import Wanted, find_layout
from simulator.planning.layout.floor_plan import FloorPlan, FloorPlanInvalid, load_floor_plan
from simulator.planning.layout.seats import seats_needed
from simulator.planning.trial import Trial
from tests.simulator.study import NAME, Queue, plan_of

PRICES = load_prices()
SERVICE = Exponential(distribution="exponential", mean_min=5)


def separate_lines(lines: int, per_min: float) -> Plan:
    """So many services, each with a counter of its own and the same arrivals; no doors."""
    queue = Queue([lines * per_min], lines, SERVICE, lasts_min=6000, warm_up_min=0)
    plan = plan_of(queue)
    names = [f"line-{n}" for n in range(lines)]
    services = tuple(ServiceTable(id=name, name=NAME, series="A") for name in names)
    counters = tuple(
        CounterTable(id=str(n), services=(name,), walk_s=0) for n, name in enumerate(names)
    )
    waits = (WaitLimit(within_min=10, share=0.1),)
    profile = plan.profile.model_copy(
        update={
            "services": services,
            "counters": counters,
            "standards": Standards(waits=waits),
        }
    )
    mix = tuple(Share(service=name, segment="class-0", share=1) for name in names)
    demand = plan.scenario.demand.model_copy(update={"mix": mix})
    scenario = plan.scenario.model_copy(update={"demand": demand})
    return to_plan(scenario, profile)


def test_pooled_and_separate_lines_as_theory_says() -> None:
    """Three lines, 75 % busy: 3 x M/M/1 against M/M/3, 24 days of 6,000 minutes."""
    plan = separate_lines(3, 0.15)
    trial = Trial(plan, 24, seed=7)
    space = layout_space(plan, ("lines",))
    expected = (erlang_c(0.15, 0.2, 1).mean_wait_min, erlang_c(0.45, 0.2, 3).mean_wait_min)
    assert expected == pytest.approx((15.0, 3.79), abs=0.01)
    for value, wait_min in zip(space["lines"], expected, strict=True):
        other = laid_out(plan, {"lines": value})
        assert other is not None
        tally = trial.tally(other)
        wait = ratio_interval(
            (tally.wait_s.sum(axis=(1, 2)) / 60).tolist(),
            tally.called.sum(axis=(1, 2)).tolist(),
        )
        error = wait.half_width / 2.07  # Student t, 23 degrees of freedom
        assert abs(wait.estimate - wait_min) < 3.29 * error + 0.01 * wait_min  # from empty
    found = find_layout(plan, Wanted(days=4, fresh_days=4, parts=("lines",)), PRICES)
    assert found.found.choice == {"lines": "pooled"}
    assert found.is_better


def test_the_best_of_all_small_choices() -> None:
    """Kiosks, machines and a reservation of the city branch, each priced here one by one."""
    plan = load_plan("city-full")
    wanted = Wanted(days=8, fresh_days=8, parts=("kiosks", "lines"))
    found = find_layout(plan, wanted, PRICES)
    assert found.found.is_best_of_all
    trial = Trial(plan, 8, 1)
    costs = {}
    for kiosks, lines in product((1, 2, 3, 4), ("as it is", "pooled")):
        other = laid_out(plan, {"kiosks": kiosks, "lines": lines})
        assert other is not None
        costs[kiosks, lines] = bill(other, trial.tally(other), PRICES).a_day()
    assert found.found.score.cost == min(costs.values())
    assert found.ranked[0][0] == found.found.choice
    assert [score.cost for _, score in found.ranked] == sorted(costs.values())[:5]


def test_what_may_be_laid_out_is_what_there_is() -> None:
    plan = load_plan("city-full")
    space = layout_space(plan, ("kiosks", "machines", "lines", "reserved", "roles"))
    present = present_layout(plan, space)
    assert laid_out(plan, present) == plan
    assert present["kiosks"] == 2
    assert present["machines"] == len(plan.profile.machines)
    more = laid_out(plan, {**present, "machines": len(plan.profile.machines) + 2})
    assert more is not None
    assert len({machine.id for machine in more.profile.machines}) == 6
    assert "machines" not in layout_space(load_plan("city"))
    with pytest.raises(LayoutPartUnknown, match="machines"):
        parts_of("machiens")


FLOOR = FloorPlan(
    entrance=(0, 0),
    kiosk=(3, 0),
    zones={"hall": (6, 4), "advice": (14, 8)},
    counters={str(n): (4.0 + 2 * n, 10.0) for n in range(1, 7)}
    | {"advice-1": (2, 10), "advice-2": (0, 9), "vip": (18, 10)},
    free_spots={"corner": (14, 9)},
)


def test_distances_follow_from_the_floor_plan() -> None:
    layout = FLOOR.layout(None)
    assert layout.entrance_to_kiosk_m == 3
    hall, advice = layout.zones
    assert (hall.from_kiosk_m, hall.to_counters_m["1"]) == (7, 6)
    assert advice.to_counters_m["advice-2"] == 15
    straight = FLOOR.model_copy(update={"walks": "straight"}).layout(None)
    assert straight.zones[0].from_kiosk_m == 5


def test_counters_stand_where_people_walk_least() -> None:
    """Three of nine may move: all permutations of their spots and the free one, one by one."""
    plan = load_plan("city-full")
    flow = flows(Trial(plan, 3, 2), plan, list(FLOOR.zones))
    few = ["1", "advice-1", "advice-2"]
    small = FLOOR.model_copy(update={"counters": {n: FLOOR.counters[n] for n in few}})
    names = [counter.id for counter in plan.rules.counters]
    small_flow = flow[:, [names.index(name) for name in few]]
    metres = metres_of(small, few, small_flow)
    spots = list(small.spots())
    every = [
        walked(spots, few, metres, dict(zip(few, order, strict=True)))
        for order in permutations(spots, 3)
    ]
    found = arrange(small, _only(plan, few), small_flow)
    assert found.metres_after == pytest.approx(min(every))
    assert found.metres_after < found.metres_before
    assert "corner" in found.spot_of.values()


def _only(plan: Plan, counters: list[str]) -> Plan:
    kept = tuple(counter for counter in plan.rules.counters if counter.id in counters)
    return replace(plan, rules=replace(plan.rules, counters=kept))


def test_a_search_with_a_floor_plan_walks_less() -> None:
    plan = load_plan("city-full")
    found = find_layout(plan, Wanted(days=3, fresh_days=3, parts=("lines",)), PRICES, FLOOR)
    assert found.arranged is not None
    assert found.floor is not None
    assert found.arranged.metres_after < found.arranged.metres_before
    assert found.changed.scenario.layout == found.floor.layout(plan.scenario.layout)
    places = sorted(found.floor.spots().values())
    assert places == sorted(FLOOR.spots().values())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("entrance = [0, 0]", "kiosk"),
        (
            'entrance = [0, 0]\nkiosk = [1, 0]\n[zones]\nbar = [1, 1]\n[counters]\n"1" = [2, 2]',
            "no “bar”",
        ),
        (
            'entrance = [0, 0]\nkiosk = [1, 0]\n[zones]\nhall = [1, 1]\n[counters]\n"1" = [2, 2]',
            "“2” is missing",
        ),
    ],
)
def test_a_floor_plan_that_does_not_fit_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "floor.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FloorPlanInvalid, match=told):
        load_floor_plan(path, load_plan("city"))


def test_seats_are_those_of_the_fullest_moment() -> None:
    """Never more than come; more for every day than for every other one."""
    plan = load_plan("city-full")
    trial = Trial(plan, 6, 3)
    all_days, most_days = (seats_needed(trial, plan, share) for share in (1.0, 0.5))
    assert set(all_days) == {"hall", "advice"}
    assert all(all_days[zone] >= most_days[zone] > 0 for zone in all_days)
    people = np.diff(trial.first)
    assert all_days["hall"] < people.max()
