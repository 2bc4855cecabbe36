"""The one writer: takes the commands that wait, commits them together, answers when it is durable.

A group is one transaction. Each command is decided on the state that the ones before it left; a
refusal changes nothing and harms nobody. When the commit fails nobody hears of success, the state
in memory is thrown away and rebuilt from the log. When a bug undoes a group, or a row that the
database refuses, its jobs are served again one by one.
"""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any, Final

from sqlalchemy.exc import SQLAlchemyError

from shared.config.profile import Profile
from shared.domain.away import NotInCharge
from shared.domain.errors import (
    CommitInDoubt,
    LobbyError,
    NotRecordable,
)
from shared.services.lobby import Entry, Lobby
from shared.services.ports import Clock
from shared.store.blame import refusal_of
from shared.store.committing import Committing
from shared.store.custody import Custody, Sole
from shared.store.engine import Database, unavailable
from shared.store.group import Group
from shared.store.job import Command, Done, Job, Look, News, Survey
from shared.store.lobbies import Lobbies
from shared.store.seal import SealKey
from shared.store.unit_of_work import unit_of_work
from shared.store.waiting_jobs import WaitingJobs

log = logging.getLogger(__name__)

IDLE_S: Final = 1.0  # without a job for so long: look at the clock, move the write-ahead log

#: Told after a commit: the branch and its new entries, in the writer's thread.
Published = Callable[[str, list[Entry]], None]


class Writer:
    """Owns the lobbies of this process: whatever reads or changes them runs in its thread."""

    def __init__(
        self,
        database: Database,
        profiles: Mapping[str, Profile],
        clock: Clock,
        published: Published,
        staff_names: Mapping[str, str],
        custody: Custody | None = None,
    ) -> None:
        """Nothing runs yet; ``profiles`` by branch are published at the branch's first use."""
        self._custody = custody or Sole()
        self._database = database
        self._branches = tuple(profiles)
        self._lobbies = Lobbies(profiles, staff_names, self._custody)
        self._clock = clock
        self._committing = Committing(database, self._lobbies, clock, self._custody)
        self._published = published
        self._jobs = WaitingJobs(IDLE_S)
        self._watched_s = time.monotonic()
        # A daemon: when the process is forced to end, an open transaction is rolled back.
        self._thread = threading.Thread(target=self._run, name="lobby-writer", daemon=True)

    @property
    def groups(self) -> int:
        """Commits since the start."""
        return self._committing.groups

    @property
    def commands(self) -> int:
        """The commands that they made durable together."""
        return self._committing.commands

    def seal_with(self, key: SealKey) -> None:
        """Seal what is written from now on; before ``load``."""
        self._committing.seal_key = key

    def load(self) -> None:
        """Rebuild the only lobby from its log and publish its profile, before ``start``.

        Of several branches each comes when somebody first asks for it.

        Raises:
            StoreUnavailable, ProfileLost, LogUnsound.
            ProfileInvalid: today's log names something that the profile no longer has.
        """
        if len(self._branches) > 1:
            return
        (branch,) = self._branches
        try:
            with unit_of_work(self._database, self._committing.seal_key) as work:
                standing = self._lobbies.at_end(work, branch, self._clock.now_us())
        except SQLAlchemyError as error:
            raise unavailable(error) from error
        if self._custody.refusal(standing.lobby) is None:
            self._lobbies.begin(branch)
        self._lobbies.fresh(branch, standing.missed)  # nobody listens yet
        if standing.missed:
            self._custody.written({branch: standing.missed}, (), _nobody_listens, _nobody_asked)

    def start(self) -> None:
        """Begin to take jobs."""
        self._jobs.open()
        self._thread.start()

    def stop(self) -> None:
        """Finish what is waiting, then end; later jobs are refused."""
        if self._jobs.close():
            self._thread.join()

    def submit(self, command: Command) -> "Future[Done]":
        """Hand over a command; the future ends after its commit.

        Raises (through the future): LobbyError of the rule; StoreUnavailable; CommitInDoubt;
            ServerStopping.
        """
        self._jobs.put(command)
        return command.future

    def look(self, branch: str, see: Callable[[Lobby, int], Any]) -> "Future[Any]":
        """Look at the committed state in the writer's thread: ``see(lobby, now_us)``.

        Raises (through the future): what ``see`` raises; StoreUnavailable; ServerStopping.
        """
        job = Look(branch, see)
        self._jobs.put(job)
        return job.future

    def survey(self, see: Callable[[list[Lobby]], Any]) -> "Future[Any]":
        """Look at the branches in use, as they were committed: ``see(lobbies)``; reads no log.

        Raises (through the future): what ``see`` raises; ServerStopping.
        """
        job = Survey(see)
        self._jobs.put(job)
        return job.future

    def is_used(self, branch: str) -> bool:
        """Whether somebody has asked for this branch; may be called from any thread."""
        return self._lobbies.is_used(branch)

    def hear(self, branch: str, sequence: int | None = None) -> None:
        """Another process may have written up to this event (None: nobody knows how far).

        What is new of a branch in use is taken over and published here. May be called from any
        thread.
        """
        if self._lobbies.is_news(branch, sequence):
            self._jobs.put(News(branch))

    def read_anew(self, branch: str) -> None:
        """Its log is another one now. May be called from any thread."""
        self._jobs.put(News(branch, is_anew=True))

    def _run(self) -> None:
        while jobs := self._jobs.take(self._idle):
            if wanted := [job for job in jobs if job.future.set_running_or_notify_cancel()]:
                self._serve(wanted)
            if time.monotonic() - self._watched_s >= IDLE_S:
                self._watch_clock()

    def _idle(self) -> None:
        self._watch_clock()
        self._tidy()

    def _watch_clock(self) -> None:
        """Where nobody asks: record what falls due, by a group that only looks."""
        self._watched_s = time.monotonic()
        if due := self._lobbies.due(self._clock.now_us()):
            self._serve([Look(branch, _seen) for branch in due])

    def _serve(self, jobs: list[Job], *, is_again: bool = False) -> None:
        """One group: decide, commit, publish, answer. ``is_again``: the charge was lost once."""
        try:
            group = self._committing.commit(jobs)
        except (SQLAlchemyError, NotRecordable) as error:
            self._serve_apart(jobs, error)
        except CommitInDoubt as error:  # it may count: never decide it again here
            self._custody.doubt()
            self._fail(jobs, error)
        except NotInCharge as error:
            log.warning("writer.charge_lost jobs=%d reason=%s", len(jobs), error)
            if is_again:  # what they decide makes this server lose it, such as one more counter
                self._fail(jobs, error)
                return
            self._forget(jobs)
            self._serve(jobs, is_again=True)
        except Exception as error:  # edge of the writer's thread: it must go on
            log.error("writer.group_failed jobs=%d", len(jobs), exc_info=error)
            self._serve_singly(jobs, error)
        else:
            group.show(self._lobbies)
            self._answer(group)

    def _answer(self, group: Group) -> None:
        """Tell each event once, and what came of the commands, when that may be relied upon."""
        news = {b: self._lobbies.fresh(b, entries) for b, entries in group.written.items()}

        def tell() -> None:
            for branch, fresh in news.items():
                if fresh:
                    self._published(branch, fresh)

        group.answer_absorbing()
        if news or group.kept or group.is_owed:
            self._custody.written(news, group.kept, tell, group.answer)
        group.answer_refused()

    def _serve_apart(self, jobs: list[Job], error: Exception) -> None:
        """The database took nothing: because it cannot, or because of what one command wrote."""
        refusal = refusal_of(error)
        if refusal is None:
            self._fail(jobs, unavailable(error))
            return
        log.warning("writer.rows_refused jobs=%d reason=%s", len(jobs), refusal.params[0])
        is_command = isinstance(jobs[0], Command)
        self._serve_singly(jobs, refusal if is_command else unavailable(error))

    def _serve_singly(self, jobs: list[Job], error: Exception) -> None:
        """One of the jobs undid the group: serve each by itself, so that only that one fails.

        Nothing was committed and nobody answered, so every job can be decided once more.
        """
        if len(jobs) == 1:
            self._fail(jobs, error)
            return
        self._forget(jobs)
        for job in jobs:
            self._serve([job])

    def _fail(self, jobs: list[Job], error: BaseException) -> None:
        """The state in memory may be ahead of the log: forget it. Nobody gets a success."""
        self._forget(jobs)
        for job in jobs:
            job.future.set_exception(error)

    def _forget(self, jobs: list[Job]) -> None:
        """Of the branches that these jobs were about."""
        self._lobbies.forget({job.branch for job in jobs if not isinstance(job, Survey)})

    def _tidy(self) -> None:
        """While nobody waits: keep the write-ahead log short."""
        if not self._committing.has_written:
            return
        self._committing.has_written = False
        try:
            self._database.checkpoint()
        except SQLAlchemyError as error:
            log.warning("writer.checkpoint_failed reason=%s", error)


def _nobody_listens() -> None:
    """At the start."""


def _nobody_asked(_error: LobbyError | None) -> None:
    """At the start."""


def _seen(_lobby: Lobby, _now_us: int) -> None:
    """Nothing to see: the look alone lets time pass."""
