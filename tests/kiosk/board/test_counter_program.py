"""The display above a counter, off-screen: its call at once, its flash, its pause, its silence."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.board.counter_program import CounterProgram
from kiosk.board.program import create
from shared.config.load import load_profile
from shared.ui.app import quick_application
from shared.ui.grab import settle
from tests.kiosk.board.stream import CALLED, RECALLED, event
from tests.support import view
from tests.support.fake_client import FakeClient
from tests.support.qml import find, show, texts


class Display:
    """The display above counter 3 with its fake client and a watch that the test moves."""

    def __init__(self, counter: str = "3", **options: str) -> None:
        profile = load_profile("city" if counter == "vip" else "neighbourhood")
        self.client = FakeClient(profile, view.lobby(counters=(view.counter(counter),)))
        self.now_s = 0.0
        self.program = CounterProgram(
            self.client,
            {"fullscreen": "0", "counter": counter, **options},
            monotonic_s=lambda: self.now_s,
        )
        self.program.show()
        show(self.program.window)

    def texts(self) -> list[str]:
        """All texts on it."""
        settle()
        return texts(self.program.window)

    def counter(self, **changes: object) -> None:
        """A new snapshot tells of the counter."""
        found = view.counter("3").model_copy(update=changes)
        self.client.show(view.lobby(sequence=200, counters=(found,)))


@pytest.fixture
def display(qapp: QApplication) -> Iterator[Display]:
    """One that had nothing to complain about."""
    assert quick_application() is qapp
    made = Display()
    yield made
    problems = list(made.program.engine.problems)
    made.program.close()
    made.program.close()
    assert problems == []


def test_a_call_here_is_shown_at_once_and_flashes_three_times(
    display: Display, qtbot: QtBot
) -> None:
    seen: list[bool] = []
    window = display.program.window
    window.invertedChanged.connect(lambda: seen.append(bool(window.property("inverted"))))  # type: ignore[attr-defined]  # made by QML
    display.client.push(event(101, CALLED, "B015", "3"))
    assert find(window, "calledDigits").property("text") == "B015"
    assert {"请到这里", "Please come here"} <= set(display.texts())
    qtbot.waitUntil(lambda: seen == [True, *[False, True] * 3], timeout=5000)
    display.client.push(event(102, RECALLED, "B015", "3"))
    assert window.property("inverted") is False


def test_a_call_elsewhere_is_not(display: Display) -> None:
    display.client.push(event(101, CALLED, "B015", "2"))
    assert "B015" not in display.texts()
    assert {"等待叫下一位", "Ready for the next number"} <= set(display.texts())


def test_the_snapshot_goes_on_where_the_stream_left_off(display: Display) -> None:
    display.client.push(event(101, CALLED, "B015", "3"))
    display.client.show(view.lobby(sequence=100, counters=(view.counter("3"),)))
    assert "B015" in display.texts()  # that snapshot is older than the call
    display.counter(ticket=view.ticket("B015", state="serving"))
    assert {"B015", "正在办理", "Being served"} <= set(display.texts())
    display.counter()
    assert "B015" not in display.texts()


def test_who_does_not_hear_sees_the_call_again_and_again(display: Display) -> None:
    flashes: list[float] = []
    display.program.model.flash.connect(lambda: flashes.append(display.now_s))
    for is_visual in (False, True):
        ticket = view.ticket("B015", state="called", needs_visual_call=is_visual)
        display.counter(ticket=ticket)
        for _ in range(10):
            display.now_s += 2.0
            display.client.last_contact = view.NOW + timedelta(seconds=display.now_s)
            display.program.model.tick()
    assert flashes == [22.0, 30.0, 38.0]
    display.counter(ticket=view.ticket("B015", state="serving", needs_visual_call=True))
    display.now_s += 20.0
    display.program.model.tick()
    assert len(flashes) == 3


def test_a_pause_says_until_when(display: Display) -> None:
    display.counter(state="paused", pause_until=view.NOW + timedelta(minutes=58))
    assert {"11:10", "暂停，约这时回来", "Back about"} <= set(display.texts())
    display.counter(state="closed")
    assert {"本窗口未开，请看大屏", "Closed. See the board"} <= set(display.texts())


def test_it_says_when_its_data_has_stopped(display: Display) -> None:
    display.counter(ticket=view.ticket("B015", state="called"))
    display.program.model.tick()
    display.now_s = 4.6
    display.client.go(online=False)
    display.program.model.tick()
    assert {"以上为 10:12，请听工作人员叫号", "最后叫号", "B015"} <= set(display.texts())
    assert display.program.window.property("inverted") is False


def test_a_counter_with_a_name(qapp: QApplication) -> None:
    made = Display("vip", language="en")
    assert texts(made.program.window)[:2] == ["VIP room", "贵宾室"]
    made.program.close()


def test_a_counter_that_the_branch_does_not_have(display: Display) -> None:
    display.client.show(view.lobby(sequence=200, counters=(view.counter("1"),)))
    assert {"本网点没有 3 号窗口", "This branch has no counter 3"} <= set(display.texts())


def test_the_board_of_one_counter_is_its_display(qapp: QApplication) -> None:
    program = create(FakeClient(), {"fullscreen": "0", "counter": "3"})
    assert type(program) is CounterProgram
    program.close()
