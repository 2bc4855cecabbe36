"""A customer of a simulated day as plain data: who comes when, and what is drawn for them."""

from collections.abc import Iterable
from typing import Final, NamedTuple

#: Patience of somebody who never leaves.
PATIENT: Final = -1
#: Arrival of somebody who has an appointment and never comes.
NEVER: Final = -1
#: Booked time of somebody who just comes.
WALK_IN: Final = -1
#: Shares in whole numbers are parts of this.
MILLION: Final = 1_000_000


class Customer(NamedTuple):
    """One row of a day's demand. Times are whole microseconds.

    ``arrival_us`` counts from midnight of the day (from the start of a run without doors),
    ``kiosk_us`` is the time at the kiosk, ``service_us`` the time at the counter once there,
    ``patience_us`` counts from the moment the ticket was issued; ``PATIENT`` means for ever.
    ``booked_us`` is the time of an appointment from midnight, or ``WALK_IN``; whoever has one and
    does not come has ``NEVER`` as arrival. ``people`` is how many come on this ticket.
    ``balk_ppm`` (0 to 999,999) decides who turns round at the sight of so many waiting: a number
    below the share that does.
    """

    service: str
    segment: str
    arrival_us: int
    kiosk_us: int
    service_us: int
    patience_us: int = PATIENT
    booked_us: int = WALK_IN
    people: int = 1
    balk_ppm: int = MILLION - 1


def in_order(customers: Iterable[Customer]) -> list[Customer]:
    """In order of arrival, as the model wants them; who never comes at the end."""
    return sorted(customers, key=lambda c: (c.arrival_us == NEVER, c.arrival_us))


#: What is drawn for a customer: the fields after service and segment, in their order.
DRAWN: Final = Customer._fields[2:]
