"""Everything that can be touched: reacts on press, acts on release, tells a screen reader."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from shared.ui.engine import LobbyEngine
from shared.ui.tokens import LIGHT
from tests.support.qml import (
    accessible,
    accessible_name,
    click,
    find,
    heard,
    items,
    press,
    release,
    show,
    texts,
)

MODULE = "shared.ui.controls"

KEYS: Mapping[str, Mapping[str, object]] = {
    "BigTile": {"primary": "存款取款", "secondary": "Cash in or out", "symbol": "payments"},
    "PriorityRow": {"primary": "需要优先照顾", "secondary": "Priority", "detail": "老人、孕妇"},
    "PrimaryButton": {"primary": "完成", "secondary": "Done", "count": 15},
    "SecondaryButton": {"primary": "跳过", "secondary": "Skip"},
    "FaceTile": {"value": 5, "primary": "很满意", "secondary": "Very good"},
    "BarButton": {"primary": "求助", "secondary": "Help", "symbol": "headset_mic"},
}


def shown(engine: LobbyEngine, kind: str, **more: object) -> QQuickItem:
    """A control of this kind in a window of its own size."""
    properties = {"objectName": "key", **KEYS[kind], **more}
    return find(show(engine.load(MODULE, kind, properties)), "key")


def pixel(item: QQuickItem, x: int, y: int) -> QColor:
    """The colour that is on the screen at a point of the item's window."""
    return item.window().grabWindow().pixelColor(x, y)


@pytest.mark.parametrize("kind", KEYS)
def test_acts_once_when_touched(engine: LobbyEngine, kind: str) -> None:
    key = shown(engine, kind)
    clicked = heard(key, "clicked")
    click(key)
    assert len(clicked) == 1


@pytest.mark.parametrize("kind", KEYS)
def test_shows_the_touch_before_the_finger_lifts(engine: LobbyEngine, kind: str) -> None:
    key = shown(engine, kind)
    before = key.window().grabWindow()
    press(key)
    assert key.property("down") is True
    assert key.window().grabWindow() != before
    release(key)


@pytest.mark.parametrize("kind", KEYS)
@pytest.mark.parametrize("pressed", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_acts_on_the_keyboard(engine: LobbyEngine, kind: str, pressed: Qt.Key) -> None:
    key = shown(engine, kind)
    clicked = heard(key, "clicked")
    key.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(key.window(), pressed)
    assert len(clicked) == 1


@pytest.mark.parametrize("kind", KEYS)
def test_shows_a_ring_for_the_keyboard_only(engine: LobbyEngine, kind: str) -> None:
    key = shown(engine, kind)
    rings = [each for each in items(key) if "FocusRing" in each.metaObject().className()]
    assert [each.isVisible() for each in rings] == [False]
    key.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    assert [each.isVisible() for each in rings] == [True]


@pytest.mark.parametrize("kind", KEYS)
def test_does_nothing_when_disabled(engine: LobbyEngine, kind: str) -> None:
    key = shown(engine, kind, enabled=False)
    clicked = heard(key, "clicked")
    click(key)
    assert len(clicked) == 0
    assert key.property("down") is False


@pytest.mark.parametrize("kind", KEYS)
def test_tells_a_screen_reader_its_words_and_can_be_pressed_by_it(
    engine: LobbyEngine, kind: str
) -> None:
    key = shown(engine, kind)
    clicked = heard(key, "clicked")
    role = QAccessible.Role.CheckBox if kind == "PriorityRow" else QAccessible.Role.Button
    assert accessible(key).role() == role
    assert accessible_name(key).startswith(str(KEYS[kind]["primary"]))
    actions = accessible(key).actionInterface()
    actions.doAction("Toggle" if kind == "PriorityRow" else "Press")
    assert len(clicked) == 1


def test_a_pressed_tile_has_an_accent_edge_and_a_soft_fill(engine: LobbyEngine) -> None:
    tile = shown(engine, "BigTile")
    assert pixel(tile, 240, 60) == QColor(LIGHT.panel)
    press(tile)
    assert pixel(tile, 240, 60) == QColor(LIGHT.accent_soft)
    assert pixel(tile, 3, 136) == QColor(LIGHT.accent)
    release(tile)


def test_a_tile_shows_its_wait_and_when_disabled_the_reason(engine: LobbyEngine) -> None:
    tile = shown(engine, "BigTile", waitBefore="约", wait="15", waitAfter="分", reason="今天不办")
    assert texts(tile) == ["约", "15", "分", "存款取款", "Cash in or out"]
    assert accessible_name(tile) == "存款取款, Cash in or out, 约 15 分"
    tile.setEnabled(False)
    assert texts(tile) == ["今天不办", "存款取款", "Cash in or out"]
    assert accessible_name(tile) == "存款取款, Cash in or out, 今天不办"


@pytest.mark.parametrize("name", ["Loans, investments", "Accounts and cards", "预约与签到业务"])
@pytest.mark.parametrize("large", [False, True])
def test_a_long_name_stays_whole_and_below_the_icon(
    engine: LobbyEngine, name: str, large: bool
) -> None:
    engine.theme.set_large_type(large)
    tile = shown(engine, "BigTile", primary=name, secondary="")
    title = next(
        each
        for each in items(tile)
        if each.inherits("QQuickText") and each.property("text") == name
    )
    assert title.property("truncated") is False
    assert title.mapToItem(tile, 0, 0).y() > 60
    assert title.mapToItem(tile, 0, title.height()).y() <= tile.height()


def test_priority_is_a_toggle_that_says_what_it_does(engine: LobbyEngine) -> None:
    row = shown(engine, "PriorityRow")
    assert texts(row) == ["需要优先照顾", "Priority", "老人、孕妇"]
    click(row)
    assert row.property("checked") is True
    assert texts(row) == ["已选优先照顾", "Priority on", "接着选要办的业务"]
    assert accessible(row).state().checked
    click(row)
    assert row.property("checked") is False


def test_the_seconds_left_stand_in_the_ring(engine: LobbyEngine) -> None:
    button = shown(engine, "PrimaryButton")
    assert texts(button) == ["完成", "Done", "15"]
    button.setProperty("count", -1)
    assert texts(button) == ["完成", "Done"]


def test_each_face_has_its_own_drawing(engine: LobbyEngine) -> None:
    faces = [shown(engine, "FaceTile", value=value) for value in range(1, 6)]
    assert len({str(face.property("symbol")) for face in faces}) == 5


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("backButton", "backRequested"),
        ("languageButton", "languageRequested"),
        ("helpButton", "helpRequested"),
        ("largeTypeButton", "largeTypeRequested"),
    ],
)
def test_the_bar_says_which_key_was_touched(engine: LobbyEngine, name: str, signal: str) -> None:
    window = show(engine.load(MODULE, "BottomBar", {"objectName": "bar"}))
    asked = heard(find(window, "bar"), signal)
    click(find(window, name))
    assert len(asked) == 1


def test_an_unusable_back_key_stays_in_its_place(engine: LobbyEngine) -> None:
    window = show(engine.load(MODULE, "BottomBar", {"objectName": "bar", "canGoBack": False}))
    back = find(window, "backButton")
    asked = heard(find(window, "bar"), "backRequested")
    click(back)
    assert len(asked) == 0
    assert texts(back) == ["返回", "Back"]
