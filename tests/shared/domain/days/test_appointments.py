"""Appointments: on time, early, late, missed, unknown; one selection with the walk-ins."""

from dataclasses import replace

import pytest

from shared.dispatch.layout import NOBODY
from shared.domain.errors import BranchClosed
from shared.domain.refused import (
    AppointmentNotToday,
    AppointmentStateWrong,
    AppointmentTooEarly,
    AppointmentUnknown,
    SlotFull,
    SlotUnknown,
)
from shared.domain.rules import DayHours
from tests.support.bank import MINUTE_US, clock, first_come, with_appointments
from tests.support.day import Day


def booked_at_ten() -> Day:
    """An adviser, Anna booked at ten, three walk-ins from half past nine on."""
    day = Day(with_appointments())
    day.open("3")
    day.book("Anna", "wealth", "10:00")
    day.comes("09:30")
    for sentence in ("Bob wants wealth", "Carl wants wealth", "Dora wants wealth"):
        day.issue(sentence)
        day.passes(minutes=1)
    return day


def test_on_time_the_appointment_is_called_at_its_time_and_walk_ins_before() -> None:
    day = booked_at_ten()
    day.comes("09:50")
    assert day.check_in("Anna") == "Z001"
    assert day.next("3") == "Bob"
    day.comes("10:00")
    assert (day.next("3"), day.why("Anna")) == ("Anna", "appointment")
    assert (day.overtaken("Carl"), day.overtaken("Dora")) == (1, 1)


def test_too_early_the_customer_hears_when_check_in_begins() -> None:
    day = booked_at_ten()
    day.comes("09:44")
    with pytest.raises(AppointmentTooEarly, match="09:45"):
        day.check_in("Anna")
    day.comes("09:45")
    assert day.check_in("Anna") == "Z001"


def test_late_the_customer_joins_the_walk_ins_with_a_credit() -> None:
    day = booked_at_ten()
    day.comes("10:06")
    day.issue("Eva wants wealth")
    day.check_in("Anna")
    assert day.branch.tickets["Anna"].due_us is None
    assert day.order("3") == ["Bob", "Carl", "Dora", "Anna", "Eva"]  # credit of ten minutes


def test_after_a_quarter_of_an_hour_the_appointment_lapses_and_its_place_is_free() -> None:
    day = booked_at_ten()
    day.comes("10:15")
    assert day.happened("appointment.no_show") == []
    day.passes(us=1)
    [missed] = day.happened("appointment.no_show")
    assert missed.at_us == clock("10:15")
    with pytest.raises(AppointmentStateWrong, match="no_show"):
        day.check_in("Anna")
    assert day.issue("Anna wants wealth") == "D004"


def test_an_unknown_code_is_answered_with_what_to_do() -> None:
    with pytest.raises(AppointmentUnknown, match="take a ticket"):
        booked_at_ten().check_in("Nobody")


def test_a_slot_holds_so_many_and_no_more_and_a_changed_booking_frees_its_place() -> None:
    day = Day(with_appointments())
    day.book("Anna", "wealth", "10:00")
    day.book("Bob", "wealth", "10:00")
    with pytest.raises(SlotFull):
        day.book("Carl", "wealth", "10:00")
    day.change_booking("Anna", "11:30")
    day.book("Carl", "wealth", "10:00")
    with pytest.raises(SlotUnknown):
        day.book("Dora", "wealth", "10:10")


def test_an_appointment_outlives_the_night_and_is_for_its_own_day() -> None:
    day = Day(with_appointments())
    day.book("Anna", "wealth", "10:00", ahead=1)
    day.comes("09:50")
    with pytest.raises(AppointmentNotToday, match="2026-11-21"):
        day.check_in("Anna")
    day.next_day("09:50")
    assert day.check_in("Anna") == "Z001"


def test_an_appointment_with_an_adviser_is_called_by_nobody_else() -> None:
    day = Day(with_appointments())
    day.open("3", staff="Mei")
    day.open("4", staff="Tao")
    day.book("Anna", "wealth", "10:00", person="Mei")
    day.comes("10:00")
    day.check_in("Anna")
    assert day.next("4") == ""
    assert day.next("3") == "Anna"


def test_without_the_guarantee_the_booked_time_is_only_seniority() -> None:
    day = Day(with_appointments(discipline=first_come()))
    assert day.branch.discipline.house[0] == NOBODY
    day.open("3")
    day.book("Anna", "wealth", "10:00")
    day.comes("09:58")
    day.issue("Bob wants wealth")
    day.check_in("Anna")
    day.comes("10:04")
    assert day.order("3") == ["Bob", "Anna"]


def test_who_is_called_for_an_appointment_and_sent_on_has_no_second_guarantee() -> None:
    day = booked_at_ten()
    day.comes("10:00")
    day.check_in("Anna")
    assert day.next("3") == "Anna"
    day.send("Anna", service="loan")
    assert day.order("3") == ["Bob", "Carl", "Dora", "Anna"]


def test_an_adviser_is_promised_to_one_customer_at_a_time() -> None:
    day = Day(with_appointments())
    day.book("Anna", "wealth", "10:00", person="Mei")
    with pytest.raises(SlotFull):
        day.book("Bob", "wealth", "10:00", person="Mei")
    day.book("Bob", "wealth", "10:00", person="Tao")
    day.book("Carl", "wealth", "10:30", person="Mei")
    with pytest.raises(SlotFull):
        day.change_booking("Carl", "10:00")


def test_after_closing_nobody_checks_in_any_more() -> None:
    hours = DayHours(clock("09:00"), clock("09:45"), clock("10:05"))
    rules = with_appointments(hours=hours)
    wealth = replace(rules.appointments["wealth"], slot_us=5 * MINUTE_US)
    day = Day(replace(rules, appointments={"wealth": wealth}))
    day.book("Anna", "wealth", "10:00")
    day.comes("10:05")
    with pytest.raises(BranchClosed):
        day.check_in("Anna")


def test_somebody_with_an_appointment_and_a_ticket_is_noticed() -> None:
    day = Day(with_appointments())
    day.open("1")
    day.open("3")
    day.book("Anna", "wealth", "10:00", customer="key-7")
    day.comes("09:50")
    day.issue("errand wants cash", customer="key-7")
    day.check_in("Anna")
    assert day.happened("ticket.issued")[-1].data["also"] == ["errand"]
    assert day.next("1") == "errand"
    day.comes("10:00")
    assert day.next("3") == ""  # the customer is still at counter 1
    day.close("errand")
    assert day.at("3") == "Anna"
