"""Signs of life as the service manager hears them, on a socket of the test's own."""

import socket
from pathlib import Path

import pytest

from shared.config.notify import ALIVE, READY, Supervisor

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="sockets with a path")


def test_news_arrive_at_the_supervisors_socket(tmp_path: Path) -> None:
    path = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(path)
        supervisor = Supervisor({"NOTIFY_SOCKET": path})
        supervisor.tell(READY)
        supervisor.tell(ALIVE)
        assert [ear.recv(64), ear.recv(64)] == [b"READY=1", b"WATCHDOG=1"]


@pytest.mark.parametrize(
    ("environment", "every_ms"),
    [
        ({}, None),
        ({"WATCHDOG_USEC": "30000000"}, None),
        ({"NOTIFY_SOCKET": "/run/x"}, None),
        ({"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "30000000"}, 10_000),
        ({"NOTIFY_SOCKET": "@x", "WATCHDOG_USEC": "soon"}, None),
    ],
)
def test_signs_come_three_times_within_the_supervisors_patience(
    environment: dict[str, str], every_ms: int | None
) -> None:
    assert Supervisor(environment).every_ms == every_ms


def test_a_supervisor_that_is_gone_holds_nobody_up(tmp_path: Path) -> None:
    Supervisor({"NOTIFY_SOCKET": str(tmp_path / "nobody")}).tell(ALIVE)
    Supervisor({}).tell(ALIVE)
