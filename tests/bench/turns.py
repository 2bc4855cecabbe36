"""Speeds that are compared are measured in turns: what else the machine does hits all of them."""

import time
from collections.abc import Callable, Sequence

#: Lives some days and says how many customers they had.
Live = Callable[[], int]


def in_turns(lives: Sequence[Live], seconds: float) -> list[float]:
    """Customers per second of processor time of each, the best of its turns.

    The best, since others can only slow a turn down: they take the cache and half the core. Each
    gets a turn that does not count, then turns until ``seconds`` of processor time are over, one
    at least.
    """
    best = [0.0] * len(lives)
    for live in lives:
        live()  # loads what was compiled
    began_s = time.process_time()
    while not best[-1] or time.process_time() - began_s < seconds:
        for place, live in enumerate(lives):
            before_s = time.process_time()
            customers = live()
            best[place] = max(best[place], customers / (time.process_time() - before_s))
    return best
