"""Between the printer and the branch: tells how each print ended, prints the copies asked for."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.ticketing.offline.desk import OwnDesk
from kiosk.ticketing.print_log import PrintLog
from kiosk.ticketing.slip_printer import SlipPrinter
from kiosk.ticketing.ticket_face import slip_content
from shared.client.ports import Failure, LobbyClient
from shared.protocol.lobby import LobbyView
from shared.protocol.printing import (
    PRINTS_MAX,
    PrintEnd,
    PrintsTaken,
    SlipTaken,
    TakeSlip,
    TellPrints,
)

AGAIN_MS: Final = 5000
#: The disk is written a moment after the news, so that no picture waits for it.
SAVE_MS: Final = 50

logger = logging.getLogger(__name__)


class PrintDesk(QObject):
    """Keeps what became of each slip until a server has it; while none answers it waits.

    Prints of tickets that the kiosk gave by itself are told after the tickets.
    """

    def __init__(
        self, client: LobbyClient, printer: SlipPrinter, own: OwnDesk, folder: Path | None
    ) -> None:
        """Begins with what an earlier run left."""
        super().__init__()
        self._client = client
        self._printer = printer
        self._own = own
        self.log = PrintLog(folder)
        self._is_telling = False
        self._taking: set[tuple[str, int]] = set()
        self._again = _timer(self, AGAIN_MS, self.tell)
        self._save = _timer(self, SAVE_MS, self.log.save)
        printer.began.connect(self._began)
        printer.ended.connect(self._ended)
        printer.troubleChanged.connect(client.problemsChanged)
        client.onlineChanged.connect(self.tell)
        client.servingChanged.connect(self.tell)
        client.lobbyChanged.connect(self._look_for_copies)
        if own.reporter is not None:
            own.reporter.finished.connect(self.tell)
        self._save.start()
        self.tell()

    def close(self) -> None:
        """Write down what there is, tell nothing any more."""
        self._again.stop()
        self._save.stop()
        self._is_telling = True
        self.log.save()

    # ------------------------------------------------------------ how prints ended

    @Slot(str, int)
    def _began(self, ticket: str, copy_no: int) -> None:
        self.log.begin(ticket, copy_no, self._client.now())
        self._save.start()

    @Slot(str, int, str, str)
    def _ended(self, ticket: str, copy_no: int, fate: str, reason: str) -> None:
        now = self._client.now()
        said = {"ticket": ticket, "copy_no": copy_no, "at": now, "fate": fate, "reason": reason}
        self.log.end(PrintEnd.model_validate(said))
        self._save.start()
        self.tell()

    @Slot()
    def tell(self) -> None:
        """Tell the oldest ones, if somebody can hear it."""
        told = tuple(self.log.ended[:PRINTS_MAX])
        is_early = self._own.reporter is not None and self._own.reporter.is_behind
        if not told or self._is_telling or is_early or not self._client.is_served:
            return
        self._is_telling = True
        self._client.tell_prints(TellPrints(prints=told)).then(
            lambda _answer: self._was_taken(told, _answer), self._was_not_taken
        )

    def _was_taken(self, told: tuple[PrintEnd, ...], _answer: PrintsTaken) -> None:
        self._is_telling = False
        self.log.forget(told)
        self._save.start()
        self.tell()

    def _was_not_taken(self, failure: Failure) -> None:
        """Told again: whatever the reason, nothing of it is given up."""
        logger.warning("prints.not_taken %s", failure.code)
        self._is_telling = False
        self._again.start()

    # ------------------------------------------------------------ copies

    @Slot(object)
    def _look_for_copies(self, lobby: LobbyView) -> None:
        """What a kiosk's snapshot lists as asked for is for this kiosk."""
        for each in lobby.prints:
            if each.fate == "requested":
                self._take(each.ticket, each.copy_no)

    def _take(self, ticket: str, copy_no: int) -> None:
        place = (ticket, copy_no)
        if place in self._taking:
            return
        self._taking.add(place)

        def failed(failure: Failure) -> None:
            logger.warning("prints.copy_not_taken %s", failure.code)
            if failure.is_undecided:
                self._taking.discard(place)  # the next snapshot says whether it is still wanted

        self._client.take_slip(ticket, TakeSlip(copy_no=copy_no)).then(self._print_copy, failed)

    def _print_copy(self, slip: SlipTaken) -> None:
        profile = self._client.profile
        if profile is not None:
            content = slip_content(slip, profile, self._client.now().tzinfo, copy=slip.copy_no)
            self._printer.print_copy(slip.id, content)


def _timer(parent: QObject, pause_ms: int, do: Callable[[], object]) -> QTimer:
    timer = QTimer(parent, singleShot=True, interval=pause_ms)
    timer.timeout.connect(do)
    return timer
