"""The slip's way to paper, for the screen: what the printing thread tells becomes state here."""

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.printing.address import read_address
from kiosk.printing.booking import BookingContent
from kiosk.printing.font import shipped_fonts
from kiosk.printing.printer import Printer, printer_at
from kiosk.printing.slip import SlipContent
from kiosk.printing.slip_job import SlipJob
from kiosk.printing.status import PrinterState
from kiosk.printing.worker import PrintOutcome, PrintResult, PrintWorker
from kiosk.ticketing.stopwatch import FIRST_BYTE, PRINTED, Stopwatch

QML_IMPORT_NAME = "kiosk.ticketing"
QML_IMPORT_MAJOR_VERSION = 1

NONE, PRINTING, DONE, PAPER_OUT, FAILED = "none", "printing", "done", "paper_out", "failed"
FATES = {PrintResult.PRINTED: "done", PrintResult.UNCONFIRMED: "unknown"}
MISSING = "printer_missing"
PAPER_MM = 80


@QmlElement
class SlipPrinter(QObject):
    """Prints the slip of one ticket after the other; shows how the present one fares.

    ``state``: none (no printer, or nothing to print), printing, done, paper_out, failed.
    ``share`` is how much of it was sent, 0 to 1.
    A slip that was sent to a printer that tells nothing counts as done for the customer: nothing
    says otherwise. The branch hears that nobody knows.

    Signals:
        began(ticket, copy, number): this slip is being printed.
        ended(ticket, copy, fate, reason): done, failed or unknown, each print once.
        troubleChanged(): ``problems`` are others now.
    """

    changed = Signal()
    began = Signal(str, int, str)
    ended = Signal(str, int, str, str)
    troubleChanged = Signal()
    _progressed = Signal(str, float)
    _finished = Signal(object, str, int)
    _looked = Signal(str)

    def __init__(self, address: str, stopwatch: Stopwatch, paper_mm: int = PAPER_MM) -> None:
        """An empty ``address`` means that there is no printer.

        Raises:
            PrinterAddressInvalid: the address cannot be read.
        """
        super().__init__()
        self._stopwatch = stopwatch
        self._ticket = ""
        self._paper_mm = paper_mm
        self._address = address
        self._trouble = "printer_unknown" if address else "printer_missing"
        self._has_looked = False
        self.state_name = NONE
        self.share_sent = 0.0
        # The worker calls from its thread; queued signals bring it over to this one.
        queued = Qt.ConnectionType.QueuedConnection
        self._progressed.connect(self._show_progress, queued)
        self._finished.connect(self._take_end, queued)
        self._looked.connect(self._note_trouble, queued)
        self._worker: PrintWorker | None = None
        self._copies: dict[str, tuple[str, int]] = {}
        if address:
            read_address(address)
            self._worker = PrintWorker(
                lambda: _ready_printer(address),
                self._job_done,
                on_progress=self._progressed.emit,
                on_state=lambda state, can_answer: self._looked.emit(_trouble(state, can_answer)),
            )

    @property
    def problems(self) -> tuple[str, ...]:
        """What the printer lacks, as codes for the list of devices; empty while it is well.

        A kiosk that has none lacks nothing, and one that has not answered yet is not complained of.
        """
        return (self._trouble,) if self._has_looked and self._trouble else ()

    @property
    def state_now(self) -> str:
        """The same for who stands at it: also that there is none, or that nothing is known yet."""
        return self._trouble

    def print_slip(self, ticket: str, content: SlipContent) -> None:
        """Queue the slip of a ticket and show its progress from now on; returns at once."""
        self._ticket = ticket
        if self._worker is None:
            self._show(NONE)
            return
        self._show(PRINTING)
        self._submit(ticket, ticket, content)

    def print_copy(self, ticket: str, content: SlipContent) -> None:
        """Queue one more slip that staff asked for; no screen shows it."""
        if self._worker is None:
            self.began.emit(ticket, content.copy, content.number)
            self.ended.emit(ticket, content.copy, "failed", MISSING)
        else:
            self._submit(f"{ticket}/{content.copy}", ticket, content)

    def print_booking(self, appointment: str, content: BookingContent) -> None:
        """Queue the slip of an appointment, shown like a ticket's; it is in no log, as its code is.

        ``appointment`` is any name that this kiosk prints once.
        """
        self._ticket = appointment
        if self._worker is None:
            self._show(NONE)
            return
        self._show(PRINTING)
        self._worker.submit(appointment, SlipJob(content, self._paper_mm, self._address))

    def _submit(self, job: str, ticket: str, content: SlipContent) -> None:
        assert self._worker is not None
        self._copies[job] = (ticket, content.copy)
        self.began.emit(ticket, content.copy, content.number)
        self._worker.submit(job, SlipJob(content, self._paper_mm, self._address))

    def forget(self) -> None:
        """The customer left: what is still printing goes on, but no screen shows it."""
        self._ticket = ""
        self._show(NONE)

    def close(self) -> None:
        """Finish the slip in hand, give up the rest."""
        if self._worker is not None:
            self._worker.close()

    def _job_done(self, job: str, outcome: PrintOutcome) -> None:
        """In the worker's thread."""
        ticket, copy = self._copies.pop(job, ("", 0))
        self._finished.emit(outcome, ticket, copy)

    @Slot(str, float)
    def _show_progress(self, job: str, share: float) -> None:
        if job == self._ticket and self.state_name == PRINTING:
            self._show(PRINTING, share)

    @Slot(object, str, int)
    def _take_end(self, outcome: PrintOutcome, ticket: str, copy: int) -> None:
        """The job ended; times go to the stopwatch whoever is looking."""
        fate = FATES.get(outcome.result, "failed")
        if ticket:
            self.ended.emit(ticket, copy, fate, outcome.reason or "")
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

    @Slot(str)
    def _note_trouble(self, trouble: str) -> None:
        had = self.problems
        self._trouble, self._has_looked = trouble, True
        if self.problems != had:
            self.troubleChanged.emit()

    def _show(self, state: str, share: float = 0.0) -> None:
        if (state, share) != (self.state_name, self.share_sent):
            self.state_name, self.share_sent = state, share
            self.changed.emit()

    state = Property(str, lambda self: self.state_name, notify=changed)
    share = Property(float, lambda self: self.share_sent, notify=changed)


def _trouble(state: PrinterState, can_answer: bool) -> str:
    """The code for the list of devices; empty for a printer that is well."""
    if state is PrinterState.OK:
        return ""
    return f"printer_{state}" if can_answer else "printer_mute"


def _ready_printer(address: str) -> Printer:
    """The printer, with the slip's fonts loaded before the first customer waits for them."""
    shipped_fonts()
    return printer_at(address)
