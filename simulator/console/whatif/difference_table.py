"""Plan A, plan B and what lies between: figures, paired intervals beside a zero line, a word."""

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.tokens import DESK
from simulator.console.study.differences import Row
from simulator.console.whatif import words

RIGHT = Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignHCenter
#: Width of each column at 663 px: name, unit, A, B, difference, interval; the word has the rest.
COLUMNS = (168, 68, 60, 60, 64, 136)
#: A clock's difference is drawn against an hour, everything else against the larger of A and B.
HOUR_MIN = 60.0
#: A line in which text of 13 px can be read.
LOWEST = 19


class DifferenceTable(QWidget):
    """One line a figure. The intervals share a zero line and are drawn in parts of the figure."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[Row, ...] = ()
        self.setObjectName("differenceTable")

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Other figures."""
        self._rows = rows
        lines = [
            f"{words.row_words(row)[0]}: A {words.figure(row, row.a)}, "
            f"B {words.figure(row, row.b)}, "
            f"{words.difference(row)}, {words.verdict(row)[0]}"
            for row in rows
        ]
        self.setAccessibleName(translate("Console", "Plan B minus plan A on a working day"))
        self.setAccessibleDescription("\n".join(lines))
        self.update()

    @property
    def lines(self) -> list[str]:
        """What it says, a line each."""
        return self.accessibleDescription().splitlines()

    def minimumSizeHint(self) -> QSize:
        """Eleven lines and the head."""
        return QSize(520, 29 + 11 * LOWEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Head, lines, intervals."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edges = self._edges()
        self._head(painter, edges)
        if not self._rows:
            return
        high = min(34.0, (self.height() - 31) / len(self._rows))
        reach = max([0.05, *(abs(end) for row in self._rows for end in _ends(row))])
        for place, row in enumerate(self._rows):
            self._line(painter, QRectF(0, 29 + place * high, self.width(), high), row, edges, reach)

    def _edges(self) -> list[float]:
        extra = max(0.0, (self.width() - 663) / 2)
        widths = [*COLUMNS]
        found, x = [12.0], 12.0
        for place, width in enumerate(widths):
            x += width + (extra if place in (0, 5) else 0)
            found.append(x)
        return found

    def _head(self, painter: QPainter, edges: list[float]) -> None:
        look = self._look
        heads = (
            translate("Console", "A working day"),
            translate("Console", "Unit"),
            "A",
            "B",
            translate("Console", "B − A"),
        )
        for place, text in enumerate(heads):
            rect = QRectF(edges[place], 0, edges[place + 1] - edges[place] - 8, 28)
            align = RIGHT if place > 1 else Qt.AlignmentFlag.AlignLeft
            look.text(painter, rect, text, "text2", DESK.body, align=align)
        middle = (edges[5] + edges[6]) / 2 + 8
        less, more = translate("Console", "less"), translate("Console", "more")
        look.text(painter, QRectF(middle - 70, 0, 60, 28), less, "text2", DESK.hint, align=RIGHT)
        look.text(painter, QRectF(middle - 8, 0, 16, 28), "0", "text2", DESK.hint, align=MIDDLE)
        look.text(painter, QRectF(middle + 10, 0, 60, 28), more, "text2", DESK.hint)
        sure = QRectF(edges[6] + 14, 0, self.width() - edges[6] - 20, 28)
        look.text(painter, sure, translate("Console", "95 % sure"), "text2", DESK.body)
        painter.setPen(look.colour("outline"))
        painter.drawLine(QLineF(0, 28, self.width(), 28))

    def _line(
        self, painter: QPainter, rect: QRectF, row: Row, edges: list[float], reach: float
    ) -> None:
        look, (name, unit) = self._look, words.row_words(row)
        texts = (
            (name, "text", False),
            (unit, "text2", False),
            (words.figure(row, row.a), "text", False),
            (words.figure(row, row.b), "text", False),
            (words.difference(row), "text", True),
        )
        for place, (text, token, bold) in enumerate(texts):
            cell = QRectF(
                edges[place], rect.y(), edges[place + 1] - edges[place] - 8, rect.height()
            )
            align = RIGHT if place > 1 else Qt.AlignmentFlag.AlignLeft
            look.text(painter, cell, text, token, DESK.body, bold=bold, align=align)
        word, token = words.verdict(row)
        rest = QRectF(edges[6] + 14, rect.y(), rect.width() - edges[6] - 18, rect.height())
        look.text(painter, rest, word, token, DESK.body)
        self._interval(painter, rect, row, (edges[5], edges[6]), reach, token)
        painter.setPen(look.colour("outline"))
        painter.drawLine(QLineF(0, rect.bottom(), rect.width(), rect.bottom()))

    def _interval(
        self,
        painter: QPainter,
        rect: QRectF,
        row: Row,
        between: tuple[float, float],
        reach: float,
        token: str,
    ) -> None:
        middle, half = sum(between) / 2 + 8, (between[1] - between[0]) / 2 - 8
        y = rect.center().y()
        painter.setPen(QPen(self._look.colour("text2"), 1))
        painter.drawLine(QLineF(middle, rect.y() + 3, middle, rect.bottom() - 3))
        low, high = (middle + half * end / reach for end in _ends(row))
        painter.setPen(QPen(self._look.colour(token), 1.6))
        if high - low > 2:
            painter.drawLine(QLineF(low, y, high, y))
            for x in (low, high):
                painter.drawLine(QLineF(x, y - 4, x, y + 4))
        painter.setBrush(self._look.colour(token))
        painter.drawEllipse(QPointF((low + high) / 2, y), 3.6, 3.6)


def _ends(row: Row) -> tuple[float, float]:
    """The interval in parts of the figure; one point where there is none."""
    base = HOUR_MIN if row.what == "last" else max(abs(row.a), abs(row.b))
    half = row.difference.half_width
    half = half if math.isfinite(half) else 0.0
    if base <= 0 or not math.isfinite(row.difference.estimate):
        return 0.0, 0.0
    found = row.difference.estimate
    return (found - half) / base, (found + half) / base
