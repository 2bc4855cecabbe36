"""Ratio rules such as "2 ordinary : 1 priority": a cycle of calls with a share for each group."""

from collections.abc import MutableSequence, Sequence

from shared.dispatch.layout import (
    NOBODY,
    R_RULE,
    R_SEGMENTS,
    R_SERVICES,
    R_SHARE,
    RATIO_RULES_MAX,
    S_GROUPS,
    T_SEGMENT,
    T_SERVICE,
)


def group_of(ticket: Sequence[int], ratios: Sequence[Sequence[int]], rule: int) -> int:
    """The row of the ticket's group in this rule, the first that fits; -1 when it is in none."""
    for g in range(len(ratios)):
        row = ratios[g]
        if (
            row[R_RULE] == rule
            and (row[R_SERVICES] >> ticket[T_SERVICE]) & 1
            and (row[R_SEGMENTS] >> ticket[T_SEGMENT]) & 1
        ):
            return g
    return NOBODY


def turn_bits(ticket: Sequence[int], ratios: Sequence[Sequence[int]], state: Sequence[int]) -> int:
    """One bit for each rule in whose cycle the ticket's group has calls left, the first highest."""
    bits = found = 0
    for g in range(len(ratios)):
        row = ratios[g]
        bit = 1 << (RATIO_RULES_MAX - 1 - row[R_RULE])
        if (
            found & bit == 0
            and (row[R_SERVICES] >> ticket[T_SERVICE]) & 1
            and (row[R_SEGMENTS] >> ticket[T_SEGMENT]) & 1
        ):
            found |= bit
            if state[S_GROUPS + g] < row[R_SHARE]:
                bits |= bit
    return bits


def count_call(
    ticket: Sequence[int],
    ratios: Sequence[Sequence[int]],
    state: MutableSequence[int],
    rule: int,
    others_have_turn: int,
) -> None:
    """Count a call of this ticket in ``state``; a new cycle begins when nobody waiting has a turn.

    With ``others_have_turn`` a call of a group without calls left was brought about by a higher
    level: the others keep their turn.
    """
    g = group_of(ticket, ratios, rule)
    if g < 0:
        return
    if state[S_GROUPS + g] < ratios[g][R_SHARE]:
        state[S_GROUPS + g] += 1
    elif others_have_turn == 0:
        for other in range(len(ratios)):
            if ratios[other][R_RULE] == rule:
                state[S_GROUPS + other] = 0
        state[S_GROUPS + g] = 1
