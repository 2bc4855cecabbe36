"""A board whose server is killed, or frozen, says within five seconds that its data has stopped."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kiosk.board.model import BoardModel
from kiosk.board.voice.announcer import Announcer
from kiosk.board.voice.sink import SilentSink
from shared.client.rest import RestClient
from tests.support.server import KEYS, enrolled_database
from tests.support.serving import serving

pytestmark = pytest.mark.end2end

LIMIT_S = 5.0


class Watched:
    """A board without a window at a real server of its own, and when it became stale."""

    def __init__(self, server: tuple[subprocess.Popen[str], str], stack: ExitStack) -> None:
        self.process, address = server
        self.client = RestClient(address, KEYS["board"])
        stack.callback(self.client.stop)
        self.model = BoardModel(self.client, Announcer(SilentSink(), lambda _: b""))
        self.stale_s: float | None = None
        self.model.ticked.connect(self._look)
        self.client.start()
        self.model.start()

    def _look(self) -> None:
        if self.stale_s is None and self.is_stale:
            self.stale_s = time.monotonic()

    @property
    def is_stale(self) -> bool:
        """What the footer says."""
        return bool(self.model.property("isStale"))

    @property
    def is_up(self) -> bool:
        """Whether it shows the lobby as it is."""
        return self.client.is_online and self.client.lobby is not None and not self.is_stale


def two_servers(folder: Path, stack: ExitStack) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Two programs, started side by side."""
    starting = []
    for name in ("frozen", "killed"):
        database = folder / f"{name}.db"
        database.write_bytes(enrolled_database())
        starting.append(serving(database))
    with ThreadPoolExecutor() as pool:
        for made, entered in [(each, pool.submit(each.__enter__)) for each in starting]:
            stack.push(made)
            yield entered.result()


def test_killed_and_frozen_are_told_in_time_and_a_thaw_too(
    qapp: QCoreApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        frozen, killed = (Watched(server, stack) for server in two_servers(tmp_path, stack))
        qtbot.waitUntil(lambda: frozen.is_up and killed.is_up, timeout=20_000)
        began_s = time.monotonic()
        os.kill(frozen.process.pid, signal.SIGSTOP)
        killed.process.kill()
        qtbot.waitUntil(lambda: None not in (frozen.stale_s, killed.stale_s), timeout=10_000)
        for board in (frozen, killed):
            assert board.stale_s is not None
            assert board.stale_s - began_s < LIMIT_S
        assert frozen.model.property("lastContact") != ""
        os.kill(frozen.process.pid, signal.SIGCONT)
        qtbot.waitUntil(lambda: frozen.is_up, timeout=10_000)
        assert killed.is_stale
