"""The theme: modes change colours and sizes, and everything bound to it follows."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from shared.ui.describe import FILE, description
from shared.ui.engine import LobbyEngine
from shared.ui.theme import Theme
from shared.ui.tokens import DARK, LARGE, LIGHT, TOUCH


def test_modes_choose_the_colours() -> None:
    theme = Theme("dark")
    assert theme.colours == DARK
    theme.set_large_type(True)
    assert theme.colours == LARGE
    theme.set_large_type(False)
    theme.set_scheme("light")
    assert theme.colours == LIGHT


def test_says_so_once_for_each_change(qtbot: QtBot) -> None:
    theme = Theme()
    with qtbot.waitSignal(theme.changed):
        theme.set_large_type(True)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_large_type(True)


def test_sizes_follow_scale_and_large_type() -> None:
    theme = Theme()
    assert theme.property("tileTitle") == TOUCH.tile_title == 62
    theme.set_scale(0.5)
    assert theme.property("tileTitle") == 31
    theme.set_scale(1.0)
    theme.set_large_type(True)
    assert theme.property("tileTitle") == 93


def test_millimetres_on_the_panel() -> None:
    assert round(Theme(mm_per_px=0.248).px(20)) == 81  # the smallest touch target, 20 mm
    assert Theme(mm_per_px=0.5).px(10) == 20


def test_the_banks_accent_replaces_ours() -> None:
    theme = Theme()
    theme.set_accent("#8A1538")
    assert theme.property("accent") == QColor("#8A1538")


def test_without_motion_there_is_no_time() -> None:
    theme = Theme()
    assert (theme.property("pressMs"), theme.property("fadeMs")) == (80, 160)
    theme.set_reduced_motion(True)
    assert (theme.property("pressMs"), theme.property("fadeMs")) == (0, 0)


def test_qml_follows_live(engine: LobbyEngine) -> None:
    card = engine.create("shared.ui.controls", "Card")
    assert card.property("color") == QColor(LIGHT.panel)
    engine.theme.set_scheme("dark")
    assert card.property("color") == QColor(DARK.panel)


def test_two_surfaces_have_two_themes(engine: LobbyEngine) -> None:
    board = LobbyEngine(Theme("dark"))
    dark = board.create("shared.ui.controls", "Card")
    light = engine.create("shared.ui.controls", "Card")
    assert dark.property("color") == QColor(DARK.panel)
    assert light.property("color") == QColor(LIGHT.panel)
    board.close()
    assert board.problems == []


def test_the_description_for_qmllint_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == description(), "run: python -m shared.ui.describe"
