"""A second book of a day over HTTP, kept from the log alone: where each ticket is."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from shared.protocol.event import EventView

AT_COUNTER = ("called", "serving")
#: Where a ticket is after an event of this kind.
AFTER = {
    "ticket.called": "called",
    "ticket.started": "serving",
    "ticket.held": "held",
    "ticket.deferred": "held",
    "ticket.resumed": "waiting",
    "ticket.transferred": "waiting",
    "ticket.returned": "waiting",
    "ticket.closed": "closed",
    "ticket.no_show": "no_show",
    "ticket.cancelled": "cancelled",
    "ticket.diverted": "cancelled",
    "ticket.expired": "expired",
}


@dataclass
class Place:
    """One ticket: its number, its state, and the counter where it is."""

    number: str
    state: str = "waiting"
    counter: str = ""


@dataclass
class DayBook:
    """What the log of one day says. AssertionError at an event that cannot be."""

    places: dict[str, Place] = field(default_factory=dict)
    suspended: dict[str, int] = field(default_factory=dict)
    along: list[tuple[str, str]] = field(default_factory=list)
    """Tickets with a companion's that was joined to it."""

    def write(self, events: Iterable[EventView]) -> None:
        """Take the events in their order."""
        for event in events:
            if event.kind == "ticket.issued":
                self._issue(event)
            elif event.kind in AFTER:
                self._move(event)
            elif event.kind in ("ticket.joined", "ticket.split"):
                self._group(event)
            elif event.kind in ("service.suspended", "service.resumed"):
                change = 1 if event.kind == "service.suspended" else -1
                service = str(event.data["service"])
                self.suspended[service] = self.suspended.get(service, 0) + change

    def where(self, *states: str) -> set[str]:
        """The tickets in one of these states."""
        return {ticket for ticket, place in self.places.items() if place.state in states}

    def at_counters(self) -> dict[str, str]:
        """Counter -> the ticket that is there."""
        return {
            place.counter: ticket
            for ticket, place in self.places.items()
            if place.state in AT_COUNTER
        }

    def _issue(self, event: EventView) -> None:
        assert event.ticket not in self.places, "issued twice"
        assert event.number not in {place.number for place in self.places.values()}
        self.places[event.ticket] = Place(event.number)

    def _move(self, event: EventView) -> None:
        place = self.places[event.ticket]
        if event.kind == "ticket.called":
            assert place.state in ("waiting", "held"), f"called while {place.state}"
            assert event.counter not in self.at_counters(), "two customers at one counter"
            place.counter = event.counter
        elif event.kind == "ticket.started":
            assert place.state == "called"
        elif event.kind in ("ticket.resumed", "ticket.returned"):
            assert place.state == ("held" if event.kind == "ticket.resumed" else "no_show")
        place.state = AFTER[event.kind]

    def _group(self, event: EventView) -> None:
        if "companion" not in event.data:
            return
        companion = self.places[str(event.data["companion"])]
        is_joined = event.kind == "ticket.joined"
        assert companion.state in (("waiting", "held") if is_joined else ("cancelled",))
        companion.state = "cancelled" if is_joined else "waiting"
        pair = event.ticket, str(event.data["companion"])
        if is_joined:
            self.along.append(pair)
        else:
            self.along.remove(pair)
