"""Each event exactly once and in order, whatever order and however often it arrives."""

from collections.abc import Iterable

from shared.protocol.event import EventView


class EventSequence:
    """Where in the log this client stands, and what came too early.

    ``offer`` takes events of the stream; when it leaves a gap (``is_waiting``) the missing ones are
    fetched from the log and given to ``fill``.
    """

    def __init__(self, last: int = 0) -> None:
        """Everything up to ``last`` is known already."""
        self.last = last
        self._early: dict[int, EventView] = {}

    @property
    def is_waiting(self) -> bool:
        """Whether events are held back because earlier ones are missing."""
        return bool(self._early)

    def restart(self, last: int) -> None:
        """Stand at ``last``; forget what came too early."""
        self.last = last
        self._early.clear()

    def offer(self, event: EventView) -> list[EventView]:
        """The events that are now due, oldest first; none for a duplicate or after a gap."""
        if event.sequence > self.last:
            self._early[event.sequence] = event
        return self._due()

    def fill(self, events: Iterable[EventView]) -> list[EventView]:
        """The events that are due after a page of the log, which tells all there is.

        A number that the log leaves out does not exist and is passed over.
        """
        due = []
        for event in events:
            if event.sequence > self.last:
                self.last = event.sequence
                self._early.pop(event.sequence, None)
                due.append(event)
        self._early = {key: each for key, each in self._early.items() if key > self.last}
        return due + self._due()

    def skip(self) -> list[EventView]:
        """Give up the missing ones (the log cannot be read): the events that are due then."""
        if self._early:
            self.last = min(self._early) - 1
        return self._due()

    def _due(self) -> list[EventView]:
        """Take out what follows without a gap."""
        due = []
        while self.last + 1 in self._early:
            self.last += 1
            due.append(self._early.pop(self.last))
        return due
