"""Appointments at the kiosk, by touches: book, check in, move, give up; early, late, unknown."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from shared.client.ports import Failure
from shared.protocol.appointment import BookAppointment, ChangeAppointment, CheckInCustomer
from tests.kiosk.ticketing.conftest import Kiosk, KioskMaker, pass_seconds
from tests.support import view
from tests.support.fake_client import UNREACHABLE
from tests.support.fake_door import CODE
from tests.support.qml import click, find, texts

HALF_TWO = view.NOW.replace(hour=14, minute=30)
NUMBER = "13800132626"


def touch(kiosk: Kiosk, *names: str) -> None:
    for name in names:
        click(find(kiosk.window, name))


def open_slots(kiosk: Kiosk, qtbot: QtBot) -> None:
    """Appointments, then the only service that has them."""
    touch(kiosk, "tile-appointments", "booking-book-wealth")
    qtbot.waitUntil(lambda: kiosk.screen == "slots")


def type_in(kiosk: Kiosk, text: str) -> None:
    touch(kiosk, *(f"key-{each}" for each in text), "okButton")


def enter_code(kiosk: Kiosk, code: str = CODE) -> None:
    """From the start to a typed code."""
    touch(kiosk, "tile-appointments", "booking-code")
    type_in(kiosk, code)


def headline(kiosk: Kiosk) -> list[str]:
    return texts(find(kiosk.window, "headline"))


def test_booked_with_a_number_that_is_not_shown_long(kiosk: Kiosk, qtbot: QtBot) -> None:
    open_slots(kiosk, qtbot)
    assert texts(find(kiosk.window, "bookButton")) == ["请先选时间", "Choose a time first"]
    touch(kiosk, "time-14:30")
    assert texts(find(kiosk.window, "bookButton")) == ["预约 今天 14:30", "Book Today 14:30"]
    touch(kiosk, "bookButton")
    assert kiosk.screen == "telephone"
    touch(kiosk, *(f"key-{each}" for each in NUMBER))
    assert "".join(texts(find(kiosk.window, "typedNumber"))) == NUMBER
    kiosk.flow.keypad.mask()
    assert "".join(texts(find(kiosk.window, "typedNumber"))) == "138••••2626"
    touch(kiosk, "okButton")
    qtbot.waitUntil(lambda: kiosk.screen == "booked")
    assert kiosk.client.calls_of("book") == [
        (
            BookAppointment(
                service="wealth", at=HALF_TWO, language="zh_CN", segment=None, customer_ref=NUMBER
            ),
        )
    ]
    assert texts(find(kiosk.window, "bookedCode"))[-1] == CODE
    assert texts(find(kiosk.window, "bookedFor")) == ["今天 14:30"]
    touch(kiosk, "bookedDone")
    assert kiosk.screen == "start"
    assert kiosk.flow.bookings.property("booking") == {}


def test_the_number_need_not_be_said(kiosk: Kiosk, qtbot: QtBot) -> None:
    open_slots(kiosk, qtbot)
    touch(kiosk, "time-14:00", "bookButton")
    assert find(kiosk.window, "okButton").isEnabled() is False
    skip, ok = find(kiosk.window, "skipButton"), find(kiosk.window, "okButton")
    assert (skip.width(), skip.height()) == (ok.width(), ok.height())
    click(skip)
    qtbot.waitUntil(lambda: kiosk.screen == "booked")
    command = kiosk.client.calls_of("book")[0][0]
    assert isinstance(command, BookAppointment)
    assert command.customer_ref is None
    assert kiosk.flow.keypad.property("cells") == [""] * 11


def test_full_times_stay_in_their_places_and_days_lead_on(kiosk: Kiosk, qtbot: QtBot) -> None:
    open_slots(kiosk, qtbot)
    full = find(kiosk.window, "time-11:30")
    assert full.isEnabled() is False
    assert texts(full) == ["11:30", "已满 full"]
    days = [day["key"] for day in kiosk.flow.slots.property("days")]
    assert days == [f"2026-11-{n}" for n in range(24, 29)]
    touch(kiosk, "moreButton")  # the day has twelve times, eleven have room
    assert texts(find(kiosk.window, "time-16:00")) == ["16:00", "已满 full"]
    touch(kiosk, "moreButton")
    qtbot.waitUntil(lambda: kiosk.flow.asking_for == "")
    sunday = find(kiosk.window, "day-2026-11-29")
    assert sunday.isEnabled() is False
    assert texts(sunday) == ["周日", "无 none"]
    assert kiosk.flow.slots.property("day") == "2026-11-30"
    touch(kiosk, "backButton")
    assert kiosk.screen == "bookings"


def test_a_time_that_was_just_taken_is_said(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.answers["book"] = Failure("slot_full", "")
    open_slots(kiosk, qtbot)
    touch(kiosk, "time-14:00", "bookButton", "skipButton")
    qtbot.waitUntil(lambda: kiosk.screen == "note")
    assert headline(kiosk)[0] == "这个时间刚被约走"
    touch(kiosk, "messageButton")
    assert kiosk.screen == "bookings"


def test_from_the_ways_to_an_appointment(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.answers["triage"] = view.ways("wealth", "appointment", "counter", saves_min=20.0)
    touch(kiosk, "tile-wealth")
    qtbot.waitUntil(lambda: kiosk.screen == "ways")
    touch(kiosk, "way-appointment")
    qtbot.waitUntil(lambda: kiosk.screen == "slots")
    touch(kiosk, "backButton")
    assert kiosk.screen == "ways"
    touch(kiosk, "way-appointment")
    qtbot.waitUntil(lambda: kiosk.screen == "slots")
    touch(kiosk, "time-15:00", "bookButton", "skipButton")
    qtbot.waitUntil(lambda: kiosk.screen == "booked")


def test_in_time_the_code_is_all_it_takes(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.appointments[CODE] = view.appointment(at=view.NOW + timedelta(minutes=8))
    enter_code(kiosk)
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    assert texts(find(kiosk.window, "number"))[-1] == "Y001"
    assert kiosk.client.calls_of("check_in") == [(CODE,)]


def test_too_early_it_says_from_when(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.appointments[CODE] = view.appointment()
    enter_code(kiosk)
    qtbot.waitUntil(lambda: kiosk.screen == "booking")
    assert texts(find(kiosk.window, "bookedAt")) == ["今天 14:30"]
    assert texts(find(kiosk.window, "bookedWhen")) == [
        "14:15 起可以签到",
        "Check in from 14:15",
    ]
    assert find(kiosk.window, "checkInButton").isEnabled() is False


def test_moved_to_another_time(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.appointments[CODE] = view.appointment()
    enter_code(kiosk)
    qtbot.waitUntil(lambda: kiosk.screen == "booking")
    touch(kiosk, "moveButton")
    qtbot.waitUntil(lambda: kiosk.screen == "slots")
    touch(kiosk, "time-15:30")
    assert texts(find(kiosk.window, "bookButton"))[0] == "改到 今天 15:30"
    touch(kiosk, "bookButton")
    qtbot.waitUntil(lambda: kiosk.screen == "booked")
    at = HALF_TWO + timedelta(hours=1)
    assert kiosk.client.calls_of("change_appointment") == [(CODE, ChangeAppointment(at=at))]
    assert texts(find(kiosk.window, "bookedCode"))[0] == "已改期，预约码"


def test_giving_up_is_asked_twice(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.appointments[CODE] = view.appointment()
    enter_code(kiosk)
    qtbot.waitUntil(lambda: kiosk.screen == "booking")
    touch(kiosk, "giveUpButton", "keepButton")
    assert kiosk.client.calls_of("cancel_appointment") == []
    touch(kiosk, "giveUpButton", "giveUpButton")
    qtbot.waitUntil(lambda: kiosk.screen == "note")
    assert headline(kiosk) == ["预约已取消", "Appointment given up"]


@pytest.mark.parametrize(
    ("state", "said"),
    [("no_show", "预约时间已过"), ("cancelled", "这个预约已取消"), ("checked_in", "已经签到了")],
)
def test_what_is_over_is_said_plainly(
    make_kiosk: KioskMaker, qtbot: QtBot, state: str, said: str
) -> None:
    kiosk = make_kiosk()
    kiosk.client.appointments[CODE] = view.appointment(state=state, number="Y007")
    enter_code(kiosk)
    qtbot.waitUntil(lambda: kiosk.screen == "note")
    assert headline(kiosk)[0] == said


@pytest.mark.parametrize(
    ("failure", "said"),
    [(view.APPOINTMENT_UNKNOWN, "没有找到预约"), (UNREACHABLE, "没有办成")],
)
def test_an_unknown_code_or_no_answer(
    make_kiosk: KioskMaker, qtbot: QtBot, failure: Failure, said: str
) -> None:
    kiosk = make_kiosk()
    kiosk.client.answers["find_appointment"] = failure
    enter_code(kiosk)
    qtbot.waitUntil(lambda: kiosk.screen == "note")
    assert headline(kiosk)[0] == said
    pass_seconds(kiosk.flow.count, 20)
    assert kiosk.screen == "bookings"


def test_by_telephone_number(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.client.appointments[CODE] = view.appointment()
    touch(kiosk, "tile-appointments", "booking-number")
    touch(kiosk, "key-2")  # no mobile number begins with it
    type_in(kiosk, NUMBER)
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    told = CheckInCustomer(customer_ref=NUMBER)
    assert kiosk.client.calls_of("check_in_customer") == [(told,)]


def test_who_walks_away_while_typing_leaves_nothing(kiosk: Kiosk) -> None:
    touch(kiosk, "tile-appointments", "booking-number", "key-1", "key-3", "key-8")
    pass_seconds(kiosk.flow.idle, 30)
    pass_seconds(kiosk.flow.warning, 20)
    assert kiosk.screen == "start"
    assert kiosk.flow.keypad.property("cells") == [""] * 11


def test_the_city_has_them_behind_its_last_tile(make_kiosk: KioskMaker) -> None:
    kiosk = make_kiosk("city")
    touch(kiosk, "tile-group:5", "tile-appointments")
    assert kiosk.screen == "bookings"
