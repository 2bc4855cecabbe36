"""Ways and appointments through the client, at a real server."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared.client.ports import Failure, Reply
from shared.client.rest import RestClient
from shared.protocol.appointment import (
    AppointmentBooked,
    AppointmentView,
    BookAppointment,
    ChangeAppointment,
    SlotsView,
)
from shared.protocol.lobby import TicketIssued
from shared.protocol.triage import TriageView
from shared.server.clock import ManualClock
from tests.support.server import RunningServer, local_us, running_server

TEN_THIRTY = datetime.fromisoformat("2026-11-20T10:30:00+08:00")
ELEVEN = datetime.fromisoformat("2026-11-20T11:00:00+08:00")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    with running_server(tmp_path) as running:
        yield running


@pytest.fixture
def kiosk(server: RunningServer, qtbot: QtBot) -> Iterator[RestClient]:
    client = RestClient(server.base_url, server.keys["kiosk"])
    client.start()
    qtbot.waitUntil(lambda: client.is_online)
    yield client
    client.stop()


def result(reply: Reply, qtbot: QtBot) -> object:
    """What the reply ends in."""
    got: list[object] = []
    reply.then(got.append, got.append)
    qtbot.waitUntil(lambda: len(got) == 1)
    return got[0]


def test_the_ways_of_a_service_without_a_document(kiosk: RestClient, qtbot: QtBot) -> None:
    with_all = result(kiosk.triage("cash"), qtbot)
    assert isinstance(with_all, TriageView)
    assert [d.id for d in with_all.documents] == ["id-card", "card-or-passbook"]
    assert [o.way for o in with_all.offers] == ["counter"]
    without = result(kiosk.triage("wealth", "priority", ["id-card"]), qtbot)
    assert isinstance(without, TriageView)
    assert without.segment == "priority"
    assert [d.is_missing for d in without.documents] == [True]
    assert [o.way for o in without.offers] == ["appointment", "later", "counter"]


def test_from_the_free_times_to_the_ticket(
    server: RunningServer, kiosk: RestClient, qtbot: QtBot
) -> None:
    today = result(kiosk.slots("wealth"), qtbot)
    assert isinstance(today, SlotsView)
    assert (today.day, today.slots[0].at, today.slots[0].free) == ("2026-11-20", TEN_THIRTY, 1)
    booked = result(kiosk.book(BookAppointment(service="wealth", at=TEN_THIRTY)), qtbot)
    assert isinstance(booked, AppointmentBooked)
    moved = result(kiosk.change_appointment(booked.code, ChangeAppointment(at=ELEVEN)), qtbot)
    assert isinstance(moved, AppointmentView)
    assert (moved.at, moved.changes) == (ELEVEN, 1)
    assert isinstance(server.clock, ManualClock)
    server.clock.set(local_us("2026-11-20T10:50"))
    issued = result(kiosk.check_in(booked.code), qtbot)
    assert isinstance(issued, TicketIssued)
    assert (issued.number, issued.due_at) == ("Y001", ELEVEN)
    found = result(kiosk.find_appointment(booked.code), qtbot)
    assert isinstance(found, AppointmentView)
    assert (found.state, found.number) == ("checked_in", "Y001")


def test_a_cancelled_place_is_free_again(kiosk: RestClient, qtbot: QtBot) -> None:
    booked = result(kiosk.book(BookAppointment(service="wealth", at=ELEVEN)), qtbot)
    assert isinstance(booked, AppointmentBooked)
    given_up = result(kiosk.cancel_appointment(booked.code), qtbot)
    assert isinstance(given_up, AppointmentView)
    assert given_up.state == "cancelled"
    day = result(kiosk.slots("wealth", ELEVEN.date()), qtbot)
    assert isinstance(day, SlotsView)
    assert {slot.at: slot.free for slot in day.slots}[ELEVEN] == 1


def test_a_code_that_nobody_has_is_refused_alike(kiosk: RestClient, qtbot: QtBot) -> None:
    codes = [result(kiosk.find_appointment(code), qtbot) for code in ("ABC234", "b?c#d %")]
    assert [f.code for f in codes if isinstance(f, Failure)] == ["appointment_unknown"] * 2
