"""Which calls the board knows: the server's snapshot, and what the stream told after it. No Qt."""

from collections.abc import Sequence

from shared.domain import event as kinds
from shared.protocol.event import EventView
from shared.protocol.lobby import Call, LobbyView

CALLS = (kinds.TICKET_CALLED, kinds.TICKET_RECALLED)

#: After one of these the customer need not be called any more: here, served, put aside, sent on,
#: gone, or given up (whoever hears the call now would find somebody else at the counter).
FOUND = (
    kinds.TICKET_STARTED,
    kinds.TICKET_CLOSED,
    kinds.TICKET_HELD,
    kinds.TICKET_DEFERRED,
    kinds.TICKET_TRANSFERRED,
    kinds.TICKET_CANCELLED,
    kinds.TICKET_NO_SHOW,
    kinds.TICKET_REQUEUED,
)


class Calls:
    """Calls of today, newest first.

    A call stands here as soon as its event comes; the next snapshot covers it. What is shown is
    therefore never behind the stream, and exactly the snapshot once everything has arrived.
    """

    def __init__(self) -> None:
        self._sequence = -1
        self._told: tuple[Call, ...] = ()
        self._since: list[Call] = []
        self._day_opened = -1

    def take_snapshot(self, lobby: LobbyView) -> None:
        """The server's list; a lower sequence than before means another log, so all else goes."""
        if lobby.sequence < self._sequence:
            self._since, self._day_opened = [], -1
        self._since = [c for c in self._since if c.sequence > lobby.sequence]
        self._told = tuple(c for c in lobby.recent_calls if c.sequence > self._day_opened)
        self._sequence = lobby.sequence

    def take_event(self, event: EventView) -> None:
        """A call or recall goes on top; a new day clears the board."""
        if event.sequence <= self._sequence:
            return
        if event.kind == kinds.DAY_OPENED:
            self._since, self._told, self._day_opened = [], (), event.sequence
        elif event.kind in CALLS:
            self._since.insert(0, call_of(event))

    @property
    def newest_first(self) -> tuple[Call, ...]:
        """Each ticket once, at its newest call: a number that stands twice helps nobody."""
        return one_each((*self._since, *self._told))


def one_each(calls: Sequence[Call]) -> tuple[Call, ...]:
    """The first call of each ticket, in the order given."""
    seen: dict[str, Call] = {}
    for call in calls:
        seen.setdefault(call.ticket, call)
    return tuple(seen.values())


def call_of(event: EventView) -> Call:
    """The call in an event of the stream."""
    return Call(
        sequence=event.sequence,
        ticket=event.ticket,
        number=event.number,
        counter=event.counter,
        called_at=event.at,
        is_recall=event.kind == kinds.TICKET_RECALLED,
    )
