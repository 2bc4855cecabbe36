"""What lines, bands and marks mean, beside the title of a chart."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from shared.i18n import translate
from shared.ui.look import Look, text_width
from shared.ui.tokens import DESK

TOKENS = ("accent", "warning")


class BandLegend(QWidget):
    """The line: half wait less. The band: eight of ten people."""

    def __init__(self, look: Look, which: int) -> None:
        super().__init__()
        self._look, self._which = look, which
        self._words = (
            translate("Console", "half wait less"),
            translate("Console", "8 of 10 people"),
        )
        widths = [text_width(each, DESK.body) for each in self._words]
        self._second = 32 + widths[0] + 14
        self.setFixedSize(QSize(round(self._second + 34 + widths[1] + 2), 24))
        self.setAccessibleName("; ".join(self._words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A piece of line, a piece of band."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = TOKENS[self._which]
        pen = QPen(self._look.colour(token), 2.5)
        if self._which:
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.drawLine(QLineF(0, 12, 24, 12))
        self._look.text(painter, QRectF(30, 0, 300, 24), self._words[0], "text2", DESK.body)
        edge = QPen(self._look.colour(token), 1)
        edge.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(edge)
        painter.setBrush(self._look.colour(f"{token}_soft"))
        painter.drawRect(QRectF(self._second, 6, 26, 12))
        rest = QRectF(self._second + 32, 0, 300, 24)
        self._look.text(painter, rest, self._words[1], "text2", DESK.body)


class MarkLegend(QWidget):
    """The marks of plan A and plan B, or of what came and what was said."""

    def __init__(self, look: Look, first: str = "A", second: str = "B") -> None:
        super().__init__()
        self._look, self._words = look, (first, second)
        widths = [text_width(each, DESK.body) for each in self._words]
        self._second = 15 + widths[0] + 13
        self.setFixedSize(QSize(round(self._second + 22 + widths[1]), 24))
        self.setAccessibleName(", ".join(self._words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A filled circle, an empty square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("accent"), 1.8))
        painter.setBrush(self._look.colour("accent"))
        painter.drawEllipse(QPointF(6, 12), 4, 4)
        self._look.text(painter, QRectF(15, 0, 300, 24), self._words[0], "text2", DESK.body)
        painter.setPen(QPen(self._look.colour("warning"), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self._second, 8, 8, 8))
        rest = QRectF(self._second + 15, 0, 300, 24)
        self._look.text(painter, rest, self._words[1], "text2", DESK.body)
