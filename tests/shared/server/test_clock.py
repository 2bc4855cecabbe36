"""The three clocks, and what becomes of a step of the machine's."""

import time
from pathlib import Path

import pytest

from shared.domain.errors import ServerUnreachable
from shared.server import clock_command
from shared.server.asking import ServerRefused, ask
from shared.server.clock import ManualClock, PracticeClock, RealClock
from tests.support.server import local_us, running_server


def test_real_clock_is_the_machines() -> None:
    before_us = time.time_ns() // 1000
    now_us = RealClock().now_us()
    assert before_us <= now_us <= time.time_ns() // 1000


def test_practice_clock_starts_where_it_is_told_and_runs_faster() -> None:
    began_ns = time.monotonic_ns()
    clock = PracticeClock(1_000_000, 1000.0)
    shown_us = clock.now_us()
    longest_us = (time.monotonic_ns() - began_ns) * 1000 // 1000
    assert 1_000_000 <= shown_us <= 1_000_000 + longest_us + 1


def test_manual_clock_moves_only_by_hand() -> None:
    clock = ManualClock(5)
    clock.advance(10)
    assert clock.now_us() == 15
    clock.set(3)
    assert clock.now_us() == 3


class Machine:
    """A machine whose clock is moved by hand; time passes all the same."""

    def __init__(self) -> None:
        self.wall_s = 1_000_000.0
        self.passed_s = 50.0
        self.clock = RealClock(lambda: round(self.wall_s * 1e9), lambda: round(self.passed_s * 1e9))

    def wait(self, seconds: float) -> None:
        self.wall_s += seconds
        self.passed_s += seconds

    @property
    def now_s(self) -> float:
        return self.clock.now_us() / 1e6

    @property
    def held_s(self) -> float:
        return self.clock.held_us() / 1e6


def test_correction_forward_is_followed_at_once() -> None:
    machine = Machine()
    machine.wall_s += 300
    assert (machine.now_s, machine.held_s) == (1_000_300, 0)


def test_correction_backward_is_followed_at_half_speed() -> None:
    machine = Machine()
    machine.wall_s -= 60
    assert machine.now_s == 1_000_000
    machine.wait(20)
    assert machine.now_s == 1_000_010
    machine.wait(200)
    assert machine.now_s == machine.wall_s == 1_000_160


def test_jump_forward_is_not_believed(caplog: pytest.LogCaptureFixture) -> None:
    machine = Machine()
    machine.wall_s += 86_400
    assert machine.now_s == 1_000_000
    for _ in range(10):
        machine.wait(60)
        assert machine.held_s == 86_400
    assert machine.now_s == 1_000_600
    assert [record.getMessage() for record in caplog.records] == [
        "clock.step_not_believed step_s=86400: see lobby clock --help"
    ]


def test_jump_that_is_taken_back_leaves_nothing() -> None:
    machine = Machine()
    machine.wall_s += 86_400
    machine.wait(600)
    assert machine.held_s == 86_400
    machine.wall_s -= 86_400
    assert (machine.now_s, machine.held_s) == (1_000_600, 0)


def test_accepted_jump_forward_holds_at_once() -> None:
    machine = Machine()
    machine.wall_s += 3600
    assert machine.clock.accept() == 1_003_600_000_000
    machine.wait(1)
    assert (machine.now_s, machine.held_s) == (1_003_601, 0)


def test_accepted_jump_backward_never_turns_time_back() -> None:
    machine = Machine()
    machine.wall_s -= 600
    assert machine.held_s == -600
    machine.clock.accept()
    assert (machine.now_s, machine.held_s) == (1_000_000, 0)
    for _ in range(10):
        machine.wait(60)
        machine.clock.now_us()
    assert (machine.now_s, machine.held_s) == (1_000_300, 0)
    machine.wait(600)
    assert machine.now_s == machine.wall_s
    machine.wall_s -= 600  # the word was for that step only
    assert machine.held_s == -600


def test_nothing_to_accept_changes_nothing() -> None:
    machine = Machine()
    machine.clock.accept()
    assert machine.now_s == 1_000_000


def test_machine_set_to_tomorrow_opens_no_day_until_somebody_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine = Machine()
    machine.wall_s = local_us("2026-11-20T09:30") / 1e6
    machine.clock = RealClock(
        lambda: round(machine.wall_s * 1e9), lambda: round(machine.passed_s * 1e9)
    )
    with running_server(tmp_path, clock=machine.clock) as server:
        kiosk = server.client("kiosk")
        cash = {"service": "cash"}
        assert kiosk.post("tickets", json=cash).json()["number"] == "A001"
        machine.wall_s += 86_400
        assert kiosk.post("tickets", json=cash).json()["number"] == "A002"
        door = (server.base_url, server.keys["admin"])
        assert asked(capsys, "show", *door) == (
            "ahead of that, and is not believed. If it is right: lobby clock accept"
        )
        assert asked(capsys, "accept", *door) == "The branch goes by"
        assert kiosk.post("tickets", json=cash).json()["number"] == "A001"
        with pytest.raises(ServerRefused, match="The role “kiosk” may not do this"):
            ask("GET", f"{server.base_url}/api/v1/clock", server.keys["kiosk"])
    with pytest.raises(ServerUnreachable):
        ask("GET", f"{server.base_url}/api/v1/clock", "")


def asked(capsys: pytest.CaptureFixture[str], word: str, server: str, key: str) -> str:
    """The end of what `lobby clock` says, without its figures."""
    getattr(clock_command, word)(server, key)
    last = capsys.readouterr().out.splitlines()[-1]
    return last.partition(" s ")[2] or last[:18]
