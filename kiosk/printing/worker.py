"""Prints in a thread of its own, so that no screen ever waits for paper."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PIL import Image

from kiosk.printing.errors import PrinterFailed, PrinterOffline
from kiosk.printing.printer import Printer
from kiosk.printing.status import ANSWER_LIMIT_S, FINAL_ANSWER_LIMIT_S, PrinterState
from shared.domain.errors import LobbyError

log = logging.getLogger(__name__)

Picture = Image.Image | Callable[[], Image.Image]
"""A slip's picture, or what draws it: then drawing, too, happens in the worker's thread."""

ATTEMPTS = 2


class PrintResult(StrEnum):
    """How a job ended."""

    PRINTED = "printed"
    UNCONFIRMED = "unconfirmed"
    FAILED = "failed"


@dataclass(frozen=True)
class PrintOutcome:
    """The end of one job.

    ``printed``: everything was sent, and the printer, asked behind it, reports no fault (ESC/POS
    knows no better proof). ``unconfirmed``: everything was sent, and the printer does not tell
    what became of it.
    ``reason`` is a stable code when the job failed: that of an error, ``printer_<state>``,
    ``print_abandoned`` (the worker was closed first) or ``print_crashed`` (a bug, in the log).
    Moments are monotonic nanoseconds; ``first_byte_ns`` is None if nothing was sent.
    """

    job_id: str
    result: PrintResult
    state: PrinterState
    reason: str | None
    submitted_ns: int
    first_byte_ns: int | None
    done_ns: int

    @property
    def is_failed(self) -> bool:
        """Whether the customer must be told that there is no slip."""
        return self.result is PrintResult.FAILED


@dataclass
class _Job:
    job_id: str
    picture: Picture
    submitted_ns: int
    first_byte_ns: int | None = None


class PrintWorker:
    """A queue of slips and the thread that prints them in order.

    ``printer_factory`` runs in the thread, once, and its printer is opened for each job and
    closed after it, so that several kiosks can share one printer. All callbacks come from the
    thread. A job that was submitted always ends in exactly one call of ``on_done``.
    """

    def __init__(
        self,
        printer_factory: Callable[[], Printer],
        on_done: Callable[[str, PrintOutcome], None],
        *,
        on_started: Callable[[str], None] | None = None,
        on_progress: Callable[[str, float], None] | None = None,
    ) -> None:
        """Wire the parts and start the thread, which waits for the first job."""
        self._factory = printer_factory
        self._on_done = on_done
        self._on_started = on_started
        self._on_progress = on_progress
        self._printer: Printer | None = None
        self._jobs: deque[_Job] = deque()
        self._wake = threading.Condition()
        self._is_closing = False
        self._thread = threading.Thread(target=self._run, name="print-worker", daemon=True)
        self._thread.start()

    def submit(self, job_id: str, picture: Picture) -> None:
        """Queue a slip and return at once; never raises."""
        job = _Job(job_id, picture, time.monotonic_ns())
        with self._wake:
            is_accepted = not self._is_closing
            if is_accepted:
                self._jobs.append(job)
                self._wake.notify()
        if not is_accepted:
            self._abandon(job)

    def close(self, limit_s: float = 5.0) -> bool:
        """Finish the slip in hand, give up the waiting ones, stop; whether it stopped in time."""
        with self._wake:
            self._is_closing = True
            self._wake.notify()
        self._thread.join(limit_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        self._prepare()
        while (job := self._next()) is not None:
            self._finish(self._print_guarded(job))
        while self._jobs:
            self._abandon(self._jobs.popleft())

    def _prepare(self) -> None:
        """Load the printer's driver before the first slip; a bad address is told by each job."""
        try:
            self._printer = self._factory()
        except LobbyError as error:
            log.warning("print.no_printer %s", error)
        except Exception:  # edge of the thread; told again, with each job, as print_crashed
            log.exception("print.no_printer")

    def _next(self) -> _Job | None:
        """The next job, waiting for one; None when closing."""
        with self._wake:
            self._wake.wait_for(lambda: self._jobs or self._is_closing)
            return None if self._is_closing else self._jobs.popleft()

    def _print_guarded(self, job: _Job) -> PrintOutcome:
        """The outcome whatever happens: the edge of the thread, where bugs are logged once."""
        try:
            return self._print_or_say_why(job)
        except Exception:  # without this a bug would end the thread and lose every later slip
            log.exception("print.crashed %s", job.job_id)
            return self._failed(job, PrinterState.UNKNOWN, "print_crashed")

    def _print_or_say_why(self, job: _Job) -> PrintOutcome:
        try:
            return self._print(job)
        except PrinterFailed as error:
            return self._failed(job, self._state_after(error), error.code)
        except LobbyError as error:
            return self._failed(job, PrinterState.UNKNOWN, error.code)

    def _print(self, job: _Job) -> PrintOutcome:
        """Print, once more after reconnecting if nothing was sent yet."""
        if self._printer is None:
            self._printer = self._factory()
        self._tell(self._on_started, job.job_id)
        image = job.picture() if callable(job.picture) else job.picture
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._attempt(self._printer, job, image)
            except PrinterFailed as error:
                if job.first_byte_ns is not None or attempt == ATTEMPTS:
                    raise
                log.info("print.retry %s %s", job.job_id, error.code)
        raise AssertionError("the last attempt returns or raises")

    def _attempt(self, printer: Printer, job: _Job, image: Image.Image) -> PrintOutcome:
        try:
            printer.open()
            before = printer.status()
            if before.is_blocked:
                return self._failed(job, before, f"printer_{before}")
            printer.print_image(image, lambda share: self._sent(job, share))
            # A printer that kept silent before is not waited for a second time.
            is_talking = before.is_ready
            after = printer.status(FINAL_ANSWER_LIMIT_S if is_talking else ANSWER_LIMIT_S)
        finally:
            printer.close()
        if after.is_blocked:
            return self._failed(job, after, f"printer_{after}")
        result = PrintResult.PRINTED if after.is_ready else PrintResult.UNCONFIRMED
        return self._outcome(job, result, after, None)

    def _sent(self, job: _Job, share: float) -> None:
        if job.first_byte_ns is None:
            job.first_byte_ns = time.monotonic_ns()
        self._tell(self._on_progress, job.job_id, share)

    def _state_after(self, error: PrinterFailed) -> PrinterState:
        """Why it broke, asked over a fresh connection: paper and cover are the usual causes."""
        if self._printer is None or isinstance(error, PrinterOffline):
            return PrinterState.OFFLINE
        try:
            self._printer.open()
            return self._printer.status()
        except PrinterFailed:
            return PrinterState.OFFLINE
        finally:
            self._printer.close()

    def _failed(self, job: _Job, state: PrinterState, reason: str) -> PrintOutcome:
        return self._outcome(job, PrintResult.FAILED, state, reason)

    def _abandon(self, job: _Job) -> None:
        self._finish(self._failed(job, PrinterState.UNKNOWN, "print_abandoned"))

    def _outcome(
        self, job: _Job, result: PrintResult, state: PrinterState, reason: str | None
    ) -> PrintOutcome:
        now_ns = time.monotonic_ns()
        return PrintOutcome(
            job.job_id, result, state, reason, job.submitted_ns, job.first_byte_ns, now_ns
        )

    def _finish(self, outcome: PrintOutcome) -> None:
        if outcome.is_failed:
            log.warning("print.failed %s %s", outcome.job_id, outcome.reason)
        self._tell(self._on_done, outcome.job_id, outcome)

    def _tell(self, callback: Callable[..., None] | None, *values: object) -> None:
        """Call back; a bug in the listener is logged and must not stop the printing."""
        if callback is None:
            return
        try:
            callback(*values)
        except Exception:  # edge of the thread, as in _print_guarded
            log.exception("print.listener_crashed")
