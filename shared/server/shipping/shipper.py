"""Sends the log of a branch to a server that keeps a copy, line by line in its order.

In a thread of its own, which only reads what is committed: a line that is cut, slow or refused
holds up nobody in the branch. Where the copy ends is asked of the copy itself after each cut, so
that nothing has to be remembered here and nothing is sent for nothing.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import uniform
from typing import Final

from shared.domain.copies import LogForked
from shared.domain.errors import LobbyError
from shared.protocol.shipping import Position
from shared.server.problems import InternalFault
from shared.server.shipping.line import Line, LineRefused, Target
from shared.server.shipping.timing import ORDINARY, LineTiming
from shared.store.engine import Database
from shared.store.lines import hash_at, lines_after, position

log = logging.getLogger(__name__)

#: How long a stopping server waits for a batch that is under way.
STOP_S: Final = 2.0
#: Told the line and where the copy ends, after every cut; gives where it ends then.
Begin = Callable[[Line, Position], Position]


@dataclass(frozen=True, slots=True)
class LineState:
    """How a line is: ``copied`` of ``last`` events are there; behind since ``behind_s``.

    ``problem`` is the code of what keeps it, ``told`` the sentence; empty while it is up.
    """

    to: str
    branch: str
    is_up: bool
    copied: int
    last: int
    behind_s: float
    problem: str = ""
    told: str = ""

    @property
    def behind_events(self) -> int:
        """How many events the copy lacks."""
        return max(self.last - self.copied, 0)


class Shipper:
    """One branch's line to one copy."""

    def __init__(
        self,
        database: Database,
        branch: str,
        target: Target,
        timing: LineTiming = ORDINARY,
        begin: Begin | None = None,
    ) -> None:
        """Nothing runs yet. ``begin`` may bring the copy to where lines can follow.

        Raises:
            FileUnreadable: the CA's file.
        """
        self.branch = branch
        self.target = target
        self._database = database
        self._timing = timing
        self._begin = begin
        self._line = Line(target, branch, timing)
        self._is_due = threading.Event()
        self._is_over = threading.Event()
        self._lock = threading.Lock()
        self._last = self._copied = 0
        self._behind_since_s: float | None = None
        self._is_up = False
        self._error: LobbyError | None = None
        self._failures = 0
        self._thread = threading.Thread(target=self._run, name=f"lobby-ship-{target.name}")
        self._thread.daemon = True

    def start(self) -> None:
        """Bring the copy up to date, then go on as the log grows."""
        self._is_due.set()
        self._thread.start()

    def stop(self) -> None:
        """End; what is not sent now is sent after the next start."""
        self._is_over.set()
        self._is_due.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)
        self._line.close()

    def notice(self, last: int) -> None:
        """After a commit: the log ends here now. Never waits; any thread."""
        self._note(last=last)
        self._is_due.set()

    @property
    def state(self) -> LineState:
        """How the line is now."""
        with self._lock:
            since_s = self._behind_since_s
            behind_s = 0.0 if since_s is None else time.monotonic() - since_s
            error = self._error
            return LineState(
                self.target.name,
                self.branch,
                self._is_up,
                self._copied,
                self._last,
                behind_s,
                _code(error) if error else "",
                str(error) if error else "",
            )

    def _run(self) -> None:
        place: Position | None = None
        while not self._is_over.is_set():
            self._is_due.wait(self._timing.probe_s)
            is_news = self._is_due.is_set()
            self._is_due.clear()
            try:
                place = self._ship(place if is_news else None)
            except LobbyError as error:
                place = None
                self._fail(error)
            except Exception as error:  # edge of the thread: the copy must not stop for good
                place = None
                log.error("line.fault to=%s", self.target.name, exc_info=error)
                self._fail(InternalFault())
            else:
                self._is_over.wait(self._timing.linger_s)

    def _ship(self, place: Position | None) -> Position:
        """Send what the copy lacks; where it ends is asked unless it is known."""
        if place is None:
            place = self._line.position()
            place = self._begin(self._line, place) if self._begin else place
            self._refuse_fork(place)
            self._note(last=position(self._database, self.branch).last, copied=place.last)
        while not self._is_over.is_set():
            sent = lines_after(self._database, self.branch, place.last)
            if not sent.lines:
                break
            self._note(last=sent.lines[-1].sequence)
            place = self._line.send(sent)
            self._reach(place)
        self._reach(place)
        return place

    def _refuse_fork(self, place: Position) -> None:
        """Raises LogForked: the copy ends with a line that this log does not have."""
        here = hash_at(self._database, self.branch, place.last) if place.last else ""
        if here != place.last_hash:
            raise LogForked(self.branch, place.last, place.last_hash[:12])

    def _reach(self, place: Position) -> None:
        """The other server has taken what there was, and the copy goes this far."""
        was_up = self._is_up
        self._note(copied=place.last, is_up=True)
        self._failures = 0
        if not was_up:
            log.info("line.up to=%s branch=%s last=%d", self.target.name, self.branch, place.last)

    def _fail(self, error: LobbyError) -> None:
        """Say it once, and wait: longer each time, never two branches for the same time."""
        if self._is_up or self._error is None or self._error.code != error.code:
            log.warning("line.down to=%s branch=%s reason=%s", self.target.name, self.branch, error)
        self._note(is_up=False, error=error)
        timing = self._timing
        wait_s = min(timing.again_s * 2**self._failures, timing.again_most_s)
        if _code(error) == LogForked.code:
            wait_s = timing.forked_again_s
        self._failures = min(self._failures + 1, 16)
        self._is_due.set()
        self._is_over.wait(uniform(wait_s / 2, wait_s))

    def _note(
        self,
        *,
        last: int = 0,
        copied: int | None = None,
        is_up: bool | None = None,
        error: LobbyError | None = None,
    ) -> None:
        """Keep what is known of the line."""
        with self._lock:
            self._last = max(self._last, last)
            self._copied = self._copied if copied is None else copied
            self._last = max(self._last, self._copied) if copied is not None else self._last
            if is_up is not None:
                self._is_up, self._error = is_up, error
            if self._copied >= self._last:
                self._behind_since_s = None
            elif self._behind_since_s is None:
                self._behind_since_s = time.monotonic()


def _code(error: LobbyError) -> str:
    """What the other server says, rather than that it refuses."""
    return error.problem.code if isinstance(error, LineRefused) else error.code
