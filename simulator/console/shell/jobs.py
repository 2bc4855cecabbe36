"""Long work beside the window: in a thread, with progress, and an end that keeps what there is.

The compiled kernel lets go of Python's lock while it runs, and ``answering`` lets Python change
threads often, so that the window answers while days are lived.
"""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from shared.domain.errors import LobbyError

OnStep = Callable[[int, int], None]
ShouldStop = Callable[[], bool]
Work = Callable[[OnStep, ShouldStop], object]

logger = logging.getLogger(__name__)


class Job:
    """One piece of work, and who is told of it."""

    def __init__(
        self,
        work: Work,
        on_end: Callable[[object], None],
        on_fail: Callable[[Exception], None],
        on_step: OnStep,
    ) -> None:
        """``work(on_step, should_stop)`` gives the result, also when it was told to stop."""
        self.work, self.on_end, self.on_fail, self.on_step = work, on_end, on_fail, on_step
        self.stop = threading.Event()


class Jobs(QObject):
    """One job at a time: who starts another one ends the first.

    The signals carry the job they are about. They belong to this object, which outlives every
    thread (``stop`` waits): a signal's owner must not go while a thread is still emitting it.
    """

    _ended = Signal(object, object)
    _failed = Signal(object, object)
    _stepped = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._current: Job | None = None
        # Methods of this object, not plain functions: so Qt queues them into its thread.
        self._ended.connect(self._end)
        self._failed.connect(self._fail)
        self._stepped.connect(self._step)

    @property
    def is_running(self) -> bool:
        """Whether there is work that has neither ended nor been replaced."""
        return self._current is not None

    def start(
        self,
        work: Work,
        on_end: Callable[[object], None],
        on_fail: Callable[[Exception], None],
        on_step: OnStep,
    ) -> None:
        """Begin; the three are called in this object's thread, and not after a replacement."""
        self.cancel()
        job = self._current = Job(work, on_end, on_fail, on_step)
        self._pool.start(lambda: self._run(job))

    def cancel(self) -> None:
        """Ask the current job to end; its result still comes."""
        if self._current is not None:
            self._current.stop.set()

    def stop(self) -> None:
        """End without a result and wait for the thread."""
        self.cancel()
        self._current = None
        self._pool.waitForDone()

    def _run(self, job: Job) -> None:
        """The work itself, in the pool's thread."""

        def step(done: int, of: int) -> None:
            self._stepped.emit(job, done, of)

        try:
            result = job.work(step, job.stop.is_set)
        except Exception as error:  # a thread has no caller: the window says it
            if not isinstance(error, LobbyError):
                logger.exception("console.work_failed")
            self._failed.emit(job, error)
        else:
            self._ended.emit(job, result)

    def _end(self, job: Job, result: object) -> None:
        if self._forget(job):
            job.on_end(result)

    def _fail(self, job: Job, error: Exception) -> None:
        if self._forget(job):
            job.on_fail(error)

    def _step(self, job: Job, done: int, of: int) -> None:
        if self._current is job:
            job.on_step(done, of)

    def _forget(self, job: Job) -> bool:
        """Whether this was the current one; it is over now."""
        if self._current is not job:
            return False
        self._current = None
        return True
