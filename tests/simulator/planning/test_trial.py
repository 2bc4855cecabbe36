"""The figures of a search are those of a study; other plans meet the same customers."""

import numpy as np
import pytest

from simulator.experiment.engine import LACKING
from simulator.experiment.replicate import replicate
from simulator.model.plan import load_plan, to_plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.target import NEARLY_ALL, Per, Target, errors, shortfalls, targets_of
from simulator.planning.trial import NotPlayed, Trial, fresh_tally, staffed


def test_the_tally_of_the_same_days_is_that_of_a_study() -> None:
    plan = load_plan("city-full")
    days = 6
    study = replicate(plan, days, seed=5)
    found = Trial(plan, days, seed=5, by="segment").tally()
    everybody = study.everybody()
    assert found.arrived.sum() == pytest.approx(everybody.arrived_a_day.estimate * days)
    assert found.mean_wait_s() == pytest.approx(everybody.mean_wait_s.estimate)
    for limit, share in enumerate(everybody.share_within):
        mine = found.within[..., limit].sum() / found.counted[..., limit].sum()
        assert mine == pytest.approx(share.estimate)
    by_segment = {group.name: group for group in study.by_segment()}
    for place, name in enumerate(found.grid.names):
        if name in by_segment:
            arrived = by_segment[name].arrived_a_day.estimate * days
            assert found.arrived[:, :, place].sum() == pytest.approx(arrived)


def test_more_staff_for_the_same_customers_never_loses_one_of_them() -> None:
    plan = load_plan("neighbourhood")
    trial = Trial(plan, 40, seed=2)
    fewer = staffed(plan, [Staffing(counter=plan.rules.counters[0].id)])
    all_of_them = staffed(plan, [Staffing(counter=c.id) for c in plan.rules.counters])
    few, many = trial.tally(fewer), trial.tally(all_of_them)
    assert np.array_equal(few.arrived, many.arrived)
    assert many.mean_wait_s() < few.mean_wait_s()
    assert (shortfalls(few, targets_of(plan)) >= shortfalls(many, targets_of(plan))).all()


@pytest.mark.parametrize("name", ["city", "city-full", "payday"])
def test_a_staffed_plan_is_the_plan_of_a_scenario_with_that_staffing(name: str) -> None:
    plan = load_plan(name)
    for lines in ([], [Staffing(counter="1", closes="12:00"), Staffing(counter="3", person="7")]):
        scenario = plan.scenario.model_copy(update={"staffing": tuple(lines)})
        assert staffed(plan, lines) == to_plan(scenario, plan.profile)


def test_fresh_days_are_others_and_their_number_does_not_depend_on_parts() -> None:
    plan = load_plan("neighbourhood")
    seen, fresh = Trial(plan, 30, seed=3).tally(), fresh_tally(plan, 30, seed=3)
    assert fresh.days == 30
    assert not np.array_equal(seen.arrived, fresh.arrived)


def test_a_target_over_the_day_and_one_of_half_hours() -> None:
    plan = load_plan("city")
    found = Trial(plan, 30, seed=1).tally()
    assert [t.share for t in targets_of(plan)] == [0.80, 0.95, NEARLY_ALL]
    low = Target(found.limits_s[0], 0.5, Per.DAY)
    high = Target(found.limits_s[0], 1.0, Per.HALF_HOUR)
    assert (shortfalls(found, [low]) < 0).all()
    worst = 1 - found.share_within(0).min()
    assert shortfalls(found, [high]).max() == pytest.approx(worst)
    assert (errors(found, 0)[found.share_within(0) < 1] > 0).all()


def test_what_the_kernel_does_not_play_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(LACKING, "tea at four", lambda _: True)
    with pytest.raises(NotPlayed, match="tea at four"):
        Trial(load_plan("city"), 2, seed=1)


def test_whole_days_are_the_tally_of_everybody() -> None:
    trial = Trial(load_plan("city-full"), 8, seed=3)
    whole, fine = trial.whole_days(), trial.tally()
    for name in ("arrived", "called", "left", "wait_s", "within", "counted"):
        one, other = (getattr(each, name).sum(axis=(1, 2)) for each in (whole, fine))
        assert one == pytest.approx(other)
    for name in ("serving_s", "open_s", "ends_s"):
        assert (getattr(whole, name) == getattr(fine, name)).all()
