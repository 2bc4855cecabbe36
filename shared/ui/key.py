"""What every key of the desk has in common: its name, its focus, and how it is pressed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton


class Key(QAbstractButton):
    """A button that draws itself. Enter presses it like Space; a key held down presses once."""

    def __init__(self, name: str, height: int) -> None:
        """``name`` is its object name, ``height`` in pixels."""
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it like Space; a key held down presses once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)
