"""The pages at the left: icon, name and key of each that this person may see."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from counter.desk.shell.page import PageSpec
from shared.ui.key import Key
from shared.ui.look import Look
from shared.ui.tokens import DESK

WIDTH = 96
TAB_HEIGHT = 76
ICON = 22


class RailTab(Key):
    """A page; the one in front has an accent line at its left."""

    def __init__(self, look: Look, name: str, symbol: str, words: str, key_name: str) -> None:
        super().__init__(name, TAB_HEIGHT)
        self._look, self._symbol, self._key_name = look, symbol, key_name
        self.setText(words)
        self.setAccessibleName(f"{words} ({key_name})")
        self.setToolTip(f"{words} ({key_name})")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedWidth(WIDTH - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon above the name, the key beneath; the line of the page in front; focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        is_front = self.isChecked()
        if is_front or self.underMouse():
            painter.fillRect(rect, self._look.colour("accent_soft"))
        if is_front:
            painter.fillRect(QRectF(0, 0, 4, rect.height()), self._look.colour("accent"))
        ink = "accent" if is_front else "text2"
        icon = QRectF(rect.center().x() - ICON / 2, 9, ICON, ICON)
        self._look.icon(painter, self._symbol, ink, icon)
        words = QRectF(4, 32, rect.width() - 8, 20)
        self._look.text(
            painter,
            words,
            self.text(),
            "text" if is_front else "text2",
            DESK.body,
            bold=is_front,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        right = QPointF(rect.center().x() + 22, 62)
        self._look.key_cap(painter, right, self._key_name, "text2")
        if self.hasFocus():
            self._look.focus_ring(painter, rect.adjusted(2, 2, -2, -2))


class Rail(QFrame):
    """One tab below the other.

    Signals:
        pageChosen(int): the place of a page, from 0.
    """

    pageChosen = Signal(int)

    def __init__(self, look: Look, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        self.tabs: list[RailTab] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, DESK.gap, 0, DESK.gap)
        column.setSpacing(2)
        for place, page in enumerate(pages):
            tab = RailTab(look, f"tab-{page.name}", page.symbol, page.title(), f"Ctrl+{place + 1}")
            tab.setProperty("place", place)
            tab.clicked.connect(self._on_tab)
            self.tabs.append(tab)
            column.addWidget(tab)
        column.addStretch(1)

    def choose(self, place: int) -> None:
        """This page is in front."""
        self.tabs[place].setChecked(True)

    def _on_tab(self) -> None:
        tab = self.sender()
        assert tab is not None
        self.pageChosen.emit(int(tab.property("place")))
