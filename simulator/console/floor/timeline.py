"""The day as a strip: how many wait over the day, where one is in it, and a handle to drag."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.tokens import DESK
from simulator.console.floor.journeys import WatchedDay

STEP_S = 60.0
HOUR_S = 3600.0
SIDE = 14


class Timeline(QWidget):
    """Click or drag to a time; arrow keys go by a minute, Page Up and Down by half an hour."""

    moved = Signal(float)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._day: WatchedDay | None = None
        self._now_s = 0.0
        self._most = 1
        self._curve: list[tuple[float, int]] = []
        self.setObjectName("timeline")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(64)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, 64)

    def show_day(self, day: WatchedDay | None) -> None:
        """Another day; the curve has one point a minute."""
        self._day = day
        self._curve = []
        if day is not None:
            minutes = int((day.ends_s - day.begins_s) // STEP_S) + 1
            times = [day.begins_s + STEP_S * n for n in range(minutes)]
            self._curve = [(at, day.waiting_at(at)) for at in times]
            self._most = max(1, *(count for _, count in self._curve))
        self.update()

    def show_time(self, now_s: float) -> None:
        """Another moment."""
        self._now_s = now_s
        clock = f"{int(now_s // HOUR_S)}:{int(now_s % HOUR_S // 60):02d}"
        self.setAccessibleName(translate("Console", "Time of the day: %1", clock))
        self.update()

    # ------------------------------------------------------------ drawing

    def _x(self, at_s: float) -> float:
        day = self._day
        if day is None or day.ends_s <= day.begins_s:
            return SIDE
        share = (at_s - day.begins_s) / (day.ends_s - day.begins_s)
        return SIDE + share * (self.width() - 2 * SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The curve, the hours, the line of now with its handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._day is None:
            return
        bottom, high = self.height() - 20.0, self.height() - 26.0
        points = [
            QPointF(self._x(at), bottom - high * count / self._most) for at, count in self._curve
        ]
        ends = [QPointF(points[-1].x(), bottom), QPointF(points[0].x(), bottom)]
        painter.setPen(QPen(self._look.colour("accent"), 1.2))
        painter.setBrush(self._look.colour("accent_soft"))
        painter.drawPolygon(QPolygonF([*points, *ends]))
        self._hours(painter, bottom)
        x = self._x(self._now_s)
        painter.setPen(QPen(self._look.colour("text"), 2))
        painter.drawLine(QLineF(x, 4, x, bottom))
        painter.setBrush(self._look.colour("accent"))
        painter.setPen(QPen(self._look.colour("panel"), 2))
        painter.drawEllipse(QPointF(x, bottom), 7, 7)
        if self.hasFocus():
            self._look.focus_ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _hours(self, painter: QPainter, bottom: float) -> None:
        assert self._day is not None
        first = int(-(-self._day.begins_s // HOUR_S))
        for hour in range(first, int(self._day.ends_s // HOUR_S) + 1):
            at = QRectF(self._x(hour * HOUR_S) - 16, bottom + 3, 32, 16)
            middle = Qt.AlignmentFlag.AlignHCenter
            self._look.text(painter, at, str(hour), "text2", DESK.hint, align=middle)

    # ------------------------------------------------------------ moving

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        self._go(event.position().x())

    def _go(self, x: float) -> None:
        day = self._day
        if day is None:
            return
        share = min(1.0, max(0.0, (x - SIDE) / max(1, self.width() - 2 * SIDE)))
        self.moved.emit(day.begins_s + share * (day.ends_s - day.begins_s))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A minute, half an hour, begin and end."""
        day = self._day
        steps = {
            Qt.Key.Key_Left: -STEP_S,
            Qt.Key.Key_Right: STEP_S,
            Qt.Key.Key_PageUp: -30 * STEP_S,
            Qt.Key.Key_PageDown: 30 * STEP_S,
        }
        if day is not None and event.key() in steps:
            to_s = self._now_s + steps[Qt.Key(event.key())]
            self.moved.emit(min(max(to_s, day.begins_s), day.ends_s))
        elif day is not None and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.moved.emit(day.begins_s if event.key() == Qt.Key.Key_Home else day.ends_s)
        else:
            super().keyPressEvent(event)
