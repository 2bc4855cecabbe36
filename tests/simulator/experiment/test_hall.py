"""The city branch with everything that happens in its hall: the same in both engines."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from shared.rollout.columns import P_ARRIVAL_US, P_MACHINE, P_SECOND, P_SEGMENT, P_SERVICE
from simulator.experiment.engine import Engine
from simulator.experiment.replicate import replicate
from simulator.model.arrays import draw_people, to_people
from simulator.model.bulk import draw_many
from simulator.model.customer import AGAIN, FAILS
from simulator.model.demand import draw_day
from simulator.model.machine_ways import machine_way
from simulator.model.plan import load_plan
from simulator.model.scenario import Scenario
from tests.simulator.same_days import assert_same

pytestmark = pytest.mark.timeout(400)

CITY = load_plan("city")
HALL = {
    "announcement": {"balks_over": 1.5, "stays_at_least": 0.5},
    "balking": {"shares": [0, 0, 0, 0, 0, 0, 0, 0, 0.1, 0.1, 0.3]},
    "self_service": [
        {
            "able": 0.7,
            "accepts": 0.8,
            "fails": 0.2,
            "time": {"distribution": "lognormal", "mean_min": 5, "cv": 0.5},
        }
    ],
}
GROUPS = {"share": 0.15, "sizes": [3, 1]}


def hall_plan(**more: object) -> Scenario:
    """The city's scenario with everything that happens in the hall."""
    data = CITY.scenario.model_dump(exclude_none=True)
    data["demand"]["groups"] = GROUPS
    return Scenario.model_validate(data | HALL | more)


PLAN = replace(CITY, scenario=hall_plan())


def test_both_engines_live_the_same_hall() -> None:
    quick, slow = replicate(PLAN, 2, 7), replicate(PLAN, 2, 7, engine=Engine.SIMPY)
    assert quick.chosen.engine is Engine.COMPILED
    for one, other in zip(slow.days, quick.days, strict=True):
        assert_same(one, other)


def test_rows_are_those_of_the_customers() -> None:
    rows = draw_people(PLAN, 3, 0)
    assert np.array_equal(rows, to_people(PLAN.rules, draw_day(PLAN, 3, 0)))
    again = rows[rows[:, P_ARRIVAL_US] == AGAIN]
    first = rows[rows[:, P_MACHINE] == FAILS]
    assert 0 < len(again) == len(first)
    assert np.array_equal(rows[first[:, P_SECOND]], again)


def test_many_days_at_once_have_their_second_tickets_each() -> None:
    rows, begins = draw_many(PLAN, 3, 5)
    for a, b in pairwise(begins):
        day = rows[a:b]
        first = np.flatnonzero(day[:, P_MACHINE] == FAILS)
        assert len(first) > 5
        assert (day[day[first, P_SECOND], P_ARRIVAL_US] == AGAIN).all()


def test_people_with_priority_need_are_never_led_to_a_machine() -> None:
    rules = PLAN.rules
    priority = rules.segment_index["priority"]
    rows, _ = draw_many(PLAN, 3, 5)
    asked = rows[rows[:, P_MACHINE] > 0]
    assert priority in rows[:, P_SEGMENT]
    assert priority not in asked[:, P_SEGMENT]
    machines = {s.index for s in rules.services if machine_way(rules, s.id, "ordinary")}
    assert set(asked[:, P_SERVICE].tolist()) == machines
