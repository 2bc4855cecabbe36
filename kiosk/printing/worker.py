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

Drawn = Image.Image | bytes
"""A picture, or a whole job in the printer's own text."""
Picture = Drawn | Callable[[], Drawn]
"""A slip, or what draws it: then drawing, too, happens in the worker's thread."""

ATTEMPTS = 2
WATCH_S = 15.0
"""How often an idle printer is asked how it is; silence then is ``unknown``, never fine."""
DOUBT_S = 2.0
"""A printer out of reach is looked at once more: it may just be taking another kiosk's slip."""
SILENT = "printer_silent"
MUTE = "printer_mute"


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
    ``print_abandoned`` (the worker was closed first) or ``print_crashed`` (a bug, in the log);
    of an unconfirmed one ``printer_silent`` (it did not answer) or ``printer_mute`` (it cannot).
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
    thread. A job that was submitted always ends in exactly one call of ``on_done``. With
    ``on_state`` the printer is also asked how it is, at once and then whenever nothing was printed
    for ``watch_s``; what it says, and what jobs find out, is told when it is new.
    """

    def __init__(
        self,
        printer_factory: Callable[[], Printer],
        on_done: Callable[[str, PrintOutcome], None],
        *,
        on_started: Callable[[str], None] | None = None,
        on_progress: Callable[[str, float], None] | None = None,
        on_state: Callable[[PrinterState, bool], None] | None = None,
        watch_s: float = WATCH_S,
    ) -> None:
        """Wire the parts and start the thread, which waits for the first job.

        ``on_state`` gets the state and whether the printer can answer at all.
        """
        self._factory = printer_factory
        self._on_done = on_done
        self._on_started = on_started
        self._on_progress = on_progress
        self._on_state = on_state
        self._watch_s = watch_s
        self._state: PrinterState | None = None
        self._is_doubted = False
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
        self._look()
        while not self._is_closing:
            job = self._next()
            if job is not None:
                self._finish(self._print_guarded(job))
            elif not self._is_closing:
                self._look()
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
        """The next job, waiting for one; None when closing, and when it is time for a look."""
        with self._wake:
            pause_s = min(self._watch_s, DOUBT_S) if self._is_doubted else self._watch_s
            limit_s = None if self._on_state is None else pause_s
            has_news = self._wake.wait_for(lambda: self._jobs or self._is_closing, limit_s)
            return None if self._is_closing or not has_news else self._jobs.popleft()

    def _look(self) -> None:
        """Ask an idle printer how it is; nothing is opened where nothing can answer."""
        if self._on_state is None:
            return
        try:
            state = self._ask()
        except LobbyError:
            state = PrinterState.OFFLINE
        except Exception:  # edge of the thread: a driver's bug must not end it
            log.exception("print.look_crashed")
            state = PrinterState.UNKNOWN
        is_news = state is PrinterState.OFFLINE and self._state is not state
        self._is_doubted = is_news and not self._is_doubted
        if not self._is_doubted:
            self._tell_state(state)

    def _ask(self) -> PrinterState:
        if self._printer is None:
            self._printer = self._factory()
        if not self._printer.can_answer:
            return PrinterState.UNKNOWN
        try:
            self._printer.open()
            return self._printer.status()
        finally:
            self._printer.close()

    def _tell_state(self, state: PrinterState) -> None:
        if state is not self._state:
            self._state = state
            can_answer = self._printer is None or self._printer.can_answer
            self._tell(self._on_state, state, can_answer)

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
        drawn = job.picture() if callable(job.picture) else job.picture
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._attempt(self._printer, job, drawn)
            except PrinterFailed as error:
                if job.first_byte_ns is not None or attempt == ATTEMPTS:
                    raise
                log.info("print.retry %s %s", job.job_id, error.code)
        raise AssertionError("the last attempt returns or raises")

    def _attempt(self, printer: Printer, job: _Job, drawn: Drawn) -> PrintOutcome:
        try:
            printer.open()
            before = printer.status()
            if before.is_blocked:
                return self._failed(job, before, f"printer_{before}")
            self._send(printer, job, drawn)
            # A printer that kept silent before is not waited for a second time.
            is_talking = before.is_ready
            after = printer.status(FINAL_ANSWER_LIMIT_S if is_talking else ANSWER_LIMIT_S)
        finally:
            printer.close()
        if after.is_blocked:
            return self._failed(job, after, f"printer_{after}")
        if after.is_ready:
            return self._outcome(job, PrintResult.PRINTED, after, None)
        silence = SILENT if printer.can_answer else MUTE
        return self._outcome(job, PrintResult.UNCONFIRMED, after, silence)

    def _send(self, printer: Printer, job: _Job, drawn: Drawn) -> None:
        if isinstance(drawn, bytes):
            printer.print_text(drawn, lambda share: self._sent(job, share))
        else:
            printer.print_image(drawn, lambda share: self._sent(job, share))

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
        if outcome.reason != "print_abandoned":
            self._tell_state(outcome.state)

    def _tell(self, callback: Callable[..., None] | None, *values: object) -> None:
        """Call back; a bug in the listener is logged and must not stop the printing."""
        if callback is None:
            return
        try:
            callback(*values)
        except Exception:  # edge of the thread, as in _print_guarded
            log.exception("print.listener_crashed")
