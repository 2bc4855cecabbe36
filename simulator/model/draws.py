"""Random streams: one for each (seed, day, purpose), independent of all others.

A change in one thing (say, one more kiosk) leaves every other draw of the day as it was, so that
two plans can be compared on the same customers.
"""

from collections.abc import Callable
from enum import IntEnum

import numpy as np
from numpy.random import Generator, SeedSequence


class Purpose(IntEnum):
    """What a stream is for. Numbers are part of the definition of a seed: never renumber."""

    DAY_FACTOR = 0
    ARRIVAL = 1
    CLASS = 2
    KIOSK = 3
    SERVICE = 4
    PATIENCE = 5
    # Appointments draw from streams of their own: more of them leave all others as they were.
    BOOKED = 6
    LATENESS = 7
    NO_SHOW = 8
    BOOKED_KIOSK = 9
    BOOKED_SERVICE = 10
    BOOKED_PATIENCE = 11
    # What customers do in the hall: blocks of numbers, so that parts grow without renumbering.
    GROUP = 40
    GROUP_SIZE = 41
    BALK = 42
    MACHINE_ABLE = 43
    MACHINE_ACCEPTS = 44
    MACHINE_FAILS = 45
    MACHINE_TIME = 46
    WALKING = 47
    BOOKED_WALKING = 48
    PRESENT = 60  # of the staff
    # What befalls the house: each line of the scenario has its own.
    INCIDENT = 80
    SWITCHED_OFF = 81
    COUNTER_FAULT = 82
    KIOSK_FAULT = 83
    ABSENCE = 84
    AUTHORISATION = 85
    AUTHORISATION_TIME = 86
    # Visits: streams of their own below these (``visit_draws``).
    VISIT = 100
    BOOKED_VISIT = 101


def stream(seed: int, day: int, purpose: Purpose, line: int | None = None) -> Generator:
    """The stream of this purpose on this day, or of one line of a table for it.

    Source: NumPy SeedSequence with spawn keys; streams of different keys do not overlap for any
    practical length (O'Neill 2015 design of the hash).
    """
    key = (day, int(purpose)) if line is None else (day, int(purpose), line)
    return np.random.default_rng(SeedSequence(seed, spawn_key=key))


#: The streams of one day, or of many days drawn at once, by purpose.
Source = Callable[[Purpose], Generator]


def streams(seed: int, day: int) -> Source:
    """The streams of this day."""
    return lambda purpose: stream(seed, day, purpose)
