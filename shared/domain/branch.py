"""The branch today: tickets, counters, who waits. Changed by ``apply`` and nothing else."""

from collections.abc import Iterable, Mapping

from shared.dispatch.layout import NOBODY
from shared.domain.counter import Counter, CounterSpec, CounterState
from shared.domain.errors import (
    CounterNotOpen,
    CounterUnknown,
    CounterWithoutCustomer,
    TicketUnknown,
)
from shared.domain.rules import Rules
from shared.domain.ticket import Ticket, TicketState


class Branch:
    """State of one branch on one business day, rebuilt at any time by replaying its log.

    ``waiting`` and ``rows`` run in parallel in issue order: the tickets that may be called, and
    the lines of integers that dispatch reads. ``sequence`` is the number of the last event.
    """

    __slots__ = (
        "counters",
        "day",
        "issued",
        "last_ordinal",
        "last_us",
        "midnight_us",
        "people",
        "rows",
        "rules",
        "sequence",
        "tickets",
        "waiting",
    )

    def __init__(self, rules: Rules) -> None:
        """An empty branch before its first day."""
        self.rules = rules
        self.sequence = 0
        self.last_us = 0
        self.start_day("", 0)

    def start_day(self, day: str, midnight_us: int) -> None:
        """Forget yesterday: no tickets, every counter closed, numbers from 1."""
        self.day = day
        self.midnight_us = midnight_us
        self.issued = 0
        self.people: dict[str, int] = {}
        self.last_ordinal: dict[str, int] = {}
        self.tickets: dict[str, Ticket] = {}
        self.waiting: list[Ticket] = []
        self.rows: list[list[int]] = []
        self.counters = {spec.id: Counter(spec, _row(spec)) for spec in self.rules.counters}

    def stamp(self, now_us: int) -> int:
        """The time to record now: never before what was recorded last."""
        return max(now_us, self.last_us)

    def ticket(self, ticket: str) -> Ticket:
        """The ticket with this identifier, or TicketUnknown."""
        found = self.tickets.get(ticket)
        if found is None:
            raise TicketUnknown(ticket)
        return found

    def counter(self, counter: str) -> Counter:
        """The counter, or CounterUnknown."""
        found = self.counters.get(counter)
        if found is None:
            raise CounterUnknown(counter, ", ".join(self.counters))
        return found

    def open_counter(self, counter: str) -> Counter:
        """The counter if somebody works there now; CounterNotOpen otherwise."""
        found = self.counter(counter)
        if found.state is not CounterState.OPEN:
            raise CounterNotOpen(counter)
        return found

    def present_ticket(self, counter: str) -> Ticket:
        """Whom the counter has called or serves; CounterWithoutCustomer if nobody."""
        found = self.counter(counter)
        if not found.ticket:
            raise CounterWithoutCustomer(counter)
        return self.tickets[found.ticket]

    def open_counters(self) -> list[Counter]:
        """The counters where somebody works and calls now, in the profile's order."""
        return [c for c in self.counters.values() if c.state is CounterState.OPEN]

    def standby_counters(self) -> list[Counter]:
        """The idle counters that take the next eligible arrival at once."""
        return [c for c in self.counters.values() if c.is_standby]

    def waiting_by(self, key: str) -> Mapping[str, int]:
        """How many wait, counted by an attribute of the ticket ("series", "service" ...)."""
        return count_by(self.waiting, key)

    def tickets_in(self, *states: TicketState) -> list[Ticket]:
        """Today's tickets in these states, in issue order."""
        return [t for t in self.tickets.values() if t.state in states]


def count_by(tickets: Iterable[Ticket], key: str) -> dict[str, int]:
    """How many of the tickets have each value of this attribute."""
    counted: dict[str, int] = {}
    for ticket in tickets:
        value = str(getattr(ticket, key))
        counted[value] = counted.get(value, 0) + 1
    return counted


def _row(spec: CounterSpec) -> list[int]:
    """The counter's line for dispatch while nobody sits there (columns of dispatch.layout)."""
    return [spec.index, NOBODY, spec.services_mask, spec.segments_mask, spec.preference]
