"""Python's cycle collector, kept in the thread that owns the windows.

Python runs the collector in whatever thread happens to allocate. A cycle that holds a Qt object
would then be torn down in a printer's or a server's thread, and Qt ends the process for that. So
automatic collection is switched off and a timer of the GUI thread does the same work.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 500


class GuiThreadCollector(QObject):
    """Collects as often as Python would by its own thresholds, but only in this thread."""

    def __init__(self, parent: QObject) -> None:
        """Take over from the automatic collector; ``parent`` is the application object."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due; nothing when none is."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if 0 < threshold < count
        ]
        if due:
            gc.collect(due[-1])
