"""To and fro between the window and the strip; sheets beside the strip while it is there."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter.teller.strip import ON_TOP, Strip
from shared.ui.look import Look

SHEET_WIDTH, SHEET_HEIGHT, GAP, EDGE = 608, 484, 4, 16


class SheetPlace(QWidget):
    """A frameless window beside the strip that holds one sheet."""

    def __init__(self) -> None:
        super().__init__(None, ON_TOP)
        self.setObjectName("stripSheet")
        self.setFixedSize(SHEET_WIDTH, SHEET_HEIGHT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def hold(self, sheet: QWidget) -> None:
        """Show this sheet here."""
        self._column.addWidget(sheet)


class StripMode(QObject):
    """Which of the two is shown; the strip comes back where it was put."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.strip = Strip(look)
        self.sheets = SheetPlace()
        self._is_placed = False

    @property
    def is_on(self) -> bool:
        """Whether the strip stands for the window now."""
        return self.strip.isVisible()

    def swap(self, *, may_narrow: bool) -> None:
        """To and fro."""
        if self.is_on:
            self.widen()
        elif may_narrow:
            self.narrow()

    def narrow(self) -> None:
        """The strip instead of the window; at first in the upper right corner."""
        if not self._is_placed:
            free = self._free()
            self.strip.move(free.right() - self.strip.width() - EDGE, free.top() + EDGE)
            self._is_placed = True
        self.strip.show()
        self._window.hide()
        self.strip.activateWindow()
        self.strip.next_key.setFocus(Qt.FocusReason.OtherFocusReason)

    def widen(self) -> None:
        """The window again."""
        if not self.is_on:
            return
        self.hide_sheet()
        self._window.show()
        self.strip.hide()
        self._window.raise_()
        self._window.activateWindow()

    def show_sheet(self, sheet: QWidget) -> None:
        """A sheet beneath the strip, or above it where there is no room."""
        self.sheets.hold(sheet)
        free, strip = self._free(), self.strip.geometry()
        top = strip.bottom() + GAP
        if top + SHEET_HEIGHT > free.bottom():
            top = max(free.top(), strip.top() - GAP - SHEET_HEIGHT)
        left = min(max(free.left(), strip.right() - SHEET_WIDTH), free.right() - SHEET_WIDTH)
        self.sheets.move(QPoint(left, top))
        self.sheets.show()
        self.sheets.activateWindow()

    def hide_sheet(self) -> None:
        """No sheet any more; the keys belong to the strip again."""
        if self.sheets.isVisible():
            self.sheets.hide()
            self.strip.activateWindow()
            self.strip.next_key.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Neither is shown any more; whatever the presenter still says finds them."""
        for each in (self.sheets, self.strip):
            each.hide()

    def delete(self) -> None:
        """With the window's owner; nothing is said to them after that."""
        for each in (self.sheets, self.strip):
            each.deleteLater()

    def _free(self) -> QRect:
        """The part of the strip's screen that no task bar takes."""
        return self.strip.screen().availableGeometry()
