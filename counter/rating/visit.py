"""Which visit may be rated at this counter now: decided from the event stream alone.

The usual way of a visit's end is "close and call next", one command: the close and the next call
are recorded at the same moment. The customer who leaves still stands there then, so that call
does not take the question away; a later one does.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.domain import event as kinds
from shared.protocol.event import EventView

FRESH = timedelta(seconds=60)
"""Older closes are told late, after a lost connection: that customer has gone."""

_SOMEBODY_ELSE = (kinds.TICKET_CALLED, kinds.TICKET_STARTED)


@dataclass(slots=True)
class Visits:
    """The visit to be rated at one counter, if there is one. Each visit is asked about once."""

    counter: str
    ticket: str = ""
    _closed_at: datetime | None = None
    _asked: set[str] = field(default_factory=set)

    def note(self, event: EventView, now: datetime, clock_rate: float = 1.0) -> None:
        """Take one event; ``clock_rate`` stretches what counts as fresh in a time-lapse."""
        if event.counter != self.counter:
            return
        if event.kind == kinds.TICKET_CLOSED:
            self._close(event, now, clock_rate)
        elif self._is_over(event):
            self.forget()

    def is_somebody_else(self, event: EventView) -> bool:
        """The next customer comes here, called later than by the key that ended the last visit."""
        return (
            event.counter == self.counter
            and event.kind in _SOMEBODY_ELSE
            and event.recorded_at != self._closed_at
        )

    def _is_over(self, event: EventView) -> bool:
        """Rated already (perhaps on the phone page), or the next customer is here."""
        if event.kind == kinds.TICKET_RATED:
            return event.ticket == self.ticket
        return self.is_somebody_else(event)

    def _close(self, event: EventView, now: datetime, clock_rate: float) -> None:
        self.forget()
        is_fresh = now - event.recorded_at <= FRESH * max(1.0, clock_rate)
        if is_fresh and event.ticket not in self._asked:
            self._asked.add(event.ticket)
            self.ticket = event.ticket
            self._closed_at = event.recorded_at

    def forget(self) -> None:
        """Nobody is asked any more."""
        self.ticket = ""
