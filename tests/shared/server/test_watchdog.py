"""The branch server tells the service manager that it is up, alive, and stopping."""

import socket
from pathlib import Path

import pytest

from tests.support.server import running_server

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="sockets with a path")


def test_the_server_gives_signs_of_life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "notify")
    monkeypatch.setenv("NOTIFY_SOCKET", path)
    monkeypatch.setenv("WATCHDOG_USEC", "150000")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(path)
        ear.settimeout(10)
        with running_server(tmp_path):
            heard = [ear.recv(64) for _ in range(3)]
        assert heard == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]
        while (said := ear.recv(64)) == b"WATCHDOG=1":
            pass
        assert said == b"STOPPING=1"
