"""How desk programs are drawn: colours, fonts, and the small marks (key cap, chip) of every part.

One ``Look`` per window; it changes when the bank's accent arrives with the profile, and whoever
paints asks it at that moment.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from shared.ui.contrast import with_accent
from shared.ui.fonts import application_font
from shared.ui.icon import icon_image
from shared.ui.tokens import DARK, DESK, LIGHT, Colours

SEGMENT_MARKS = {
    "priority": ("group", "priority"),
    "key": ("star", "accent"),
    "vip": ("star", "accent"),
    "corporate": ("domain", "accent"),
}
"""Segment kind to icon and colour token; ordinary customers have no mark."""


class Look:
    """Colours of one window, and helpers that paint with them."""

    def __init__(self, scheme: str = "light") -> None:
        """The product's own colours until the bank's accent is known."""
        self.scheme = scheme
        self.colours: Colours = DARK if scheme == "dark" else LIGHT

    def set_accent(self, accent: str) -> None:
        """Take the bank's accent.

        Raises:
            ColourInvalid, AccentTooWeak: the colour cannot be used; the look stays as it was.
        """
        if accent.upper() == LIGHT.accent:
            return  # the drawn pair of light and dark, not a computed one
        light, dark, _large = with_accent(accent)
        self.colours = dark if self.scheme == "dark" else light

    def colour(self, token: str) -> QColor:
        """A token's colour."""
        return QColor(getattr(self.colours, token))

    def box(
        self,
        painter: QPainter,
        rect: QRectF,
        fill: str,
        edge: str = "",
        *,
        radius: float = DESK.radius,
        width: float = 1.0,
        is_dashed: bool = False,
    ) -> None:
        """A rounded box with an edge inside ``rect``."""
        painter.setBrush(self.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        pen = QPen(self.colour(edge), width) if edge else QPen(Qt.PenStyle.NoPen)
        if is_dashed:
            pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        inset = width / 2 if edge else 0.0
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)

    def focus_ring(self, painter: QPainter, rect: QRectF) -> None:
        """2 px accent just inside the widget's edge; the control itself keeps 4 px off."""
        self.box(painter, rect, "", "accent", radius=DESK.radius + 3.0, width=DESK.focus)

    def icon(self, painter: QPainter, name: str, token: str, rect: QRectF) -> None:
        """An icon in a token's colour, crisp at the painter's resolution."""
        ratio = painter.device().devicePixelRatioF()
        image = icon_image(name, self.colour(token), round(rect.width() * ratio))
        painter.drawImage(rect, image)

    def text(
        self,
        painter: QPainter,
        rect: QRectF,
        words: str,
        token: str,
        pixels: int,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """One line, vertically centred, shortened with an ellipsis where it does not fit."""
        chosen = font(pixels, bold=bold)
        painter.setFont(chosen)
        painter.setPen(self.colour(token))
        shown = QFontMetricsF(chosen).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), shown)

    def key_cap(
        self, painter: QPainter, right: QPointF, words: str, ink: str, pixels: int = DESK.hint
    ) -> float:
        """A key's name in a small box that ends at ``right`` (its middle height); its width."""
        width = text_width(words, pixels) + 10
        height = pixels + 6.0
        rect = QRectF(right.x() - width, right.y() - height / 2, width, height)
        self.box(painter, rect, "", ink, radius=3.0)
        self.text(painter, rect, words, ink, pixels, align=Qt.AlignmentFlag.AlignHCenter)
        return width

    def chip(self, painter: QPainter, rect: QRect, words: str, kind: str) -> None:
        """A customer's segment: plain words, or icon, words and edge for the special ones."""
        if kind not in SEGMENT_MARKS:
            self.text(painter, QRectF(rect), words, "text2", DESK.body)
            return
        symbol, token = SEGMENT_MARKS[kind]
        width = min(text_width(words, DESK.body) + 38, rect.width())
        box = QRectF(rect.x(), rect.center().y() - 10, width, 22)
        self.box(painter, box, f"{token}_soft", token, radius=4.0)
        self.icon(painter, symbol, token, QRectF(box.x() + 8, box.y() + 4, 14, 14))
        self.text(painter, box.adjusted(27, 0, -8, 0), words, token, DESK.body)


def font(pixels: int, *, bold: bool = False) -> QFont:
    """The product's font; weights are 400 and 700 only."""
    chosen = application_font(pixels)
    chosen.setBold(bold)
    return chosen


def text_width(words: str, pixels: int, *, bold: bool = False) -> float:
    """Width of one line in pixels."""
    return QFontMetricsF(font(pixels, bold=bold)).horizontalAdvance(words)
