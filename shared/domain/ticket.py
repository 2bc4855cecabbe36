"""The ticket: its life, and what is known of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from shared.dispatch.layout import T_DUE_US, T_OVERTAKEN, T_SENIOR_US


class TicketState(StrEnum):
    """Where a ticket stands. The normal way is waiting, called, serving, closed."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    CLOSED = "closed"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


#: Looked up in the class they cost ten times as much (Python 3.11), and are asked for all the time.
WAITING: Final = TicketState.WAITING
CALLED: Final = TicketState.CALLED
SERVING: Final = TicketState.SERVING
CLOSED: Final = TicketState.CLOSED


#: States from which nothing more can happen to the ticket itself.
FINAL: Final = frozenset({TicketState.CLOSED, TicketState.CANCELLED, TicketState.EXPIRED})


#: A customer stands at a counter.
AT_COUNTER: Final = frozenset({TicketState.CALLED, TicketState.SERVING})


@dataclass(slots=True)
class Ticket:
    """One customer's ticket today.

    Times are microseconds of the branch's clock, or None while they have not come. ``row`` is the
    line of integers that dispatch reads; it is the only home of seniority and overtakes.
    ``service`` is the present need, ``needs`` all that are left, the present one first. ``pool``
    and ``until_us`` belong to a held ticket; an empty pool means that the customer asked to be
    called later. ``companions`` maps joined tickets to the needs they brought. ``bound_counter``
    and ``bound_person`` name who alone may call it. ``is_visual``: the customer does not hear well.
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
    remarks: tuple[str, ...] = ()
    why: str = ""
    needs: list[str] = field(default_factory=list)
    items: int = 1
    pool: str = ""
    until_us: int | None = None
    defers: int = 0
    bound_counter: str = ""
    bound_person: str = ""
    bound_us: int = 0
    customer: str = ""
    appointment: str = ""
    joined_to: str = ""
    companions: dict[str, list[str]] = field(default_factory=dict)
    promise_us: tuple[int, int] | None = None
    is_visual: bool = False
    is_found: bool = False

    @property
    def overtaken(self) -> int:
        """How often somebody junior was called past this ticket."""
        return self.row[T_OVERTAKEN]

    @property
    def senior_us(self) -> int:
        """Seniority: microseconds from midnight, credits taken into account."""
        return self.row[T_SENIOR_US]

    @property
    def due_us(self) -> int | None:
        """The booked time of an appointment that is kept, from midnight; None for walk-ins."""
        return None if self.row[T_DUE_US] < 0 else self.row[T_DUE_US]

    @property
    def is_bound(self) -> bool:
        """Whether only one counter or person may call it."""
        return self.bound_counter != "" or self.bound_person != ""
