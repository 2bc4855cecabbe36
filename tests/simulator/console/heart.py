"""How long the window does not answer: a timer that notes every late beat."""

import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

BEAT_MS = 5
TASKS = Path("/proc/self/task")


class Heart(QObject):
    """Beats every five milliseconds; ``longest_ms`` is the longest time between two beats.

    The time in which one of our threads was ready and the machine had no processor for it is not
    ours, and left out: that of the thread which waited longest, as Linux counts it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest_ms = 0.0
        self._last_s, self._queued_ns = time.perf_counter(), queued_ns()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was."""
        self.longest_ms = 0.0
        self._last_s, self._queued_ns = time.perf_counter(), queued_ns()

    def _beat(self) -> None:
        now_s, now_ns = time.perf_counter(), queued_ns()
        kept_waiting_ns = max(
            (at_ns - self._queued_ns.get(task, at_ns) for task, at_ns in now_ns.items()), default=0
        )
        own_ms = 1000 * (now_s - self._last_s) - kept_waiting_ns / 1e6
        self.longest_ms = max(self.longest_ms, own_ms)
        self._last_s, self._queued_ns = now_s, now_ns


def queued_ns() -> dict[str, int]:
    """Nanoseconds that each thread has waited for a processor; nothing where nobody counts them."""
    found: dict[str, int] = {}
    for task in TASKS.iterdir() if TASKS.exists() else ():
        try:
            found[task.name] = int((task / "schedstat").read_text().split()[1])
        except (OSError, IndexError):  # it has ended, or this kernel does not count
            continue
    return found
