"""What only shows: header, notices, the number, the board's rows, in both languages and sizes."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from shared.ui.engine import LobbyEngine
from shared.ui.grab import grab_window
from shared.ui.tokens import LARGE, LIGHT
from tests.support.qml import accessible_name, ask, find, items, show, texts, watch

MODULE = "shared.ui.controls"


def shown(engine: LobbyEngine, kind: str, **properties: object) -> QQuickItem:
    """A control of this kind in a window of its own size."""
    return find(show(engine.load(MODULE, kind, {"objectName": "it", **properties})), "it")


def rows_with(image: QImage, colour: str) -> list[int]:
    """The rows of a picture in which a colour is seen."""
    wanted = QColor(colour).rgb()
    columns = range(0, image.width(), 3)
    return [y for y in range(image.height()) if any(image.pixel(x, y) == wanted for x in columns)]


def test_the_number_is_as_high_as_the_panel_asks(engine: LobbyEngine) -> None:
    hero = shown(engine, "NumberHero", number="A027", primary="您的号码", secondary="Your number")
    rows = rows_with(grab_window(hero.window()), LIGHT.accent)
    assert max(rows) - min(rows) + 1 >= 260
    assert texts(hero) == ["您的号码", "Your number", "A027"]
    assert accessible_name(hero) == "您的号码 A 0 2 7"


def test_a_long_number_is_not_cut(engine: LobbyEngine) -> None:
    hero = shown(engine, "NumberHero", number="AB1027")
    number = next(each for each in items(hero) if each.property("text") == "AB1027")
    assert number.property("contentWidth") <= hero.width()


@pytest.mark.parametrize(("calling", "height"), [(True, 194), (False, 157)])
def test_the_board_is_read_at_ten_metres(engine: LobbyEngine, calling: bool, height: int) -> None:
    row = shown(engine, "CallRow", number="1", counter="3", calling=calling)
    ink = LIGHT.on_accent if calling else LIGHT.text
    image = grab_window(row.window()).copy(0, 0, 400, int(row.height()))
    rows = rows_with(image, ink)
    assert abs(max(rows) - min(rows) + 1 - height) <= 3


def test_a_call_flashes_three_times_and_stands_still(engine: LobbyEngine, qtbot: QtBot) -> None:
    row = shown(engine, "CallRow", number="A021", counter="3", calling=True)
    seen: list[object] = []
    watch(row, "invertedChanged", lambda: seen.append(row.property("inverted")))
    ask(row, "flash")
    qtbot.waitUntil(lambda: len(seen) == 6, timeout=6000)
    assert seen == [False, True] * 3
    row.setProperty("calling", False)
    assert row.property("inverted") is False


def test_without_motion_nothing_flashes(engine: LobbyEngine) -> None:
    engine.theme.set_reduced_motion(True)
    row = shown(engine, "CallRow", number="A021", counter="3", calling=True)
    ask(row, "flash")
    assert row.property("inverted") is True


@pytest.mark.parametrize(
    ("tone", "colour"),
    [
        ("warning", LIGHT.warning),
        ("info", LIGHT.accent),
        ("danger", LIGHT.danger),
        ("positive", LIGHT.positive),
    ],
)
def test_a_notice_has_its_own_colour_and_sign(engine: LobbyEngine, tone: str, colour: str) -> None:
    notice = shown(engine, "Notice", primary="缺纸了", secondary="Out of paper", tone=tone)
    assert notice.property("ink") == QColor(colour)
    assert notice.property("symbol") not in ("", None)
    assert accessible_name(notice) == "缺纸了, Out of paper"


def test_people_waiting_are_counted_in_words(engine: LobbyEngine) -> None:
    count = shown(engine, "WaitCount", waiting=12, openCounters=4)
    assert texts(count) == ["现在 12 人在等，4 个窗口在办", "12 waiting, 4 counters open"]
    count.setProperty("openCounters", 1)
    assert texts(count)[1] == "12 waiting, 1 counter open"


def test_large_type_is_one_language_black_on_white(engine: LobbyEngine) -> None:
    engine.theme.set_large_type(True)
    notice = shown(engine, "Notice", primary="缺纸了", secondary="Out of paper")
    assert texts(notice) == ["缺纸了"]
    words = next(each for each in items(notice) if each.property("text") == "缺纸了")
    assert words.property("color") == QColor(LARGE.text)


def test_the_header_is_read_as_one_line(engine: LobbyEngine) -> None:
    header = shown(engine, "HeaderBar", bank="示例银行", branch="人民路支行", clock="10:12")
    assert accessible_name(header) == "示例银行 人民路支行 10:12"


def test_a_surface_fits_any_window_undistorted(engine: LobbyEngine) -> None:
    frame = shown(engine, "DesignFrame", designWidth=1080, designHeight=1920)
    assert (frame.width(), frame.height()) == (1080, 1920)
    frame.setHeight(960)
    canvas = frame.childItems()[0]
    assert canvas.scale() == 0.5
    assert (canvas.x(), canvas.y()) == (270, 0)
