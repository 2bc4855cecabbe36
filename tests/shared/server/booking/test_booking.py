"""Booking from afar over HTTP."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import cv2
import httpx
import numpy as np
import pytest

from shared.config.load import load_profile
from shared.config.pace import Pace
from shared.config.settings import ServerSettings
from shared.server.booking.calendar import calendar_file
from shared.server.booking.given_out import drawn
from shared.server.clock import ManualClock
from shared.server.limits import Limits
from tests.support.server import RunningServer, local_us, running_server

TEN = "2026-11-23T10:00:00+08:00"
HALF_PAST = "2026-11-23T10:30:00+08:00"


class Afar:
    """A stranger with a browser."""

    def __init__(self, server: RunningServer) -> None:
        """Nothing is asked yet."""
        self.url = f"{server.base_url}/book/{server.branch}"

    def ask(self, method: str, path: str = "", **asked: Any) -> httpx.Response:
        """What the page sends."""
        headers = {"Accept-Language": "en", "Sec-Fetch-Site": "same-origin"}
        return httpx.request(method, self.url + path, headers=headers, trust_env=False, **asked)

    def book(self, at: str = TEN, telephone: str = "") -> httpx.Response:
        """A time with an adviser."""
        body = {"service": "wealth", "at": at, "language": "en", "telephone": telephone}
        return self.ask("POST", "/appointments", json=body)


@pytest.fixture
def afar(server: RunningServer) -> Afar:
    return Afar(server)


def test_page_is_small_and_says_what_happens_to_who_comes_late(afar: Afar) -> None:
    answer = afar.ask("GET")
    assert (answer.status_code, len(answer.content) < 60_000) == (200, True)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; ")
    assert re.findall(r'<html lang="([^"]*)">', answer.text) == ["en"]
    assert "After that the booking lapses." in answer.text


def test_booked_found_moved_and_cancelled_by_code(afar: Afar) -> None:
    booked = afar.book()
    code = booked.json()["code"]
    assert (booked.status_code, booked.json()["at"]) == (201, TEN)
    place = f"/appointments/{code.lower()}"
    assert afar.ask("GET", place).json()["state"] == "booked"
    assert afar.ask("PATCH", place, json={"at": HALF_PAST}).json()["at"] == HALF_PAST
    assert afar.ask("DELETE", place).json()["state"] == "cancelled"
    assert afar.ask("DELETE", place).json()["code"] == "appointment_state_wrong"


def test_full_time_is_shown_and_refused(afar: Afar) -> None:
    afar.book()
    slots = afar.ask("GET", "/slots", params={"service": "wealth", "day": "2026-11-23"}).json()
    assert [slot["free"] for slot in slots["slots"] if slot["at"] == TEN] == [0]
    assert afar.book().json()["code"] == "slot_full"


def test_days_tell_how_much_is_free(afar: Afar) -> None:
    def monday() -> dict[str, Any]:
        found = afar.ask("GET", "/days", params={"service": "wealth"}).json()["days"]
        assert (len(found), found[0]["day"]) == (15, "2026-11-20")
        return dict(next(day for day in found if day["day"] == "2026-11-23"))

    assert monday() == {"day": "2026-11-23", "slots": 14, "free": 14}
    afar.book()
    assert monday() == {"day": "2026-11-23", "slots": 14, "free": 13}


def test_who_is_in_the_hall_checks_in_and_gets_a_phone_page(
    server: RunningServer, afar: Afar
) -> None:
    place = f"/appointments/{afar.book('2026-11-20T14:30:00+08:00').json()['code']}"
    early = afar.ask("POST", f"{place}/check-in")
    assert early.json()["code"] == "appointment_too_early"
    assert isinstance(server.clock, ManualClock)
    server.clock.set(local_us("2026-11-20T14:20"))
    ticket = afar.ask("POST", f"{place}/check-in").json()
    assert ticket["number"].startswith("Y")
    assert httpx.get(ticket["phone_url"], trust_env=False).status_code == 200


def test_calendar_file_and_square_hold_the_code(afar: Afar) -> None:
    code = afar.book().json()["code"]
    answer = afar.ask("GET", f"/appointments/{code}/calendar.ics")
    lines = answer.text.replace("\r\n ", "").split("\r\n")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "DTSTART:20261123T020000Z" in lines
    assert any(line.startswith(f"DESCRIPTION:Your code: {code}\\n") for line in lines)
    assert all(len(line.encode()) <= 75 for line in answer.text.split("\r\n"))
    assert _read(drawn(code)) == code


def _read(svg: bytes) -> str:
    """What a camera reads off the picture: OpenCV, which knows nothing of who drew it."""
    text = svg.decode()
    size = int(float(re.findall(r'viewBox="0 0 ([\d.]+)', text)[0]))
    modules = re.findall(r"M([\d.]+),([\d.]+)H([\d.]+)V([\d.]+)H[\d.]+z", text)
    scale = 8
    picture = np.full((size * scale, size * scale), 255, np.uint8)
    for left, top, right, bottom in modules:
        box = [int(float(edge) * scale) for edge in (top, bottom, left, right)]
        picture[box[0] : box[1], box[2] : box[3]] = 0
    return str(cv2.QRCodeDetector().detectAndDecode(picture)[0])


def test_telephone_is_stored_nowhere(server: RunningServer, afar: Afar) -> None:
    afar.book(telephone="138 0013 8000").raise_for_status()
    folder = server.house.database.path.parent
    kept = b"".join(p.read_bytes() for p in folder.iterdir() if p.name.startswith("branch.db"))
    assert [number in kept for number in (b"13800138000", b"138 0013 8000")] == [False, False]


def test_wrong_codes_are_counted(server: RunningServer, afar: Afar) -> None:
    settings = ServerSettings(limit_guesses=Pace(0.1, 3))
    server.house.limits = Limits(settings, monotonic=lambda: 0.0)
    codes = [afar.ask("GET", "/appointments/AAAAAA").json()["code"] for _ in range(4)]
    assert codes == ["appointment_unknown"] * 3 + ["asked_too_often"]


def test_who_books_all_the_times_is_slowed_down(server: RunningServer, afar: Afar) -> None:
    settings = ServerSettings(limit_bookings=Pace(0.05, 2))
    server.house.limits = Limits(settings, monotonic=lambda: 0.0)
    answers = [afar.book(at) for at in (TEN, HALF_PAST, TEN)]
    assert [answer.status_code for answer in answers] == [201, 201, 429]
    assert afar.ask("GET").status_code == 200


def test_other_web_site_books_nothing(afar: Afar) -> None:
    answer = httpx.post(
        f"{afar.url}/appointments",
        json={"service": "wealth", "at": TEN},
        headers={"Sec-Fetch-Site": "cross-site"},
        trust_env=False,
    )
    assert answer.json()["code"] == "other_site"


def test_branch_may_keep_to_itself(tmp_path: Path) -> None:
    profile = load_profile("neighbourhood")
    shut = profile.model_copy(update={"phone": profile.phone.model_copy(update={"booking": False})})
    with running_server(tmp_path, shut) as server:
        answer = Afar(server).ask("GET")
    assert (answer.status_code, answer.json()["code"]) == (409, "booking_off")


def test_long_lines_are_folded_and_signs_escaped() -> None:
    at = datetime.fromisoformat("2026-11-23T10:00:00+08:00")
    text = calendar_file(
        uid="1@b", at=at, made=at, summary="存款，取款; 办理" * 9, place="a,b\\c", note="1\n2"
    )
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "LOCATION:a\\,b\\\\c\r\n" in text
    assert "DESCRIPTION:1\\n2\r\n" in text
