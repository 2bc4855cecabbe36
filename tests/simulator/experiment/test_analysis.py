"""Figures by group, half-hour and service, held against the lists they come from."""

import math

import numpy as np
import pytest

from shared.metrics.folding import visits
from shared.metrics.waiting import waiting
from simulator.experiment import analysis
from simulator.experiment.day_result import day_result
from simulator.experiment.day_table import spread
from simulator.experiment.replicate import Study, replicate
from simulator.model.plan import load_plan
from simulator.model.run import run_day

CITY = load_plan("city")
HALF_HOUR_US = 1_800_000_000


@pytest.fixture(scope="module")
def study() -> Study:
    """Six days of the city branch."""
    return replicate(CITY, 6, seed=3)


def test_one_day_says_what_the_report_of_a_lived_day_says() -> None:
    """The same log through ``shared.metrics`` gives the same figures."""
    run = run_day(CITY, 3, 0)
    found = visits(run.events)
    lived = waiting(found, [limit.within_s for limit in CITY.limits])
    figures = analysis.everybody(Study(CITY, [day_result(CITY, run.events)]))
    assert figures.arrived_a_day.estimate == lived.arrived
    assert figures.mean_wait_s.estimate == pytest.approx(lived.mean_s)
    quantiles = [interval.estimate for interval in figures.quantiles_s]
    assert quantiles == pytest.approx([lived.p50_s, lived.p90_s, lived.p95_s])
    assert [s.estimate for s in figures.share_over] == pytest.approx(
        [within.share_over for within in lived.within]
    )
    assert figures.share_left.estimate == pytest.approx(lived.share_left)
    assert figures.overtaken_most_of_a_day.estimate == max(visit.overtaken for visit in found)


def test_groups_add_up_to_everybody(study: Study) -> None:
    """Segments, services and half-hours each divide the same customers."""
    everybody = analysis.everybody(study).arrived_a_day.estimate
    cells = [f for row in analysis.by_service_half_hour(study).values() for f in row]
    for groups in (
        analysis.by_segment(study),
        analysis.by_service(study),
        analysis.by_half_hour(study),
        cells,
    ):
        assert sum(g.arrived_a_day.estimate for g in groups) == pytest.approx(everybody)


def test_people_waiting_at_once_follow_little(study: Study) -> None:
    """The time in the queue, by half-hour, is the waiting of all customers together."""
    waited_s = sum(
        visit.wait_s if visit.wait_s is not None else visit.in_vain_s or 0.0
        for day in range(len(study.days))
        for visit in visits(run_day(CITY, 3, day).events)
    )
    in_hall = analysis.waiting_at_once(study)
    total_s = sum(interval.estimate for interval in in_hall.values()) * 1800 * len(study.days)
    assert total_s == pytest.approx(waited_s, rel=1e-6)


def test_utilisation_by_half_hour_adds_up_to_that_of_the_counters(study: Study) -> None:
    """Serving time of the half-hours is the counters' own."""
    by_counter = [day.utilisation.values() for day in study.days]
    serving_s = sum(serving for day in by_counter for serving, _ in day)
    open_s = sum(opened for day in by_counter for _, opened in day)
    tables = [day.table for day in study.days]
    assert sum(t.serving_s.sum() for t in tables) == pytest.approx(serving_s)
    assert sum(t.open_s.sum() for t in tables) == pytest.approx(open_s)
    for interval in analysis.utilisation_by_half_hour(study).values():
        assert 0 <= interval.estimate <= 1


def test_a_day_without_customers_has_no_figures() -> None:
    """Not a number, and no half-hour: nothing is made up."""
    quiet = CITY.scenario.demand.model_copy(
        update={"half_hours_per_hour": (0.0,) * 16, "per_hour": None}
    )
    scenario = CITY.scenario.model_copy(update={"demand": quiet, "appointments": ()})
    plan = type(CITY)(
        scenario,
        CITY.profile,
        CITY.rules,
        CITY.shifts,
        CITY.opens_us,
        CITY.last_ticket_us,
        CITY.day,
    )
    found = replicate(plan, 2, seed=1)
    assert math.isnan(analysis.everybody(found).mean_wait_s.estimate)
    assert analysis.by_half_hour(found) == []
    assert [i.estimate for i in analysis.waiting_most(found)] == [0, 0]


def test_spans_are_spread_over_the_half_hours_they_lie_in() -> None:
    """From 8:45 to 9:40, and one that is empty."""
    begins = np.array([17.5 * HALF_HOUR_US, 5], dtype=np.int64)
    ends = np.array([19.25 * HALF_HOUR_US, 5], dtype=np.int64)
    found = spread(begins, ends) / HALF_HOUR_US
    assert found[17:20].tolist() == [0.5, 1.0, 0.25]
    assert found.sum() == 1.75
