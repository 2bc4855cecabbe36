"""Who listens to the event stream, and how news reaches them.

The writer's thread publishes after each commit; everything else happens in the server's event loop.
A listener that is too slow loses its queue, not its events: the stream reads them from the store.
"""

import asyncio
from collections.abc import Iterable
from typing import Final, NamedTuple

from shared.protocol.event import EventView
from shared.services.lobby import Entry

QUEUE_MAX: Final = 1000


class Frame(NamedTuple):
    """An event as text of the stream; made once for all listeners."""

    sequence: int
    text: str


def frame(view: EventView) -> Frame:
    """The event in the format of server-sent events (WHATWG HTML, section 9.2)."""
    shown = view.for_the_hall().model_dump_json()
    text = f"id: {view.sequence}\nevent: {view.kind}\ndata: {shown}\n\n"
    return Frame(view.sequence, text)


#: Number of a frame that stands in no log: a forecast.
UNNUMBERED: Final = 0


class Subscription:
    """One listener's bounded queue; None in it means that the server is stopping."""

    def __init__(self) -> None:
        """Nothing is waiting."""
        self._queue: asyncio.Queue[Frame | None] = asyncio.Queue(QUEUE_MAX)
        self.is_behind = False

    def put(self, item: Frame | None) -> None:
        """Add news; when there is no room everything is dropped and the listener is behind."""
        if self._queue.full():
            self.drop()
            self.is_behind = True
        self._queue.put_nowait(item)

    def drop(self) -> None:
        """Empty the queue."""
        while not self._queue.empty():
            self._queue.get_nowait()

    async def get(self, timeout_s: float) -> Frame | None:
        """The next news.

        Raises:
            TimeoutError: none came in time.
        """
        return await asyncio.wait_for(self._queue.get(), timeout_s)


class Hub:
    """All listeners of this process, by branch."""

    def __init__(self) -> None:
        """Nobody listens."""
        self._listeners: dict[str, set[Subscription]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self.is_closed = False

    def start(self) -> None:
        """Belong to the running event loop."""
        self._loop = asyncio.get_running_loop()

    def publish(self, branch: str, entries: list[Entry]) -> None:
        """Tell all listeners; called from the writer's thread after the commit."""
        if self._loop is not None and not self.is_closed and self._listeners.get(branch):
            frames = [frame(entry.view()) for entry in entries]
            self._loop.call_soon_threadsafe(self._spread, branch, frames)

    def tell(self, branch: str, text: str) -> None:
        """Tell all listeners something that is in no log; from any thread."""
        if self._loop is not None and not self.is_closed and self._listeners.get(branch):
            self._loop.call_soon_threadsafe(self._spread, branch, [Frame(UNNUMBERED, text)])

    def subscribe(self, branch: str) -> Subscription:
        """Listen from now on."""
        subscription = Subscription()
        if self.is_closed:
            subscription.put(None)
        self._listeners.setdefault(branch, set()).add(subscription)
        return subscription

    def unsubscribe(self, branch: str, subscription: Subscription) -> None:
        """Stop listening."""
        self._listeners.get(branch, set()).discard(subscription)

    def close(self) -> None:
        """End every stream: the server is stopping."""
        self.is_closed = True
        self._end_all()

    def dismiss(self) -> None:
        """End every stream: who listens has to ask again, perhaps elsewhere. From any thread."""
        if self._loop is not None and not self.is_closed:
            self._loop.call_soon_threadsafe(self._end_all)

    def _end_all(self) -> None:
        for listeners in self._listeners.values():
            for subscription in listeners:
                subscription.drop()
                subscription.put(None)

    @property
    def listeners(self) -> int:
        """How many listen now."""
        return sum(map(len, self._listeners.values()))

    def _spread(self, branch: str, frames: Iterable[Frame]) -> None:
        for subscription in self._listeners.get(branch, ()):
            for item in frames:
                subscription.put(item)
