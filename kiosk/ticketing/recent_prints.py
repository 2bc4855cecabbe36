"""The newest slips of this kiosk, for the staff page: numbers, times and ends, nobody's name."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.ticketing.slip_printer import SlipPrinter
from kiosk.ticketing.ticket_face import clock_time

MOST: Final = 3
UNDER_WAY: Final = "printing"


@dataclass(frozen=True)
class RecentPrint:
    """One print; ``fate`` is printing, done, failed or unknown."""

    ticket: str
    copy_no: int
    number: str
    at: str
    fate: str = UNDER_WAY

    def shown(self) -> dict[str, object]:
        """What QML needs of it."""
        return {
            "ticket": self.ticket,
            "copy": self.copy_no,
            "number": self.number,
            "at": self.at,
            "fate": self.fate,
        }


class RecentPrints(QObject):
    """Listens to the printer; forgets all but the newest."""

    changed = Signal()

    def __init__(self, printer: SlipPrinter, now: Callable[[], datetime]) -> None:
        """Nothing was printed yet."""
        super().__init__()
        self._now = now
        self.prints: tuple[RecentPrint, ...] = ()
        printer.began.connect(self._began)
        printer.ended.connect(self._ended)

    @Slot(str, int, str)
    def _began(self, ticket: str, copy_no: int, number: str) -> None:
        fresh = RecentPrint(ticket, copy_no, number, clock_time(self._now()))
        self.prints = (fresh, *self.prints)[:MOST]
        self.changed.emit()

    @Slot(str, int, str, str)
    def _ended(self, ticket: str, copy_no: int, fate: str, _reason: str) -> None:
        self.prints = tuple(
            replace(each, fate=fate) if (each.ticket, each.copy_no) == (ticket, copy_no) else each
            for each in self.prints
        )
        self.changed.emit()
