"""Keeps the newest forecast of each branch: asks the looking process after each event.

A thread of its own; commands, streams and the writer only leave news here and read what is there.
While one look goes on news gather, so that the newest state wins.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from time import monotonic
from typing import Final, Protocol

from shared.config.demand_tables import DemandFile
from shared.domain import event as kinds
from shared.domain.errors import LobbyError
from shared.domain.event import Event
from shared.rollout.windows.conformal import Correction
from shared.rollout.windows.packing import pack
from shared.rollout.windows.quoted import Foretold, Outlook
from shared.server.forecasting.asking import Answer, Asked, Look, Meet, Suppose, Supposed
from shared.services.lobby import Entry, Lobby
from shared.services.ports import Clock
from shared.store.writer import Writer

log = logging.getLogger(__name__)

#: Without news a branch is looked at again after so long, since time has passed there.
REFRESH_S: Final = 10.0
#: Looks of one branch begin at least so far apart; news in between share one.
APART_S: Final = 0.5
#: After a failure the process is given so long before it is asked again.
REST_S: Final = 5.0
#: At the end the thread is waited for so long; it is a daemon.
ENDS_WITHIN_S: Final = 3.0
#: Older forecasts are told to nobody.
STALE_S: Final = 30.0
#: After these a branch is introduced again: its rules are others, or there is more to learn from.
ANEW: Final = frozenset({kinds.PROFILE_PUBLISHED, kinds.LOG_RESTORED, kinds.DAY_OPENED})

#: As things stand, and as they would be.
Outlooks = tuple[Outlook, Outlook]
#: Told of each new forecast, in this thread.
Told = Callable[[Foretold], None]


class Line(Protocol):
    """The way to the looking process."""

    def say(self, asked: Asked) -> None:
        """Tell it something that has no answer."""

    def ask(self, asked: Look | Suppose) -> Answer:
        """Ask and wait; raises OSError or EOFError when it is gone."""

    def close(self) -> None:
        """Let it end; may be called from any thread, also while somebody waits."""


@dataclass
class _Watched:
    """One branch: what has come since the last look, and what was foretold."""

    news: deque[tuple[int, Event]] = field(default_factory=deque)
    is_known: bool = False
    looked_s: float = float("-inf")
    foretold: Foretold | None = None
    foretold_s: float = float("-inf")


class Forecaster:
    """Forecasts of the branches of one server."""

    def __init__(
        self,
        writer: Writer,
        clock: Clock,
        learned: Mapping[str, DemandFile],
        connect: Callable[[], Line],
        told: Told,
        taught: Callable[[str], Correction],
    ) -> None:
        """Nothing runs yet. ``learned`` demand by branch; ``connect`` begins a looking process.

        ``taught`` reads what earlier promises of a branch teach; asked anew each day.
        """
        self._writer = writer
        self._clock = clock
        self._learned = learned
        self._connect = connect
        self._told = told
        self._taught = taught
        self._line: Line | None = None
        self._watched: dict[str, _Watched] = {}
        self._questions: deque[tuple[Suppose, Future[Outlooks | None]]] = deque()
        self._lock = threading.Condition()
        self._is_over = False
        self.processes_lost = 0
        self._thread = threading.Thread(target=self._run, name="forecaster", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """End thread and process."""
        with self._lock:
            self._is_over = True
            self._lock.notify()
        if self._line is not None:
            self._line.close()
        if self._thread.is_alive():
            self._thread.join(ENDS_WITHIN_S)

    def notice(self, branch: str, entries: list[Entry]) -> None:
        """News of a branch; from any thread, returns at once."""
        with self._lock:
            watched = self._watched.setdefault(branch, _Watched())
            if any(entry.event.kind in ANEW for entry in entries):
                watched.is_known = False
            watched.news.extend((entry.sequence, entry.event) for entry in entries)
            self._lock.notify()

    def watch(self, branch: str) -> None:
        """Look at this branch from now on, also when nothing happens there."""
        with self._lock:
            self._watched.setdefault(branch, _Watched())
            self._lock.notify()

    def suppose(
        self, branch: str, counter: str, over_us: int, ahead_us: int
    ) -> "Future[Outlooks | None]":
        """What if this counter were opened now: as things stand, and with it. None: unknown.

        The future ends when the looking process has answered, or could not.
        """
        asked = Suppose(branch, counter, over_us, ahead_us, self._clock.now_us())
        answered: Future[Outlooks | None] = Future()
        with self._lock:
            self._watched.setdefault(branch, _Watched())
            self._questions.append((asked, answered))
            self._lock.notify()
        return answered

    def latest(self, branch: str) -> Foretold | None:
        """The newest forecast, unless it is too old to be told."""
        watched = self._watched.get(branch)
        if watched is None or monotonic() - watched.foretold_s > STALE_S:
            return None
        return watched.foretold

    def ages_s(self) -> dict[str, float]:
        """How old the newest forecast of each branch is; infinite where there is none yet."""
        now_s = monotonic()
        with self._lock:
            return {branch: now_s - each.foretold_s for branch, each in self._watched.items()}

    def _run(self) -> None:
        while (branch := self._next()) is not None:
            try:
                self._look(branch)
                self._wonder(branch)
            except LobbyError as error:  # the store is away, or the server stops: later
                log.info("forecast.waits branch=%s reason=%s", branch, error)
                self._rest(branch)
            except (OSError, EOFError) as error:
                self._lose_line(error)
                self._rest(branch)
            except Exception as error:  # edge of the thread: no window is better than no thread
                log.error("forecast.failed branch=%s", branch, exc_info=error)
                self._lose_line(error)
                self._rest(branch)

    def _next(self) -> str | None:
        """The branch to look at, when it is time; None at the end."""
        with self._lock:
            while not self._is_over:
                self._drop_cancelled()
                if self._questions:
                    return self._questions[0][0].branch
                now_s = monotonic()
                due = sorted(
                    (self._due_s(watched), name) for name, watched in self._watched.items()
                )
                if due and due[0][0] <= now_s:
                    return due[0][1]
                self._lock.wait(due[0][0] - now_s if due else None)
            return None

    def _drop_cancelled(self) -> None:
        """Nobody waits for these any more, so nothing is worked out for them."""
        wanted = [each for each in self._questions if not each[1].cancelled()]
        if len(wanted) < len(self._questions):
            self._questions = deque(wanted)

    @staticmethod
    def _due_s(watched: _Watched) -> float:
        return watched.looked_s + (APART_S if watched.news else REFRESH_S)

    def _look(self, branch: str) -> None:
        with self._lock:
            watched = self._watched[branch]
            watched.looked_s = monotonic()
            news = [*watched.news]
            watched.news.clear()
            is_known = watched.is_known
        if self._line is None:
            self._line, is_known = self._connect(), False
            if self._is_over:
                self._line.close()
        if not is_known:
            self._introduce(branch, watched)
        first = news[0][0] if news else 0
        events = tuple(event for _, event in news)
        answer = self._line.ask(Look(branch, first, events, self._clock.now_us()))
        if not isinstance(answer, Foretold):
            watched.is_known = False
            watched.looked_s = float("-inf")
            return
        watched.foretold_s = monotonic()
        watched.foretold = answer
        self._told(answer)

    def _wonder(self, branch: str) -> None:
        """Answer what was asked of this branch, which has just been looked at."""
        with self._lock:
            mine = [each for each in self._questions if each[0].branch == branch]
        for question in mine:
            asked, answered = question
            if answered.cancelled():
                continue
            assert self._line is not None
            answer = self._line.ask(asked)
            with self._lock:
                self._questions.remove(question)
            if answered.set_running_or_notify_cancel():
                answered.set_result(answer.outlooks if isinstance(answer, Supposed) else None)

    def _introduce(self, branch: str, watched: _Watched) -> None:
        """Send the branch as it stands; news of before are in it, and left out by number."""
        learned = self._learned.get(branch)
        correction = self._taught(branch)

        def see(lobby: Lobby, _now_us: int) -> Meet:
            return Meet(branch, pack(lobby.branch), lobby.profile, learned, correction)

        assert self._line is not None
        watched.is_known = True
        self._line.say(self._writer.look(branch, see).result())

    def _rest(self, branch: str) -> None:
        """After a failure: questions end without an answer, the branch waits a while."""
        with self._lock:
            questions = [*self._questions]
            self._questions.clear()
        for _, answered in questions:
            if answered.set_running_or_notify_cancel():
                answered.set_result(None)
        with self._lock:
            self._watched[branch].looked_s = monotonic() + REST_S

    def _lose_line(self, error: Exception) -> None:
        """The process is gone: begin another one at the next look, which knows no branch."""
        if self._is_over:
            return
        self.processes_lost += 1
        log.warning("forecast.process_lost reason=%r", error)
        if self._line is not None:
            self._line.close()
            self._line = None
        with self._lock:
            for watched in self._watched.values():
                watched.is_known = False
