"""The slip's way to paper, for the screen: what the printing thread tells becomes state here."""

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.printing.address import read_address
from kiosk.printing.font import shipped_fonts
from kiosk.printing.layout import PAPERS
from kiosk.printing.printer import Printer, printer_at
from kiosk.printing.render import render_slip
from kiosk.printing.slip import SlipContent
from kiosk.printing.status import PrinterState
from kiosk.printing.worker import PrintOutcome, PrintWorker
from kiosk.ticketing.stopwatch import FIRST_BYTE, PRINTED, Stopwatch

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

NONE, PRINTING, DONE, PAPER_OUT, FAILED = "none", "printing", "done", "paper_out", "failed"
PAPER_MM = 80


@QmlElement
class SlipPrinter(QObject):
    """Prints the slip of one ticket after the other; shows how the present one fares.

    ``state``: none (no printer, or nothing to print), printing, done, paper_out, failed.
    ``share`` is how much of it was sent, 0 to 1.
    A slip that was sent to a printer that tells nothing counts as done: nothing says otherwise.
    """

    changed = Signal()
    _progressed = Signal(str, float)
    _ended = Signal(object)

    def __init__(self, address: str, stopwatch: Stopwatch) -> None:
        """An empty ``address`` means that there is no printer.

        Raises:
            PrinterAddressInvalid: the address cannot be read.
        """
        super().__init__()
        self._stopwatch = stopwatch
        self._ticket = ""
        self.state_name = NONE
        self.share_sent = 0.0
        # The worker calls from its thread; queued signals bring it over to this one.
        queued = Qt.ConnectionType.QueuedConnection
        self._progressed.connect(self._show_progress, queued)
        self._ended.connect(self._show_end, queued)
        self._worker: PrintWorker | None = None
        if address:
            read_address(address)
            self._worker = PrintWorker(
                lambda: _ready_printer(address),
                lambda _ticket, outcome: self._ended.emit(outcome),
                on_progress=self._progressed.emit,
            )

    def print_slip(self, ticket: str, content: SlipContent) -> None:
        """Queue the slip of a ticket and show its progress from now on; returns at once."""
        self._ticket = ticket
        if self._worker is None:
            self._show(NONE)
            return
        self._show(PRINTING)
        self._worker.submit(ticket, lambda: render_slip(content, PAPERS[PAPER_MM]))

    def forget(self) -> None:
        """The customer left: what is still printing goes on, but no screen shows it."""
        self._ticket = ""
        self._show(NONE)

    def close(self) -> None:
        """Finish the slip in hand, give up the rest."""
        if self._worker is not None:
            self._worker.close()

    @Slot(str, float)
    def _show_progress(self, ticket: str, share: float) -> None:
        if ticket == self._ticket and self.state_name == PRINTING:
            self._show(PRINTING, share)

    @Slot(object)
    def _show_end(self, outcome: PrintOutcome) -> None:
        """The job ended; times go to the stopwatch whoever is looking."""
        if outcome.first_byte_ns is not None:
            self._stopwatch.mark(FIRST_BYTE, outcome.job_id, outcome.first_byte_ns)
        if not outcome.is_failed:
            self._stopwatch.mark(PRINTED, outcome.job_id, outcome.done_ns)
        if outcome.job_id != self._ticket:
            return
        if not outcome.is_failed:
            self._show(DONE, 1.0)
        else:
            self._show(PAPER_OUT if outcome.state is PrinterState.PAPER_OUT else FAILED)

    def _show(self, state: str, share: float = 0.0) -> None:
        if (state, share) != (self.state_name, self.share_sent):
            self.state_name, self.share_sent = state, share
            self.changed.emit()

    state = Property(str, lambda self: self.state_name, notify=changed)
    share = Property(float, lambda self: self.share_sent, notify=changed)


def _ready_printer(address: str) -> Printer:
    """The printer, with the slip's fonts loaded before the first customer waits for them."""
    shipped_fonts()
    return printer_at(address)
