"""A ticket as a row of its table: what is written once, what may change."""

import json
from typing import Any, Final

from shared.domain.ticket import Ticket

#: What is written when it is issued and never again.
FIXED: Final = ("id", "series", "ordinal", "number", "language", "arrived_us", "issued_us")
#: What of a ticket row may change after it was issued.
CHANGING: Final = (
    "service",
    "segment",
    "needs",
    "items",
    "state",
    "called_us",
    "started_us",
    "ended_us",
    "counter",
    "staff",
    "recalls",
    "returns",
    "overtaken",
    "outcome",
    "rating",
    "pool",
    "until_us",
    "defers",
    "bound_counter",
    "bound_person",
    "joined_to",
    "appointment",
)


def changing(ticket: Ticket) -> dict[str, Any]:
    """The columns that may change, as the ticket stands; ``needs`` as JSON."""
    return {
        column: json.dumps(ticket.needs) if column == "needs" else getattr(ticket, column)
        for column in CHANGING
    }


def whole_row(branch: str, day: str, ticket: Ticket) -> dict[str, Any]:
    """Every column of a new ticket."""
    fixed = {column: getattr(ticket, column) for column in FIXED}
    return {"branch": branch, "day": day, **fixed, **changing(ticket)}
