"""The branch today: tickets, counters, who waits. Changed by ``apply`` and nothing else."""

from shared.dispatch.layout import NOBODY
from shared.domain.counter import Counter, CounterSpec, CounterState
from shared.domain.errors import (
    CounterNotOpen,
    CounterUnknown,
    TicketUnknown,
)
from shared.domain.rules import Rules
from shared.domain.ticket import Ticket


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

    def open_counters(self) -> list[Counter]:
        """The counters where somebody works and calls now, in the profile's order."""
        return [c for c in self.counters.values() if c.state is CounterState.OPEN]

    def standby_counters(self) -> list[Counter]:
        """The idle counters that take the next eligible arrival at once."""
        return [c for c in self.counters.values() if c.is_standby]


def _row(spec: CounterSpec) -> list[int]:
    """The counter's line for dispatch while nobody sits there (columns of dispatch.layout)."""
    return [spec.index, NOBODY, spec.services_mask, spec.segments_mask, spec.preference]
