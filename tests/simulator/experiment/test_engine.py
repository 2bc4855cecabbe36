"""The compiled kernel is taken wherever it may be, gives the model's figures, and is named."""

from dataclasses import replace

import numpy as np
import pytest

from simulator.experiment.engine import (
    LACKING,
    LACKING_FIELDS,
    PLAYED,
    PLAYED_COLUMNS,
    Choice,
    Engine,
    choose,
)
from simulator.experiment.findings import Findings
from simulator.experiment.replicate import replicate, study_of
from simulator.experiment.result import to_json
from simulator.model.arrays import draw_people, to_people
from simulator.model.customer import Customer
from simulator.model.demand import draw_day
from simulator.model.plan import load_plan, to_plan
from simulator.model.scenario import Scenario
from simulator.model.shift import Stint
from tests.simulator.same_days import assert_same

pytestmark = pytest.mark.timeout(400)


@pytest.mark.parametrize("name", ["neighbourhood", "city", "payday", "payday120"])
def test_both_engines_give_the_same_study(name: str) -> None:
    plan = load_plan(name)
    quick, slow = replicate(plan, 2, 7), replicate(plan, 2, 7, engine=Engine.SIMPY)
    assert quick.chosen == Choice(Engine.COMPILED)
    assert slow.chosen == Choice(Engine.SIMPY, "asked for")
    for one, other in zip(slow.days, quick.days, strict=True):
        assert_same(one, other)


def test_given_customers_too() -> None:
    plan = load_plan("city")
    customers = draw_day(plan, 3, 0)
    quick, slow = study_of(plan, customers), study_of(plan, customers, Engine.SIMPY)
    assert_same(slow.days[0], quick.days[0])
    assert np.array_equal(draw_people(plan, 3, 0), to_people(plan.rules, customers))


def test_the_list_of_what_the_kernel_plays_is_closed() -> None:
    """Whoever adds something to a scenario says where it is played."""
    assert set(Scenario.model_fields) == PLAYED | LACKING_FIELDS
    assert set(Customer._fields) == PLAYED_COLUMNS


def test_what_the_kernel_does_not_play_goes_to_the_model_and_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = load_plan("neighbourhood")
    monkeypatch.setitem(LACKING, "flying counters", lambda asked: asked is plan)
    for wanted in (None, Engine.COMPILED):
        assert choose(plan, wanted) == Choice(Engine.SIMPY, "flying counters")
    assert choose(plan).sentence.endswith("(SimPy): flying counters.")
    assert choose(load_plan("city")) == Choice(Engine.COMPILED)


def test_handovers_and_moves_give_the_same_study() -> None:
    """Somebody works at two counters, another one takes over at the first."""
    plan = load_plan("city")
    first, second = plan.shifts[:2]
    noon_us = plan.opens_us + 3 * 3_600_000_000
    morning = replace(first, stints=(Stint(plan.opens_us, noon_us),))
    moved = replace(second, staff=first.staff, stints=(Stint(noon_us, None),), speed_milli=800)
    after = replace(first, staff="2001", stints=(Stint(noon_us + 5, None),), skills=("cash",))
    changed = replace(plan, shifts=(morning, moved, after, *plan.shifts[2:]))
    quick, slow = replicate(changed, 2, 7), replicate(changed, 2, 7, engine=Engine.SIMPY)
    for one, other in zip(slow.days, quick.days, strict=True):
        assert_same(one, other)


HOUSE = {
    "incidents": [
        {"begins": "10:30", "ends": "10:50"},
        {"per_day": 1.5, "duration": {"distribution": "exponential", "mean_min": 20}},
    ],
    "counter_faults": [
        {"per_day": 0.3, "duration": {"distribution": "exponential", "mean_min": 40}}
    ],
    "switched_off": [{"counter": "1", "services": ["cash"], "begins": "13:00", "ends": "14:00"}],
    "absences": [
        {
            "absent": 0.1,
            "late": 0.3,
            "lateness": {"distribution": "exponential", "mean_min": 15},
            "pauses_per_shift": 1.5,
            "pause": {"distribution": "exponential", "mean_min": 8},
        }
    ],
    "cash_work": [{"opening_min": 10, "closing_min": 20}],
    "kiosk": {
        "count": 2,
        "faults": [
            {"begins": "09:10", "ends": "09:50", "count": 2},
            {"per_day": 2, "duration": {"distribution": "exponential", "mean_min": 10}},
        ],
    },
    "visiting": {
        "supervisors": 1,
        "authorisations": [
            {
                "service": "cash",
                "share": 0.3,
                "time": {"distribution": "exponential", "mean_min": 4},
            }
        ],
    },
    "rooms": [{"count": 1, "services": ["loan", "wealth", "account"]}],
    "lobby_lead": [{"begins": "10:00", "ends": "12:00", "speed": 1.5, "issues_tickets": True}],
}


def test_days_on_which_things_happen_are_the_same_study() -> None:
    plan = load_plan("city")
    scenario = plan.scenario.model_dump(exclude_unset=True) | HOUSE
    plan = to_plan(Scenario.model_validate(scenario), plan.profile)
    quick, slow = replicate(plan, 5, 7), replicate(plan, 5, 7, engine=Engine.SIMPY)
    assert quick.chosen == Choice(Engine.COMPILED)
    for one, other in zip(slow.days, quick.days, strict=True):
        assert_same(one, other)
    customers = draw_day(plan, 3, 0)
    quick, slow = study_of(plan, customers), study_of(plan, customers, Engine.SIMPY)
    assert_same(slow.days[0], quick.days[0])


def test_the_result_says_which_engine_ran() -> None:
    found = to_json(Findings(replicate(load_plan("neighbourhood"), 1, 1)))
    assert (found["engine"], found["engine_why"]) == ("compiled", "")
