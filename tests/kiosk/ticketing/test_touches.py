"""Some random fingers; ten thousand of them in ``dev.py torture --only touches``."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shared.client.ports import Failure
from shared.ui.app import quick_application
from tests.kiosk.ticketing.conftest import Kiosk, KioskMaker, pass_seconds
from tests.support.qml import click, find
from tests.torture.touches import held, left, play

pytestmark = pytest.mark.usefixtures("qapp")


def test_random_touches_leave_nothing_and_end_at_the_start() -> None:
    quick_application("zh")
    found = play(80, seed=1)
    assert found.faults == []
    assert found.touches >= 80
    assert len(found.pages) >= 4


def test_what_is_left_behind_would_be_found(kiosk: Kiosk) -> None:
    fresh = held(kiosk)
    kiosk.flow.called_words = {"zh": "3 号窗口", "en": "counter 3"}
    assert left(fresh, held(kiosk)) == [
        "flow.called_words is \"{'zh': '3 号窗口', 'en': 'counter 3'}\", was '{}'"
    ]


def test_a_warning_is_answered_ten_times_and_more(make_kiosk: KioskMaker) -> None:
    kiosk = make_kiosk("city")
    kiosk.flow.choose("group:2")
    for _ in range(12):
        pass_seconds(kiosk.flow.idle, 30)
        assert kiosk.flow.warning.is_running
        pass_seconds(kiosk.flow.warning, 19)
        click(find(kiosk.window, "stillHereButton"))
        assert (kiosk.screen, kiosk.flow.warning.is_running) == ("group", False)
    pass_seconds(kiosk.flow.idle, 30)
    pass_seconds(kiosk.flow.warning, 20)
    assert kiosk.screen == "start"


def test_a_late_answer_brings_nothing_back(make_kiosk: KioskMaker) -> None:
    kiosk = make_kiosk("neighbourhood")
    fresh = held(kiosk)
    kiosk.client.is_holding = True
    kiosk.flow.choose("cash")
    kiosk.flow.wipe()
    for name, _ in list(kiosk.client.open_replies):
        kiosk.client.settle(name, Failure("server_unreachable", "", True, is_undecided=True))
    kiosk.flow.wipe()
    assert left(fresh, held(kiosk)) == []


def test_news_alone_keeps_nobody_here(kiosk: Kiosk) -> None:
    kiosk.flow.togglePriority()
    pass_seconds(kiosk.flow.idle, 20)
    kiosk.client.go(online=False)
    kiosk.client.go(online=True)
    assert kiosk.flow.idle.left == 10
    QTest.keyClick(kiosk.window, Qt.Key.Key_Tab)
    assert kiosk.flow.idle.left == 30


def test_a_late_answer_about_help_is_not_the_next_customers(kiosk: Kiosk) -> None:
    kiosk.client.is_holding = True
    kiosk.flow.askHelp()
    kiosk.flow.wipe()
    kiosk.flow.askHelp()
    kiosk.client.settle("ask_help", Failure("server_unreachable", "", True))
    assert (kiosk.screen, kiosk.flow.help_state) == ("help", "asking")
    kiosk.client.settle("ask_help", None)
    assert kiosk.flow.help_state == "coming"
