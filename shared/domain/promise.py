"""A promise of a time: the window that a customer was told, with what it stands on."""

from typing import NamedTuple

from shared.domain import event as kinds
from shared.domain.event import Event
from shared.domain.ticket import Ticket


class Told(NamedTuple):
    """A window for a call; times are microseconds of the branch's clock.

    ``basis`` is the event it stands on. ``raw_us`` are the quantiles of the runs before they were
    corrected, ``plain_us`` is the call by the plain estimate; the nightly score reads both.
    """

    from_us: int
    likely_us: int
    until_us: int
    basis: int
    raw_us: tuple[int, int, int]
    plain_us: int
    method: str


def promise_event(ticket: str, at_us: int, service: str, segment: str, told: Told) -> Event:
    """The promise as it goes into the log."""
    data: dict[str, kinds.Value] = {
        "from_us": told.from_us,
        "until_us": told.until_us,
        "basis": told.basis,
        "service": service,
        "segment": segment,
        "likely_us": told.likely_us,
        "raw_us": [*told.raw_us],
        "plain_us": told.plain_us,
        "method": told.method,
    }
    return Event(kinds.PROMISE_MADE, at_us, at_us, ticket, "", "", data)


def withdrawal(ticket: Ticket, at_us: int, reason: str) -> list[Event]:
    """The promise does not hold any more; nothing where there is none."""
    if ticket.promise_us is None:
        return []
    void: dict[str, kinds.Value] = {"reason": reason}
    return [Event(kinds.PROMISE_WITHDRAWN, at_us, at_us, ticket.id, "", "", void)]
