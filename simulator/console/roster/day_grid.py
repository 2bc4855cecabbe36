"""Everybody's day as a bar on one axis, changed with keys and with the mouse."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from shared.i18n import translate
from shared.ui.look import Look
from simulator.console.roster import day_paint, edits
from simulator.console.roster.book import Book
from simulator.console.roster.day_rows import Row, axis_of, rows_of
from simulator.console.staffing.on_axis import LEFT, RIGHT_EDGE, OnAxis
from simulator.planning.rostering.month import Day
from simulator.planning.rostering.roster import Duty

#: So near to an end of a bar the mouse takes the end.
NEAR = 7


@dataclass(frozen=True, slots=True)
class Grip:
    """What the mouse holds: the whole bar, an end, or a break (its number)."""

    row: int
    part: str
    number: int
    at_x: float


class DayGrid(OnAxis):
    """Up, down: another person. Left, right: the duty; Shift: its end; Ctrl: its begin; Alt: break.

    C: another counter. Delete: a day off, or on again. The mouse drags bars, ends and breaks.
    """

    exchanged = Signal(object, object)
    undone = Signal()
    redone = Signal()
    rowChosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("dayGrid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.chosen = 0
        self.rows: list[Row] = []
        self.totals: list[tuple[int, int, int]] = []
        self.book: Book | None = None
        self.day: Day | None = None
        self.row_high = day_paint.ROW
        self._grip: Grip | None = None
        self.drawn: Duty | None = None

    def show_day(self, book: Book | None, day: Day | None) -> None:
        """Another day, or a changed one; whoever was chosen stays chosen."""
        before = self.chosen_row
        self.book, self.day, self._grip, self.drawn = book, day, None, None
        if book is None or day is None:
            self.rows, self.totals = [], []
        else:
            self.rows, self.axis = rows_of(book, day), axis_of(book, day)
            self.totals = book.need_counts(day.iso, self.axis.begins_min, self.axis.count)
        same = [n for n, row in enumerate(self.rows) if before and row.person == before.person]
        self.chosen = same[0] if same else min(self.chosen, max(0, len(self.rows) - 1))
        self.setAccessibleName(translate("Console", "Who works when on this day"))
        self.setAccessibleDescription("\n".join(row.words for row in self.rows))
        self.setMinimumHeight(len(self.rows) * 26 + 3 * day_paint.TOTAL + 12)
        self.update()

    @property
    def chosen_row(self) -> Row | None:
        """Whom the keys are about."""
        return self.rows[self.chosen] if self.chosen < len(self.rows) else None

    def choose(self, person: str) -> None:
        """The row of somebody."""
        self.chosen = next((n for n, r in enumerate(self.rows) if r.person == person), self.chosen)
        self.rowChosen.emit()
        self.update()

    def sizeHint(self) -> QSize:
        """As much as its rows need."""
        return QSize(600, len(self.rows) * day_paint.ROW + 3 * day_paint.TOTAL + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rows, hours, totals."""
        if self.rows:
            day_paint.paint(self, QPainter(self), is_needed=bool(self.book and self.book.needs))

    # ------------------------------------------------------------ keys

    def change_place(self, by: int = 1) -> None:
        """Another counter for whoever is chosen."""
        row = self.chosen_row
        if row is not None and row.duty is not None and self.book is not None:
            self._tell(row.duty, edits.next_place(row.duty, self.book.month, by))

    def swap_off(self) -> None:
        """A day off for whoever is chosen, or a duty for somebody who is off."""
        row = self.chosen_row
        if row is None or self.book is None or self.day is None:
            return
        if row.duty is not None:
            self.exchanged.emit(row.duty, None)
            return
        self._tell(None, edits.first_duty(self.book.roster, self.book.month, self.day, row.person))

    def _tell(self, old: Duty | None, new: Duty | None) -> None:
        """None as the new one is a change that cannot be."""
        if new is not None:
            self.exchanged.emit(old, new)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        key, held = event.key(), event.modifiers()
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        row = self.chosen_row
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.rows:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.chosen = min(max(self.chosen + step, 0), len(self.rows) - 1)
            self.rowChosen.emit()
            self.update()
        elif by and row is not None and row.duty is not None:
            self._tell(row.duty, self._changed(row.duty, _part(held), 0, by * self.step_min))
        elif key == Qt.Key.Key_C and not held & Qt.KeyboardModifier.ControlModifier:
            self.change_place(-1 if held & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Insert):
            self.swap_off()
        elif key == Qt.Key.Key_Z and held & Qt.KeyboardModifier.ControlModifier:
            self.undone.emit()
        elif key == Qt.Key.Key_Y and held & Qt.KeyboardModifier.ControlModifier:
            self.redone.emit()
        else:
            super().keyPressEvent(event)

    @property
    def step_min(self) -> int:
        """Shifts and breaks begin on these."""
        return self.book.month.file.step_min if self.book is not None else 30

    def _changed(self, duty: Duty, part: str, number: int, by_min: int) -> Duty | None:
        if part == "break":
            return edits.break_moved(duty, number, by_min)
        if part in ("begin", "end"):
            return edits.stretched(duty, by_min, self.step_min, at_end=part == "end")
        return edits.moved(duty, by_min)

    # ------------------------------------------------------------ mouse

    def minute_at(self, x: float) -> float:
        """The minute that lies there."""
        room = max(1, self.width() - LEFT - RIGHT_EDGE)
        return self.axis.begins_min + (x - LEFT) / room * (
            self.axis.ends_min - self.axis.begins_min
        )

    def _gripped(self, at: QPointF) -> Grip | None:
        """What is under the mouse."""
        row = int(at.y() // self.row_high)
        if not 0 <= row < len(self.rows):
            return None
        duty = self.rows[row].duty
        if duty is None or at.x() < LEFT:
            return Grip(row, "", 0, at.x())
        for number, (begins, ends) in enumerate(duty.breaks):
            if self.at(begins) <= at.x() < self.at(ends):
                return Grip(row, "break", number, at.x())
        begins_x, ends_x = self.at(duty.begins_min), self.at(duty.ends_min)
        if abs(at.x() - ends_x) <= NEAR:
            return Grip(row, "end", 0, at.x())
        if abs(at.x() - begins_x) <= NEAR:
            return Grip(row, "begin", 0, at.x())
        return Grip(row, "move" if begins_x < at.x() < ends_x else "", 0, at.x())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row, and hold what is under the mouse."""
        grip = self._gripped(event.position())
        if grip is None:
            return
        self.chosen, self._grip = grip.row, grip if grip.part else None
        self.setFocus()
        self.rowChosen.emit()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is held follows in whole steps."""
        if self._grip is None:
            found = self._gripped(event.position())
            self.setCursor(_SHAPES.get(found.part if found else "", Qt.CursorShape.ArrowCursor))
            return
        moved_min = self.minute_at(event.position().x()) - self.minute_at(self._grip.at_x)
        by = round(moved_min / self.step_min) * self.step_min
        duty = self.rows[self._grip.row].duty
        found_duty = self._changed(duty, self._grip.part, self._grip.number, by) if duty else None
        if found_duty is not None:
            self.drawn = found_duty
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Done: the change is made."""
        grip, drawn = self._grip, self.drawn
        self._grip, self.drawn = None, None
        if grip is not None and drawn is not None and drawn != self.rows[grip.row].duty:
            self.exchanged.emit(self.rows[grip.row].duty, drawn)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Where nobody is: a duty; on a duty: its next counter."""
        grip = self._gripped(event.position())
        row = self.chosen_row
        if grip is None or row is None or event.position().x() < LEFT:
            return
        if row.duty is None:
            self.swap_off()
        elif grip.part == "move":
            self.change_place()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse as it was."""
        self.unsetCursor()
        super().leaveEvent(event)


_SHAPES = {
    "move": Qt.CursorShape.OpenHandCursor,
    "break": Qt.CursorShape.OpenHandCursor,
    "begin": Qt.CursorShape.SizeHorCursor,
    "end": Qt.CursorShape.SizeHorCursor,
}


def _part(held: Qt.KeyboardModifier) -> str:
    """What a key with these held down changes."""
    if held & Qt.KeyboardModifier.AltModifier:
        return "break"
    if held & Qt.KeyboardModifier.ShiftModifier:
        return "end"
    return "begin" if held & Qt.KeyboardModifier.ControlModifier else "move"
