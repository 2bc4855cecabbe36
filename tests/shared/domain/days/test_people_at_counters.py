"""Tellers: the trainee beside a mentor, the lunch, a service switched off, a call out of order."""

import pytest

from shared.domain import attendance
from shared.domain.errors import CounterHasCustomer, ReasonMissing
from shared.domain.refused import CounterCannotServe, LastService, MentorMissing
from tests.support.bank import bank, clock, priority_first
from tests.support.day import Day


def test_the_trainee_works_beside_a_mentor_and_serves_what_the_trainee_may() -> None:
    day = Day()
    day.open("1", staff="Tao", mentor="Mei", skills=("cash",))
    day.issue("Anna wants card")
    day.issue("Bob wants cash")
    assert day.next("1") == "Bob"
    [opened] = day.happened("counter.opened")
    assert (opened.staff, opened.data["mentor"]) == ("Tao", "Mei")
    assert day.branch.counters["1"].is_trainee
    day.close("Bob")
    day.leave("1")
    day.open("1", staff="Mei")
    assert not day.branch.counters["1"].is_trainee


def test_nobody_is_their_own_mentor() -> None:
    with pytest.raises(MentorMissing):
        Day().open("1", staff="Tao", mentor="Tao")


def test_the_lunch_last_customer_then_pause_with_a_return_time() -> None:
    day = Day(at="11:50")
    day.open("1")
    day.issue("Anna wants cash")
    day.issue("Bob wants cash")
    day.next("1")
    day.last_customer_then("1", "lunch", until="12:45")
    assert (day.at("1"), day.counter_state("1")) == ("Anna", "open")
    day.passes(minutes=6)
    assert day.next("1") == ""  # Anna is done, Bob is not called any more
    assert (day.state("Anna"), day.state("Bob")) == ("closed", "waiting")
    assert day.counter_state("1") == "paused"
    assert day.branch.counters["1"].pause_until_us == clock("12:45")
    day.comes("12:45")
    day.open("1")
    assert day.next("1") == "Bob"


def test_a_lunch_at_noon_lets_the_teller_call_until_then() -> None:
    day = Day(at="11:50")
    day.open("1")
    day.last_customer_then("1", "lunch", at="12:00", until="12:45")
    day.issue("Anna wants cash")
    assert day.next("1") == "Anna"
    day.passes(minutes=4)
    day.issue("Bob wants cash")
    assert day.next("1") == "Bob"  # 11:54
    day.passes(minutes=9)
    assert (day.at("1"), day.counter_state("1")) == ("Bob", "open")  # 12:03, served to the end
    day.close("Bob")
    assert day.counter_state("1") == "paused"


def test_a_lunch_begins_by_itself_where_nobody_is_being_served() -> None:
    day = Day(at="11:50")
    day.open("1")
    day.next("1")
    day.last_customer_then("1", "lunch", at="12:00")
    day.passes(minutes=11)
    [paused] = day.happened("counter.paused")
    assert paused.at_us == clock("12:00")
    day.issue("Anna wants cash")
    assert day.at("1") == ""


def test_a_plan_that_is_dropped_changes_nothing() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.next("1")
    day.last_customer_then("1", "lunch")
    day.do(attendance.drop_plan, counter="1")
    day.issue("Bob wants cash")
    assert day.next("1") == "Bob"


def test_last_customer_then_home() -> None:
    day = Day(at="16:50")
    day.open("1")
    day.issue("Anna wants cash")
    day.next("1")
    with pytest.raises(CounterHasCustomer):
        day.leave("1")
    day.last_customer_then("1", "")
    day.close("Anna")
    assert day.counter_state("1") == "closed"


def test_no_cash_at_this_counter_any_more_and_those_who_wait_for_cash_keep_their_place() -> None:
    day = Day()
    day.open("1")
    for sentence in ("Anna wants cash", "Bob wants cash", "Carl wants card"):
        day.issue(sentence)
    assert day.next("1") == "Anna"
    day.serve_only("1", "card", "exchange")
    assert day.next("1") == "Carl"  # Anna was served to the end
    assert day.overtaken("Bob") == 0  # counter 1 could not have called him
    day.open("2")
    assert day.order("2") == ["Bob"]
    day.serve_only("1", "cash", "card")
    assert day.next("1") == "Bob"


def test_a_counter_serves_something() -> None:
    day = Day()
    day.open("1", skills=("cash",))
    with pytest.raises(LastService):
        day.serve_only("1", "loan")


def test_a_call_out_of_order_has_a_reason_and_an_author_and_counts_as_overtaking() -> None:
    day = Day()
    day.open("1")
    for sentence in ("Anna wants cash", "Bob wants cash", "Carl wants cash"):
        day.issue(sentence)
        day.passes(minutes=1)
    with pytest.raises(ReasonMissing, match="lead, help"):
        day.pick("1", "Carl", reason="")
    day.pick("1", "Carl", reason="help", by="lena")
    [call] = day.happened("ticket.called")
    assert (call.data["rule"], call.data["reason"], call.data["by"]) == ("picked", "help", "lena")
    assert call.data["passed_over"] == ["Anna", "Bob"]
    assert (day.overtaken("Anna"), day.overtaken("Bob")) == (1, 1)
    assert day.next("1") == "Anna"  # the order of the others is as it was


def test_nobody_is_picked_to_a_counter_that_does_not_serve_them() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants loan")
    with pytest.raises(CounterCannotServe):
        day.pick("1", "Anna")


def test_each_call_says_by_which_rule() -> None:
    day = Day(bank(discipline=priority_first()))
    day.open("1")
    day.issue("Anna wants cash")
    day.passes(minutes=1)
    day.issue("Vera wants cash", segment="priority")
    day.issue("Bob wants cash")
    assert (day.next("1"), day.why("Vera")) == ("Vera", "highest_score")
    assert day.overtaken("Anna") == 1
    assert (day.next("1"), day.why("Anna")) == ("Anna", "most_senior")
    assert (day.next("1"), day.why("Bob")) == ("Bob", "only_one")
    day.next("1")
    day.issue("Carl wants cash")
    assert (day.at("1"), day.why("Carl")) == ("Carl", "standby")
