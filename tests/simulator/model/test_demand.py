"""Draws: the same for the same seed, each purpose on its own, rates as the scenario says."""

from dataclasses import replace

import numpy as np
import pytest

from simulator.model.customer import PATIENT
from simulator.model.demand import arrival_times, draw_day
from simulator.model.distribution import (
    Deterministic,
    Distribution,
    Erlang,
    Exponential,
    Gamma,
    Lognormal,
    Weibull,
    draw,
)
from simulator.model.draws import Purpose, stream
from simulator.model.plan import Plan, load_plan
from simulator.model.scenario import Demand, Kiosks

PLAN = load_plan("neighbourhood")


def with_demand(**changes: object) -> Plan:
    """The neighbourhood with another demand."""
    demand = Demand.model_validate({**PLAN.scenario.demand.model_dump(), **changes})
    return replace(PLAN, scenario=PLAN.scenario.model_copy(update={"demand": demand}))


def test_same_seed_same_day() -> None:
    assert draw_day(PLAN, 5, 3) == draw_day(PLAN, 5, 3)
    assert draw_day(PLAN, 5, 3) != draw_day(PLAN, 5, 4)
    assert draw_day(PLAN, 5, 3) != draw_day(PLAN, 6, 3)


def test_another_kiosk_time_leaves_all_other_draws_alone() -> None:
    """Common random numbers: two plans meet the same customers."""
    slow = Kiosks(count=1, time=Deterministic(distribution="deterministic", mean_min=3))
    changed = replace(PLAN, scenario=PLAN.scenario.model_copy(update={"kiosk": slow}))
    before, after = draw_day(PLAN, 5, 3), draw_day(changed, 5, 3)
    assert [c._replace(kiosk_us=0) for c in before] == [c._replace(kiosk_us=0) for c in after]
    assert {c.kiosk_us for c in after} == {180_000_000}


def test_customers_are_sound() -> None:
    """In order of arrival, between opening and the last ticket, times not negative."""
    for day in range(5):
        customers = draw_day(PLAN, 1, day)
        arrivals = [c.arrival_us for c in customers]
        assert arrivals == sorted(arrivals)
        assert PLAN.opens_us <= arrivals[0]
        assert arrivals[-1] < PLAN.last_ticket_us
        assert min(min(c.kiosk_us, c.service_us, c.patience_us) for c in customers) >= 0


def test_nobody_leaves_without_a_patience() -> None:
    patient = replace(PLAN, scenario=PLAN.scenario.model_copy(update={"patience": ()}))
    assert {c.patience_us for c in draw_day(patient, 1, 0)} == {PATIENT}


def test_arrivals_follow_the_half_hours() -> None:
    """400 days: each half-hour's mean count within 4 standard errors (Poisson)."""
    rates = np.array(PLAN.scenario.demand.half_hours_per_hour)
    plan = with_demand(day_factor_cv=0)
    half_hour_us = 1_800_000_000
    counts = np.zeros((400, len(rates)))
    for day in range(400):
        places = (arrival_times(plan, 3, day) - plan.opens_us) // half_hour_us
        counts[day] = np.bincount(places, minlength=len(rates))
    lengths_h = np.full(len(rates), 0.5)
    lengths_h[-1] = 0.25  # the last ticket is given at 16:45
    expected = rates * lengths_h
    assert np.all(np.abs(counts.mean(axis=0) - expected) <= 4 * np.sqrt(expected / 400))


def test_fixed_times() -> None:
    plan = with_demand(half_hours_per_hour=None, times_min=(30, 0, 0.5))
    since_us = (arrival_times(plan, 1, 0) - plan.opens_us).tolist()
    assert since_us == [0, 30_000_000, 1_800_000_000]


@pytest.mark.parametrize(
    ("distribution", "cv"),
    [
        (Deterministic(distribution="deterministic", mean_min=6), 0),
        (Exponential(distribution="exponential", mean_min=6), 1),
        (Lognormal(mean_min=6, cv=0.8), 0.8),
        (Lognormal(mean_min=6, cv=0), 0),
        (Gamma(distribution="gamma", mean_min=6, cv=0.7), 0.7),
        (Erlang(distribution="erlang", mean_min=6, phases=4), 0.5),
        (Weibull(distribution="weibull", mean_min=6, shape=2), 0.5227232),
    ],
)
def test_distributions_have_the_stated_moments(distribution: Distribution, cv: float) -> None:
    """100,000 draws: mean within 4 standard errors, variation within 3 %."""
    minutes = draw(distribution, 100_000, stream(1, 0, Purpose.SERVICE)) / 60_000_000
    assert minutes.dtype == np.float64
    assert abs(minutes.mean() - 6) <= 4 * 6 * cv / np.sqrt(100_000) + 1e-9
    assert minutes.std() / minutes.mean() == pytest.approx(cv, rel=0.03, abs=1e-9)
