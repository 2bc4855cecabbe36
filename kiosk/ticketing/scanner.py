"""A reader that types like a keyboard: fast keys that end with Enter. Never shown, never kept.

It works on every screen. What a person types slowly is left alone: Space and Enter press what has
the focus.
"""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

GAP_S: Final = 0.08
"""Between two keys of a reader; at 60 words a minute a person needs 0.2 s."""
SHORTEST, LONGEST = 4, 128
ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Scanner(QObject):
    """Watches a window's keys.

    Signals:
        scanned(text): a whole line was read.
    """

    scanned = Signal(str)

    def __init__(self, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        """Install it as an event filter of a window."""
        super().__init__()
        self._monotonic_s = monotonic_s
        self._text = ""
        self._last_s = 0.0
        self._forget_soon = QTimer(self, singleShot=True, interval=round(GAP_S * 2000))
        self._forget_soon.timeout.connect(self.forget)

    def forget(self) -> None:
        """Nothing is left of what was read."""
        self._text = ""
        self._forget_soon.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take letters and digits away from the window, and an Enter that ends a line of them."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        now_s = self._monotonic_s()
        is_fast = now_s - self._last_s <= GAP_S
        if event.key() in ENTERS:
            return self._end(is_fast=is_fast)
        text = event.text()
        if len(text) != 1 or not text.isprintable() or (text == " " and not self._text):
            return False
        self._last_s = now_s
        self._text = (self._text if is_fast else "") + text
        if len(self._text) > LONGEST:
            self._text = ""
        self._forget_soon.start()
        return True

    def _end(self, *, is_fast: bool) -> bool:
        """Enter: the end of a line, if it came as fast as the rest."""
        text = self._text
        self.forget()
        if not is_fast or len(text) < SHORTEST:
            return False
        self.scanned.emit(text)
        return True
