"""Visits of more than one stop in the reference model, worked out by hand. Microseconds."""

from dataclasses import replace

import pytest

from shared.domain import event as kinds
from shared.domain.counter import CounterSpec
from shared.domain.rules import (
    DayHours,
    Discipline,
    HoldPool,
    PoolReach,
    Rules,
    Segment,
    Service,
    VisitRules,
)
from simulator.model.act import FOR_GOOD, Act, ActKind, from_text
from simulator.model.branch_day import BranchDay
from simulator.model.customer import PATIENT, Customer
from simulator.model.shift import all_day

Told = list[tuple[str, int, str, str]]

#: Counter 0 serves cash and cards, counter 1 loans and cards; the walk takes 5.
RULES = Rules(
    branch="two",
    services=(Service("cash", 0, "A"), Service("loan", 1, "B"), Service("card", 2, "C")),
    segments=(Segment("all", 0),),
    counters=(
        CounterSpec("0", 0, 0b101, 0b1, 0, walk_us=5),
        CounterSpec("1", 1, 0b110, 0b1, 1, walk_us=5),
    ),
    discipline=Discipline(((0, 1, 0, -1, -1),) * 3),
    visit=VisitRules(
        pools=(HoldPool("papers", PoolReach.COUNTER, 500), HoldPool("form", PoolReach.BRANCH)),
        return_credit_us=0,
    ),
)


def customer(arrival_us: int, acts: str = "", service: str = "cash") -> Customer:
    """100 at the counter until the first act."""
    plain = Customer(service, "all", arrival_us, 0, 100, PATIENT)
    return plain._replace(acts=from_text(acts))


def told(rules: Rules, *customers: Customer) -> Told:
    """Kind, time, ticket and counter of what happens to tickets."""
    day = BranchDay(rules, all_day(["0", "1"]), kiosks=0, recall_us=30)
    return [
        (e.kind.removeprefix("ticket."), e.recorded_us, e.ticket, e.counter)
        for e in day.run(customers).events
        if e.kind.startswith("ticket.") and e.kind != kinds.TICKET_ISSUED
    ]


def test_a_missed_call_is_repeated_and_given_up_and_the_customer_returns() -> None:
    """Called at 0, again at 30, given up at 60; back at 160, called at once."""
    assert told(RULES, customer(0, "miss//100/0")) == [
        ("called", 0, "1", "0"),
        ("recalled", 30, "1", "0"),
        ("no_show", 60, "1", "0"),
        ("returned", 160, "1", ""),
        ("called", 160, "1", "0"),
        ("started", 265, "1", "0"),
        ("closed", 265, "1", "0"),
    ]


@pytest.mark.parametrize(
    ("away_us", "hours", "returns_max"),
    [
        (FOR_GOOD, None, 1),
        (100, DayHours(0, 150, 160), 1),  # the doors shut at 160
        (100, None, 0),
    ],
)
def test_who_is_too_late_or_does_not_come_is_not_waited_for(
    away_us: int, hours: DayHours | None, returns_max: int
) -> None:
    rules = replace(RULES, hours=hours, visit=replace(RULES.visit, returns_max=returns_max))
    last = told(rules, customer(0, f"miss//{away_us}/0"))[-1]
    assert last == ("no_show", 60, "1", "0")


def test_a_hold_frees_the_counter_and_goes_on_there_first() -> None:
    """Held at 105 until 205; ticket 2 is served meanwhile, 3 waits longer but 1 is bound."""
    found = told(RULES, customer(0, "hold/papers/100/50"), customer(1), customer(2))
    assert [(kind, at_us, ticket) for kind, at_us, ticket, _ in found if kind != "started"] == [
        ("called", 0, "1"),
        ("held", 105, "1"),
        ("called", 105, "2"),
        ("resumed", 205, "1"),
        ("closed", 210, "2"),
        ("called", 210, "1"),
        ("closed", 265, "1"),
        ("called", 265, "3"),
        ("closed", 370, "3"),
    ]


def test_the_pool_limit_ends_a_longer_absence() -> None:
    """Away for 9,000, but papers may take no longer than 500."""
    found = told(RULES, customer(0, "hold/papers/9000/50"))
    assert ("resumed", 605, "1", "0") in found
    assert next(entry for entry in found if entry[0] == "resumed") == ("resumed", 605, "1", "0")


def test_sent_on_the_idle_counter_takes_the_customer_at_once() -> None:
    assert told(RULES, customer(0, "send/loan/0/40"))[2:] == [
        ("transferred", 105, "1", "0"),
        ("called", 105, "1", "1"),
        ("started", 150, "1", "1"),
        ("closed", 150, "1", "1"),
    ]


def test_what_the_counter_can_do_is_done_there_and_the_rest_sent_on() -> None:
    """Cash, then loan and card: the card is done at the same counter, the loan at the other."""
    found = told(RULES, customer(0, "need/loan/0/40 need/card/0/20"))
    assert [(kind, at_us, counter) for kind, at_us, _, counter in found if kind != "started"] == [
        ("called", 0, "0"),
        ("continued", 105, "0"),
        ("transferred", 125, "0"),
        ("called", 125, "1"),
        ("closed", 170, "1"),
    ]


def test_many_transactions_take_turns_with_others() -> None:
    """Four in turns of two: half of the 100, then ticket 2, then the other half."""
    rules = replace(RULES, visit=replace(RULES.visit, items_per_turn=2))
    alone = told(rules, customer(0, "items/4/0/0"))
    assert [(kind, at_us) for kind, at_us, _, _ in alone if kind in ("continued", "closed")] == [
        ("continued", 55),
        ("closed", 105),
    ]
    two = told(rules, customer(0, "items/4/0/0"), customer(1))
    assert [(kind, at_us, ticket) for kind, at_us, ticket, _ in two if kind == "called"] == [
        ("called", 0, "1"),
        ("called", 55, "2"),
        ("called", 160, "1"),
    ]


def test_the_next_call_waits_for_the_work_afterwards() -> None:
    found = told(RULES, customer(0, "wrap_up//0/70"), customer(1))
    assert ("closed", 105, "1", "0") in found
    assert ("called", 175, "2", "0") in found


@pytest.mark.parametrize(
    "text", ["need/loan/0/1 miss//0/0", "miss//-2/0", "items/0/0/0", "lunch//0/0", "hold/form/0"]
)
def test_acts_that_are_none(text: str) -> None:
    with pytest.raises(ValueError):
        from_text(text)


def test_acts_are_what_was_written() -> None:
    assert from_text("hold/form/7/9") == (Act(ActKind.HOLD, "form", 7, 9),)
