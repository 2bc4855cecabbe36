"""A lost slip found again: by what the customer remembers, without showing anything of others."""

from datetime import datetime, timedelta
from typing import Final

from shared.domain.refused import SearchTooWide
from shared.domain.ticket import Ticket
from shared.protocol.event import to_datetime, to_us
from shared.protocol.printing import TicketFound, TicketsFound
from shared.services.lobby import Lobby

SHOWN_MAX: Final = 20
MICROSECOND: Final = timedelta(microseconds=1)


def find_tickets(
    lobby: Lobby,
    *,
    service: str = "",
    number: str = "",
    arrived: datetime | None = None,
    within: timedelta = timedelta(minutes=15),
) -> TicketsFound:
    """Today's tickets for this service, with this part in the number, arrived about this time.

    Raises:
        SearchTooWide: nothing was said that narrows it down.
        ServiceUnknown.
    """
    if not (service or number or arrived):
        raise SearchTooWide
    if service:
        lobby.branch.rules.service(service)
    about_us = None if arrived is None else to_us(arrived)
    reach_us = within // MICROSECOND
    found = [
        ticket
        for ticket in lobby.branch.tickets.values()
        if (not service or service in (ticket.service, *ticket.needs))
        and number.upper() in ticket.number.upper()
        and (about_us is None or abs(ticket.arrived_us - about_us) <= reach_us)
    ]
    found.sort(
        key=lambda ticket: (
            -ticket.arrived_us if about_us is None else abs(ticket.arrived_us - about_us)
        )
    )
    shown = tuple(_found(ticket) for ticket in found[:SHOWN_MAX])
    return TicketsFound(tickets=shown, is_cut=len(found) > SHOWN_MAX)


def _found(ticket: Ticket) -> TicketFound:
    return TicketFound(
        id=ticket.id,
        number=ticket.number,
        state=ticket.state,
        service=ticket.service,
        arrived_at=to_datetime(ticket.arrived_us),
        counter=ticket.counter or None,
    )
