"""The branch's clock between two words of the server."""

from datetime import UTC, datetime, timedelta

from shared.client.clock import BranchClock

NINE = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def test_goes_on_by_this_machines_steady_clock() -> None:
    seconds = [100.0]
    clock = BranchClock(lambda: seconds[0])
    clock.set(NINE)
    seconds[0] += 2.5
    assert clock.now() == NINE + timedelta(seconds=2.5)


def test_a_time_lapse_runs_as_fast_as_the_server_says_and_keeps_its_rate() -> None:
    seconds = [0.0]
    clock = BranchClock(lambda: seconds[0])
    clock.set(NINE, 60.0)
    seconds[0] = 2.0
    assert clock.now() == NINE + timedelta(minutes=2)
    clock.set(NINE + timedelta(minutes=2, seconds=1))  # a beat tells the time only
    seconds[0] = 3.0
    assert clock.now() == NINE + timedelta(minutes=3, seconds=1)


def test_is_read_in_the_branchs_zone() -> None:
    clock = BranchClock(lambda: 0.0)
    clock.set(NINE)
    clock.use_zone("Asia/Shanghai")
    assert f"{clock.now():%H:%M}" == "09:00"
    clock.use_zone("Nowhere/Atall")
    assert clock.now() == NINE


def test_before_the_server_spoke_it_is_this_machines_time() -> None:
    assert abs(BranchClock().now() - datetime.now(UTC)) < timedelta(minutes=1)
