"""The jobs that wait for the writer: put by any thread, taken in groups by its own."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Final

from shared.domain.errors import ServerStopping
from shared.store.job import Job

GROUP_MAX: Final = 64


class WaitingJobs:
    """Closed at first: then, and after the end, a job is refused."""

    def __init__(self, idle_s: float) -> None:
        """``idle_s``: after so long without a job whoever takes them is called back."""
        self._idle_s = idle_s
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._gate = threading.Lock()
        self._is_open = False

    def open(self) -> None:
        """From now on jobs are taken."""
        self._is_open = True

    def close(self) -> bool:
        """No more jobs; those that wait are still taken. Whether it was open."""
        with self._gate:
            was_open, self._is_open = self._is_open, False
            self._jobs.put(None)
        return was_open

    def put(self, job: Job) -> None:
        """Let it wait; once closed its future says ServerStopping."""
        with self._gate:
            if self._is_open:
                self._jobs.put(job)
                return
        job.future.set_exception(ServerStopping())

    def take(self, idle: Callable[[], None]) -> list[Job]:
        """What is waiting, at most a group; waits for the first one. Empty at the end."""
        jobs: list[Job] = []
        job = self._first(idle)
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

    def _first(self, idle: Callable[[], None]) -> Job | None:
        while True:
            try:
                return self._jobs.get(timeout=self._idle_s)
            except Empty:
                idle()
