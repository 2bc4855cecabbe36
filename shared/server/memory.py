"""What was found under a secret, remembered for a second.

Whoever asks often is looked up again together with all others whose second is nearly over: one
question to the database a second, however many devices a server has.

The database is asked in a thread, one question at a time, so that the event loop never waits for
it; who comes meanwhile shares the next question. That nothing lies under a secret, and that the
database does not answer, is remembered for a second as well.
"""

import asyncio
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from starlette.concurrency import run_in_threadpool

from shared.store.secret import digest

REMEMBERED_S: Final = 1.0
#: Older than this it is looked up again on the way.
STALE_S: Final = 0.5
REMEMBERED_MAX: Final = 1000

Found = TypeVar("Found")


@dataclass(slots=True, eq=False)
class Question(Generic[Found]):
    """One way to the database: begun at ``at_s``, for these secrets."""

    at_s: float
    waiting: "dict[str, asyncio.Future[Found | None]]"
    stale: set[str]
    wanted: set[str]
    void: set[str] = field(default_factory=set)  # forgotten since it began

    def answers(self, secret: str, now_s: float) -> bool:
        """Whether its answer will be fresh enough for somebody who comes now."""
        is_fresh = now_s - self.at_s < REMEMBERED_S
        return is_fresh and secret in self.wanted and secret not in self.void


class Memory(Generic[Found]):
    """Things by their secret, for one event loop. What is not asked for any more is forgotten."""

    def __init__(self, read: Callable[[Collection[str]], Mapping[str, Found]]) -> None:
        """``read`` gives what the database holds under these secrets; others are missing.

        It is called in a thread, one call at a time.
        """
        self._read = read
        self._found: dict[str, tuple[float, Found]] = {}
        self._asked: set[str] = set()
        self._regulars: dict[str, None] = {}
        self._unknown: dict[str, float] = {}  # by digest: strangers choose how long a secret is
        self._failure: tuple[float, BaseException] | None = None
        self._question: Question[Found] | None = None
        self._next: dict[str, asyncio.Future[Found | None]] = {}

    def is_regular(self, secret: str) -> bool:
        """Whether something lay under this secret when it was last looked up."""
        return secret in self._regulars

    async def get(self, secret: str) -> Found | None:
        """What lies under this secret, as it was at most a second ago.

        What is remembered is given at once, without a change of threads.

        Raises:
            Whatever ``read`` raises, or has raised within a second.
        """
        now_s = time.monotonic()
        at_s, found = self._found.get(secret, (-REMEMBERED_S, None))
        if found is not None and now_s - at_s < REMEMBERED_S:
            self._asked.add(secret)
            return found
        if now_s - self._unknown.get(digest(secret), -REMEMBERED_S) < REMEMBERED_S:
            return None
        if self._failure is not None and now_s - self._failure[0] < REMEMBERED_S:
            raise self._failure[1].with_traceback(None)
        return await asyncio.shield(self._wait(secret, now_s))

    def forget(self, secret: str) -> None:
        """It is worth nothing any more."""
        self._drop(secret)
        if self._question is not None:
            self._question.void.add(secret)

    def _drop(self, secret: str) -> None:
        self._found.pop(secret, None)
        self._asked.discard(secret)
        self._regulars.pop(secret, None)

    def _wait(self, secret: str, now_s: float) -> "asyncio.Future[Found | None]":
        """What will come of the question that is under way, or of the next one."""
        question = self._question
        is_under_way = question is not None and question.answers(secret, now_s)
        waiting = question.waiting if question is not None and is_under_way else self._next
        if secret not in waiting:
            waiting[secret] = asyncio.get_running_loop().create_future()
        future = waiting[secret]
        if question is None:
            self._ask(now_s)
        return future

    def _ask(self, now_s: float) -> None:
        """For those who wait, and of the others those asked for since they were looked up."""
        stale = {other for other, (at_s, _) in self._found.items() if now_s - at_s >= STALE_S}
        wanted = {*self._next, *(stale & self._asked)}
        self._question = question = Question(now_s, self._next, stale, wanted)
        self._next = {}
        task = asyncio.ensure_future(run_in_threadpool(self._read, wanted))
        task.add_done_callback(lambda done: self._land(question, done))

    def _land(self, question: Question[Found], done: "asyncio.Future[Mapping[str, Found]]") -> None:
        """Tell everybody; who came meanwhile is asked about next, unless nothing answers."""
        self._question = None
        waiting = list(question.waiting.values())
        if done.cancelled():  # the loop ends
            for future in [*waiting, *self._next.values()]:
                future.cancel()
            return
        error = done.exception()
        if error is not None:
            self._failure = (time.monotonic(), error)
            waiting += self._next.values()
            self._next = {}
            for future in waiting:
                future.set_exception(error)
            return
        found = done.result()
        self._keep(question, found)
        for secret, future in question.waiting.items():
            future.set_result(found.get(secret))
        if self._next:
            self._ask(time.monotonic())

    def _keep(self, question: Question[Found], found: Mapping[str, Found]) -> None:
        for secret in question.wanted - found.keys():
            self._drop(secret)
        for secret in question.stale:  # not asked for any more, or found again below
            self._found.pop(secret, None)
            self._asked.discard(secret)
        _make_room(self._found, len(found))
        _make_room(self._regulars, len(found))
        self._asked &= self._found.keys()
        for secret in found.keys() - question.void:
            self._found[secret] = (question.at_s, found[secret])
            self._regulars[secret] = None
        missing = question.waiting.keys() - found.keys()
        _make_room(self._unknown, len(missing))
        self._unknown.update((digest(secret), question.at_s) for secret in missing)


def _make_room(kept: dict[str, Any], more: int) -> None:
    """Everything is forgotten when it becomes too much."""
    if len(kept) + more > REMEMBERED_MAX:
        kept.clear()
