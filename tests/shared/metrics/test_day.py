"""A whole simulated day: figures, and overtakes worked out twice."""

import pytest

from shared.metrics.day import day_figures
from shared.metrics.overtaking import overtaking
from shared.metrics.standard import Limit
from simulator.model.plan import load_plan
from simulator.model.run import run_day


@pytest.mark.parametrize("name", ["neighbourhood", "city"])
def test_recomputed_overtakes_are_those_of_the_log(name: str) -> None:
    """The calls name whom they passed over; counting again from the rules gives the same."""
    plan = load_plan(name)
    events = run_day(plan, seed=4, day=0).events
    figures = day_figures(events, plan.rules, [])
    recorded = {visit.ticket: visit.overtaken for visit in figures.visits}
    assert figures.overtaking.by_ticket == recorded
    assert figures.overtaking.worst == max(recorded.values()) > 0
    assert sum(figures.overtaking.tickets_by_count.values()) == len(recorded)


def test_a_log_that_hides_an_overtake_is_found_out() -> None:
    plan = load_plan("neighbourhood")
    events = run_day(plan, seed=4, day=0).events
    hidden = [
        event._replace(data={**event.data, "passed_over": []}) if "score" in event.data else event
        for event in events
    ]
    assert overtaking(hidden, plan.rules) == overtaking(events, plan.rules)


def test_everybody_is_accounted_for() -> None:
    plan = load_plan("neighbourhood")
    run = run_day(plan, seed=2, day=1)
    figures = day_figures(run.events, plan.rules, [Limit(600, 0.8)])
    assert figures.closed + figures.waiting.left == figures.waiting.arrived
    assert figures.waiting.waiting == 0
    assert figures.service.count == figures.closed
    assert sum(time.served for time in figures.counters.values()) == figures.closed
