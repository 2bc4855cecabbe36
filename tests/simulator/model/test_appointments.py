"""Appointments in the model: check-in, early, late and missed, and what the clock brings about."""

from dataclasses import replace
from pathlib import Path

import pytest

from shared.domain import event as kinds
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.counter import CounterSpec
from shared.domain.recompute import differences
from shared.domain.rules import AppointmentRules, DayHours, Rules
from simulator.model.booked import draw_booked, places
from simulator.model.branch_day import BranchDay, DayRun
from simulator.model.customer import NEVER, PATIENT, Customer
from simulator.model.demand import draw_day, draw_walk_ins
from simulator.model.demand_file import read_demand, write_demand
from simulator.model.plan import Plan, load_plan
from simulator.model.scenario import Booked
from simulator.model.shift import all_day
from tests.simulator import golden

MINUTE_US = 60_000_000
NINE_US = 9 * 60 * MINUTE_US
DUE_US = NINE_US + 60 * MINUTE_US
OFFERED = AppointmentRules(30 * MINUTE_US, 1, NINE_US, 16 * 60 * MINUTE_US)
HOURS = DayHours(NINE_US, 16 * 60 * MINUTE_US, 17 * 60 * MINUTE_US)
GOLDEN = golden.rules()
RULES = replace(
    GOLDEN, counters=GOLDEN.counters[:1], hours=HOURS, appointments={"counter": OFFERED}
)


def due_at(arrives_min: float, service_min: float = 5) -> Customer:
    """Somebody booked for ten o'clock who comes so many minutes after it."""
    arrival_us = DUE_US + round(arrives_min * MINUTE_US)
    service_us = round(service_min * MINUTE_US)
    return Customer("counter", "ordinary", arrival_us, 0, service_us, PATIENT, DUE_US)


def walk_in(at_min: float, service_min: float = 5) -> Customer:
    """Somebody who just comes, so many minutes after ten."""
    return due_at(at_min, service_min)._replace(booked_us=-1)


def played(*customers: Customer, rules: Rules = RULES) -> DayRun:
    """The day of these customers at one counter without kiosks."""
    counters = [counter.id for counter in rules.counters]
    return BranchDay(rules, all_day(counters, NINE_US), kiosks=0).run(customers)


def told(run: DayRun, *wanted: str) -> list[tuple[str, float, str]]:
    """Kind, minutes after ten, ticket of these kinds of events."""
    return [
        (e.kind, (e.at_us - DUE_US) / MINUTE_US, e.ticket) for e in run.events if e.kind in wanted
    ]


def test_it_is_booked_before_the_day_begins() -> None:
    first, second, *_ = played(due_at(0)).events
    assert (first.kind, first.data["due_us"]) == (kinds.APPOINTMENT_BOOKED, DUE_US)
    assert second.kind == kinds.DAY_OPENED


def test_who_comes_too_early_waits_outside() -> None:
    """Check-in opens a quarter of an hour before."""
    assert told(played(due_at(-40)), kinds.APPOINTMENT_CHECKED_IN) == [
        (kinds.APPOINTMENT_CHECKED_IN, -15, "1")
    ]


def test_the_booked_time_goes_before_who_came_earlier() -> None:
    """Walk-ins of -30, -12 and -11; the counter is free at -20, 0 and 5."""
    run = played(walk_in(-30, 10), walk_in(-20, 20), walk_in(-12), walk_in(-11), due_at(-5))
    calls = told(run, kinds.TICKET_CALLED)
    assert [(at_min, ticket) for _, at_min, ticket in calls] == [
        (-30, "1"),
        (-20, "2"),
        (0, "5"),
        (5, "3"),
        (10, "4"),
    ]


def test_who_is_late_waits_with_the_others() -> None:
    run = played(due_at(8))
    (arrived,) = [e for e in run.events if e.kind == kinds.APPOINTMENT_CHECKED_IN]
    assert arrived.data["is_late"] is True


def test_who_never_comes_lapses_and_is_not_turned_away() -> None:
    run = played(due_at(0)._replace(arrival_us=NEVER))
    assert told(run, kinds.APPOINTMENT_NO_SHOW) == [(kinds.APPOINTMENT_NO_SHOW, 15, "")]
    assert (run.tickets, run.missed, run.turned_away) == ([""], 1, 0)


def test_who_comes_after_it_lapsed_takes_an_ordinary_ticket() -> None:
    run = played(due_at(16))
    kinds_of_both = (kinds.APPOINTMENT_NO_SHOW, kinds.TICKET_ISSUED, kinds.APPOINTMENT_CHECKED_IN)
    assert told(run, *kinds_of_both) == [
        (kinds.APPOINTMENT_NO_SHOW, 15, ""),
        (kinds.TICKET_ISSUED, 16, "1"),
    ]


def test_an_idle_counter_helps_when_the_minutes_are_over() -> None:
    """Counter b is the priority's own; it takes ordinary customers who have waited ten minutes."""
    a = CounterSpec("a", 0, 0b1, 0b111, 0)
    b = CounterSpec(
        "b",
        1,
        0b1,
        0b010,
        1,
        over_services_mask=0b1,
        over_segments_mask=0b1,
        over_after_us=10 * MINUTE_US,
    )
    run = played(walk_in(0, 30), walk_in(1), rules=replace(RULES, counters=(a, b)))
    calls = [
        (e.ticket, e.counter, (e.at_us - DUE_US) / MINUTE_US)
        for e in run.events
        if e.kind == kinds.TICKET_CALLED
    ]
    assert calls == [("1", "a", 0), ("2", "b", 11)]


def test_a_quick_teller_is_quick() -> None:
    quick = replace(RULES.counters[0], walk_us=0, speeds_milli=(2000,))
    run = played(walk_in(0, 10), rules=replace(RULES, counters=(quick,)))
    assert told(run, kinds.TICKET_CLOSED) == [(kinds.TICKET_CLOSED, 5, "1")]


def test_who_waits_at_closing_expires_where_the_profile_says_so() -> None:
    rules = replace(RULES, serves_inside_at_closing=False)
    late_min = 355  # 15:55, tickets are given until 16:00, the branch closes at 17:00
    run = played(walk_in(late_min, 90), walk_in(late_min), rules=rules)
    assert told(run, kinds.DAY_CLOSED, kinds.TICKET_EXPIRED) == [
        (kinds.DAY_CLOSED, 420, ""),
        (kinds.TICKET_EXPIRED, 420, "2"),
    ]


# ------------------------------------------------------------ drawn from a scenario


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The neighbourhood with half of the adviser's places taken."""
    ordinary = load_plan("neighbourhood")
    booked = Booked(service="wealth", segment="ordinary", filled=0.5)
    scenario = ordinary.scenario.model_copy(update={"appointments": (booked,)})
    return replace(ordinary, scenario=scenario)


def test_the_places_are_the_slots_of_the_profile(plan: Plan) -> None:
    first, second, *_, last = (places(plan, "wealth") / MINUTE_US / 60).tolist()
    assert (first, second, last) == (9.5, 10, 16)


def test_appointments_leave_the_walk_ins_alone(plan: Plan) -> None:
    booked = draw_booked(plan, 3, 0)
    assert 0 < len(booked) < len(places(plan, "wealth"))
    everybody = draw_day(plan, 3, 0)
    assert [c for c in everybody if c.booked_us < 0] == draw_walk_ins(plan, 3, 0)
    assert sorted(c for c in everybody if c.booked_us >= 0) == sorted(booked)


def test_more_appointments_are_the_same_ones_and_others(plan: Plan) -> None:
    """Every place has its draws, taken or not."""
    (line,) = plan.scenario.appointments
    full = plan.scenario.model_copy(
        update={"appointments": (line.model_copy(update={"filled": 1.0}),)}
    )
    everybody = draw_booked(replace(plan, scenario=full), 3, 0)
    assert len(everybody) == len(places(plan, "wealth"))
    assert set(draw_booked(plan, 3, 0)) < set(everybody)


def test_a_demand_file_keeps_the_appointments(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "demand.csv"
    customers = draw_day(plan, 3, 1)
    write_demand(path, customers)
    assert read_demand(path, plan) == customers


def test_every_call_of_such_a_day_can_be_proved_again(plan: Plan) -> None:
    run = BranchDay(plan.rules, plan.shifts, day=plan.day).run(draw_day(plan, 3, 1))
    branch, wrong = Branch(plan.rules), []
    for event in run.events:
        wrong += differences(branch, event)
        apply(branch, [event])
    assert wrong == []
    assert any(e.kind == kinds.APPOINTMENT_CHECKED_IN for e in run.events)
