"""What was predicted and what came, a line each figure, with both intervals on one zero line."""

import math
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.tokens import DESK
from simulator.console.effect.words import Line, told
from simulator.experiment.interval import Interval

ROW: Final = 34
HEAD: Final = 30
RIGHT, LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
#: Group, figure, before, after, predicted, came; the picture and the words share the rest.
COLUMNS: Final = (136, 128, 58, 58, 104, 104)
PICTURE: Final = 0.43
SAID, CAME = "warning", "accent"


class EffectTable(QWidget):
    """Predicted: hollow square, dashed. Came: dot, solid."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: tuple[Line, ...] = ()
        self.setObjectName("effectTable")

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Other figures."""
        self._lines = lines
        self.setAccessibleName(translate("Console", "What came beside what was predicted"))
        self.setAccessibleDescription("\n".join(line.words for line in lines))
        self.setMinimumHeight(HEAD + ROW * len(lines))
        self.updateGeometry()
        self.update()

    @property
    def lines(self) -> list[str]:
        """What it says."""
        return self.accessibleDescription().splitlines()

    def minimumSizeHint(self) -> QSize:
        """All lines."""
        return QSize(760, HEAD + ROW * len(self._lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Head and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edges = self._edges()
        self._head(painter, edges)
        group = ""
        for place, line in enumerate(self._lines):
            rect = QRectF(0, HEAD + place * ROW, self.width(), ROW)
            self._line(painter, rect, line, edges, is_first=line.group != group)
            group = line.group

    def _edges(self) -> list[float]:
        found = [14.0]
        for width in COLUMNS:
            found.append(found[-1] + width)
        rest = self.width() - found[-1] - 14
        return [*found, found[-1] + rest * PICTURE, float(self.width())]

    def _head(self, painter: QPainter, edges: list[float]) -> None:
        heads = (
            translate("Console", "Who"),
            translate("Console", "Figure"),
            translate("Console", "Before"),
            translate("Console", "After"),
            translate("Console", "Predicted"),
            translate("Console", "Came"),
            translate("Console", "less  0  more"),
            translate("Console", "95 % sure"),
        )
        for place, words in enumerate(heads):
            align = RIGHT if 2 <= place <= 5 else LEFT
            if place == 6:
                align = Qt.AlignmentFlag.AlignHCenter
            cell = QRectF(edges[place], 0, edges[place + 1] - edges[place] - 8, HEAD)
            self._look.text(painter, cell, words, "text2", DESK.body, align=align)
        painter.setPen(self._look.colour("outline"))
        painter.drawLine(QLineF(0, HEAD, self.width(), HEAD))

    def _line(
        self, painter: QPainter, rect: QRectF, line: Line, edges: list[float], *, is_first: bool
    ) -> None:
        texts = (
            (line.group if is_first else "", "text", is_first),
            (line.figure, "text", False),
            (line.before, "text", False),
            (line.after, "text", False),
            (told(line.predicted), "text2", False),
            (told(line.came), "text", True),
        )
        for place, (words, token, bold) in enumerate(texts):
            cell = QRectF(edges[place], rect.y(), edges[place + 1] - edges[place] - 8, ROW)
            align = RIGHT if place > 1 else LEFT
            self._look.text(painter, cell, words, token, DESK.body, bold=bold, align=align)
        rest = QRectF(edges[7], rect.y(), self.width() - edges[7] - 8, ROW)
        self._look.text(painter, rest, line.verdict, line.token, DESK.body)
        self._picture(painter, rect, line, (edges[6], edges[7]))
        painter.setPen(self._look.colour("outline"))
        painter.drawLine(QLineF(0, rect.bottom(), rect.width(), rect.bottom()))

    def _picture(
        self, painter: QPainter, rect: QRectF, line: Line, between: tuple[float, float]
    ) -> None:
        """Each line has its own reach: minutes and per cent have no common measure."""
        reach = max(
            0.05, *(abs(end) for each in (line.predicted, line.came) for end in _ends(each))
        )
        middle, half = sum(between) / 2, (between[1] - between[0]) / 2 - 12
        painter.setPen(QPen(self._look.colour("text2"), 1))
        painter.drawLine(QLineF(middle, rect.y() + 4, middle, rect.bottom() - 4))
        for each, token, y in (
            (line.predicted, SAID, rect.y() + ROW * 0.34),
            (line.came, CAME, rect.y() + ROW * 0.68),
        ):
            low, high = (middle + half * end / reach for end in _ends(each))
            pen = QPen(self._look.colour(token), 1.6)
            if token == SAID:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QLineF(low, y, high, y))
            painter.setPen(QPen(self._look.colour(token), 1.6))
            at = QPointF((low + high) / 2, y)
            if token == SAID:
                painter.setBrush(self._look.colour("panel"))
                painter.drawRect(QRectF(at.x() - 3.5, at.y() - 3.5, 7, 7))
            else:
                painter.setBrush(self._look.colour(token))
                painter.drawEllipse(at, 3.6, 3.6)


def _ends(change: Interval) -> tuple[float, float]:
    half = change.half_width if math.isfinite(change.half_width) else 0.0
    return change.estimate - half, change.estimate + half
