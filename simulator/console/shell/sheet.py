"""A sheet over a page: a title, what it asks, and Esc to leave."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from simulator.console.shell.parts import titled


class Sheet(QFrame):
    """Stands in the middle of its page, or where ``place`` puts it, above everything else."""

    left = Signal()

    def __init__(self, page: QWidget, look: Look, title: str, width: int, height: int) -> None:
        super().__init__(page)
        self.setObjectName("sheet")
        self.page, self.look, self._size = page, look, (width, height)
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(titled(title))
        row.addStretch(1)
        leave = KeyButton(look, "Esc", "leaveSheet", "flat")
        leave.show_as(translate("Console", "Close"))
        leave.clicked.connect(self.leave)
        row.addWidget(leave)
        self.body.addLayout(row)
        page.installEventFilter(self)

    def place(self) -> None:
        """Where it stands: the middle; smaller where the page is."""
        page = self.page
        width, height = (min(a, b) for a, b in zip(self._size, _room(page), strict=True))
        self.setGeometry((page.width() - width) // 2, (page.height() - height) // 2, width, height)

    def appear(self) -> None:
        """Show it in front, with the focus inside."""
        self.place()
        self.show()
        self.raise_()
        self.setFocus()
        self.focusNextChild()
        self.focusNextChild()  # past the key that leaves

    def leave(self) -> None:
        """Close; nothing is done."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It moves with its page."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)


def _room(page: QWidget) -> tuple[int, int]:
    return page.width() - 16, page.height() - 16
