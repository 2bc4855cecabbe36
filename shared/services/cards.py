"""The customer's card: what the counter's screen may know of who stands there."""

from shared.protocol.card import CustomerCard
from shared.protocol.event import to_datetime
from shared.services.lobby import Lobby
from shared.services.views import ticket_with_also


def card_at(lobby: Lobby, counter: str) -> CustomerCard | None:
    """The card of the customer at this counter; None while nobody is there.

    Raises:
        CounterUnknown.
    """
    branch = lobby.branch
    ticket = branch.tickets.get(branch.counter(counter).ticket)
    if ticket is None:
        return None
    promised = ticket.promise_us
    return CustomerCard(
        ticket=ticket.id,
        missing=lobby.missing.get(ticket.id, ()),
        is_advised=ticket.id in lobby.missing,
        promised_from=to_datetime(promised[0]) if promised else None,
        promised_by=to_datetime(promised[1]) if promised else None,
        also=ticket_with_also(ticket, branch).also,
    )
