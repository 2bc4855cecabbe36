"""The wait for the first call, from the columns of lived days."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]


class FirstWait(NamedTuple):
    """Columns of shape (customers,), microseconds.

    ``counted_us`` is the wait without the time in which the standard's clock stood.
    """

    is_called: NDArray[np.bool_]
    begins_us: Whole
    ends_us: Whole
    wait_us: Whole
    counted_us: Whole


def first_wait(
    ticket_us: Whole,
    called_us: Whole,
    ended_us: Whole,
    kept: Whole,
    booked_us: Whole,
    stood_us: Whole,
) -> FirstWait:
    """From the ticket, or from the booked time of an appointment that is kept when that is later.

    Until the first call; of whoever is never called (``called_us`` -1) until they were gone.
    """
    is_called = called_us >= 0
    begins_us = np.maximum(ticket_us, np.where(kept > 0, booked_us, -1))
    ends_us = np.where(is_called, called_us, ended_us)
    wait_us = np.maximum(ends_us - begins_us, 0)
    return FirstWait(is_called, begins_us, ends_us, wait_us, np.maximum(wait_us - stood_us, 0))
