"""As many days as the precision needs."""

from simulator.experiment.interval import Interval
from simulator.experiment.precision import FEWEST_DAYS, relative_half_width, replicate_until
from simulator.experiment.replicate import Study, replicate
from tests.simulator.honesty import SMALL
from tests.simulator.study import plan_of

PLAN = plan_of(SMALL)


def test_stops_when_the_interval_is_narrow_enough() -> None:
    """Half-width at most a fifth of the mean, with more days than the fewest."""
    study = Study(PLAN)
    found = replicate_until(study, 0.2, seed=1)
    assert found.is_reached
    assert found.reached_0_1 == relative_half_width(study.everybody().mean_wait_s) <= 0.2
    assert FEWEST_DAYS < len(study.days) < 400


def test_says_when_it_had_to_stop_before() -> None:
    """The most days are lived and no more."""
    study = Study(PLAN)
    found = replicate_until(study, 0.0001, seed=1, most_days=25)
    assert not found.is_reached
    assert len(study.days) == 25


def test_days_are_those_of_the_seed() -> None:
    """Going on gives what living so many at once gives."""
    study = Study(PLAN)
    replicate_until(study, 0.5, seed=4)
    again = replicate(PLAN, len(study.days), seed=4)
    assert study.everybody() == again.everybody()


def test_a_branch_where_nobody_waits_is_known_exactly() -> None:
    """No division by nothing."""
    assert relative_half_width(Interval(0.0, 0.0, 20)) == 0.0
