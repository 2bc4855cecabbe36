"""Which counter is next to do something by itself: the first service that ends, the first stint.

Both are kept in the day's row, since most moments change neither. Whoever says when a service ends
or a stint begins or ends says it here.
"""

from shared.rollout.columns import (
    D_ENDS_US,
    D_STINT_US,
    FAR,
    L_ENDS_US,
    L_SERVER,
    L_STINT_US,
    L_WORKER,
)
from shared.rollout.day import Day


def end_at(day: Day, counter: int, at_us: int) -> None:
    """The present step at this counter is over then; FAR: it has none, or waits for somebody."""
    day.desks[counter, D_ENDS_US] = at_us
    line = day.line
    if at_us < line[L_ENDS_US] or (at_us == line[L_ENDS_US] and counter < line[L_SERVER]):
        line[L_ENDS_US], line[L_SERVER] = at_us, counter
    elif counter == line[L_SERVER]:
        find_first_end(day)


def stint_at(day: Day, counter: int, at_us: int) -> None:
    """The next stint at this counter begins then, or the present one ends; FAR: neither."""
    day.desks[counter, D_STINT_US] = at_us
    find_first_stint(day)


def find_first_end(day: Day) -> None:
    """The first service that ends; equal times go by the order of the counters."""
    best_us, best = FAR, -1
    for counter in range(len(day.desks)):
        if day.desks[counter, D_ENDS_US] < best_us:
            best_us, best = day.desks[counter, D_ENDS_US], counter
    day.line[L_ENDS_US], day.line[L_SERVER] = best_us, best


def find_first_stint(day: Day) -> None:
    """The first stint that begins or ends; equal times go by the order of the counters."""
    best_us, best = FAR, -1
    for counter in range(len(day.desks)):
        if day.desks[counter, D_STINT_US] < best_us:
            best_us, best = day.desks[counter, D_STINT_US], counter
    day.line[L_STINT_US], day.line[L_WORKER] = best_us, best
