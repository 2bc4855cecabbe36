"""A customer of a simulated day as plain data: who comes when, and what is drawn for them."""

from typing import Final, NamedTuple

#: Patience of somebody who never leaves.
PATIENT: Final = -1


class Customer(NamedTuple):
    """One row of a day's demand. Times are whole microseconds.

    ``arrival_us`` counts from midnight of the day (from the start of a run without doors),
    ``kiosk_us`` is the time at the kiosk, ``service_us`` the time at the counter once there,
    ``patience_us`` counts from the moment the ticket was issued; ``PATIENT`` means for ever.
    """

    service: str
    segment: str
    arrival_us: int
    kiosk_us: int
    service_us: int
    patience_us: int = PATIENT
