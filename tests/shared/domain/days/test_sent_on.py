"""Tickets for one counter or person, tickets that are sent on, tickets that change."""

import pytest

from shared.domain.counter import CounterSpec
from shared.domain.errors import ServiceNotOffered
from shared.domain.refused import CounterCannotServe, NothingChanges
from shared.domain.rules import VisitRules
from tests.support.bank import CASHIER, MINUTE_US, bank
from tests.support.day import Day


def test_an_advisers_own_customer_waits_for_the_adviser() -> None:
    day = Day()
    day.open("3", staff="Mei")
    day.open("4", staff="Tao")
    day.issue("Anna wants wealth", person="Mei")
    day.issue("Bob wants wealth")
    assert day.next("4") == "Bob"
    assert day.overtaken("Anna") == 0  # counter 4 could not have called her
    assert day.next("3") == "Anna"


def test_when_the_adviser_is_not_here_anybody_may_call_after_the_time_of_the_profile() -> None:
    day = Day()
    day.open("4", staff="Tao")
    day.issue("Anna wants wealth", person="Mei")
    assert day.next("4") == ""
    day.passes(minutes=14)
    assert day.at("4") == ""
    day.passes(minutes=1)
    assert day.at("4") == "Anna"
    [released] = day.happened("ticket.released")
    assert released.data["from_person"] == "Mei"


def test_an_adviser_who_changes_counters_keeps_the_own_customers() -> None:
    day = Day()
    day.open("3", staff="Mei")
    day.open("4", staff="Tao")
    day.issue("Anna wants wealth", person="Mei")
    day.passes(minutes=30)
    day.leave("3")
    day.passes(minutes=5)
    assert day.happened("ticket.released") == []
    assert day.order("4") == []
    day.open("3", staff="Mei")
    assert day.next("3") == "Anna"


def test_an_adviser_at_a_pause_is_here_and_one_who_went_home_is_not() -> None:
    day = Day()
    day.open("3", staff="Mei")
    day.issue("Anna wants wealth", person="Mei")
    day.last_customer_then("3", "lunch")
    day.passes(minutes=40)
    assert day.happened("ticket.released") == []
    day.leave("3")
    day.passes(minutes=15)
    assert len(day.happened("ticket.released")) == 1


def test_an_adviser_who_does_not_serve_it_today_does_not_keep_the_customer_for_ever() -> None:
    day = Day()
    day.open("1", staff="Mei")  # helps at a cash desk
    day.open("4", staff="Tao")
    day.issue("Anna wants wealth", person="Mei")
    day.passes(minutes=15)
    assert day.next("4") == "Anna"


def test_a_ticket_sent_to_another_counter_goes_first_there_with_its_old_seniority() -> None:
    day = Day()
    day.open("1")
    day.open("2")
    for sentence in ("Anna wants cash", "Bob wants cash", "Carl wants cash"):
        day.issue(sentence)
        day.passes(minutes=1)
    assert day.next("1") == "Anna"
    day.send("Anna", counter="2")
    assert day.order("1") == ["Bob", "Carl"]
    assert (day.next("2"), day.why("Anna")) == ("Anna", "most_senior")


def test_a_visit_that_goes_on_with_a_person_goes_before_those_who_wait_there() -> None:
    day = Day(bank(visit=VisitRules(transfer_credit_us=0)))
    day.open("1")
    day.open("3", staff="Mei")
    day.issue("Anna wants cash")
    day.next("1")
    day.passes(minutes=5)
    day.issue("Bob wants wealth")
    day.passes(minutes=5)
    day.send("Anna", service="wealth", person="Mei")
    assert (day.next("3"), day.why("Anna")) == ("Anna", "bound")
    assert day.overtaken("Bob") == 1  # without credit she is junior, and it is counted


def test_a_waiting_ticket_that_the_lead_moves_to_a_counter_jumps_no_queue() -> None:
    day = Day()
    day.open("1")
    day.issue("Bob wants cash")
    day.passes(minutes=5)
    day.issue("Anna wants cash")
    day.send("Anna", counter="1")
    assert day.order("1") == ["Bob", "Anna"]


def test_the_credit_for_a_transfer_is_that_of_the_profile() -> None:
    day = Day(bank(visit=VisitRules(transfer_credit_us=5 * MINUTE_US)))
    day.open("1")
    day.open("3")
    day.issue("Anna wants cash")
    day.passes(minutes=10)
    day.issue("Bob wants wealth")
    day.next("1")
    day.passes(minutes=10)
    day.send("Anna", service="wealth")
    assert day.order("3") == ["Bob", "Anna"]


def test_a_ticket_is_not_sent_where_it_is_never_served() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    with pytest.raises(CounterCannotServe):
        day.send("Anna", service="loan", counter="1")


def test_reclassifying_keeps_number_and_place_and_names_its_author() -> None:
    day = Day()
    day.open("1")
    day.open("3")
    number = day.issue("Anna wants cash")
    day.passes(minutes=5)
    day.issue("Bob wants wealth")
    day.reclassify("Anna", by="lena", service="wealth")
    [changed] = day.happened("ticket.reclassified")
    assert (changed.data["by"], changed.data["was_service"]) == ("lena", "cash")
    assert day.order("3") == ["Anna", "Bob"]
    assert day.number("Anna") == number
    with pytest.raises(NothingChanges):
        day.reclassify("Anna", by="lena", service="wealth")


def test_at_a_counter_a_ticket_does_not_become_what_that_counter_does_not_serve() -> None:
    day = Day()
    day.open("1")
    day.issue("Anna wants cash")
    day.next("1")
    day.reclassify("Anna", by="lena", service="card")
    with pytest.raises(CounterCannotServe):
        day.reclassify("Anna", by="lena", service="loan")


def only_for_priority() -> Day:
    """Counter 2 advises on loans, and only priority customers."""
    return Day(
        bank(
            counters=(
                CounterSpec("1", 0, CASHIER, 0b11, 0),
                CounterSpec("2", 1, 0b11000, 0b10, 1),
            )
        )
    )


def test_nobody_is_reclassified_into_waiting_for_ever() -> None:
    day = only_for_priority()
    day.issue("Vera wants cash and loan", segment="priority")
    with pytest.raises(ServiceNotOffered):
        day.reclassify("Vera", by="lena", segment="ordinary")


def test_nobody_joins_with_a_matter_that_the_other_segment_is_never_served() -> None:
    day = only_for_priority()
    day.issue("Anna wants cash")
    day.issue("Vera wants loan", segment="priority")
    with pytest.raises(ServiceNotOffered):
        day.join("Anna", "Vera")
    day.join("Vera", "Anna")
    assert day.needs("Vera") == ["loan", "cash"]
