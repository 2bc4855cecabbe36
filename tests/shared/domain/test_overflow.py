"""When a simulated day has to look again: an idle counter may begin to help."""

from dataclasses import replace

from shared.dispatch.layout import T_SENIOR_US
from shared.domain import attendance, calling, ticketing
from shared.domain.branch import Branch
from shared.domain.counter import CounterSpec
from shared.domain.overflow import next_overflow_us
from tests.support.branches import MINUTE_US, do, empty_branch

#: Counter b is there for priority need, and for ordinary customers after ten minutes.
COUNTERS = (
    CounterSpec("a", 0, 0b01, 0b111, 0),
    CounterSpec(
        "b",
        1,
        0b01,
        0b010,
        1,
        over_services_mask=0b01,
        over_segments_mask=0b001,
        over_after_us=10 * MINUTE_US,
    ),
)


def branch_where_b_is_idle() -> Branch:
    """Counter b stands by since midnight; nobody works at a."""
    branch = empty_branch(counters=COUNTERS)
    do(branch, attendance.open_counter(branch, 0, counter="b", staff="1002"))
    do(branch, calling.call_next(branch, 0, counter="b"))
    return branch


def take(branch: Branch, at_min: float, ticket: str, segment: str = "ordinary") -> None:
    """Somebody comes for cash."""
    at_us = round(at_min * MINUTE_US)
    do(branch, ticketing.issue(branch, at_us, ticket=ticket, service="cash", segment=segment))


def test_it_is_when_the_first_one_has_waited_long_enough() -> None:
    branch = branch_where_b_is_idle()
    take(branch, 3, "1")
    take(branch, 4, "2")
    assert next_overflow_us(branch, 4 * MINUTE_US) == 13 * MINUTE_US
    assert next_overflow_us(branch, 13 * MINUTE_US) == 14 * MINUTE_US


def test_nobody_waits_or_nobody_may_be_helped() -> None:
    branch = branch_where_b_is_idle()
    assert next_overflow_us(branch, 0) is None
    take(branch, 1, "1", "key")
    assert next_overflow_us(branch, MINUTE_US) is None


def test_a_counter_that_serves_looks_by_itself() -> None:
    branch = branch_where_b_is_idle()
    take(branch, 1, "1", "priority")
    take(branch, 2, "2")
    assert branch.counters["b"].ticket == "1"
    assert next_overflow_us(branch, 2 * MINUTE_US) is None


def test_without_minutes_whoever_is_early_is_helped_at_the_booked_time() -> None:
    """The wait of an appointment counts from then; found by comparing the two engines."""
    at_once = replace(COUNTERS[1], over_after_us=0)
    branch = empty_branch(counters=(COUNTERS[0], at_once))
    do(branch, attendance.open_counter(branch, 0, counter="b", staff="1002"))
    take(branch, 3, "1")
    branch.rows[0][T_SENIOR_US] = 8 * MINUTE_US
    do(branch, calling.call_next(branch, 3 * MINUTE_US, counter="b"))
    assert branch.counters["b"].is_standby
    assert next_overflow_us(branch, 4 * MINUTE_US) == 8 * MINUTE_US
