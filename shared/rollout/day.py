"""The arrays of one simulated day, as the kernel takes them; columns in ``rollout.columns``."""

from typing import Any, Final, NamedTuple

import numpy as np

Ints = np.ndarray[Any, np.dtype[np.int64]]

#: An array that dispatch reads as rows or lines: to Numba int64, to mypy no sequence.
Rows = Any


#: Whether days have any of what is seldom (``many.live_days``): the compiler knows by the type.
Extras = tuple[()] | tuple[int]
ALL: Final[Extras] = (1,)
NONE: Final[Extras] = ()


def wide(rows: Any, width: int) -> Any:  # noqa: ARG001 - the compiler reads it
    """These rows, of which compiled code is told here that they have so many columns."""
    return rows


class Visiting(NamedTuple):
    """Days with acts: visits that do not end at their first counter.

    ``rules`` (what may happen to a visit), ``visits`` by customer, ``served`` (time by counter and
    half-hour), ``blocked`` (rows ``Z_`` by half-hour), and ``rooms`` by pool. On other days all but
    the first have no rows.
    """

    rules: Rows
    visits: Ints
    served: Ints
    blocked: Ints
    rooms: Ints


class Day(NamedTuple):
    """Everything of one day: rules, draws, state, outcome. One row each, or as said.

    Fixed: ``people`` and ``order`` (customers in the order in which they take tickets), ``at_us``
    (when, in that order), ``lapses`` (customers with appointments by the time at which they lapse),
    ``counters`` (but for who is there and what is served), ``policy``, ``house``, ``ratios``,
    ``appointments`` (by service), ``stints``, ``happenings``, ``ranks`` (counters in the order in
    which idle ones are filled), ``services`` and ``floor`` (what people are told at the ticket, and
    make of it; ``floor`` is empty when nobody is), ``walks`` (distances, a row a zone; none:
    nothing is measured).

    Changing: ``out`` by customer; ``worked`` by stint (when it began and ended, -1: it did not);
    ``desks`` by counter; ``idle`` (the counters' rows by rank, those
    that do not stand by with no service); ``state`` (the ratio state); the hall, one row a waiting
    ticket in no order: ``tickets``, ``who``, ``until_us``, and its buffers ``claims`` and
    ``points``; ``line`` (the day's own row); ``trace`` and ``passes``; ``machines`` (none: no rows)
    and ``lined`` (who is in line for them); ``visiting``; ``outages`` (what incidents do to each
    service).
    """

    people: Ints
    order: Ints
    at_us: Ints
    lapses: Ints
    counters: Rows
    policy: Rows
    house: Rows
    ratios: Rows
    appointments: Ints
    stints: Ints
    ranks: Ints
    services: Ints
    floor: Ints
    walks: Ints
    out: Ints
    worked: Ints
    desks: Ints
    idle: Rows
    state: Rows
    tickets: Rows
    who: Ints
    until_us: Ints
    claims: Rows
    points: Rows
    line: Ints
    trace: Ints
    passes: Ints
    machines: Ints
    lined: Ints
    visiting: Visiting
    outages: Ints
    happenings: Ints
