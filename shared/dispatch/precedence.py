"""Scores and seniority: the order in which people would be called if there were no guarantees."""

from collections.abc import Sequence

from shared.dispatch.layout import (
    C_SPEED,
    MINUTE_US,
    P_BASE_MILLI,
    P_GROWTH_MILLI,
    P_WEIGHT_MILLI,
    T_CLASS,
    T_ORDER,
    T_SENIOR_US,
    T_SERVICE,
)


def score(
    ticket: Sequence[int], counter: Sequence[int], policy: Sequence[Sequence[int]], now_us: int
) -> int:
    """The ticket's score now, in thousandths of a point times microseconds per minute.

    ``policy`` holds one row per class. First come, strict priority and growing priority are points
    of this family: base + growth x time since seniority. Cost-weighted classes multiply this
    marginal cost of delay with the speed at which this counter would serve them, so that a minute
    of work takes away as much cost as it can.

    Source: accumulating priority queue (Kleinrock 1964; Stanford, Taylor, Ziedins 2014), with a
    starting credit per class; generalised c-mu rule (van Mieghem 1995; Mandelbaum, Stolyar 2004).
    Exact in integers; the bounds in layout keep it inside 64 bits.
    """
    row = policy[ticket[T_CLASS]]
    plain = row[P_BASE_MILLI] * MINUTE_US + row[P_GROWTH_MILLI] * (now_us - ticket[T_SENIOR_US])
    if row[P_WEIGHT_MILLI] == 0:
        return plain
    return plain // 1000 * (row[P_WEIGHT_MILLI] * counter[C_SPEED + ticket[T_SERVICE]] // 1000)


def is_senior(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether ``one`` came before ``other``: by seniority, and by issue order when equal."""
    if one[T_SENIOR_US] != other[T_SENIOR_US]:
        return one[T_SENIOR_US] < other[T_SENIOR_US]
    return one[T_ORDER] < other[T_ORDER]


def ahead(
    tickets: Sequence[Sequence[int]],
    ticket: Sequence[int],
    counter: Sequence[int],
    policy: Sequence[Sequence[int]],
    now_us: int,
) -> int:
    """How many of these the score alone puts before ``ticket`` at a counter that may serve all."""
    mine = score(ticket, counter, policy, now_us)
    found = 0
    for i in range(len(tickets)):
        theirs = score(tickets[i], counter, policy, now_us)
        if theirs > mine or (theirs == mine and is_senior(tickets[i], ticket)):
            found += 1
    return found


def precedes(
    one: Sequence[int],
    other: Sequence[int],
    counter: Sequence[int],
    policy: Sequence[Sequence[int]],
    now_us: int,
) -> bool:
    """Whether the score alone puts ``one`` before ``other`` at a counter that may serve both.

    The higher score wins; equal scores go by seniority. A strict total order: issue order is
    never equal.
    """
    mine = score(one, counter, policy, now_us)
    theirs = score(other, counter, policy, now_us)
    if mine != theirs:
        return mine > theirs
    return is_senior(one, other)
