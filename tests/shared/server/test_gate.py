"""Who is let in: devices, sessions, roles."""

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event

import httpx
import pytest

from shared.config.pace import Pace
from shared.server import memory
from shared.server.clock import ManualClock
from shared.server.gate import Gate
from shared.server.limits import Limits
from shared.services.access import SESSION_US
from shared.store.device import DeviceRecord, DeviceTable
from tests.support.server import PIN, RunningServer


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}])
def test_unknown_device(shared_server: RunningServer, headers: dict[str, str]) -> None:
    answer = httpx.get(f"{shared_server.url}/lobby", headers=headers, trust_env=False)
    assert refusal(answer) == (401, "device_unknown")
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("role", "method", "path", "body"),
    [
        ("kiosk", "POST", "counters/1/next", {}),
        ("board", "POST", "tickets", {"service": "cash"}),
        ("rating", "POST", "help-requests", {}),
        ("kiosk", "POST", "sessions", {"staff": "t1", "pin": PIN}),
        ("teller", "POST", "tickets/none/rating", {"score": 5}),
        ("board", "GET", "reports/day", None),
        ("lead", "POST", "profile", {}),
    ],
)
def test_role_that_may_not(
    shared_server: RunningServer, role: str, method: str, path: str, body: object
) -> None:
    answer = shared_server.client(role).request(method, path, json=body)
    assert refusal(answer) == (403, "role_forbidden")


def test_counter_needs_somebody_signed_in(shared_server: RunningServer) -> None:
    answer = shared_server.client("teller").post("counters/1/open")
    assert refusal(answer) == (401, "session_missing")


def test_wrong_pin(server: RunningServer) -> None:
    desk = server.client("teller")
    answers = [desk.post("sessions", json={"staff": "t1", "pin": "1111"}) for _ in range(6)]
    assert {refusal(a) for a in answers[:5]} == {(401, "sign_in_failed")}
    assert refusal(answers[5]) == (429, "sign_in_locked")
    assert answers[5].headers["retry-after"] == "60"


def test_session_ends_with_signing_out(server: RunningServer) -> None:
    teller = server.client("teller", "t1")
    assert teller.post("counters/1/open").status_code == 200
    assert teller.delete("sessions/current").status_code == 204
    assert refusal(teller.post("counters/1/next")) == (401, "session_missing")


def test_session_ends_after_a_working_day(server: RunningServer) -> None:
    teller = server.client("teller", "t1")
    assert isinstance(server.clock, ManualClock)
    server.clock.advance(SESSION_US)
    assert refusal(teller.post("counters/1/open")) == (401, "session_missing")


def test_what_needs_nobody_goes_on_after_the_session_has_ended(server: RunningServer) -> None:
    teller = server.client("teller", "t1")
    assert isinstance(server.clock, ManualClock)
    server.clock.advance(SESSION_US)
    signed = {"staff": "t1", "pin": PIN}
    assert [teller.get(path).status_code for path in ("lobby", "config", "log")] == [200] * 3
    assert teller.post("sessions", json=signed).status_code == 201
    assert refusal(teller.delete("sessions/current")) == (401, "session_missing")
    assert refusal(teller.post("counters/1/next")) == (401, "session_missing")


def test_session_is_worth_nothing_on_another_device(server: RunningServer) -> None:
    token = server.headers("teller", "t1")["X-Staff-Session"]
    answer = server.client("lead").post("counters/1/open", headers={"X-Staff-Session": token})
    assert refusal(answer) == (401, "session_missing")


def test_revoked_device_is_refused_when_it_is_looked_up_again(
    server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = server.client("board")
    assert board.get("lobby").status_code == 200
    server.house.devices.revoke("board-1", datetime(2026, 11, 20, tzinfo=UTC))
    monkeypatch.setattr(memory, "REMEMBERED_S", 0.0)
    assert refusal(board.get("lobby")) == (401, "device_unknown")


class SlowDevices(DeviceTable):
    """The devices of a database that answers when it is let."""

    def __init__(self, server: RunningServer) -> None:
        super().__init__(server.house.database)
        self.let, self.began = Event(), Event()
        self.questions = 0

    def by_keys(self, keys: Collection[str]) -> dict[str, DeviceRecord]:
        self.questions += 1
        self.began.set()
        assert self.let.wait(10)
        return super().by_keys(keys)


@pytest.fixture
def slow(server: RunningServer) -> SlowDevices:
    """The server's gate looks its devices up here."""
    house, devices = server.house, SlowDevices(server)
    house.gate = Gate(devices, house.staff, house.clock, house.branches)
    return devices


def test_others_are_served_while_the_database_does_not_answer(
    server: RunningServer, slow: SlowDevices
) -> None:
    board = server.client("board")
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(board.get, "lobby")
        assert slow.began.wait(10)
        alive = httpx.get(f"{server.base_url}/healthz", trust_env=False, timeout=5)
        assert (alive.status_code, asking.done()) == (200, False)
        slow.let.set()
        assert asking.result(10).status_code == 200


def test_keys_of_a_suspect_are_looked_up_together(server: RunningServer, slow: SlowDevices) -> None:
    """One question each quarter of a second; a device at that address is served all the same."""
    settings = server.house.settings.model_copy(update={"limit_strangers": Pace(0.001, 1)})
    server.house.limits = Limits(settings)
    slow.let.set()

    def ask(n: int) -> int:
        key = {"Authorization": f"Bearer wrong-{n}"}
        return httpx.get(f"{server.url}/lobby", headers=key, trust_env=False).status_code

    assert ask(0) == 401
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(1, 25))) == [429] * 24
    assert slow.questions < 25
    assert server.client("board").get("lobby").status_code == 200
