"""On which business day a ticket was given."""

from typing import Final

from sqlalchemy import select

from shared.domain.errors import TicketUnknown
from shared.store.engine import Database, store_errors
from shared.store.tables import METADATA

TICKET: Final = METADATA.tables["ticket"]


@store_errors()
def day_of_ticket(database: Database, branch: str, ticket: str) -> str:
    """The day (ISO date) of a ticket, today or years ago.

    Raises:
        StoreUnavailable; TicketUnknown: this branch never gave it.
    """
    query = select(TICKET.c.day).where(TICKET.c.id == ticket, TICKET.c.branch == branch)
    with database.reading.begin() as connection:
        day = connection.execute(query).scalar()
    if day is None:
        raise TicketUnknown(ticket)
    return str(day)
