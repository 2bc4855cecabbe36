"""Who asks: the device, and the person who is signed in on it."""

from dataclasses import dataclass
from typing import Final

from shared.domain.counter import CounterState
from shared.domain.errors import CounterAlreadyOpen
from shared.services.lobby import Lobby

#: Staff roles that may act at any counter, also at one where somebody else works.
IN_CHARGE: Final = frozenset({"lead", "supervisor", "manager", "admin"})


@dataclass(frozen=True, slots=True)
class Actor:
    """The caller of a command. ``staff`` is empty where nobody is signed in."""

    device: str
    role: str
    staff: str = ""
    staff_role: str = ""
    skills: tuple[str, ...] | None = None


def refuse_foreign_counter(lobby: Lobby, counter: str, actor: Actor) -> None:
    """A counter belongs to the person who works there, and to those in charge.

    Raises:
        CounterUnknown; CounterAlreadyOpen: somebody else works there.
    """
    desk = lobby.branch.counter(counter)
    if desk.state is CounterState.CLOSED or desk.staff == actor.staff:
        return
    if actor.staff_role not in IN_CHARGE:
        raise CounterAlreadyOpen(counter, desk.staff)


def refuse_foreign_ticket(lobby: Lobby, ticket: str, actor: Actor) -> None:
    """As ``refuse_foreign_counter``, for the counter that has called the ticket.

    Raises:
        TicketUnknown; CounterAlreadyOpen: somebody else called it.
    """
    found = lobby.branch.ticket(ticket)
    if found.counter and lobby.branch.counters[found.counter].ticket == ticket:
        refuse_foreign_counter(lobby, found.counter, actor)
