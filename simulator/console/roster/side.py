"""Beside the roster: what is broken, each a line that leads there."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.marks import Line, Mark
from shared.ui.palette import set_role
from shared.ui.parts import head, titled
from simulator.console.roster.book import Book
from simulator.console.roster.words import told

WIDTH: Final = 314
#: Longer lists say nothing more.
MOST_LINES: Final = 200


class BrokenList(QFrame):
    """Made anew with every change."""

    dayAsked = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setFixedWidth(WIDTH)
        self._title = titled("")
        self._mark = Mark(look, "check", "text2")
        self.lines = QListWidget()
        self.lines.setObjectName("brokenRules")
        self.lines.setWordWrap(True)
        self.lines.setFrameShape(QFrame.Shape.NoFrame)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.lines.setSpacing(2)
        self.lines.itemClicked.connect(self._on_item)
        self.lines.itemActivated.connect(self._on_item)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head(self._title, Line(), symbol=self._mark))
        rows.addWidget(self.lines, 1)

    def show_book(self, book: Book | None) -> None:
        """What is broken, in the order of rules and days."""
        count = 0 if book is None else len(book.broken)
        self._title.setText(
            translate("Console", "%n things to settle", n=count)
            if count
            else translate("Console", "Things to settle")
        )
        self._mark.show_as(*(("warning", "warning") if count else ("check", "text2")))
        place = self.lines.verticalScrollBar().value()
        self.lines.clear()
        self.lines.setAccessibleName(translate("Console", "What is broken"))
        if book is None:
            return
        for broken in book.broken[:MOST_LINES]:
            item = QListWidgetItem(told(broken, book.month))
            item.setData(Qt.ItemDataRole.UserRole, (broken.day, broken.person))
            self.lines.addItem(item)
        if not count:
            item = QListWidgetItem(translate("Console", "No rule is broken."))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.lines.addItem(item)
        self.lines.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are broken anew."""
        super().resizeEvent(event)
        self.lines.setGridSize(QSize())

    def _on_item(self, item: QListWidgetItem) -> None:
        found = item.data(Qt.ItemDataRole.UserRole)
        if found:
            self.dayAsked.emit(*found)
