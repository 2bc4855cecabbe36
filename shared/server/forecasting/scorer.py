"""Scores the promised windows of every day that is over, by itself.

In a thread of its own that reads what is committed: no command waits for it. What is missing is
found out from the database, so that nothing is lost with a server that was stopped, and nothing is
worked out twice.
"""

import logging
import threading
from collections.abc import Collection, Iterable
from typing import Final

from shared.domain.errors import LobbyError
from shared.domain.event import DAY_OPENED
from shared.reports.windows import figures_of
from shared.services.lobby import Entry
from shared.store.engine import Database
from shared.store.promise_log import promises_of_day
from shared.store.window_score import days_to_score, keep_score

log = logging.getLogger(__name__)

#: Days further back are scored by the command only: a server that starts has other things to do.
MOST_DAYS: Final = 60
AGAIN_S: Final = 60.0
STOP_S: Final = 2.0


class Scorer:
    """Keeps the figures of each business day once the next one has begun."""

    def __init__(self, database: Database, branches: Collection[str]) -> None:
        """Nothing runs yet; ``branches`` are read anew each time."""
        self._database = database
        self._branches = branches
        self._is_due = threading.Event()
        self._is_over = False
        self._thread = threading.Thread(target=self._run, name="lobby-scores", daemon=True)

    def start(self) -> None:
        """Score what is missing, then wait for the end of days."""
        self._is_due.set()
        self._thread.start()

    def stop(self) -> None:
        """End after the day that is being scored; the others are found again."""
        self._is_over = True
        self._is_due.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    def notice(self, entries: Iterable[Entry]) -> None:
        """After a commit, in the writer's thread: where a day begins, another one has ended."""
        if any(entry.event.kind == DAY_OPENED for entry in entries):
            self._is_due.set()

    def catch_up(self) -> bool:
        """Score what is missing; False, with a warning, where that failed for a branch."""
        is_done = True
        for branch in self._branches:
            try:
                self._score(branch)
            except LobbyError as error:
                log.warning("windows.not_scored branch=%s reason=%s", branch, error)
                is_done = False
            except Exception:  # the thread's edge: one branch's odd day is not all branches' end
                log.exception("windows.not_scored branch=%s", branch)
                is_done = False
        return is_done

    def _score(self, branch: str) -> None:
        """The days of one branch that are over and have no score; LobbyError."""
        for day in days_to_score(self._database, branch, MOST_DAYS):
            if self._is_over:
                return
            figures = figures_of(promises_of_day(self._database, branch, day))
            keep_score(self._database, branch, day, figures)
            log.info("windows.scored branch=%s day=%s", branch, day)

    def _run(self) -> None:
        is_done, is_over = True, False
        while not is_over:
            self._is_due.wait(None if is_done else AGAIN_S)
            self._is_due.clear()
            is_done = self.catch_up()
            is_over = self._is_over
