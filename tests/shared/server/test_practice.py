"""The speed of a practice day."""

import httpx
import pytest

from shared.server.clock import PracticeClock
from tests.support.server import RunningServer, morning, running_server


def set_rate(server: RunningServer, rate: object, role: str = "admin") -> httpx.Response:
    return httpx.put(
        f"{server.base_url}/api/v1/practice/clock",
        json={"rate": rate},
        headers=server.headers(role),
        trust_env=False,
    )


def test_snapshot_tells_how_fast_the_day_runs(tmp_path_factory: pytest.TempPathFactory) -> None:
    clock = PracticeClock(morning().now_us(), 60.0)
    with running_server(tmp_path_factory.mktemp("practice"), clock=clock) as server:
        assert server.client("board").get("lobby").json()["clock_rate"] == 60.0
        assert set_rate(server, 10).json()["rate"] == 10.0
        assert server.client("board").get("lobby").json()["clock_rate"] == 10.0


def test_clock_never_jumps_when_its_rate_changes() -> None:
    clock = PracticeClock(0, 0.0)
    assert clock.now_us() == 0
    clock.set_rate(0.0)
    assert clock.now_us() == 0


@pytest.mark.parametrize(
    ("rate", "role", "expected"),
    [(-1, "admin", 422), ("fast", "admin", 422), (60, "kiosk", 403), (60, "admin", 409)],
)
def test_what_is_refused(
    shared_server: RunningServer, rate: object, role: str, expected: int
) -> None:
    assert set_rate(shared_server, rate, role).status_code == expected
