"""The two decisions: which ticket a free counter takes, which idle counter a new ticket gets."""

from collections.abc import Sequence

from shared.dispatch.eligibility import is_eligible
from shared.dispatch.layout import C_PREFERENCE, NOBODY
from shared.dispatch.precedence import is_senior, score
from shared.dispatch.reason import HIGHEST_SCORE, MOST_SENIOR, NOBODY_WAITING, ONLY_ONE

__all__ = ["is_passed_over", "select_counter", "select_ticket"]


def select_ticket(
    tickets: Sequence[Sequence[int]],
    count: int,
    counter: Sequence[int],
    policy: Sequence[Sequence[int]],
    now_us: int,
) -> tuple[int, int]:
    """The ticket a free counter takes, as (row number, reason code); (-1, nobody waiting) if none.

    Every one of the first ``count`` rows is looked at: "the head of each class is enough" is
    false as soon as there are holds, transfers, returns or credits.
    """
    best = NOBODY
    best_score = 0
    eligible = 0
    oldest = NOBODY
    for i in range(count):
        ticket = tickets[i]
        if not is_eligible(ticket, counter):
            continue
        eligible += 1
        mine = score(ticket, policy, now_us)
        if (
            best < 0
            or mine > best_score
            or (mine == best_score and is_senior(ticket, tickets[best]))
        ):
            best = i
            best_score = mine
        if oldest < 0 or is_senior(ticket, tickets[oldest]):
            oldest = i
    if eligible == 0:
        return NOBODY, NOBODY_WAITING
    if eligible == 1:
        return best, ONLY_ONE
    if best == oldest:
        return best, MOST_SENIOR
    return best, HIGHEST_SCORE


def select_counter(ticket: Sequence[int], counters: Sequence[Sequence[int]], count: int) -> int:
    """The idle counter that a new ticket is called to, as row number; -1 when none may serve it.

    ``counters`` holds the rows of the counters that stand by. The lowest preference number is
    filled first; equal preference goes by the order of the rows.
    """
    best = NOBODY
    for i in range(count):
        if is_eligible(ticket, counters[i]) and (
            best < 0 or counters[i][C_PREFERENCE] < counters[best][C_PREFERENCE]
        ):
            best = i
    return best


def is_passed_over(waiting: Sequence[int], called: Sequence[int], counter: Sequence[int]) -> bool:
    """Whether a call of ``called`` to this counter overtakes ``waiting``.

    The one definition of overtaking: senior to the called ticket and eligible at that counter.
    """
    return is_senior(waiting, called) and is_eligible(waiting, counter)
