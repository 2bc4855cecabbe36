"""Offers of appointments: the most that walk-ins bear, every offer of a service looked at."""

from dataclasses import replace
from itertools import product

import pytest

from simulator.experiment.load import expected_customers
from simulator.model.plan import load_plan
from simulator.planning.appointments.figures import booked_days
from simulator.planning.appointments.find import Wanted, find_offer
from simulator.planning.appointments.offer import offered, offering
from simulator.planning.trial import Trial

FEW = Wanted(service="wealth", days=12, fresh_days=12)


def test_the_offer_with_most_kept_within_the_bounds_of_all() -> None:
    """Worked out here one by one: twenty offers, of which the profile's own rules allow five."""
    plan = load_plan("city-full")
    found = find_offer(plan, FEW)
    assert (found.found.tried, found.found.possible) == (20, 5)
    kept: dict[object, float] = {}
    for slot_min, capacity in product((15, 20, 30, 45, 60), (1, 2, 3, 4)):
        choice = {"wealth slot_min": slot_min, "wealth capacity": capacity}
        other = offering(plan, choice, 0.0, keeps_share=True)
        if other is None:
            continue
        days = booked_days(Trial(other, 12, 1), other, 10.0)
        is_fair = days.walk_in_share().estimate >= found.bound
        if is_fair and days.booked_share().estimate >= 0.8:
            kept[slot_min, capacity] = float(days.kept.mean())
    best = (found.found.choice["wealth slot_min"], found.found.choice["wealth capacity"])
    assert kept[best] == max(kept.values())
    assert found.then.kept.mean() > 0


def test_what_the_profile_keeps_for_walk_ins_bounds_the_offer() -> None:
    plan = load_plan("city-full")
    many = {"wealth slot_min": 15, "wealth capacity": 4}
    assert offering(plan, many, 0.0, keeps_share=True) is None
    assert offering(plan, many, 0.0, keeps_share=False) is None  # more work than the rooms have
    some = {"wealth slot_min": 30, "wealth capacity": 2}
    assert offering(plan, some, 0.0, keeps_share=True) is None
    other = offering(plan, some, 0.0, keeps_share=False)
    assert other is not None
    assert offered(other.profile, "wealth").capacity == 2


@pytest.mark.parametrize("converts", [0.0, 0.5])
def test_who_books_and_would_have_come_anyway_no_longer_walks_in(converts: float) -> None:
    plan = load_plan("city-full")
    line = plan.scenario.appointments[0].model_copy(update={"segment": "ordinary"})
    plan = replace(plan, scenario=plan.scenario.model_copy(update={"appointments": (line,)}))
    other = offering(
        plan, {"wealth slot_min": 45, "wealth capacity": 2}, converts, keeps_share=True
    )
    assert other is not None
    before, after = (expected_customers(p) for p in (plan, other))
    more = 18 * 0.4 * 0.9 - 14 * 0.4 * 0.9
    assert sum(after.values()) - sum(before.values()) == pytest.approx(more * (1 - converts))
