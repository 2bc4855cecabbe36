"""Scores, and the one total order in which waiting tickets are called."""

from collections.abc import Sequence

from shared.dispatch.layout import (
    MINUTE_US,
    P_BASE_MILLI,
    P_GROWTH_MILLI,
    T_CLASS,
    T_ORDER,
    T_SENIOR_US,
)


def score(ticket: Sequence[int], policy: Sequence[Sequence[int]], now_us: int) -> int:
    """The ticket's score now, in thousandths of a point times microseconds per minute.

    ``policy`` holds one row per class. First come, strict priority and growing priority are all
    points of this family: base + growth x time since seniority.

    Source: accumulating priority queue (Kleinrock 1964; Stanford, Taylor, Ziedins 2014), with a
    starting credit per class. Exact in integers; the bounds in layout keep it inside 64 bits.
    """
    row = policy[ticket[T_CLASS]]
    return row[P_BASE_MILLI] * MINUTE_US + row[P_GROWTH_MILLI] * (now_us - ticket[T_SENIOR_US])


def is_senior(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether ``one`` came before ``other``: by seniority, and by issue order when equal."""
    if one[T_SENIOR_US] != other[T_SENIOR_US]:
        return one[T_SENIOR_US] < other[T_SENIOR_US]
    return one[T_ORDER] < other[T_ORDER]


def precedes(
    one: Sequence[int], other: Sequence[int], policy: Sequence[Sequence[int]], now_us: int
) -> bool:
    """Whether ``one`` is called before ``other`` at a counter that may serve both.

    The higher score wins; equal scores go by seniority. A strict total order: issue order is
    never equal.
    """
    mine = score(one, policy, now_us)
    theirs = score(other, policy, now_us)
    if mine != theirs:
        return mine > theirs
    return is_senior(one, other)
