"""What a device says it lacks becomes an event when it changes: staff hear of it at once."""

import asyncio
import logging

from shared.domain.errors import LobbyError
from shared.services.actor import Actor
from shared.services.printing import has_news, report
from shared.store.job import Command
from shared.store.writer import Writer

log = logging.getLogger(__name__)

Problems = tuple[str, ...]


class DeviceNews:
    """Compares heartbeats with the log. A device that is well costs nothing after its first beat.

    It works beside the beat and not in it: a beat is a vote on who decides, and what is recorded
    here may have to wait for just such a vote (decision 0025).
    """

    def __init__(self, writer: Writer) -> None:
        """Nothing was heard yet."""
        self._writer = writer
        self._well: set[tuple[str, str]] = set()
        self._under_way: dict[tuple[str, str], asyncio.Task[None]] = {}

    def hear(self, branch: str, actor: Actor, problems: Problems) -> None:
        """Record what changed, soon; where that is refused, the next beat tries again."""
        place = (branch, actor.device)
        if place in self._under_way or (not problems and place in self._well):
            return
        self._well.discard(place)
        task = asyncio.ensure_future(self._record(branch, actor, problems))
        self._under_way[place] = task
        task.add_done_callback(lambda _done: self._under_way.pop(place, None))

    async def _record(self, branch: str, actor: Actor, problems: Problems) -> None:
        try:
            if await self._has_news(branch, actor, problems):
                command = Command(
                    branch, lambda lobby, now_us: report(lobby, now_us, actor, problems)
                )
                await asyncio.wrap_future(self._writer.submit(command))
        except LobbyError as error:  # of a stand-in, say: the beat counted all the same
            log.info("device.news_not_recorded device=%s reason=%s", actor.device, error.code)
            return
        if not problems:
            self._well.add((branch, actor.device))

    async def _has_news(self, branch: str, actor: Actor, problems: Problems) -> bool:
        look = self._writer.look(
            branch, lambda lobby, _now_us: has_news(lobby, actor.device, problems)
        )
        return bool(await asyncio.wrap_future(look))
