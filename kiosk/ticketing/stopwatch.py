"""Moments of each ticket, for measuring how long a customer waits for the kiosk itself."""

import time
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

TAP = "tap"
NUMBER_SHOWN = "number_shown"
FIRST_BYTE = "first_byte"
PRINTED = "printed"
KEPT = 200


class Stopwatch(QObject):
    """Monotonic nanoseconds of tap, number on screen, first byte at the printer, paper out.

    Signals:
        marked(moment, ticket, monotonic ns): as it happens; the tap is told once the ticket is
            known.
    """

    marked = Signal(str, str, object)

    def __init__(self, monotonic_ns: Callable[[], int] = time.monotonic_ns) -> None:
        """Nothing is marked yet; the moments of the last 200 tickets are kept."""
        super().__init__()
        self._monotonic_ns = monotonic_ns
        self._tap_ns: int | None = None
        self._marks: OrderedDict[str, dict[str, int]] = OrderedDict()

    def tap(self) -> None:
        """The finger left a tile that gives a ticket."""
        self._tap_ns = self._monotonic_ns()

    def ticket_came(self, ticket: str) -> None:
        """The tap before this led to this ticket."""
        if self._tap_ns is not None:
            self.mark(TAP, ticket, self._tap_ns)
            self._tap_ns = None

    def mark(self, moment: str, ticket: str, at_ns: int | None = None) -> None:
        """A moment of a ticket, now or at a time noted elsewhere."""
        at_ns = self._monotonic_ns() if at_ns is None else at_ns
        self._marks.setdefault(ticket, {})[moment] = at_ns
        while len(self._marks) > KEPT:
            self._marks.popitem(last=False)
        self.marked.emit(moment, ticket, at_ns)

    def of(self, ticket: str) -> dict[str, int]:
        """The moments of a ticket so far."""
        return dict(self._marks.get(ticket, {}))
