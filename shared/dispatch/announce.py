"""The cheap announced estimate of a wait, and what a customer makes of it and of the sight.

For simulated days: customers hear this instead of a forecast, so that no simulation runs inside
another. The reference model and the compiled kernel call the same functions.
"""

from collections.abc import Sequence

from shared.dispatch.eligibility import is_own
from shared.dispatch.layout import MINUTE_US, NOBODY, T_SERVICE
from shared.dispatch.precedence import precedes

#: Nobody is told more than a day; keeps products inside 64 bits.
LONGEST_US = 24 * 60 * MINUTE_US
#: Instead of a patience: leaves at once.
TURNS_ROUND = -2


def announced_us(
    tickets: Sequence[Sequence[int]],
    count: int,
    row: int,
    counters: Sequence[Sequence[int]],
    is_open: Sequence[int],
    policy: Sequence[Sequence[int]],
    usual_us: Sequence[int],
    now_us: int,
) -> int:
    """The wait that the ticket in this row is told, microseconds; NOBODY when no counter is open.

    Usual service times (``usual_us``, by service) of those ahead and of the customer, divided by
    the open counters (``is_open`` not 0) that are there for this ticket. Ahead is whoever one of
    these counters would call before by its score. With equal counters all busy and n ahead that is
    (n + 1) / (c mu), the mean wait of M/M/c given n in line (Whitt 1999, Predicting queueing
    delays, Management Science 45).
    """
    mine = tickets[row]
    desks = 0
    for number in range(len(counters)):
        if is_open[number] != 0 and is_own(mine, counters[number]):
            desks += 1
    if desks == 0:
        return NOBODY
    work_us = usual_us[mine[T_SERVICE]]
    for other in range(count):
        if other != row and is_ahead(tickets[other], mine, counters, is_open, policy, now_us):
            work_us += usual_us[tickets[other][T_SERVICE]]
    return min(work_us // desks, LONGEST_US)


def is_ahead(
    other: Sequence[int],
    mine: Sequence[int],
    counters: Sequence[Sequence[int]],
    is_open: Sequence[int],
    policy: Sequence[Sequence[int]],
    now_us: int,
) -> bool:
    """Whether an open counter that is there for both would call the other one before."""
    for number in range(len(counters)):
        if is_open[number] == 0:
            continue
        counter = counters[number]
        if not is_own(mine, counter) or not is_own(other, counter):
            continue
        if precedes(other, mine, counter, policy, now_us):
            return True
    return False


def line_us(ahead: int, places: int, usual_us: int) -> int:
    """The wait for one of several equal places that are all taken, with so many in line before."""
    return min((ahead + 1) * usual_us // places, LONGEST_US)


def saves_enough(
    told_us: int, usual_us: int, other_wait_us: int, other_usual_us: int, least_us: int
) -> bool:
    """Whether another way is offered: wait and service there against those at the counter.

    The rule of triage (``shared.domain.triage``): what is unknown (NOBODY) is not offered.
    """
    if told_us < 0 or other_wait_us < 0:
        return False
    return told_us + usual_us - other_wait_us - other_usual_us >= least_us


def sees_too_many(waiting: int, balk_ppm: int, shares_ppm: Sequence[int]) -> bool:
    """Whether somebody turns round at the sight of so many waiting besides.

    ``shares_ppm`` are millionths by the number who wait, the last for all beyond; empty: nobody
    does. ``balk_ppm`` is the customer's own drawn number.
    """
    if len(shares_ppm) == 0:
        return False
    return balk_ppm < shares_ppm[min(waiting, len(shares_ppm) - 1)]


def patience_told(patience_us: int, told_us: int, over_milli: int, least_milli: int) -> int:
    """How long somebody stays who was told this wait; TURNS_ROUND: not at all, NOBODY: for ever.

    Leaves at once when told more than ``over_milli`` thousandths of the patience; who stays, stays
    at least ``least_milli`` thousandths of what was told.
    """
    if patience_us < 0 or told_us < 0:
        return patience_us
    if told_us * 1000 > patience_us * over_milli:
        return TURNS_ROUND
    return max(patience_us, told_us * least_milli // 1000)
