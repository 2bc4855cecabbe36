"""A board whose server is killed, or frozen, says within five seconds that its data has stopped."""

import os
import signal
import time
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

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        folder.mkdir()
        database = folder / "branch.db"
        database.write_bytes(enrolled_database())
        self.process, address = stack.enter_context(serving(database))
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


def test_killed_and_frozen_are_told_in_time_and_a_thaw_too(
    qapp: QCoreApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        frozen, killed = (Watched(tmp_path / name, stack) for name in ("frozen", "killed"))
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
