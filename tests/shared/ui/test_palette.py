"""The Widgets look: both schemes, roles, and Qt has nothing to complain about."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from shared.ui.palette import ROLES, dress, palette, set_role, style_sheet
from shared.ui.tokens import DARK, LIGHT, Colours


@pytest.fixture(autouse=True)
def undress(qapp: QApplication) -> Iterator[None]:
    """Other tests find the application as it was."""
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_dresses_a_running_program(qapp: QApplication, colours: Colours) -> None:
    dress(qapp, colours)
    key = QPushButton("叫下一位")
    set_role(key, "nextKey")
    key.resize(200, 80)
    image = key.grab().toImage()
    assert image.pixelColor(100, 10) == QColor(colours.accent)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(colours.window)


def test_a_role_changes_while_shown(qapp: QApplication) -> None:
    dress(qapp, LIGHT)
    label = QLabel("A047")
    set_role(label, "number")
    assert label.font().pixelSize() == 136
    set_role(label, "hint")
    assert label.font().pixelSize() == 12


def test_a_role_that_is_not_styled_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="no role shiny"):
        set_role(QLabel(), "shiny")


@pytest.mark.parametrize("role", ROLES)
def test_every_role_is_in_the_style_sheet(role: str) -> None:
    assert f'[role="{role}"]' in style_sheet(LIGHT)


def test_disabled_text_is_the_second_text_colour() -> None:
    found = palette(DARK).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert found == QColor(DARK.text2)
