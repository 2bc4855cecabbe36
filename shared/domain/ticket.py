"""The ticket: its life, and what is known of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from shared.dispatch.layout import T_OVERTAKEN, T_SENIOR_US


class TicketState(StrEnum):
    """Where a ticket stands. The normal way is waiting, called, serving, closed."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    CLOSED = "closed"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


#: States from which nothing more can happen to the ticket itself.
FINAL: Final = frozenset({TicketState.CLOSED, TicketState.CANCELLED, TicketState.EXPIRED})


@dataclass(slots=True)
class Ticket:
    """One customer's ticket today.

    Times are microseconds of the branch's clock, or None while they have not come. ``row`` is the
    line of integers that dispatch reads; it is the only home of seniority and overtakes.
    """

    id: str
    number: str
    series: str
    ordinal: int
    service: str
    segment: str
    language: str
    arrived_us: int
    issued_us: int
    row: list[int] = field(repr=False)
    state: TicketState = TicketState.WAITING
    called_us: int | None = None
    started_us: int | None = None
    ended_us: int | None = None
    counter: str = ""
    staff: str = ""
    recalls: int = 0
    returns: int = 0
    outcome: str = ""
    rating: int | None = None
    why: str = ""

    @property
    def overtaken(self) -> int:
        """How often somebody junior was called past this ticket."""
        return self.row[T_OVERTAKEN]

    @property
    def senior_us(self) -> int:
        """Seniority: microseconds from midnight, credits taken into account."""
        return self.row[T_SENIOR_US]
