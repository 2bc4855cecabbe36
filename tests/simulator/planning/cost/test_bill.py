"""A day's bill, against figures worked out by hand."""

import numpy as np
import pytest

from simulator.model.plan import load_plan
from simulator.model.scenario_staff import Pause, Staffing
from simulator.planning.cost.bill import (
    MONEY,
    Item,
    annuity,
    bill,
    planned_seconds,
)
from simulator.planning.cost.prices import load_prices
from simulator.planning.trial import Trial, staffed

PRICES = load_prices()


def test_planned_time_is_the_staffing_without_pauses() -> None:
    """09:00 to 17:00 with forty minutes of lunch, and two hours at noon."""
    lunch = Pause(begins="11:30", ends="12:10")
    lines = [
        Staffing(counter="1", pauses=(lunch,)),
        Staffing(counter="2", opens="11:00", closes="13:00"),
    ]
    planned = planned_seconds(staffed(load_plan("neighbourhood"), lines))
    assert planned.tolist() == [(8 * 60 - 40) * 60, 7200, 0, 0]


def test_each_item_is_its_figure_at_its_price() -> None:
    plan = load_plan("neighbourhood")
    tally = Trial(plan, 20, seed=3).tally()
    found = bill(plan, tally, PRICES)
    hours = planned_seconds(plan).sum() / 3600
    assert found.a_day((Item.STAFF,)) == pytest.approx(60 * hours)
    assert found.a_day((Item.LOST,)) == pytest.approx(tally.left_a_day() * 0.01 * 10_000)
    assert found.a_day((Item.WAITING,)) == pytest.approx(tally.wait_s.sum() / 20 / 3600 * 30)
    kiosk = (30_000 * annuity(0.05, 5) + 3000) / 250
    machines = len(plan.profile.machines) * (90_000 * annuity(0.05, 5) + 9000) / 250
    assert found.a_day((Item.EQUIPMENT,)) == pytest.approx(kiosk + machines)
    assert found.a_day() == pytest.approx(found.a_day(MONEY) + found.a_day((Item.WAITING,)))


def test_overtime_is_what_a_counter_stays_open_beyond_its_plan() -> None:
    """The counter that is planned for two hours in a full hall serves its last customer longer."""
    plan = load_plan("payday")
    short = staffed(plan, [Staffing(counter="1", closes="11:00"), Staffing(counter="2")])
    tally = Trial(plan, 10, seed=1).tally(short)
    over_s = np.maximum(tally.open_s - planned_seconds(short), 0).sum(axis=1)
    assert over_s.min() > 0
    found = bill(short, tally, PRICES).sums((Item.OVERTIME,))
    assert found == pytest.approx(over_s / 3600 * 60 * 1.5)


def test_differences_are_paired_and_more_staff_costs_more_and_loses_fewer() -> None:
    plan = load_plan("neighbourhood")
    trial = Trial(plan, 60, seed=2)
    fewer = staffed(plan, plan.scenario.staffing[:3])
    many, few = (bill(p, trial.tally(p), PRICES) for p in (plan, fewer))
    lost = few.beyond(many, (Item.LOST,))
    assert lost.estimate > lost.half_width > 0
    assert few.beyond(many, (Item.STAFF,)).estimate == pytest.approx(-60 * 7.25)


def test_an_even_payment_is_worth_its_price() -> None:
    """3 %, 5 years: 0.2184 (any table of annuities); without interest a fifth."""
    assert annuity(0.03, 5) == pytest.approx(0.218355, abs=1e-6)
    assert annuity(0, 5) == 0.2
