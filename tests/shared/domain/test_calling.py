"""Calling, one behaviour a test."""

import pytest

from shared.domain import attendance, calling, ticketing
from shared.domain.apply import apply
from shared.domain.branch import Branch
from shared.domain.errors import (
    BranchClosed,
    CounterHasCustomer,
    CounterNotOpen,
    OutcomeUnknown,
    RecallsMissing,
    ServiceNotOffered,
    ServiceUnknown,
    TicketStateWrong,
)
from shared.domain.numbers import ticket_number
from shared.domain.rules import DayHours
from shared.domain.ticket import TicketState
from tests.support.branches import FIRST_COME, MINUTE_US, do, empty_branch

NINE_US = 9 * 60 * MINUTE_US


@pytest.fixture
def branch() -> Branch:
    """First come, counter 1 open."""
    made = empty_branch(FIRST_COME)
    apply(made, attendance.open_counter(made, NINE_US, counter="1", staff="wang"))
    return made


def issue(branch: Branch, ticket: str, at_us: int = NINE_US, service: str = "cash") -> list[str]:
    events = ticketing.issue(branch, at_us, ticket=ticket, service=service)
    return [event.kind for event in do(branch, events)]


def test_next_closes_the_present_customer_and_calls_the_longest_waiting(branch: Branch) -> None:
    issue(branch, "a")
    issue(branch, "b", NINE_US + 1)
    apply(branch, calling.call_next(branch, NINE_US + MINUTE_US, counter="1"))
    events = calling.call_next(branch, NINE_US + 5 * MINUTE_US, counter="1")
    apply(branch, events)
    assert [e.kind for e in events] == ["ticket.started", "ticket.closed", "ticket.called"]
    assert branch.tickets["a"].outcome == "done"
    assert branch.counters["1"].ticket == "b"


def test_an_implied_start_lies_one_walk_after_the_call(branch: Branch) -> None:
    issue(branch, "a")
    apply(branch, calling.call_next(branch, NINE_US, counter="1"))
    apply(branch, calling.close(branch, NINE_US + 5 * MINUTE_US, ticket="a"))
    assert branch.tickets["a"].started_us == NINE_US + 10_000_000


def test_an_implied_start_never_lies_after_the_end(branch: Branch) -> None:
    issue(branch, "a")
    apply(branch, calling.call_next(branch, NINE_US, counter="1"))
    apply(branch, calling.close(branch, NINE_US + 4_000_000, ticket="a"))
    assert branch.tickets["a"].started_us == NINE_US + 4_000_000


def test_next_with_nobody_waiting_stands_by_and_the_next_arrival_is_called_there(
    branch: Branch,
) -> None:
    apply(branch, calling.call_next(branch, NINE_US, counter="1"))
    assert branch.counters["1"].is_standby
    assert issue(branch, "a", NINE_US + MINUTE_US) == ["ticket.issued", "ticket.called"]
    assert branch.tickets["a"].why == "standby"
    assert not branch.counters["1"].is_standby


def test_pressing_next_again_on_standby_records_nothing(branch: Branch) -> None:
    apply(branch, calling.call_next(branch, NINE_US, counter="1"))
    assert calling.call_next(branch, NINE_US + 1, counter="1") == []


def test_without_standby_an_arrival_waits_for_the_key() -> None:
    branch = empty_branch(FIRST_COME, has_standby=False)
    apply(branch, attendance.open_counter(branch, NINE_US, counter="1", staff="wang"))
    assert calling.call_next(branch, NINE_US, counter="1") == []
    assert issue(branch, "a") == ["ticket.issued"]


def test_of_several_idle_counters_the_preferred_one_gets_the_arrival(branch: Branch) -> None:
    apply(branch, attendance.open_counter(branch, NINE_US, counter="2", staff="li"))
    for counter in ("1", "2"):
        apply(branch, calling.call_next(branch, NINE_US, counter=counter))
    issue(branch, "a")
    assert branch.counters["2"].ticket == "a"


def test_no_show_needs_the_recalls_of_the_profile(branch: Branch) -> None:
    issue(branch, "a")
    apply(branch, calling.call_next(branch, NINE_US, counter="1"))
    with pytest.raises(RecallsMissing):
        calling.no_show(branch, NINE_US, ticket="a")
    apply(branch, calling.recall(branch, NINE_US, ticket="a"))
    apply(branch, calling.no_show(branch, NINE_US, ticket="a"))
    assert branch.tickets["a"].state is TicketState.NO_SHOW
    assert branch.counters["1"].ticket == ""


def test_who_missed_the_call_returns_once_with_the_credit(branch: Branch) -> None:
    issue(branch, "a")
    apply(branch, calling.call_next(branch, NINE_US + MINUTE_US, counter="1"))
    apply(branch, calling.recall(branch, NINE_US + MINUTE_US, ticket="a"))
    apply(branch, calling.no_show(branch, NINE_US + MINUTE_US, ticket="a"))
    back_us = NINE_US + 30 * MINUTE_US
    apply(branch, calling.return_(branch, back_us, ticket="a"))
    assert branch.tickets["a"].senior_us == back_us - 10 * MINUTE_US
    assert branch.waiting == [branch.tickets["a"]]
    with pytest.raises(TicketStateWrong):
        calling.return_(branch, back_us, ticket="a")


def test_a_ticket_outside_the_hours_is_refused_with_the_hours() -> None:
    hours = DayHours(NINE_US, 16 * 60 * MINUTE_US, 17 * 60 * MINUTE_US)
    branch = empty_branch(FIRST_COME, hours=hours)
    with pytest.raises(BranchClosed, match=r"from 09:00 to 16:00"):
        issue(branch, "a", NINE_US - 1)


@pytest.mark.parametrize(
    ("service", "segment", "refusal"),
    [("loan", "", ServiceUnknown), ("wealth", "ordinary", None)],
)
def test_what_nobody_serves_is_refused_at_the_door(
    service: str, segment: str, refusal: type[Exception] | None
) -> None:
    branch = empty_branch()
    if refusal is None:
        assert ticketing.issue(branch, NINE_US, ticket="a", service=service, segment=segment)
        return
    with pytest.raises(refusal):
        ticketing.issue(branch, NINE_US, ticket="a", service=service, segment=segment)


def test_a_combination_that_no_counter_serves_is_refused() -> None:
    from shared.domain.counter import CounterSpec

    branch = empty_branch(counters=(CounterSpec("1", 0, 0b01, 0b111, 0),))
    with pytest.raises(ServiceNotOffered):
        ticketing.issue(branch, NINE_US, ticket="a", service="wealth")


def test_people_ahead_counts_those_called_before_and_only_at_shared_counters() -> None:
    branch = empty_branch()
    for number, service in enumerate(["cash", "cash", "wealth"]):
        issue(branch, f"t{number}", NINE_US + number, service=service)
    [event] = ticketing.issue(branch, NINE_US + 9, ticket="x", service="cash", segment="priority")
    assert event.data["people_ahead"] == 0
    [event] = ticketing.issue(branch, NINE_US + 9, ticket="y", service="cash")
    assert event.data["people_ahead"] == 3


def test_commands_of_a_closed_counter_are_refused(branch: Branch) -> None:
    with pytest.raises(CounterNotOpen):
        calling.call_next(branch, NINE_US, counter="2")


def test_an_unknown_outcome_names_the_known_ones(branch: Branch) -> None:
    issue(branch, "a")
    apply(branch, calling.call_next(branch, NINE_US, counter="1"))
    with pytest.raises(OutcomeUnknown, match="done, documents"):
        calling.close(branch, NINE_US, ticket="a", outcome="dnoe")


def test_a_new_day_ends_the_old_one_and_numbers_start_from_one(branch: Branch) -> None:
    issue(branch, "a")
    issue(branch, "b")
    apply(branch, calling.call_next(branch, NINE_US, counter="1"))
    tomorrow_us = 24 * 60 * MINUTE_US
    events = attendance.open_day(branch, tomorrow_us + 1, day="2026-11-21", midnight_us=tomorrow_us)
    assert [e.kind for e in events] == [
        "ticket.expired", "ticket.expired", "counter.closed", "day.opened"
    ]  # fmt: skip
    apply(branch, events)
    assert attendance.open_day(branch, tomorrow_us + 2, day="2026-11-21", midnight_us=0) == []
    issue(branch, "c", tomorrow_us + NINE_US)
    assert branch.tickets["c"].number == "A001"


def test_the_fourth_digit_comes_when_three_run_out() -> None:
    assert ticket_number("A", 999) == "A999"
    assert ticket_number("A", 1000) == "A1000"


def test_a_clock_that_jumps_back_does_not_reorder_the_log(branch: Branch) -> None:
    issue(branch, "a", NINE_US + MINUTE_US)
    events = ticketing.issue(branch, NINE_US, ticket="b", service="cash")
    assert events[0].recorded_us == NINE_US + MINUTE_US


def test_a_day_that_nobody_ended_ends_when_the_branch_closed() -> None:
    """Friday is opened again on Monday: the counter did not serve all weekend."""
    hours = DayHours(NINE_US, 16 * 60 * MINUTE_US, 17 * 60 * MINUTE_US)
    branch = empty_branch(FIRST_COME, hours=hours)
    apply(branch, attendance.open_counter(branch, NINE_US, counter="1", staff="wang"))
    issue(branch, "a")
    monday_us = 3 * 24 * 60 * MINUTE_US
    events = attendance.open_day(branch, monday_us, day="2026-11-23", midnight_us=monday_us)
    ends = [(e.kind, e.at_us, e.recorded_us) for e in events]
    assert ends == [
        ("ticket.expired", 17 * 60 * MINUTE_US, monday_us),
        ("counter.closed", 17 * 60 * MINUTE_US, monday_us),
        ("day.opened", monday_us, monday_us),
    ]


def test_who_worked_on_after_closing_ends_with_the_last_event() -> None:
    hours = DayHours(NINE_US, 16 * 60 * MINUTE_US, 17 * 60 * MINUTE_US)
    branch = empty_branch(FIRST_COME, hours=hours)
    late_us = 17 * 60 * MINUTE_US + 5 * MINUTE_US
    apply(branch, attendance.open_counter(branch, late_us, counter="1", staff="wang"))
    tomorrow_us = 24 * 60 * MINUTE_US
    [closed, _] = attendance.open_day(
        branch, tomorrow_us, day="2026-11-21", midnight_us=tomorrow_us
    )
    assert closed.at_us == late_us


def test_somebody_who_opens_another_counter_leaves_the_empty_one(branch: Branch) -> None:
    apply(branch, calling.call_next(branch, NINE_US, counter="1"))
    events = attendance.open_counter(branch, NINE_US + 1, counter="2", staff="wang")
    apply(branch, events)
    assert [(e.kind, e.counter) for e in events] == [
        ("counter.closed", "1"),
        ("counter.opened", "2"),
    ]
    assert not branch.counters["1"].is_standby


def test_nobody_leaves_a_customer_for_another_counter(branch: Branch) -> None:
    issue(branch, "a")
    apply(branch, calling.call_next(branch, NINE_US, counter="1"))
    with pytest.raises(CounterHasCustomer, match="A001"):
        attendance.open_counter(branch, NINE_US + 1, counter="2", staff="wang")
