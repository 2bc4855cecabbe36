"""Need and staffing over the day: a step line, bars, and hatched what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF

from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.tokens import DESK
from simulator.console.staffing.gaps import Axis
from simulator.console.staffing.on_axis import LEFT, MIDDLE, RIGHT, RIGHT_EDGE, OnAxis


class NeedsChart(OnAxis):
    """Step line: what the standards need. Bars: who is there. Hatched: how many are missing."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("needsChart")
        self._need: Sequence[int] = ()
        self._there: Sequence[int] = ()
        self.setMinimumHeight(150)

    def show_counts(self, axis: Axis, need: Sequence[int], there: Sequence[int]) -> None:
        """``need`` empty: nobody has asked the simulator yet."""
        self.axis, self._need, self._there = axis, need, there
        gaps = [b - a for a, b in zip(need, there, strict=False)]
        told = translate("Console", "Counters needed and open by half-hour")
        self.setAccessibleName(told)
        self.setAccessibleDescription(" ".join(map(str, gaps)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines, bars, hatches, the step line, hours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, bottom = 26.0, self.height() - 24.0
        highest = max([4, *self._need, *self._there])
        one = (bottom - top) / highest
        self._lines(painter, highest, bottom, one)
        for place, count in enumerate(self._there):
            left, right = (
                self.at(self.axis.begin(place)) + 1,
                self.at(self.axis.begin(place + 1)) - 1,
            )
            bar = QRectF(left, bottom - count * one, right - left, count * one)
            painter.fillRect(bar, self.look.colour("accent_soft"))
            missing = self._need[place] - count if place < len(self._need) else 0
            if missing > 0:
                self._hatch(
                    painter,
                    QRectF(left, bar.y() - missing * one, right - left, missing * one),
                    missing,
                )
        self._steps(painter, bottom, one)
        self._hours(painter, bottom)

    def _lines(self, painter: QPainter, highest: int, bottom: float, one: float) -> None:
        step = 1 if highest <= 5 else 2 if highest <= 10 else 5
        for value in range(0, highest + 1, step):
            y = bottom - value * one
            painter.setPen(self.look.colour("line_strong" if not value else "outline"))
            painter.drawLine(QLineF(LEFT, y, self.width() - RIGHT_EDGE, y))
            at = QRectF(LEFT - 46, y - 9, 36, 18)
            self.look.text(painter, at, str(value), "text2", DESK.hint, align=RIGHT)
        name = translate("Console", "counters")
        self.look.text(painter, QRectF(14, 14, 100, 20), name, "text2", DESK.body)

    def _hatch(self, painter: QPainter, rect: QRectF, missing: int) -> None:
        painter.fillRect(rect, self.look.colour("warning_soft"))
        brush = QBrush(self.look.colour("warning"), Qt.BrushStyle.BDiagPattern)
        painter.setPen(QPen(self.look.colour("warning"), 1.2))
        painter.setBrush(brush)
        painter.drawRect(rect)
        above = QRectF(rect.x() - 10, rect.y() - 20, rect.width() + 20, 18)
        self.look.text(painter, above, f"−{missing}", "warning", DESK.body, bold=True, align=MIDDLE)

    def _steps(self, painter: QPainter, bottom: float, one: float) -> None:
        points = []
        for place, count in enumerate(self._need):
            y = bottom - count * one
            points += [
                QPointF(self.at(self.axis.begin(place)), y),
                QPointF(self.at(self.axis.begin(place + 1)), y),
            ]
        painter.setPen(QPen(self.look.colour("text"), 2.5))
        painter.drawPolyline(QPolygonF(points))

    def _hours(self, painter: QPainter, bottom: float) -> None:
        for place in range(0, self.axis.count + 1, 2):
            minute = self.axis.begin(place)
            at = QRectF(self.at(minute) - 30, bottom + 4, 60, 18)
            words = f"{minute // 60}:{minute % 60:02d}"
            self.look.text(painter, at, words, "text2", DESK.hint, align=MIDDLE)
