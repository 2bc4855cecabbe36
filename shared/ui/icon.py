"""Icons from ``shared/ui/icons``: crisp at any size, in any colour, for QML and for Widgets.

QML: ``Icon { name: "schedule"; color: Theme.accent }`` (it asks ``image://icon/schedule?AARRGGBB``).
Widgets: ``icon("schedule", "#0A5C9E")``.
"""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from shared.domain.errors import FileUnreadable

FOLDER = Path(__file__).parent / "icons"
WIDGET_SIZES_PX = (16, 18, 20, 24, 32, 48)


def icon_names() -> list[str]:
    """The names of all icons that ship."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


@cache
def _drawing(name: str) -> bytes:
    """The SVG text of one icon, read once.

    Raises:
        FileUnreadable: there is no such icon.
    """
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        raise FileUnreadable(path.name, "there is no such icon")
    return path.read_bytes()


def icon_image(name: str, colour: QColor | str, size_px: int) -> QImage:
    """A square picture of an icon in one colour, transparent around it.

    Raises:
        FileUnreadable: there is no such icon.
    """
    drawing = QSvgRenderer(QByteArray(_drawing(name)))
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, size_px, size_px))
    # The drawing is black: keep its coverage, replace its colour.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor(colour))
    painter.end()
    return image


def icon(name: str, colour: QColor | str, disabled: QColor | str | None = None) -> QIcon:
    """An icon for Widgets, with a second colour for its disabled state if wanted.

    Raises:
        FileUnreadable: there is no such icon.
    """
    result = QIcon()
    for size_px in WIDGET_SIZES_PX:
        result.addPixmap(QPixmap.fromImage(icon_image(name, colour, size_px)))
        if disabled is not None:
            pixmap = QPixmap.fromImage(icon_image(name, disabled, size_px))
            result.addPixmap(pixmap, QIcon.Mode.Disabled)
    return result


class IconProvider(QQuickImageProvider):
    """Answers ``image://icon/NAME?AARRGGBB`` (or RRGGBB) in the size that QML asks for."""

    def __init__(self) -> None:
        """An image provider that draws on the asking thread."""
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, identifier: str, size: QSize, requested: QSize) -> QImage:
        """Draw the icon; an unknown name gives an empty picture, which QML reports."""
        name, _, colour = identifier.partition("?")
        size_px = max(requested.width(), requested.height(), 1)
        try:
            image = icon_image(name, f"#{colour}" if colour else "#000000", size_px)
        except FileUnreadable:
            return QImage()
        size.setWidth(size_px)
        size.setHeight(size_px)
        return image
