"""Seconds that run down."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.ticketing.countdown import Countdown


def test_counts_down_to_the_end_once(qtbot: QtBot) -> None:
    owner = QObject()
    countdown = Countdown(owner, second_ms=1)
    seen: list[int] = []
    countdown.changed.connect(lambda: seen.append(countdown.left))
    with qtbot.waitSignal(countdown.expired):
        countdown.start(3)
    assert seen == [3, 2, 1, -1]
    assert not countdown.is_running


def test_stopped_it_never_ends(qtbot: QtBot) -> None:
    owner = QObject()
    countdown = Countdown(owner)
    ends: list[bool] = []
    countdown.expired.connect(lambda: ends.append(True))
    countdown.start(1)
    countdown.stop()
    countdown.tick()
    assert ends == []
    assert countdown.left == -1
