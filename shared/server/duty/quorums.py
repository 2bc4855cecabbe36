"""The sets of open counters that the copy of a log may end with."""

from collections.abc import Callable, Iterable
from typing import Final

from shared.domain import event as kinds
from shared.domain.event import Event
from shared.services.lobby import Lobby

OPENING: Final = frozenset({kinds.COUNTER_OPENED, kinds.COUNTER_RESUMED})
CLOSING: Final = frozenset({kinds.COUNTER_PAUSED, kinds.COUNTER_CLOSED})

Open = frozenset[str]


def open_now(lobby: Lobby) -> Open:
    """The counters where somebody works and calls now."""
    return frozenset(desk.id for desk in lobby.branch.open_counters())


class Quorums:
    """Which counters were open after each event, from the one that the copy is known to have on."""

    def __init__(self) -> None:
        """Nothing is known."""
        self._sets: list[tuple[int, Open]] = []

    def begin(self, sequence: int, opened: Open) -> None:
        """After this event these were open; what was before does not matter."""
        self._sets = [(sequence, opened)]

    def follow(self, news: Iterable[tuple[int, Event]]) -> None:
        """What happened since, in its order."""
        for sequence, event in news:
            self._turn(sequence, event)

    def settle(self, sequence: int, opened: Open) -> None:
        """After this event these are open, whatever was made of the ones before."""
        if not self._sets or self._sets[-1][1] != opened:
            self._sets.append((sequence, opened))

    def confirm(self, sequence: int) -> bool:
        """The copy has this event: earlier sets do not matter; whether there were any."""
        last = max((i for i, (at, _) in enumerate(self._sets) if at <= sequence), default=0)
        del self._sets[:last]
        return last > 0

    def drop(self, is_known: Callable[[Open, int], bool]) -> None:
        """Earlier sets do not matter where most of their counters know of the next one."""
        while len(self._sets) > 1 and is_known(self._sets[0][1], self._sets[1][0]):
            del self._sets[0]

    def all(self) -> set[Open]:
        """Every one of them."""
        return {opened for _, opened in self._sets}

    def _turn(self, sequence: int, event: Event) -> None:
        opened = self._sets[-1][1] if self._sets else frozenset()
        if event.kind in OPENING:
            opened |= {event.counter}
        elif event.kind in CLOSING:
            opened -= {event.counter}
        elif event.kind == kinds.DAY_OPENED:
            opened = frozenset()
        self.settle(sequence, opened)
