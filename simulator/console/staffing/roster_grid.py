"""Who is at which counter when: a row a line of the staffing, changed with keys."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.tokens import DESK
from simulator.console.staffing.gaps import HALF_HOUR, Axis, minute_of
from simulator.console.staffing.on_axis import LEFT, MIDDLE, RIGHT, OnAxis
from simulator.console.study.draft import Draft
from simulator.console.whatif.words import counter_name

ROW, BAR = 38, 26
TOTAL = 20


class RosterGrid(OnAxis):
    """A row a line of the staffing on the same axis, and the totals beneath. Keys change a row."""

    moved = Signal(int, int, bool)
    pauseMoved = Signal(int, int)
    undone = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("rosterGrid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chosen = 0
        self._draft: Draft | None = None
        self._need: Sequence[int] = ()
        self._there: Sequence[int] = ()
        self.row = ROW

    def show_draft(
        self, draft: Draft, axis: Axis, need: Sequence[int], there: Sequence[int]
    ) -> None:
        """Other people or times."""
        self._draft, self.axis, self._need, self._there = draft, axis, need, there
        self.chosen = min(self.chosen, len(draft.staffing) - 1)
        self.setAccessibleName(translate("Console", "Who is at which counter when"))
        self.setAccessibleDescription("\n".join(self.lines()))
        self.setMinimumHeight(len(draft.staffing) * 26 + 3 * TOTAL + 8)
        self.update()

    def lines(self) -> list[str]:
        """Each row in words."""
        draft = self._draft
        if draft is None:
            return []
        return [
            f"{counter_name(draft.case.profile, line.counter)} "
            f"{line.opens or draft.hours.opens}–{line.closes or draft.hours.closes}"
            for line in draft.staffing
        ]

    def sizeHint(self) -> QSize:
        """As much as its rows need."""
        rows = 0 if self._draft is None else len(self._draft.staffing)
        return QSize(600, rows * ROW + 3 * TOTAL + 8)

    # ------------------------------------------------------------ drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rows, hour lines, totals."""
        draft = self._draft
        if draft is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.height() - 3 * TOTAL - 10
        self.row = int(min(ROW, room / max(1, len(draft.staffing))))
        end = len(draft.staffing) * self.row
        painter.setPen(self.look.colour("outline"))
        for place in range(0, self.axis.count + 1, 2):
            x = self.at(self.axis.begin(place))
            painter.drawLine(QLineF(x, 0, x, end))
        for place in range(len(draft.staffing)):
            self._row(painter, place, draft)
        self._totals(painter, max(end, room) + 4)
        if self.hasFocus():
            ring = QRectF(2, self.chosen * self.row + 1, self.width() - 4, self.row - 2)
            self.look.focus_ring(painter, ring)

    def _row(self, painter: QPainter, place: int, draft: Draft) -> None:
        line, y = draft.staffing[place], place * self.row
        hours = draft.hours
        begins = minute_of(line.opens or hours.opens)
        ends = minute_of(line.closes or hours.closes)
        name = counter_name(draft.case.profile, line.counter)
        pauses = [(minute_of(p.begins), minute_of(p.ends)) for p in line.pauses]
        work_h = (ends - begins - sum(until - at for at, until in pauses)) / 60
        title = QRectF(14, y, 112, self.row)
        self.look.text(painter, title, name, "text", DESK.body, bold=place == self.chosen)
        worked = QRectF(LEFT - 48, y, 40, self.row)
        self.look.text(painter, worked, f"{work_h:.1f}", "text", DESK.body, align=RIGHT)
        high = min(BAR, self.row - 4)
        top = y + (self.row - high) / 2
        edges = [begins, *(edge for pause in pauses for edge in pause), ends]
        for at, until in zip(edges[::2], edges[1::2], strict=True):
            box = QRectF(self.at(at), top, self.at(until) - self.at(at), high)
            self.look.box(painter, box, "accent_soft", "accent", radius=3)
            words = line.person or name
            self.look.text(painter, box.adjusted(8, 0, -4, 0), words, "text", DESK.hint)
        for at, until in pauses:
            box = QRectF(self.at(at) + 1, top, self.at(until) - self.at(at) - 2, high)
            self.look.box(painter, box, "", "line_strong", radius=3, is_dashed=True)
            told = translate("Console", "break")
            self.look.text(painter, box.adjusted(5, 0, -2, 0), told, "text2", DESK.hint)
        painter.setPen(self.look.colour("outline"))
        painter.drawLine(QLineF(0, y + self.row, self.width(), y + self.row))

    def _totals(self, painter: QPainter, top: float) -> None:
        painter.fillRect(
            QRectF(1, top, self.width() - 2, 3 * TOTAL + 4), self.look.colour("window")
        )
        gaps = [b - a for a, b in zip(self._need, self._there, strict=False)]
        rows = (
            (translate("Console", "Need"), self._need),
            (translate("Console", "Staffed"), self._there),
            (translate("Console", "Gap"), gaps),
        )
        for number, (name, values) in enumerate(rows):
            y = top + 2 + number * TOTAL
            self.look.text(painter, QRectF(14, y, 140, TOTAL), name, "text2", DESK.body)
            for place, value in enumerate(values):
                left, right = self.at(self.axis.begin(place)), self.at(self.axis.begin(place + 1))
                is_short = number == 2 and value < 0
                signed = f"{value:+d}".replace("-", "−") if number == 2 and value else str(value)
                self.look.text(
                    painter,
                    QRectF(left, y, right - left, TOTAL),
                    signed,
                    "warning" if is_short else "text",
                    DESK.body,
                    bold=is_short,
                    align=MIDDLE,
                )

    # ------------------------------------------------------------ changing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row."""
        row = int(event.position().y() // self.row)
        if self._draft is not None and 0 <= row < len(self._draft.staffing):
            self.chosen = row
            self.setFocus()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose; left and right move, with Shift lengthen, with Alt move the break."""
        key, with_key = event.key(), event.modifiers()
        count = 0 if self._draft is None else len(self._draft.staffing)
        by = {Qt.Key.Key_Left: -HALF_HOUR, Qt.Key.Key_Right: HALF_HOUR}.get(Qt.Key(key), 0)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and count:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.chosen = min(max(self.chosen + step, 0), count - 1)
            self.update()
        elif by and with_key & Qt.KeyboardModifier.AltModifier:
            self.pauseMoved.emit(self.chosen, by)
        elif by:
            self.moved.emit(self.chosen, by, bool(with_key & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Z and with_key & Qt.KeyboardModifier.ControlModifier:
            self.undone.emit()
        else:
            super().keyPressEvent(event)
