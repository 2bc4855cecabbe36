"""A customer of a simulated day as plain data: who comes when, and what is drawn for them."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from simulator.model.act import Acts

#: Patience of somebody who never leaves.
PATIENT: Final = -1
#: Arrival of somebody who has an appointment and never comes.
NEVER: Final = -1
#: Booked time of somebody who just comes.
WALK_IN: Final = -1
#: Arrival of the row for the ticket of somebody for whom the machine did not do.
AGAIN: Final = -2
#: Answers to the offer of a machine: it would not do; no; yes; yes, and needs a ticket after all.
NO_MACHINE, DECLINES, ACCEPTS, FAILS = range(4)
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
    below the share that does. ``machine`` is one of the answers below to the offer of a machine,
    ``machine_us`` the time there, ``speed_mm_s`` how quickly the customer walks. ``acts`` (always
    the last field) are what is out of the ordinary in the visit; with some, ``service_us`` lasts
    until the first hold or sending on.
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
    machine: int = 0
    machine_us: int = 0
    speed_mm_s: int = 1200
    acts: Acts = ()


def in_order(customers: Iterable[Customer]) -> list[Customer]:
    """In order of arrival, as the model wants them; who never comes at the end."""
    return sorted(customers, key=lambda c: (c.arrival_us == NEVER, c.arrival_us))


#: Whole numbers drawn for a customer: the fields after service and segment, in their order.
DRAWN: Final = Customer._fields[2:-1]


def with_seconds(customers: Sequence[Customer]) -> list[Customer]:
    """The same, and behind them a row for everybody for whom a machine does not do.

    Their tickets are separate ones, so they have a place of their own in the demand, in the order
    of the first.
    """
    again = [
        c._replace(arrival_us=AGAIN, kiosk_us=0, booked_us=WALK_IN, machine=NO_MACHINE)
        for c in customers
        if c.machine == FAILS
    ]
    return [*customers, *again]


def seconds(customers: Sequence[Customer]) -> dict[int, int]:
    """Of these, as ``with_seconds`` gives them: where the second ticket of each stands."""
    first = [place for place, c in enumerate(customers) if c.machine == FAILS]
    again = [place for place, c in enumerate(customers) if c.arrival_us == AGAIN]
    return dict(zip(first, again, strict=True))
