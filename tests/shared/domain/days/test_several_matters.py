"""Customers who come for more than one thing, and people who come together."""

import pytest

from shared.domain.refused import CustomerElsewhere, SecondTicket, SplitImpossible, TooManyNeeds
from shared.domain.rules import VisitRules
from tests.support.bank import bank
from tests.support.day import Day


def test_the_five_matter_customer_has_one_number_and_sees_two_tellers() -> None:
    day = Day()
    day.open("1")
    day.open("3")
    number = day.issue("Anna wants cash, card, exchange, wealth and loan")
    day.issue("Bob wants cash")
    assert day.next("1") == "Anna"
    day.next_matter("Anna")
    day.next_matter("Anna")
    day.passes(minutes=20)
    assert day.next("1") == "Bob"  # everything a cash desk does is done
    assert (day.state("Anna"), day.needs("Anna")) == ("waiting", ["wealth", "loan"])
    assert day.next("3") == "Anna"
    day.next_matter("Anna")
    day.close("Anna")
    assert day.state("Anna") == "closed"
    assert day.number("Anna") == number
    assert [e.counter for e in day.happened("ticket.called") if e.ticket == "Anna"] == ["1", "3"]


def test_five_matters_keep_the_seniority_of_the_arrival_at_the_second_teller() -> None:
    day = Day()
    day.open("1")
    day.open("3")
    day.issue("Anna wants cash and wealth")
    day.passes(minutes=1)
    day.issue("Carl wants wealth")
    day.next("1")
    day.passes(minutes=10)
    day.close("Anna")
    assert day.order("3") == ["Anna", "Carl"]


def test_six_matters_are_more_than_one_ticket_takes() -> None:
    day = Day(bank(visit=VisitRules(needs_max=4)))
    with pytest.raises(TooManyNeeds, match="up to 4 matters, not 5"):
        day.issue("Anna wants cash, card, exchange, wealth and loan")


def test_of_two_idle_tellers_the_one_who_serves_the_whole_visit_gets_the_customer() -> None:
    day = Day()
    day.open("1", skills=("cash",))
    day.open("2")
    day.next("1")
    day.next("2")
    day.issue("Anna wants cash and card")
    assert (day.at("1"), day.at("2")) == ("", "Anna")


def test_the_couple_is_called_by_one_number_and_may_part_again() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.passes(minutes=1)
    day.issue("Carl wants cash")
    day.passes(minutes=1)
    day.issue("Bob wants card")
    day.join("Anna", "Bob")
    assert day.needs("Anna") == ["cash", "card"]
    assert day.order("1") == ["Anna", "Carl"]  # Bob is not called by himself

    day.split("Anna", "Bob")
    assert day.needs("Anna") == ["cash"]
    assert day.order("1") == ["Anna", "Carl", "Bob"]  # with the old number, in the old place


def test_a_companion_may_join_at_the_counter_and_the_visit_ends_for_both() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.issue("Bob wants card")
    assert day.next("1") == "Anna"
    day.join("Anna", "Bob")
    assert day.next("1") == ""
    assert (day.state("Anna"), day.branch.tickets["Bob"].outcome) == ("closed", "joined")


def test_a_companion_does_not_leave_while_the_companions_own_matter_is_served() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.issue("Bob wants card")
    day.join("Anna", "Bob")
    day.next("1")
    day.next_matter("Anna")  # this is Bob's matter
    with pytest.raises(SplitImpossible):
        day.split("Anna", "Bob")


def test_the_courier_with_twenty_transactions_lets_others_through_in_between() -> None:
    day = Day(bank(visit=VisitRules(items_per_turn=5)))
    day.open("1")
    day.issue("Courier wants cash", items=20)
    assert day.next("1") == "Courier"
    day.passes(minutes=6)
    day.issue("Anna wants cash")
    assert day.next("1") == "Anna"  # five are done, fifteen are left
    assert day.branch.tickets["Courier"].items == 15
    day.passes(minutes=3)
    day.issue("Bob wants cash")
    assert day.next("1") == "Courier"  # he queued again after Anna, before Bob
    day.passes(minutes=6)
    assert day.next("1") == "Bob"
    assert day.next("1") == "Courier"
    assert day.next("1") == "Courier"  # nobody else waits: the last five follow at once
    day.close("Courier")
    assert day.state("Courier") == "closed"


def test_a_courier_who_joins_a_friend_still_lets_others_through() -> None:
    day = Day(bank(visit=VisitRules(items_per_turn=5)))
    day.open("1")
    day.issue("Anna wants cash")
    day.issue("Courier wants cash", items=11)
    day.join("Anna", "Courier")
    assert day.branch.tickets["Anna"].items == 12
    assert day.next("1") == "Anna"
    day.issue("Bob wants cash")
    assert day.next("1") == "Bob"
    day.split("Anna", "Courier")
    assert day.branch.tickets["Anna"].items == 1
    assert day.order("1") == ["Courier", "Anna"]


def test_the_courier_is_not_kept_from_lunch_by_fifteen_more() -> None:
    day = Day(bank(visit=VisitRules(items_per_turn=5)))
    day.open("1")
    day.issue("Courier wants cash", items=20)
    day.next("1")
    day.last_customer_then("1", "lunch")
    day.close("Courier")
    assert (day.state("Courier"), day.counter_state("1")) == ("waiting", "paused")


def test_the_three_ticket_customer_is_noticed_and_never_called_to_two_counters() -> None:
    day = Day()
    for counter in ("1", "2", "3"):
        day.open(counter)
    day.issue("first wants cash", customer="key-7")
    day.issue("second wants card", customer="key-7")
    day.issue("third wants wealth", customer="key-7")
    day.issue("Bob wants wealth")
    assert [e.data.get("also") for e in day.happened("ticket.issued")] == [
        [], ["first"], ["first", "second"], None
    ]  # fmt: skip
    assert day.next("1") == "first"
    assert day.next("3") == "Bob"  # the customer stands at counter 1
    assert day.overtaken("third") == 0  # who cannot be called is not passed over
    with pytest.raises(CustomerElsewhere):
        day.pick("2", "second")
    day.close("first")
    assert day.next("2") == "second"
    day.close("second")
    assert day.next("3") == "third"


def test_where_the_profile_says_so_a_second_ticket_is_refused_with_the_first_number() -> None:
    day = Day(bank(visit=VisitRules(refuses_second_ticket=True)))
    day.issue("first wants cash", customer="key-7")
    with pytest.raises(SecondTicket, match="A001"):
        day.issue("second wants card", customer="key-7")


def test_a_companion_stays_in_the_hall_when_the_other_one_gives_up() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.issue("Carl wants cash")
    day.issue("Bob wants card")
    day.join("Anna", "Bob")
    day.cancel("Anna")
    assert (day.state("Anna"), day.state("Bob")) == ("cancelled", "waiting")
    assert day.order("1") == ["Carl", "Bob"]
    assert day.needs("Bob") == ["card"]


def test_a_companion_who_comes_alone_after_the_missed_call_goes_on_alone() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.issue("Bob wants card")
    day.join("Anna", "Bob")
    assert day.next("1") == "Anna"
    day.does_not_come("Anna")
    day.split("Anna", "Bob")
    assert (day.state("Anna"), day.state("Bob")) == ("no_show", "waiting")
    assert day.next("1") == "Bob"
