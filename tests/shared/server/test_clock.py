"""The three clocks."""

import time

from shared.server.clock import ManualClock, PracticeClock, RealClock


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
