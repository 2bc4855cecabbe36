"""Spoken pages: what is said in which order, and that a finger asks before it presses."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.speech.speaker import Speaker
from kiosk.ticketing.spoken_mode import PAUSE
from shared.i18n import LANGUAGES
from shared.ui.app import quick_application
from tests.kiosk.ticketing.conftest import Kiosk, pass_seconds
from tests.support.qml import click, find, items, texts

SMALL = (270, 480)
WELCOME = "语音已打开，旁人可能听到。先点一下，听听是什么；再点一下，就是选它"


class FakeSpeaker(Speaker):
    """Writes down what it is told to say."""

    languages = frozenset(LANGUAGES)

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str, int]] = []
        self.stops = 0

    def say(self, text: str, language: str, volume_percent: int) -> None:
        self.said.append((text, language, volume_percent))

    def stop(self) -> None:
        self.stops += 1

    @property
    def last(self) -> list[str]:
        """The sentences of what was said last."""
        return self.said[-1][0].split(PAUSE)


@pytest.fixture(scope="module")
def one(qapp: object) -> Iterator[Kiosk]:
    """One for all of them."""
    quick_application("zh")
    kiosk = Kiosk(speaker=FakeSpeaker())
    kiosk.program.theme.set_reduced_motion(True)
    kiosk.window.resize(*SMALL)  # as good a place for fingers, and drawn sooner
    yield kiosk
    kiosk.flow.wipe()  # silent: nothing is looked at any more
    kiosk.close()


@pytest.fixture
def kiosk(one: Kiosk) -> Kiosk:
    """On the start screen; nobody has done anything."""
    one.client.answers.clear()
    one.flow.wipe()
    one.client.calls.clear()
    heard(one).said.clear()
    return one


def heard(kiosk: Kiosk) -> FakeSpeaker:
    speaker = kiosk.program.speaker
    assert isinstance(speaker, FakeSpeaker)
    return speaker


def turn_on(kiosk: Kiosk, qtbot: QtBot) -> FakeSpeaker:
    """By its key; until the page was said."""
    speaker = heard(kiosk)
    click(find(kiosk.window, "speechButton"))
    qtbot.waitUntil(lambda: bool(speaker.said))
    return speaker


def test_the_page_is_said_from_top_to_bottom_in_one_language(kiosk: Kiosk, qtbot: QtBot) -> None:
    speaker = turn_on(kiosk, qtbot)
    tiles = [each for each in items(kiosk.window) if each.objectName().startswith("tile-")]
    shown = sum(each.isVisible() for each in tiles) + 1  # and the row for who needs priority
    assert speaker.said[-1][1:] == ("zh", 60)
    assert speaker.last == [
        WELCOME,
        "现在 12 人在等，4 个窗口在办",
        "您要办什么？",
        f"有 {shown} 项可以点",
    ]


def test_the_first_touch_asks_and_the_second_presses(kiosk: Kiosk, qtbot: QtBot) -> None:
    speaker = turn_on(kiosk, qtbot)
    tile = find(kiosk.window, "tile-cash")
    click(tile)
    assert (kiosk.screen, speaker.last) == ("start", ["存款取款, 5 人在等"])
    assert kiosk.client.calls_of("issue_ticket") == []
    click(tile)
    qtbot.waitUntil(lambda: kiosk.screen == "ticket")
    qtbot.waitUntil(lambda: any(each.endswith(": A 0 2 9") for each in speaker.last))


def test_another_control_is_asked_again(kiosk: Kiosk, qtbot: QtBot) -> None:
    speaker = turn_on(kiosk, qtbot)
    for _ in range(2):
        click(find(kiosk.window, "tile-cash"))
        click(find(kiosk.window, "languageButton"))
    assert (kiosk.screen, speaker.last) == ("start", ["English"])
    click(find(kiosk.window, "languageButton"))
    qtbot.waitUntil(lambda: speaker.said[-1][1] == "en")
    assert speaker.last[1] == "What do you need today?"


def test_a_keyboard_turns_it_on_and_hears_what_has_the_focus(kiosk: Kiosk, qtbot: QtBot) -> None:
    QTest.keyClick(kiosk.window, Qt.Key.Key_F1)
    speaker = heard(kiosk)
    qtbot.waitUntil(lambda: bool(speaker.said))
    QTest.keyClick(kiosk.window, Qt.Key.Key_Tab)
    focus = kiosk.window.activeFocusItem()
    assert focus.objectName().startswith("tile-")
    assert speaker.last == [f"{focus.property('primary')}, {focus.property('waitText')}"]
    QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kiosk.screen in {"ticket", "group", "ways"})


def test_after_the_end_nothing_is_read_from_the_window(kiosk: Kiosk, qtbot: QtBot) -> None:
    speaker, spoken = turn_on(kiosk, qtbot), kiosk.program.spoken
    said, read = list(speaker.said), spoken.read
    spoken.end()  # as the program does when it closes
    kiosk.flow.changed.emit()
    spoken.look()
    assert (spoken.is_on, speaker.said, spoken.read("zh")) == (False, said, [])
    spoken.read = read


def test_volume_goes_up_and_down_and_ends_with_the_visit(kiosk: Kiosk, qtbot: QtBot) -> None:
    speaker = turn_on(kiosk, qtbot)
    for _ in range(2):
        click(find(kiosk.window, "speechButton"))
    qtbot.waitUntil(lambda: speaker.last[0] == "音量 3（最大 5）")
    louder = find(kiosk.window, "louderButton")
    for _ in range(4):
        click(louder)
    assert speaker.said[-1] == ("音量 5（最大 5）", "zh", 100)
    pass_seconds(kiosk.flow.idle, 90)
    pass_seconds(kiosk.flow.warning, 60)
    spoken = kiosk.program.spoken
    assert (kiosk.screen, spoken.is_on, spoken.level, spoken.has_sheet) == (
        "start",
        False,
        2,
        False,
    )
    assert kiosk.flow.slowness == 1
    speaker.said.clear()
    turn_on(kiosk, qtbot)
    assert speaker.said[-1][2] == 60


def test_what_is_typed_is_never_said(kiosk: Kiosk, qtbot: QtBot) -> None:
    speaker = turn_on(kiosk, qtbot)
    kiosk.flow.bookings.open()
    kiosk.flow.bookings.choose("code")
    qtbot.waitUntil(lambda: str(find(kiosk.window, "question").property("primary")) in speaker.last)
    kiosk.flow.keypad.key("K")
    kiosk.flow.keypad.key("7")
    qtbot.wait(100)
    assert "K" not in "".join(text for text, _l, _v in speaker.said)


def test_pages_of_staff_are_silent(kiosk: Kiosk, qtbot: QtBot) -> None:
    turn_on(kiosk, qtbot)
    kiosk.flow.staff.open()
    kiosk.program.spoken.press()
    assert (kiosk.screen, kiosk.program.spoken.is_on) == ("staff_number", False)


def test_where_nothing_speaks_nothing_is_offered(qapp: object) -> None:
    silent = Kiosk()
    assert "朗读" not in texts(silent.window)
    silent.program.spoken.press()
    assert not silent.program.spoken.is_on
    silent.close()


def test_two_touches_on_i_am_still_here_keep_the_visit(kiosk: Kiosk, qtbot: QtBot) -> None:
    speaker = turn_on(kiosk, qtbot)
    kiosk.flow.bookings.open()
    qtbot.waitUntil(lambda: kiosk.screen != "start")
    pass_seconds(kiosk.flow.idle, 90)
    qtbot.waitUntil(lambda: find(kiosk.window, "stillHereButton").isVisible())
    here = find(kiosk.window, "stillHereButton")
    said = len(speaker.said)
    qtbot.waitUntil(lambda: len(speaker.said) > said)
    click(here)
    pass_seconds(kiosk.flow.warning, 1)
    qtbot.wait(100)  # the tick is looked at
    click(here)
    qtbot.waitUntil(lambda: not kiosk.flow.warning.is_running)
