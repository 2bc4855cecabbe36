"""Icons: drawn in the colour asked for, sharp at the size asked for; unknown names are refused."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from shared.domain.errors import FileUnreadable
from shared.ui.icon import FOLDER, IconProvider, icon, icon_image, icon_names


def test_is_drawn_in_its_colour(qapp: QApplication) -> None:
    image = icon_image("check", "#0A5C9E", 48)
    seen = {
        image.pixelColor(x, y).rgb()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {QColor("#0A5C9E").rgb()}


def test_provider_gives_the_size_that_qml_asks_for(qapp: QApplication) -> None:
    size = QSize()
    image = IconProvider().requestImage("close?B0241C", size, QSize(84, 84))
    assert image.size() == size == QSize(84, 84)
    assert image.pixelColor(42, 42) == QColor("#B0241C")


def test_provider_has_no_picture_for_an_unknown_name(qapp: QApplication) -> None:
    assert IconProvider().requestImage("unicorn?000000", QSize(), QSize(8, 8)).isNull()


def test_an_unknown_icon_is_refused(qapp: QApplication) -> None:
    with pytest.raises(FileUnreadable, match=r"unicorn\.svg"):
        icon("unicorn", "#000000")


def test_widgets_get_a_second_colour_for_disabled(qapp: QApplication) -> None:
    found = icon("close", "#13202B", disabled="#475765")
    for mode, colour in ((QIcon.Mode.Normal, "#13202B"), (QIcon.Mode.Disabled, "#475765")):
        image = found.pixmap(QSize(48, 48), mode).toImage()
        assert image.pixelColor(24, 24) == QColor(colour)


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_a_small_drawing_without_script(name: str) -> None:
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(text).iter()}
    assert tags == {"svg", "path"}
    assert len(text) < 3000
