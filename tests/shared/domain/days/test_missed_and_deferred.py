"""Customers who do not come when they are called, come back, or want to be called later."""

import pytest

from shared.domain import calling
from shared.domain.errors import RecallsMissing, TicketStateWrong
from shared.domain.refused import DeferTooLong, DeferTooOften, HeldElsewhere
from shared.domain.rules import HoldPool, PoolReach, VisitRules
from tests.support.bank import MINUTE_US, bank
from tests.support.day import Day

POOLS = (
    HoldPool("documents", PoolReach.PERSON, 30 * MINUTE_US),
    HoldPool("form", PoolReach.COUNTER, 20 * MINUTE_US),
    HoldPool("approval", PoolReach.BRANCH),
)


def test_a_missed_call_is_repeated_before_anybody_is_marked_absent() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.next("1")
    with pytest.raises(RecallsMissing):
        day.do(calling.no_show, ticket="Anna")
    day.does_not_come("Anna")
    assert (day.state("Anna"), day.at("1")) == ("no_show", "")


def test_who_missed_the_call_comes_back_once_with_the_credit_of_the_profile() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.next("1")
    day.does_not_come("Anna")
    day.passes(minutes=20)
    day.issue("Bob wants cash")
    day.passes(minutes=5)
    day.comes_back("Anna")
    assert day.order("1") == ["Anna", "Bob"]  # ten minutes of credit, Bob has waited five
    day.next("1")
    day.does_not_come("Anna")
    with pytest.raises(TicketStateWrong):
        day.comes_back("Anna")


def test_nobody_gains_by_missing_a_call() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.passes(minutes=1)
    day.issue("Bob wants cash")
    day.passes(minutes=1)
    assert day.next("1") == "Anna"
    day.does_not_come("Anna")
    day.comes_back("Anna")
    before = day.branch.tickets["Anna"].senior_us
    assert before == 9 * 60 * MINUTE_US  # the arrival, not ten minutes before the return


def test_who_defers_is_not_called_meanwhile_and_then_stands_where_they_stood() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.passes(minutes=1)
    day.issue("Bob wants cash")
    day.passes(minutes=1)
    day.issue("Carl wants cash")
    day.defer("Anna", minutes=10)
    assert day.next("1") == "Bob"
    assert day.overtaken("Anna") == 0
    day.passes(minutes=9)
    assert day.order("1") == ["Carl"]
    day.passes(minutes=1)
    assert day.order("1") == ["Anna", "Carl"]


def test_who_defers_gives_the_promised_time_back() -> None:
    day = Day()
    day.issue("Anna wants cash")
    day.promise("Anna", "09:10", "09:20")
    day.defer("Anna", minutes=30)
    [withdrawn] = day.happened("promise.withdrawn")
    assert withdrawn.data["reason"] == "deferred"
    assert day.branch.tickets["Anna"].promise_us is None


def test_deferring_has_limits() -> None:
    day = Day()
    day.issue("Anna wants cash")
    with pytest.raises(DeferTooLong, match="1 to 60"):
        day.defer("Anna", minutes=61)
    for _ in range(2):
        day.defer("Anna", minutes=1)
        day.passes(minutes=1)
    with pytest.raises(DeferTooOften):
        day.defer("Anna", minutes=1)


def test_who_is_called_and_asks_for_five_minutes_frees_the_counter() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.next("1")
    day.defer("Anna", minutes=5)
    assert day.at("1") == ""
    assert day.next("1") == ""
    day.passes(minutes=5)
    assert day.at("1") == "Anna"  # the counter stood by


def test_who_fetches_a_document_goes_on_with_the_same_person_before_others() -> None:
    day = Day(bank(visit=VisitRules(pools=POOLS)))
    day.open("1", staff="Mei")
    day.open("2", staff="Tao")
    day.issue("Anna wants cash")
    assert day.next("1") == "Anna"
    day.hold("Anna", "documents")
    day.issue("Bob wants cash")
    assert day.next("1") == "Bob"
    day.issue("Carl wants cash")
    with pytest.raises(HeldElsewhere):
        day.resume("Anna", staff="Tao")
    day.resume("Anna", staff="Mei")
    assert day.order("2") == ["Carl"]
    assert day.next("1") == "Anna"


def test_a_held_ticket_waits_again_by_itself_when_its_time_is_over() -> None:
    day = Day(bank(visit=VisitRules(pools=POOLS)))
    day.open("1")
    day.issue("Anna wants cash")
    day.next("1")
    day.hold("Anna", "form")
    day.passes(minutes=19)
    assert day.state("Anna") == "held"
    day.passes(minutes=1)
    assert day.order("1") == ["Anna"]


def test_three_tellers_wait_for_an_approval_and_any_of_them_goes_on() -> None:
    day = Day(bank(visit=VisitRules(pools=POOLS)))
    for counter in ("1", "2"):
        day.open(counter)
    day.issue("Anna wants cash", counter="1")
    assert day.next("1") == "Anna"
    day.hold("Anna", "approval")
    day.passes(minutes=120)
    assert day.state("Anna") == "held"  # this pool has no limit
    day.resume("Anna", staff="teller 2")
    assert day.next("2") == "Anna"
