"""Signs of life of a Qt program, from its own event loop: one that hangs gives none."""

from PySide6.QtCore import QObject, QTimer

from shared.config.notify import ALIVE, READY, STOPPING, Supervisor


class Watchdog(QObject):
    """Tells the service manager that the window is there, then that the loop turns."""

    def __init__(self, supervisor: Supervisor | None = None) -> None:
        """``manager``: default: the one that started this process, if any."""
        super().__init__()
        self._supervisor = supervisor or Supervisor()
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._supervisor.tell(ALIVE))

    def start(self) -> None:
        """The program is up."""
        self._supervisor.tell(READY)
        if (every_ms := self._supervisor.every_ms) is not None:
            self._timer.start(every_ms)

    def stop(self) -> None:
        """The program ends on purpose."""
        self._timer.stop()
        self._supervisor.tell(STOPPING)
