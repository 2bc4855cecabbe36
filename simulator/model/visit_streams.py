"""Random streams of what is out of the ordinary in visits: one for each kind of choice."""

from collections.abc import Callable
from enum import IntEnum

import numpy as np
from numpy.random import Generator, SeedSequence

from simulator.model.draws import Purpose


class Draw(IntEnum):
    """What a stream is for. Numbers are part of the definition of a seed: never renumber."""

    MISS = 0
    RETURN = 1
    AWAY = 2
    HOLD = 3
    HOLD_PART = 4
    HOLD_AWAY = 5
    SEND = 6
    SEND_PART = 7
    SEND_TO = 8
    SEND_TIME = 9
    NEED = 10
    NEED_WHAT = 11
    NEED_TIME = 12
    ITEMS = 13
    WRAP_UP = 14
    AUTHORISE = 15
    AUTHORISE_TIME = 16


Source = Callable[[Draw], Generator]


def visit_streams(seed: int, day: int, purpose: Purpose) -> Source:
    """The streams of this day for visits (``Purpose.VISIT``, or ``BOOKED_VISIT``)."""
    return lambda what: np.random.default_rng(
        SeedSequence(seed, spawn_key=(day, int(purpose), int(what)))
    )


def streams_once(source: Source) -> Source:
    """The same streams, each begun once: several lines draw from one after another."""
    found: dict[Draw, Generator] = {}

    def begun(what: Draw) -> Generator:
        if what not in found:
            found[what] = source(what)
        return found[what]

    return begun
