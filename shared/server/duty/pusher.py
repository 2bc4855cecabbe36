"""The thread of a branch server that speaks to its stand-in: beats, the copy, what comes back."""

import logging
import threading
import time
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final

from shared.config.settings import ServerSettings
from shared.domain.copies import LinesMissing, LogForked
from shared.domain.errors import LobbyError
from shared.domain.numbers import STAND_IN_FIRST
from shared.protocol.journal import LeaseNumbers
from shared.protocol.stand_in import Beat, CopyLines, StandInState
from shared.server.charge.timing import ChargeTiming
from shared.server.duty.branch import BranchDuty
from shared.server.duty.duty import HOLDER
from shared.server.duty.taking_back import take_back
from shared.server.duty.unsent import next_piece
from shared.server.shipping.line import Line, LineRefused, Target
from shared.server.shipping.timing import LineTiming
from shared.services import journals
from shared.services.ports import Clock
from shared.store.answers import all_answers
from shared.store.charge_log import day_of
from shared.store.copy_parts import copy_begin
from shared.store.credentials import read_credentials, take_sessions
from shared.store.engine import Database
from shared.store.group import ANSWERS_KEPT_US
from shared.store.job import Command, Done
from shared.store.lines import hash_at, lines_after, position

if TYPE_CHECKING:
    from shared.server.hub import Hub
    from shared.store.writer import Writer

log = logging.getLogger(__name__)

STOP_S: Final = 2.0
#: How often credentials are looked through for a change.
CREDENTIALS_S: Final = 2.0
#: How many numbers of each series the stand-in may give on a day.
LENT: Final = 200
#: How often answers that wait are looked through.
TICK_S: Final = 0.1


class PushingBranch(BranchDuty):
    """A branch server that keeps its stand-in's copy up to date and beats it."""

    def __init__(
        self,
        settings: ServerSettings,
        database: Database,
        branch: str,
        timing: ChargeTiming,
        clock: Clock,
    ) -> None:
        """Nothing is sent yet.

        Raises:
            FileUnreadable: the CA's file.
        """
        super().__init__(database, branch, settings.stand_in, timing)
        target = Target("stand-in", settings.stand_in, settings.stand_in_key, settings.stand_in_ca)
        patience = LineTiming(connect_s=timing.beat_ms / 2000, answer_s=timing.lease_ms / 2000)
        self.line = Line(target, branch, patience)
        self.database, self.branch = database, branch
        self.clock = clock
        self._writer: Writer | None = None
        self._is_over = threading.Event()
        self._state: StandInState | None = None
        self._given: object = None
        self._looked_s = 0.0
        self._lent: Future[Done] | None = None
        self._told = ""
        self._thread = threading.Thread(target=self._run, name="lobby-pusher", daemon=True)
        self._doctor = threading.Thread(target=self._look_after, name="lobby-health", daemon=True)
        self._ticker = threading.Thread(target=self._tick, name="lobby-waiting", daemon=True)

    @property
    def writer(self) -> "Writer":
        """The writer that it has joined."""
        assert self._writer is not None
        return self._writer

    def join(self, writer: "Writer", hub: "Hub") -> None:
        """What it works with."""
        del hub
        self._writer = writer

    def start(self) -> None:
        """Ask the stand-in how things stand; nothing is decided before."""
        self._thread.start()
        self._ticker.start()
        self._doctor.start()

    def stop(self) -> None:
        """Speak no more."""
        self._is_over.set()
        self.on_news.set()
        for thread in (self._thread, self._ticker, self._doctor):
            if thread.is_alive():
                thread.join(STOP_S)
        self.line.close()

    def note_credentials(self) -> None:
        """The stand-in hears of it at once."""
        self._looked_s = 0.0
        self.on_news.set()

    def beat(self) -> str:
        """A beat of this moment."""
        with self._lock:
            return self.charge.beats.make()

    def _tick(self) -> None:
        """Answers grow old by themselves."""
        while not self._is_over.wait(TICK_S):
            self.release()

    def _look_after(self) -> None:
        """Whether the disk still takes anything."""
        while not self._is_over.wait(self.timing.beat_ms / 1000):
            self.health.look()

    def _run(self) -> None:
        while not self._is_over.is_set():
            try:
                if not self.is_ill:
                    self._turn()
                self._told = ""
            except LobbyError as error:
                self._fail(error)
            except Exception:
                log.exception("stand_in.push_failed branch=%s", self.branch)
            self.on_news.wait(self.timing.beat_ms / 1000)
            self.on_news.clear()

    def _turn(self) -> None:
        """One round: a beat, and whatever the stand-in lacks."""
        had_charge = self.charge.is_stand_in_near
        state = self._hear(
            self.line.ask(StandInState, "POST", "stand-in/beat", Beat(beat=self.beat()))
        )
        self._end_sessions(state)
        if state.term:
            state = self._take_back()
        if not self._fits(state):
            state = self.send_copy(())
        self._lend_numbers()
        self._send_credentials()
        self._send_lines(state)
        if not had_charge:
            self.writer.look(self.branch, lambda _lobby, _now: None)  # time passes again

    def _lend_numbers(self) -> None:
        """The stand-in's own block, once for good; the line that says so is sent like others."""
        lent = self._lent
        if lent is not None and (not lent.done() or lent.exception() is None):
            return
        wanted = LeaseNumbers(count=LENT)
        self._lent = self.writer.submit(
            Command(
                self.branch,
                lambda lobby, now_us: journals.lend_numbers(
                    lobby, now_us, wanted, HOLDER, STAND_IN_FIRST
                ),
            )
        )

    def _hear(self, state: StandInState) -> StandInState:
        self.hear(state)
        return state

    def _fits(self, state: StandInState) -> bool:
        """Whether what follows can be added to the copy."""
        here, known = position(self.database, self.branch), state.known
        if known.log != here.log or known.last > here.last:
            return False
        if known.last and hash_at(self.database, self.branch, known.last) != known.last_hash:
            return False
        return state.day == day_of(self.database, self.branch) or not known.last

    def send_copy(self, absorbed: tuple[str, ...]) -> StandInState:
        """The copy begins anew.

        Raises:
            LineRefused, ServerUnreachable; StoreUnavailable.
        """
        found = copy_begin(self.database, self.branch)
        self.begin_copy(found.first)
        log.info("stand_in.copy branch=%s first=%d", self.branch, found.first)
        for part in found.parts(absorbed):
            sent = part.model_copy(update={"beat": self.beat()})
            state = self._hear(self.line.ask(StandInState, "PUT", "copy", sent))
        self._given = None
        return state

    def _send_lines(self, state: StandInState) -> None:
        """Lines, each with the answer to its command; then refusals since."""
        while not self._is_over.is_set():
            self.unsent.recall(lambda: all_answers(self.database, self.branch))
            known, written = state.known.last, self._last  # first: its answers are there by now
            ready = self.unsent.first()
            if ready is None:
                continue  # lost since the recall: no line goes without its answer
            answers, is_all = ready
            lines = lines_after(self.database, self.branch, known)
            piece = next_piece(lines, written, known, answers, is_all=is_all)
            if not piece.lines and not piece.answers:
                return
            sent = CopyLines(
                beat=self.beat(),
                lines=lines.model_copy(update={"lines": piece.lines}),
                answers=piece.answers,
                answers_from_us=self.clock.now_us() - ANSWERS_KEPT_US,
            )
            state = self.line.ask(StandInState, "POST", "copy/lines", sent)
            self.unsent.tell(len(piece.answers))
            self._hear(state)

    def _end_sessions(self, state: StandInState) -> None:
        """Whoever signed out there is signed out here; the stand-in hears that it is so."""
        if state.ended:
            take_sessions(self.database, (), state.ended)
            self._given = None

    def _send_credentials(self) -> None:
        """All of them, when they are not those that were sent last."""
        if self._given is not None and time.monotonic() - self._looked_s < CREDENTIALS_S:
            return
        self._looked_s = time.monotonic()
        found = read_credentials(self.database, self.branch, self.clock.now_us())
        if found == self._given:
            return
        sent = found.model_copy(update={"beat": self.beat()})
        self._hear(self.line.ask(StandInState, "PUT", "copy/credentials", sent))
        self._given = found

    def _take_back(self) -> StandInState:
        terms = take_back(self)
        return self.send_copy(terms)

    def _fail(self, error: LobbyError) -> None:
        """Said once; a copy that does not fit begins anew."""
        if self._told != error.code:
            self._told = error.code
            log.warning("stand_in.line_down branch=%s reason=%s", self.branch, error)
        if isinstance(error, LineRefused) and error.problem.code in (
            LogForked.code,
            LinesMissing.code,
        ):
            self._given = None
