"""The practice branch beside a real one: the same people, other days, and nothing that gets out."""

import time
from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import httpx
import pytest
from sqlalchemy import text

from shared.config.database_address import PostgresAddress
from shared.config.settings import ServerSettings
from shared.domain.errors import StoreUnavailable
from shared.server.clock import RealClock
from shared.server.house import House
from shared.server.practice import hall as module
from shared.server.practice.begin import practice_clock, practice_file, practice_settings
from shared.server.practice.crowd import Crowd
from shared.server.practice.hall import PracticeHall
from shared.services.day import local_day
from tests.support.profiles import NEIGHBOURHOOD
from tests.support.server import PIN, RunningServer, local_us, running_server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("live")
    with running_server(folder, clock=RealClock()) as running:
        yield running


def practice(server: RunningServer, role: str, staff: str = "") -> httpx.Client:
    """A client of the practice branch; somebody signs in there anew."""
    base = f"{server.base_url}/practice/api/v1/branches/{server.branch}/"
    headers = server.headers(role)
    client = httpx.Client(base_url=base, headers=headers, timeout=20, trust_env=False)
    server.clients.append(client)
    if staff:
        answer = client.post("sessions", json={"staff": staff, "pin": PIN})
        client.headers["X-Staff-Session"] = answer.raise_for_status().json()["token"]
    return client


def until(holds: Callable[[], bool]) -> None:
    ends_s = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < ends_s
        time.sleep(0.05)


def hall_of(server: RunningServer) -> PracticeHall:
    return next(guest for guest in server.house.guests if isinstance(guest, PracticeHall))


CLOCK = "/practice/api/v1/practice/clock"


def test_customers_come_are_served_and_nothing_of_it_reaches_the_real_branch(
    server: RunningServer,
) -> None:
    live = server.client("teller", "t1")
    assert live.get("lobby").json()["waiting"] == []
    before = live.get("log").json()
    assert live.get("config").json()["is_practice"] is False
    teller, admin = practice(server, "teller", "t1"), practice(server, "admin")
    config = teller.get("config").json()
    assert config["is_practice"] is True
    assert config["profile"]["branch"]["name"]["en"] == "PRACTICE · Renmin Road branch"
    assert teller.put("practice/pace", json={"customers_per_hour": 240}).status_code == 200
    assert admin.put(f"{server.base_url}{CLOCK}", json={"rate": 60}).status_code == 200
    until(lambda: len(teller.get("lobby").json()["waiting"]) >= 3)
    teller.post("counters/1/open").raise_for_status()
    called = teller.post("counters/1/next").json()["ticket"]
    teller.post(f"tickets/{called['id']}/close").raise_for_status()
    assert live.get("log").json() == before
    assert live.get("lobby").json()["waiting"] == []
    assert live.get(f"tickets/{called['id']}").status_code == 404
    assert practice_file(server.house.settings).exists()
    assert teller.post("practice/reset").status_code == 202
    again = practice(server, "teller", "t1")
    assert again.get("lobby").json()["closed_today"] == 0
    assert again.get(f"tickets/{called['id']}").status_code == 404
    soon = again.post("practice/reset")
    assert (soon.status_code, soon.json()["code"]) == (429, "asked_too_often")
    assert live.get("log").json() == before


def test_a_session_there_is_worth_nothing_here_and_a_live_branch_has_no_pace(
    server: RunningServer,
) -> None:
    there = practice(server, "teller", "t2")
    live = server.client("teller")
    live.headers["X-Staff-Session"] = there.headers["X-Staff-Session"]
    assert live.post("counters/2/open").json()["code"] == "session_missing"
    real = server.client("teller", "t2")
    answer = real.put("practice/pace", json={"customers_per_hour": 1})
    assert answer.json()["code"] == "not_practice"
    assert real.post("practice/reset").json()["code"] == "not_practice"


def wrong_pin(client: httpx.Client, staff: str) -> str:
    code: str = client.post("sessions", json={"staff": staff, "pin": "1111"}).json()["code"]
    return code


def test_wrong_pins_and_limits_count_in_the_real_branch(server: RunningServer) -> None:
    there, live = practice(server, "teller", "t4"), server.client("teller")
    there.put(f"{server.base_url}{CLOCK}", json={"rate": 3600}, headers=server.headers("admin"))
    assert [wrong_pin(there, "t3") for _ in range(3)] == ["sign_in_failed"] * 3
    assert [wrong_pin(live, "t3") for _ in range(2)] == ["sign_in_failed"] * 2
    assert wrong_pin(live, "t3") == wrong_pin(there, "t3") == "sign_in_locked"
    kept = server.house.staff.find("t3")
    assert kept is not None
    assert 0 < kept.locked_until_us - server.clock.now_us() <= 60_000_000
    server.house.staff.forgive_tries("t3")
    house = hall_of(server).house
    assert house is not None
    assert house.limits is server.house.limits
    with house.database.reading.begin() as connection:
        assert set(connection.execute(text("SELECT pin_hash FROM staff")).scalars()) == {""}


def test_the_day_is_over_and_only_a_known_device_begins_another(
    server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall, teller = hall_of(server), practice(server, "teller")
    monkeypatch.setattr(module, "STEP_S", 0.05)
    teller.get("lobby").raise_for_status()
    monkeypatch.setattr(hall, "_today", lambda: "2999-01-01")
    until(lambda: hall.house is None and not practice_file(server.house.settings).exists())
    for headers in ({}, {"Authorization": "Bearer nobody"}, {"Authorization": "Basic x"}):
        answer = httpx.get(str(teller.base_url) + "lobby", headers=headers, trust_env=False)
        assert (answer.status_code, answer.json()["code"]) == (401, "device_unknown")
    assert hall.house is None
    teller.get("lobby").raise_for_status()


def test_what_fails_in_the_crowd_or_at_the_beginning_can_be_ended(
    server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall, teller = hall_of(server), practice(server, "teller")
    monkeypatch.setattr(module, "STEP_S", 0.05)
    teller.get("lobby").raise_for_status()
    failed: list[object] = []

    def fail(*parts: object) -> None:
        failed.append(parts)
        raise StoreUnavailable("no room")

    with monkeypatch.context() as patch:
        patch.setattr(Crowd, "step", fail)
        until(lambda: len(failed) > 1)
    stopped: list[House] = []
    real_stop = House.stop

    def stop(house: House) -> None:
        stopped.append(house)
        real_stop(house)

    with monkeypatch.context() as patch:
        patch.setattr(House, "stop", stop)
        patch.setattr(module, "copy_people", fail)
        patch.setattr(hall, "_today", lambda: "2999-01-01")
        until(lambda: hall.house is None)
        assert teller.get("lobby").status_code == 503
        assert len(stopped) == 2  # the day's that was over, and the one that never was
        assert not practice_file(server.house.settings).exists()
    teller.get("lobby").raise_for_status()


def test_servers_that_share_a_database_practise_apart() -> None:
    shared = PostgresAddress("postgresql://lobby@db.example/lobby")
    files = {practice_file(ServerSettings(database=shared, port=port)) for port in (8100, 8101)}
    assert len(files) == 2


def test_a_practice_day_is_always_an_open_one() -> None:
    for now, begins in (
        ("2026-11-20T12:00", "2026-11-20T12:00"),  # a Friday at noon
        ("2026-11-20T06:00", "2026-11-20T09:30"),
        ("2026-11-20T22:00", "2026-11-21T09:30"),
        ("2026-10-01T11:00", "2026-10-08T09:30"),  # a holiday of seven days
    ):
        found = practice_clock(NEIGHBOURHOOD, local_us(now)).now_us()
        assert 0 <= found - local_us(begins) < 1_000_000
        assert local_day(found, ZoneInfo("Asia/Shanghai")).day == begins[:10]


def test_nothing_leaves_the_machine(server: RunningServer) -> None:
    full = server.house.settings.model_copy(
        update={
            "office": "https://office.example.com",
            "stand_in": "https://stand-in.example.com",
            "notice_url": "https://hook.example.com",
            "customers": "https://customers.example.com",
        }
    )
    found = practice_settings(full)
    assert (found.office, found.stand_in, found.notice_url, found.customers) == ("", "", "", "")
    assert (found.heads, found.seal_key) == (None, None)
    assert found.database != full.database
