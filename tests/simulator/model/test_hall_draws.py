"""Groups, kiosk times by class, rates by the clock: drawn alike day by day and in bulk."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from shared.config.profile import Table
from shared.dispatch.layout import MINUTE_US
from shared.rollout.columns import P_ARRIVAL_US, P_KIOSK_US, P_PEOPLE, P_SEGMENT
from shared.rollout.day import Ints
from simulator.experiment.load import expected_customers
from simulator.model.arrays import draw_people
from simulator.model.bulk import draw_many
from simulator.model.distribution import Deterministic
from simulator.model.draws import streams
from simulator.model.party import draw_parties
from simulator.model.plan import Plan, load_plan
from simulator.model.scenario import Demand, Kiosks
from simulator.model.scenario_hall import Groups, KioskTime, RateStep

CITY = load_plan("city")
DAYS = 30


def changed(**parts: Table) -> Plan:
    """The city branch with other parts of its scenario."""
    return replace(CITY, scenario=CITY.scenario.model_copy(update=parts))


def with_demand(**parts: object) -> Plan:
    return changed(demand=Demand(**{**dict(CITY.scenario.demand), **parts}))


def both(plan: Plan) -> tuple[Ints, Ints]:
    """The rows of some days, each drawn by itself, and all drawn at once."""
    single = [draw_people(plan, 5, day) for day in range(DAYS)]
    return np.concatenate(single), draw_many(plan, 5, DAYS)[0]


def test_a_group_on_one_ticket_fills_several_seats_and_needs_one_service() -> None:
    plan = with_demand(groups=Groups(share=0.3, sizes=(2, 1, 1)))
    alone, _ = both(CITY)
    for rows in both(plan):
        sizes = np.bincount(rows[:, P_PEOPLE], minlength=5)[1:] / len(rows)
        assert sizes == pytest.approx([0.7, 0.15, 0.075, 0.075], abs=0.02)
    assert np.array_equal(np.delete(both(plan)[0], P_PEOPLE, 1), np.delete(alone, P_PEOPLE, 1))
    assert sum(expected_customers(plan).values()) == sum(expected_customers(CITY).values())


def test_a_group_with_a_ticket_each_comes_at_the_same_moment() -> None:
    plan = with_demand(groups=Groups(share=0.3, sizes=(0, 1), tickets="each"))
    for rows in both(plan):
        assert set(rows[:, P_PEOPLE]) == {1}
        _, counts = np.unique(rows[:, P_ARRIVAL_US], return_counts=True)
        assert set(counts[counts > 1]) == {3}
        assert (counts == 3).sum() / len(counts) == pytest.approx(0.3, abs=0.03)
    expected = sum(expected_customers(plan).values())
    assert expected == pytest.approx(1.6 * sum(expected_customers(CITY).values()))
    assert len(both(plan)[0]) / DAYS == pytest.approx(expected, rel=0.05)


def test_parties_are_the_same_for_the_same_day() -> None:
    plan = with_demand(groups=Groups(share=0.5))
    one, other = (draw_parties(plan, 100, streams(4, 2)) for _ in range(2))
    assert np.array_equal(one.people, other.people)


def test_a_class_may_have_its_own_kiosk_time() -> None:
    slow = KioskTime(
        segment="priority", time=Deterministic(distribution="deterministic", mean_min=2)
    )
    plan = changed(kiosk=Kiosks(count=2, times=(slow,)))
    priority = plan.rules.segment_index["priority"]
    for rows in both(plan):
        is_slow = rows[:, P_SEGMENT] == priority
        assert set(rows[is_slow, P_KIOSK_US]) == {2 * MINUTE_US}
        assert rows[~is_slow, P_KIOSK_US].mean() == pytest.approx(MINUTE_US / 2, rel=0.05)


def test_rates_may_change_at_any_time() -> None:
    clocks = ("09:00", "10:20", "12:00")
    per_hour = (30, 90, 12)
    steps = tuple(RateStep(begins=c, per_hour=r) for c, r in zip(clocks, per_hour, strict=True))
    plan = with_demand(half_hours_per_hour=None, steps=steps, day_factor_cv=0.0)
    edges = [540, 620, 720, 17 * 60]
    hours = [(b - a) / 60 for a, b in pairwise(edges)]
    wanted = [h * r for h, r in zip(hours, per_hour, strict=True)]
    assert sum(expected_customers(plan).values()) == pytest.approx(sum(wanted))
    for rows in both(plan):
        found, _ = np.histogram(rows[:, P_ARRIVAL_US] / MINUTE_US, edges)
        assert found / DAYS == pytest.approx(wanted, rel=0.1)
