"""A program whose loop hangs gives no sign of life, and is started again: with a real process."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.end2end,
    pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="sockets with a path"),
]

PATIENCE_S = 1.5
START_LIMIT_S = 30.0
#: A window that is well for a moment; then its loop hangs, where it is asked to.
PROGRAM = """
import os, time
from PySide6.QtCore import QTimer
from shared.client.run import Connection, run_program

class Program:
    window = None
    def show(self):
        if os.environ["HANGS"] == "1":
            QTimer.singleShot(600, lambda: time.sleep(600))
    def close(self):
        pass

run_program(lambda client, options: Program(), Connection(), {"language": "en"})
"""


class Supervisor:
    """Starts the program, hears its signs, and starts it anew when it is silent too long."""

    def __init__(self, folder: Path) -> None:
        self._path = str(folder / "notify")
        self._ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ear.bind(self._path)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *, hangs: bool) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            env=os.environ
            | {
                "NOTIFY_SOCKET": self._path,
                "WATCHDOG_USEC": str(int(PATIENCE_S * 1_000_000)),
                "QT_QPA_PLATFORM": "offscreen",
                "HANGS": str(int(hangs)),
            },
        )

    def next_sign(self, limit_s: float) -> str:
        """What it says next; empty when it says nothing for so long."""
        self._ear.settimeout(limit_s)
        try:
            return self._ear.recv(64).decode()
        except TimeoutError:
            return ""

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGABRT)
        self.process.wait(10)

    def close(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)
        self._ear.close()


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    made = Supervisor(tmp_path)
    yield made
    made.close()


def test_a_loop_that_hangs_is_noticed_ended_and_started_again(supervisor: Supervisor) -> None:
    supervisor.start(hangs=True)
    assert supervisor.next_sign(START_LIMIT_S) == "READY=1"
    assert supervisor.next_sign(PATIENCE_S) == "WATCHDOG=1"
    while supervisor.next_sign(PATIENCE_S):
        pass  # the signs before it hung
    supervisor.kill()
    supervisor.start(hangs=False)
    assert supervisor.next_sign(START_LIMIT_S) == "READY=1"
    assert [supervisor.next_sign(PATIENCE_S) for _ in range(3)] == ["WATCHDOG=1"] * 3
    assert supervisor.process is not None
    supervisor.process.send_signal(signal.SIGTERM)
    while (said := supervisor.next_sign(START_LIMIT_S)) == "WATCHDOG=1":
        pass
    assert said == "STOPPING=1"
    assert supervisor.process.wait(10) == 0
