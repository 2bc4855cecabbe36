"""Wakes those who wait for errands, whichever process wrote them down."""

import asyncio
import logging
from collections import Counter
from typing import Final

from starlette.concurrency import run_in_threadpool

from shared.domain.errors import StoreUnavailable
from shared.store.errand import ErrandTable

log = logging.getLogger(__name__)

#: One question for all branches; another process's errand waits for so long at most.
LOOK_S: Final = 0.5


class Bell:
    """Rings for branches for which something waits. Belongs to the event loop."""

    def __init__(self, errands: ErrandTable) -> None:
        """Nothing rings yet."""
        self._errands = errands
        self._rung: Counter[str] = Counter()
        self._changed = asyncio.Condition()
        self._watch: asyncio.Task[None] | None = None
        self.is_closed = False

    def start(self) -> None:
        """Look after what other processes have written; in the running loop."""
        self._watch = asyncio.get_running_loop().create_task(self._look_again())

    def close(self) -> None:
        """Everybody goes: the server is stopping."""
        self.is_closed = True
        if self._watch is not None:
            self._watch.cancel()
        asyncio.get_running_loop().create_task(self._wake()).add_done_callback(_nothing)

    def heard(self, branch: str) -> int:
        """How often it has rung for this branch; to be asked before looking."""
        return self._rung[branch]

    async def ring(self, branch: str) -> None:
        """Something waits for this branch."""
        self._rung[branch] += 1
        await self._wake()

    async def wait(self, branch: str, heard: int, most_s: float) -> None:
        """Until it has rung again, the server stops, or so many seconds have passed."""
        try:
            async with asyncio.timeout(most_s), self._changed:
                await self._changed.wait_for(lambda: self.is_closed or self._rung[branch] != heard)
        except TimeoutError:
            return

    async def _wake(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _look_again(self) -> None:
        while not self.is_closed:
            await asyncio.sleep(LOOK_S)
            try:
                waiting = await run_in_threadpool(self._errands.waiting)
            except StoreUnavailable as error:
                log.warning("bell.not_looked reason=%s", error)
                continue
            for branch in waiting:
                self._rung[branch] += 1
            if waiting:
                await self._wake()


def _nothing(_task: "asyncio.Task[None]") -> None:
    """Keeps the task until it is done."""
