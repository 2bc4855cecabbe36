"""Seconds that run down and then something happens: idle, warning, ticket screen."""

from PySide6.QtCore import QObject, QTimer, Signal

SECOND_MS = 1000


class Countdown(QObject):
    """Whole seconds left.

    Signals:
        changed(): ``left`` is another number now. expired(): it came to zero.
    """

    changed = Signal()
    expired = Signal()

    def __init__(self, parent: QObject, second_ms: int = SECOND_MS) -> None:
        """A countdown that stands. ``second_ms`` is how long a second takes (tests: shorter)."""
        super().__init__(parent)
        self.left = -1
        self._timer = QTimer(self, interval=second_ms)
        self._timer.timeout.connect(self.tick)

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self.left >= 0

    def start(self, seconds: int) -> None:
        """Count from here, whatever it was doing."""
        self._timer.start()
        self._set(seconds)

    def stop(self) -> None:
        """Stand still, with nothing left to show (-1)."""
        self._timer.stop()
        self._set(-1)

    def _set(self, left: int) -> None:
        if left != self.left:
            self.left = left
            self.changed.emit()

    def tick(self) -> None:
        """A second passed (the timer says so; tests say so without waiting)."""
        if not self.is_running:
            return
        if self.left > 1:
            self._set(self.left - 1)
            return
        self.stop()
        self.expired.emit()
