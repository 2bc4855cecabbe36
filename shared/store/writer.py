"""The one writer: takes the commands that wait, commits them together, answers when it is durable.

A group is one transaction. Each command is decided on the state that the ones before it left; a
refusal changes nothing and harms nobody. When the commit fails nobody hears of success, the state
in memory is thrown away and rebuilt from the log. When a bug undoes a group, its jobs are served
again one by one.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Any, Final

from sqlalchemy.exc import SQLAlchemyError

from shared.config.profile import Profile
from shared.domain.errors import ServerStopping
from shared.services.lobby import Entry, Lobby
from shared.services.ports import Clock
from shared.store.engine import Database, unavailable
from shared.store.group import Group
from shared.store.job import Command, Done, Job, Look
from shared.store.start import publish_at_start
from shared.store.unit_of_work import UnitOfWork, unit_of_work

log = logging.getLogger(__name__)

GROUP_MAX: Final = 64
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
    ) -> None:
        """Nothing runs yet; ``profiles`` by branch identifier are published by ``load``."""
        self._database = database
        self._profiles = profiles
        self._clock = clock
        self._published = published
        self._staff_names = staff_names
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._lobbies: dict[str, Lobby] = {}
        self._gate = threading.Lock()
        self._is_open = False
        self._has_written = False
        self.groups = self.commands = 0
        """Commits since the start, and the commands that they made durable together."""
        # A daemon: when the process is forced to end, an open transaction is rolled back.
        self._thread = threading.Thread(target=self._run, name="lobby-writer", daemon=True)

    def load(self) -> None:
        """Rebuild every lobby from its log and publish its profile, before ``start``.

        Raises:
            StoreUnavailable, ProfileLost, LogUnsound.
            ProfileInvalid: today's log names something that the profile no longer has.
        """
        try:
            with unit_of_work(self._database) as work:
                for branch, profile in self._profiles.items():
                    publish_at_start(work, self._lobby(work, branch), profile, self._clock.now_us())
        except SQLAlchemyError as error:
            raise unavailable(error) from error

    def start(self) -> None:
        """Begin to take jobs."""
        self._is_open = True
        self._thread.start()

    def stop(self) -> None:
        """Finish what is waiting, then end; later jobs are refused."""
        with self._gate:
            was_open, self._is_open = self._is_open, False
            self._jobs.put(None)
        if was_open:
            self._thread.join()

    def submit(self, command: Command) -> "Future[Done]":
        """Hand over a command; the future ends after its commit.

        Raises (through the future): LobbyError of the rule; StoreUnavailable; ServerStopping.
        """
        self._put(command)
        return command.future

    def look(self, branch: str, see: Callable[[Lobby, int], Any]) -> "Future[Any]":
        """Look at the committed state in the writer's thread: ``see(lobby, now_us)``.

        Raises (through the future): what ``see`` raises; StoreUnavailable; ServerStopping.
        """
        job = Look(branch, see)
        self._put(job)
        return job.future

    def _put(self, job: Job) -> None:
        with self._gate:
            if self._is_open:
                self._jobs.put(job)
                return
        job.future.set_exception(ServerStopping())

    def _run(self) -> None:
        while jobs := self._take():
            if wanted := [job for job in jobs if job.future.set_running_or_notify_cancel()]:
                self._serve(wanted)

    def _take(self) -> list[Job]:
        """What is waiting, at most a group; waits for the first one. Empty at the end."""
        jobs: list[Job] = []
        job = self._first()
        while job is not None:
            jobs.append(job)
            if len(jobs) == GROUP_MAX:
                break
            try:
                job = self._jobs.get_nowait()
            except Empty:
                break
            if job is None:
                self._jobs.put(None)  # the end is seen again after this group
        return jobs

    def _first(self) -> Job | None:
        while True:
            try:
                return self._jobs.get(timeout=IDLE_S)
            except Empty:
                self._watch_clock()
                self._tidy()

    def _watch_clock(self) -> None:
        """While nobody asks: record what falls due, by a group that only looks."""
        self._serve([Look(branch, _seen) for branch in self._profiles])

    def _serve(self, jobs: list[Job]) -> None:
        """One group: decide, commit, publish, answer."""
        try:
            group = self._commit(jobs)
        except SQLAlchemyError as error:
            self._fail(jobs, unavailable(error))
        except Exception as error:  # edge of the writer's thread: it must go on
            log.error("writer.group_failed jobs=%d", len(jobs), exc_info=error)
            self._serve_singly(jobs, error)
        else:
            for branch, entries in group.written.items():
                self._published(branch, entries)
            group.answer(self._lobbies)

    def _serve_singly(self, jobs: list[Job], error: Exception) -> None:
        """A bug in one of the jobs undid the group: serve each by itself, so that only that fails.

        Nothing was committed and nobody answered, so every job can be decided once more.
        """
        if len(jobs) == 1:
            self._fail(jobs, error)
            return
        self._lobbies.clear()
        for job in jobs:
            self._serve([job])

    def _commit(self, jobs: list[Job]) -> Group:
        """Decide every job and make it durable; without anything to write no transaction."""
        group = Group(jobs, self._clock.now_us())
        if group.is_only_looking(self._lobbies):
            return group
        with unit_of_work(self._database) as work:
            for branch in group.branches:
                group.decide(work, self._lobby(work, branch))
        self._has_written = True
        self.groups += 1
        self.commands += len(group.commands)
        return group

    def _lobby(self, work: UnitOfWork, branch: str) -> Lobby:
        if branch not in self._lobbies:
            fallback = self._profiles[branch]
            self._lobbies[branch] = work.lobby(branch, self._staff_names, fallback)
        return self._lobbies[branch]

    def _fail(self, jobs: list[Job], error: BaseException) -> None:
        """The state in memory may be ahead of the log: forget it. Nobody gets a success."""
        self._lobbies.clear()
        for job in jobs:
            job.future.set_exception(error)

    def _tidy(self) -> None:
        """While nobody waits: keep the write-ahead log short."""
        if not self._has_written:
            return
        self._has_written = False
        try:
            self._database.checkpoint()
        except SQLAlchemyError as error:
            log.warning("writer.checkpoint_failed reason=%s", error)


def _seen(_lobby: Lobby, _now_us: int) -> None:
    """Nothing to see: the look alone lets time pass."""
