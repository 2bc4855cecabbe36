"""Who asks: the device, and the person who is signed in on it."""

from dataclasses import dataclass

from shared.domain.counter import CounterState
from shared.domain.errors import CounterAlreadyOpen, RoleForbidden, StaffUnknown
from shared.domain.refused import NotByStandIn
from shared.domain.ticket import TicketState
from shared.protocol.roles import IN_CHARGE
from shared.services.lobby import Lobby


@dataclass(frozen=True, slots=True)
class Actor:
    """The caller of a command. ``staff`` is empty where nobody is signed in.

    ``name`` is where the device stands, as it was enrolled.
    """

    device: str
    role: str
    staff: str = ""
    staff_role: str = ""
    skills: tuple[str, ...] | None = None
    name: str = ""


def is_in_charge(actor: Actor) -> bool:
    """Whether the person may act for the whole lobby."""
    return actor.staff_role in IN_CHARGE


def refuse_unless_in_charge(actor: Actor) -> None:
    """RoleForbidden for everybody else."""
    if not is_in_charge(actor):
        raise RoleForbidden(actor.staff_role or actor.role, ", ".join(sorted(IN_CHARGE)))


def refuse_by_stand_in(lobby: Lobby) -> None:
    """NotByStandIn: a stand-in holds what it was given of this and leaves it alone."""
    if lobby.branch.holder:
        raise NotByStandIn


def refuse_unknown_person(lobby: Lobby, person: str | None) -> None:
    """StaffUnknown for a staff number that nobody has; nothing for none."""
    if person and person not in lobby.staff_names:
        raise StaffUnknown(person)


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


def refuse_unless_at_own_counter(lobby: Lobby, ticket: str, actor: Actor) -> None:
    """A ticket at a counter belongs to whoever works there, any other to those in charge.

    Raises:
        TicketUnknown; CounterAlreadyOpen: somebody else called it.
        RoleForbidden: it is at no counter, and the person is not in charge.
    """
    refuse_foreign_ticket(lobby, ticket, actor)
    if lobby.branch.ticket(ticket).state in (TicketState.WAITING, TicketState.HELD):
        refuse_unless_in_charge(actor)
