"""What the board remembers of each ticket: the customer's group, language and ears. No Qt."""

from collections.abc import Iterable
from typing import NamedTuple

from shared.domain import event as kinds
from shared.protocol.event import EventView
from shared.protocol.lobby import LobbyView, TicketView


class Known(NamedTuple):
    """Of one ticket; empty where nobody has said. ``is_visual``: the customer must see the call."""

    segment: str = ""
    language: str = ""
    is_visual: bool = False


class Book:
    """Who is in the hall, by ticket.

    A call may come before any snapshot that holds its ticket, so the stream is read as well.
    """

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}

    def of(self, ticket: str) -> Known:
        """What is known of a ticket."""
        return self._known.get(ticket, Known())

    def take_snapshot(self, lobby: LobbyView) -> None:
        """What the server says now holds; what it no longer speaks of is kept until the new day."""
        for call in lobby.recent_calls:
            if call.segment:
                known = Known(call.segment, call.language, call.needs_visual_call)
                self._known[call.ticket] = known
        for ticket in _tickets(lobby):
            known = Known(ticket.segment, ticket.language, ticket.needs_visual_call)
            self._known[ticket.id] = known

    def take_event(self, event: EventView) -> None:
        """A new ticket, another group, a new day."""
        if event.kind == kinds.DAY_OPENED:
            self._known.clear()
        elif event.kind == kinds.TICKET_ISSUED:
            data = event.data
            segment, language = (str(data.get(key, "")) for key in ("segment", "language"))
            known = Known(segment, language, data.get("is_visual") is True)
            self._known[event.ticket] = known
        elif event.kind == kinds.TICKET_RECLASSIFIED and "segment" in event.data:
            segment = str(event.data["segment"])
            self._known[event.ticket] = self.of(event.ticket)._replace(segment=segment)


def _tickets(lobby: LobbyView) -> Iterable[TicketView]:
    """Everybody the snapshot names."""
    yield from lobby.waiting
    yield from lobby.held
    yield from lobby.missed
    yield from (counter.ticket for counter in lobby.counters if counter.ticket is not None)
