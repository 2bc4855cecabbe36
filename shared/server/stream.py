"""One listener's stream: what it missed comes from the store, what happens from the hub."""

import logging
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from typing import Final

from starlette.concurrency import run_in_threadpool

from shared.domain.errors import StoreUnavailable
from shared.protocol.event import EventPage, to_datetime
from shared.server.house import House
from shared.server.hub import UNNUMBERED, Subscription, frame
from shared.server.limits import OpenStreams
from shared.store.log import read_page

log = logging.getLogger(__name__)

BEAT_S: Final = 2.0
PAGE: Final = 500
STREAM_TYPE: Final = "text/event-stream"
STREAM_HEADERS: Final = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class EventStream:
    """Every event after ``start`` exactly once and in order, for as long as somebody listens."""

    def __init__(
        self,
        house: House,
        branch: str,
        start: int | None,
        is_gone: Callable[[], Awaitable[bool]],
        is_known: Callable[[], bool],
    ) -> None:
        """``start`` None begins at the end of the log; ``is_gone`` tells that nobody listens.

        ``is_known``: whether the device's key is good still; asked in a thread, once a beat.
        """
        self._house = house
        self._branch = branch
        self._last = start
        self._is_gone = is_gone
        self._is_known = is_known
        self._asked_s = time.monotonic()

    async def frames(self) -> AsyncGenerator[str, None]:
        """The text of the stream; ends with the server, the listener or its device's key.

        It ends, too, when what was missed cannot be read.
        """
        subscription = self._house.hub.subscribe(self._branch)
        try:
            yield beat(self._house)
            is_begun = False
            while not await self._is_gone():
                async for text in self._missed():
                    yield text
                if not is_begun and (text := self._house.forecasts.frame(self._branch)):
                    yield text
                is_begun = True
                subscription.is_behind = False
                async for text in self._news(subscription):
                    yield text
                if not subscription.is_behind:
                    return
        except StoreUnavailable as error:  # the answer has begun: the listener comes back for more
            log.warning("stream.ended branch=%s reason=%s", self._branch, error)
        finally:
            self._house.hub.unsubscribe(self._branch, subscription)

    async def _missed(self) -> AsyncIterator[str]:
        """What the store has after the last one sent."""
        end = (await self._page(0, 1)).last
        if self._last is None or self._last > end:  # beyond the end: of a log that was replaced
            self._last = end
        while events := (await self._page(self._last, PAGE)).events:
            self._last = events[-1].sequence
            yield "".join(frame(view).text for view in events)

    async def _news(self, subscription: Subscription) -> AsyncIterator[str]:
        """What the hub tells; ends at a gap (the subscription is behind then) or at the end."""
        assert self._last is not None
        while not subscription.is_behind:
            try:
                item = await subscription.get(BEAT_S)
            except TimeoutError:
                if await self._is_gone() or not await self._may_listen():
                    return
                yield beat(self._house)
                continue
            if item is None or (self._is_due() and not await self._may_listen()):
                return
            if item.sequence == UNNUMBERED:
                yield item.text
            elif item.sequence > self._last + 1:
                subscription.is_behind = True
            elif item.sequence > self._last:
                self._last = item.sequence
                yield item.text

    def _is_due(self) -> bool:
        """Whether to ask again; where news come faster than beats would, time alone tells."""
        return time.monotonic() - self._asked_s >= BEAT_S

    async def _may_listen(self) -> bool:
        """Whether the device is enrolled still."""
        try:
            is_known = await run_in_threadpool(self._is_known)
        except StoreUnavailable:
            return True  # nobody was revoked by that; asked again at the next news or beat
        self._asked_s = time.monotonic()
        return is_known

    async def _page(self, after: int, limit: int) -> EventPage:
        return await run_in_threadpool(read_page, self._house.database, self._branch, after, limit)


async def counted(
    streams: OpenStreams, caller: str, frames: AsyncGenerator[str, None]
) -> AsyncGenerator[str, None]:
    """The stream while it counts as open; nothing of it where the caller has too many."""
    with streams.one(caller) as has_room:
        async with aclosing(frames):
            if has_room:
                async for text in frames:
                    yield text


def beat(house: House) -> str:
    """A comment line that shows that the server lives, with the branch's time."""
    return f": beat {to_datetime(house.clock.now_us()).isoformat()}\n\n"
