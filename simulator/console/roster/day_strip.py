"""The days of the period side by side: weekday, number, how much is broken; a click chooses one."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.tokens import DESK
from simulator.console.roster.book import Book
from simulator.console.roster.words import weekday
from simulator.console.staffing.on_axis import MIDDLE

#: So many days are in sight: four weeks.
IN_SIGHT = 28
HIGH, EDGE = 62, 12


class DayStrip(QWidget):
    """One cell a day; a day with something broken has an outline, ! and a number."""

    dayChosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("dayStrip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(HIGH)
        self.look = look
        self._book: Book | None = None
        self.day = 0
        self.counts: list[int] = []

    def show_book(self, book: Book | None, day: int) -> None:
        """Other days, or something else is broken."""
        self._book, self.day = book, day
        self.counts = [] if book is None else [len(book.of_day(d.iso)) for d in book.month.days]
        self.setAccessibleName(translate("Console", "Days of the roster"))
        if book is not None:
            self.setAccessibleDescription(f"{book.month.days[day].iso}: {self.counts[day]}")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(600, HIGH)

    @property
    def _first(self) -> int:
        return self.day // IN_SIGHT * IN_SIGHT

    def cell(self, day: int) -> QRectF:
        """Where a day is drawn."""
        wide = (self.width() - 2 * EDGE) / min(IN_SIGHT, max(7, len(self.counts)))
        return QRectF(EDGE + (day - self._first) * wide + 1, 5, wide - 2, HIGH - 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cells of four weeks."""
        if self._book is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        days = self._book.month.days
        for place in range(self._first, min(len(days), self._first + IN_SIGHT)):
            day, cell, is_it = days[place], self.cell(place), place == self.day
            is_wrong = self.counts[place] > 0
            fill = "warning_soft" if is_wrong else "accent_soft" if is_it else "panel"
            edge = "accent" if is_it else "warning" if is_wrong else "outline"
            self.look.box(
                painter, cell, fill if day.is_open or is_wrong else "window", edge,
                radius=3, width=2.0 if is_it else 1.0,
            )  # fmt: skip
            ink = "text" if day.is_open else "disabled"
            for top, words, token, pixels in (
                (3, weekday(day), "text2" if day.is_open else "disabled", DESK.hint),
                (17, str(int(day.iso[8:])), ink, DESK.body),
            ):
                row = QRectF(cell.x(), cell.y() + top, cell.width(), 17)
                self.look.text(painter, row, words, token, pixels, bold=is_it, align=MIDDLE)
            if is_wrong:
                row = QRectF(cell.x(), cell.y() + 33, cell.width(), 17)
                told = f"! {self.counts[place]}"
                self.look.text(painter, row, told, "warning", DESK.hint, bold=True, align=MIDDLE)
        if self.hasFocus():
            self.look.focus_ring(painter, self.cell(self.day).adjusted(-1, -4, 1, 4))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a day."""
        for place in range(len(self.counts)):
            if self.cell(place).contains(event.position()) and place // IN_SIGHT * IN_SIGHT == (
                self._first
            ):
                self.dayChosen.emit(place)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right: the day before, the next one."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if by:
            self.dayChosen.emit(self.day + by)
        else:
            super().keyPressEvent(event)
