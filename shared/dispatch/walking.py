"""How long people walk in the hall: one formula for both engines of the simulator."""

from typing import Final

#: Of a way that is not measured: the counter's usual walk is taken.
NOT_MEASURED: Final = -1


def way_us(distance_mm: int, speed_mm_s: int) -> int:
    """The time for a distance in millimetres at a speed in millimetres a second, microseconds."""
    return distance_mm * 1_000_000 // speed_mm_s


def to_counter_us(
    usual_us: int, to_counter_mm: int, to_seat_mm: int, speed_mm_s: int, since_ticket_us: int
) -> int:
    """From the call to the counter: from the seat, and before it whatever is left of the way there.

    ``to_seat_mm`` lies between kiosk and seat, ``to_counter_mm`` between seat and counter; where
    that is NOT_MEASURED the counter's ``usual_us``. ``since_ticket_us`` has passed since the
    ticket.
    """
    if to_counter_mm < 0:
        return usual_us
    rest_us = way_us(to_seat_mm, speed_mm_s) - since_ticket_us
    return max(rest_us, 0) + way_us(to_counter_mm, speed_mm_s)
