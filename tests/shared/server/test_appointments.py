"""Appointments over HTTP: from the free times to the ticket, over nights and restarts."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from shared.protocol.appointment import AppointmentBooked, AppointmentView, SlotsView
from shared.protocol.lobby import LobbyView, NextResult, TicketIssued
from shared.server.clock import ManualClock
from shared.store.verify import verify_branch
from tests.support.served import OPEN_AT, served_branch
from tests.support.server import RunningServer, local_us, morning, running_server

TEN_THIRTY = "2026-11-20T10:30:00+08:00"
ELEVEN = "2026-11-20T11:00:00+08:00"


def booked(server: RunningServer, at: str = TEN_THIRTY, **more: object) -> AppointmentBooked:
    """An appointment with the adviser, booked at the kiosk."""
    body = {"service": "wealth", "at": at, "language": "en", **more}
    answer = server.client("kiosk").post("appointments", json=body)
    assert answer.status_code == 201, answer.text
    return AppointmentBooked.model_validate_json(answer.content)


def set_clock(server: RunningServer, local: str) -> None:
    assert isinstance(server.clock, ManualClock)
    server.clock.set(local_us(local))


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def free(server: RunningServer, **query: str) -> dict[str, int]:
    """Places by local clock time."""
    answer = server.client("kiosk").get("slots", params={"service": "wealth", **query})
    found = SlotsView.model_validate_json(answer.raise_for_status().content)
    return {f"{slot.at:%H:%M}": slot.free for slot in found.slots}


def test_booked_on_monday_for_wednesday_through_two_restarts(tmp_path: Path) -> None:
    clock = morning()
    clock.set(local_us("2026-11-23T15:00"))
    with running_server(tmp_path, clock=clock) as monday:
        code = booked(monday, "2026-11-25T10:00:00+08:00").code
    clock.set(local_us("2026-11-24T09:00"))
    with running_server(tmp_path, clock=clock) as tuesday:
        early = tuesday.client("kiosk").post(f"appointments/{code}/check-in")
        assert refusal(early) == (409, "appointment_not_today")
        assert free(tuesday, day="2026-11-25")["10:00"] == 0
    clock.set(local_us("2026-11-25T09:50"))
    with running_server(tmp_path, clock=clock) as wednesday:
        kiosk, teller = wednesday.client("kiosk"), wednesday.client("teller", "t1")
        kiosk.post("tickets", json={"service": "wealth"}).raise_for_status()
        answer = kiosk.post(f"appointments/{code}/check-in")
        issued = TicketIssued.model_validate_json(answer.raise_for_status().content)
        assert (answer.status_code, issued.number, issued.language) == (201, "Y001", "en")
        assert issued.due_at == datetime.fromisoformat("2026-11-25T10:00:00+08:00")
        clock.set(local_us("2026-11-25T10:00"))
        teller.post("counters/4/open").raise_for_status()
        called = NextResult.model_validate_json(teller.post("counters/4/next").content)
        assert (called.ticket.number, called.reason.rule) == ("Y001", "appointment")
        report = teller.get("reports/day").raise_for_status().json()
        assert report["waiting"]["arrived"] == 2
        assert verify_branch(wednesday.house.database, wednesday.branch).faults == []


@pytest.mark.end2end
def test_killed_overnight_a_booking_is_still_there(tmp_path: Path) -> None:
    """The real program in a process of its own, killed, started again two days later."""
    with served_branch(tmp_path) as branch, branch.client("kiosk") as kiosk:
        at = branch.midnight.replace(day=22, hour=10).isoformat()
        answer = kiosk.post("appointments", json={"service": "wealth", "at": at})
        code = answer.raise_for_status().json()["code"]
        branch.kill_server()
        branch.start_server(branch.midnight.replace(day=22) + OPEN_AT, 1.0)
        issued = kiosk.post(f"appointments/{code}/check-in").raise_for_status().json()
        assert (issued["number"], issued["state"]) == ("Y001", "waiting")


def test_times_that_are_free(server: RunningServer) -> None:
    today = free(server)
    assert (next(iter(today.items())), list(today)[-1]) == (("10:30", 1), "16:00")
    booked(server)
    assert free(server) == {**today, "10:30": 0}
    saturday = free(server, day="2026-11-21")
    assert (next(iter(saturday)), list(saturday)[-1]) == ("09:30", "15:30")
    answer = server.client("teller").get("slots", params={"service": "wealth"})
    assert answer.json()["slots"][0] == {"at": TEN_THIRTY, "free": 0}


@pytest.mark.parametrize(
    "day", ["2026-11-19", "2026-12-05", "2026-10-03", "0001-01-01", "9999-12-31"]
)
def test_days_that_cannot_be_booked_have_no_times(shared_server: RunningServer, day: str) -> None:
    assert free(shared_server, day=day) == {}


def test_services_without_appointments(shared_server: RunningServer) -> None:
    kiosk = shared_server.client("kiosk")
    assert refusal(kiosk.get("slots", params={"service": "cash"})) == (422, "no_appointments")
    assert refusal(kiosk.get("slots", params={"service": "tea"})) == (422, "service_unknown")
    body = {"service": "cash", "at": TEN_THIRTY}
    assert refusal(kiosk.post("appointments", json=body)) == (422, "no_appointments")


def test_what_the_customer_hears_of_the_appointment(server: RunningServer) -> None:
    made = booked(server, segment="priority", person="t4")
    assert re.fullmatch(r"[ACDEFGHJKMNPQRTVWXY34679]{6}", made.code)
    kiosk = server.client("kiosk")
    typed = f"{made.code[:3]}-{made.code[3:]} ".lower()
    found = kiosk.get(f"appointments/{typed}").raise_for_status().json()
    assert found == {
        "service": "wealth",
        "segment": "priority",
        "language": "en",
        "at": TEN_THIRTY,
        "check_in_from": "2026-11-20T10:15:00+08:00",
        "check_in_until": "2026-11-20T10:45:00+08:00",
        "state": "booked",
        "person": "t4",
        "number": None,
        "changes": 0,
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, (409, "slot_full")),
        ({"at": "2026-11-20T10:07:00+08:00"}, (409, "slot_unknown")),
        ({"at": "2026-11-20T09:30:00+08:00"}, (409, "slot_unknown")),
        ({"at": "2026-11-20T02:30:00Z"}, (409, "slot_full")),
        ({"at": "9999-12-31T23:59:59+00:00"}, (409, "slot_unknown")),
        ({"at": "0001-01-01T00:00:00+14:00"}, (409, "slot_unknown")),
        ({"at": "2026-11-20T10:30:00"}, (422, "request_invalid")),
        ({"segment": "nobody"}, (422, "segment_unknown")),
        ({"person": "t99"}, (404, "staff_unknown")),
    ],
)
def test_refused_bookings(
    one_booked: RunningServer, changes: dict[str, str], expected: tuple[int, str]
) -> None:
    body = {"service": "wealth", "at": TEN_THIRTY} | changes
    assert refusal(one_booked.client("kiosk").post("appointments", json=body)) == expected


@pytest.fixture(scope="module")
def one_booked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server where half past ten is taken."""
    with running_server(tmp_path_factory.mktemp("booked")) as running:
        booked(running)
        yield running


def test_moved_to_another_time_under_the_same_code(server: RunningServer) -> None:
    code, kiosk = booked(server).code, server.client("kiosk")
    answer = kiosk.patch(f"appointments/{code}", json={"at": ELEVEN})
    moved = AppointmentView.model_validate_json(answer.raise_for_status().content)
    assert (moved.at, moved.changes) == (datetime.fromisoformat(ELEVEN), 1)
    assert (free(server)["10:30"], free(server)["11:00"]) == (1, 0)
    assert kiosk.patch(f"appointments/{code}", json={}).json() == answer.json()
    other = kiosk.patch(f"appointments/{code}", json={"service": "cash"})
    assert refusal(other) == (422, "no_appointments")


def test_cancelled_the_place_is_free(server: RunningServer) -> None:
    code, kiosk = booked(server).code, server.client("kiosk")
    assert kiosk.delete(f"appointments/{code}").json()["state"] == "cancelled"
    assert free(server)["10:30"] == 1
    again = [
        kiosk.delete(f"appointments/{code}"),
        kiosk.patch(f"appointments/{code}", json={"at": ELEVEN}),
        kiosk.post(f"appointments/{code}/check-in"),
    ]
    assert [refusal(answer) for answer in again] == [(409, "appointment_state_wrong")] * 3


def test_too_early_on_time_late_and_never(server: RunningServer) -> None:
    kiosk = server.client("kiosk")
    codes = [booked(server, f"2026-11-20T{hour}:00+08:00").code for hour in ("10:30", "11:00")]
    never = booked(server, "2026-11-20T11:30:00+08:00").code
    early = kiosk.post(f"appointments/{codes[0]}/check-in")
    assert early.json()["detail"].startswith("Check-in for your appointment begins at 10:15.")
    set_clock(server, "2026-11-20T10:34")
    on_time = kiosk.post(f"appointments/{codes[0]}/check-in").raise_for_status().json()
    set_clock(server, "2026-11-20T11:10")
    late = kiosk.post(f"appointments/{codes[1]}/check-in").raise_for_status().json()
    assert (on_time["due_at"], late["due_at"]) == ("2026-11-20T02:30:00Z", None)
    assert refusal(kiosk.post(f"appointments/{codes[1]}/check-in"))[1] == "appointment_state_wrong"
    set_clock(server, "2026-11-20T11:46")
    assert kiosk.get(f"appointments/{never}").json()["state"] == "no_show"
    found = kiosk.get(f"appointments/{codes[1]}").json()
    assert (found["state"], found["number"]) == ("checked_in", "Y002")


def test_ticket_with_a_code_is_the_same_check_in(server: RunningServer) -> None:
    code, kiosk = booked(server).code, server.client("kiosk")
    set_clock(server, "2026-11-20T10:20")
    body = {"service": "cash", "appointment_code": code}
    issued = kiosk.post("tickets", json=body).raise_for_status().json()
    assert (issued["number"], issued["service"], issued["people_ahead"]) == ("Y001", "wealth", 0)
    page = httpx.get(issued["phone_url"], trust_env=False)
    assert (page.status_code, "Y001" in page.text) == (200, True)
    unknown = kiosk.post("tickets", json={**body, "appointment_code": "AAAAAA"})
    assert refusal(unknown) == (404, "appointment_unknown")


@pytest.mark.parametrize("code", ["AAAAAA", "A", "0" * 64, "%20", "预约", "a.b", "check-in"])
def test_every_wrong_code_is_answered_alike(shared_server: RunningServer, code: str) -> None:
    kiosk = shared_server.client("kiosk")
    place = f"appointments/{code}"
    answers = [
        kiosk.get(place),
        kiosk.patch(place, json={}),
        kiosk.delete(place),
        kiosk.post(f"{place}/check-in"),
    ]
    assert {(a.status_code, a.content) for a in answers} == {
        (404, kiosk.get("appointments/CCCCCC").content)
    }
    assert answers[0].json()["code"] == "appointment_unknown"


def test_neither_code_nor_key_is_in_the_log(tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        code = booked(server).code
        kiosk = server.client("kiosk")
        kiosk.patch(f"appointments/{code}", json={"at": ELEVEN}).raise_for_status()
        set_clock(server, "2026-11-20T10:50")
        kiosk.post(f"appointments/{code}/check-in").raise_for_status()
        log = kiosk.get("log").text
        with server.house.database.reading.connect() as connection:
            keys = connection.execute(text("SELECT value FROM secret")).scalars().all()
    assert {len(key) for key in keys} == {64}
    assert [secret for secret in (code, *keys) if secret in log] == []
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert code.encode() not in files


def test_repeated_booking_is_answered_alike_and_soon_forgotten(server: RunningServer) -> None:
    kiosk, key = server.client("kiosk"), {"Idempotency-Key": "booking-0001"}
    body = {"service": "wealth", "at": TEN_THIRTY}
    first = kiosk.post("appointments", json=body, headers=key)
    again = kiosk.post("appointments", json=body, headers=key)
    assert (again.content, again.headers["idempotency-replayed"]) == (first.content, "true")
    set_clock(server, "2026-11-20T09:41")
    other = {"Idempotency-Key": "booking-0002"}
    kiosk.post("appointments", json=body | {"at": ELEVEN}, headers=other).raise_for_status()
    with server.house.database.reading.connect() as connection:
        kept = connection.execute(text("SELECT key FROM answer")).scalars().all()
    assert kept == ["booking-0002"]


def test_staff_see_whom_to_expect(server: RunningServer) -> None:
    code = booked(server, ELEVEN).code
    booked(server, TEN_THIRTY)
    booked(server, "2026-11-21T10:00:00+08:00")
    set_clock(server, "2026-11-20T10:50")
    server.client("kiosk").post(f"appointments/{code}/check-in").raise_for_status()

    def seen(role: str) -> Any:
        view = LobbyView.model_validate_json(server.client(role).get("lobby").content)
        if view.appointments is None:
            return None
        return [(f"{a.at:%H:%M}", a.service, a.state, a.number) for a in view.appointments]

    assert seen("teller") == [("11:00", "wealth", "checked_in", "Y001")]
    assert [seen(role) for role in ("kiosk", "board", "rating")] == [None, None, None]


@pytest.mark.parametrize("role", ["board", "rating"])
def test_screens_book_nothing(shared_server: RunningServer, role: str) -> None:
    screen = shared_server.client(role)
    answers = [
        screen.get("slots", params={"service": "wealth"}),
        screen.post("appointments", json={"service": "wealth", "at": TEN_THIRTY}),
        screen.get("appointments/AAAAAA"),
        screen.patch("appointments/AAAAAA", json={}),
        screen.delete("appointments/AAAAAA"),
        screen.post("appointments/AAAAAA/check-in"),
    ]
    assert [refusal(answer) for answer in answers] == [(403, "role_forbidden")] * 6


@pytest.mark.parametrize("below", ["", "/check-in"])
def test_bug_behind_a_code_does_not_log_it(
    server: RunningServer,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    below: str,
) -> None:
    def bug(*_: object) -> None:
        raise ZeroDivisionError

    code = booked(server).code
    monkeypatch.setattr(server.house.writer, "submit", bug)
    answer = server.client("kiosk").request(
        "POST" if below else "DELETE", f"appointments/{code}{below}"
    )
    assert refusal(answer) == (500, "internal_fault")
    (said,) = [r.getMessage() for r in caplog.records if r.levelname == "ERROR"]
    assert said.endswith(f"path=/api/v1/branches/renmin/appointments/***{below}")
    assert code not in caplog.text


def test_checked_in_by_the_reference_of_the_booking(server: RunningServer) -> None:
    """Only today's first one, only for the very same reference, which is not kept."""
    kiosk = server.client("kiosk")
    booked(server, ELEVEN, customer_ref="13800132626")
    booked(server, TEN_THIRTY, customer_ref="13800132626")
    booked(server, "2026-11-23T10:00:00+08:00", customer_ref="13900000000")
    early = kiosk.post("appointments/check-in", json={"customer_ref": "13800132626"})
    assert refusal(early) == (409, "appointment_too_early")
    set_clock(server, "2026-11-20T10:20")
    for stranger in ("13900000000", "1380013262"):
        asked = kiosk.post("appointments/check-in", json={"customer_ref": stranger})
        assert refusal(asked) == (404, "appointment_unknown")
    issued = kiosk.post("appointments/check-in", json={"customer_ref": "13800132626"})
    ticket = TicketIssued.model_validate_json(issued.raise_for_status().content)
    assert (ticket.number, ticket.due_at) == ("Y001", datetime.fromisoformat(TEN_THIRTY))
    assert "13800132626" not in kiosk.get("log").text
