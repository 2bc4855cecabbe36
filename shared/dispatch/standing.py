"""The guarantees: what each waiting ticket may claim at a counter, as one number to compare.

The order of precedence is written here and nowhere else (docs/decisions/0014):
bound > overload > maximum wait > overtaking cap > appointment > ratio > score > seniority. Each
level is a bit; the ticket with the larger number is called first, equal numbers go by score. So a
level decides only among those whom the higher ones leave equal, and gives way to nothing else.
"""

from collections.abc import Sequence
from typing import Final

from shared.dispatch.eligibility import is_eligible, own_waits
from shared.dispatch.layout import (
    H_APPOINTMENT_US,
    H_OVERLOAD_LEAST,
    H_OVERLOAD_ONE_IN,
    H_OVERLOAD_RULE,
    H_OVERLOAD_SHARE_MILLI,
    NOBODY,
    OVERLOAD_ALTERNATE,
    OVERLOAD_LONGEST,
    OVERLOAD_NONE,
    P_CAP,
    P_MAX_WAIT_US,
    R_RULE,
    RATIO_RULES_MAX,
    S_TURN,
    T_CLASS,
    T_CONTINUES,
    T_COUNTER,
    T_DUE_US,
    T_OVERTAKEN,
    T_PERSON,
    T_SENIOR_US,
)
from shared.dispatch.precedence import is_senior
from shared.dispatch.ratio import has_turn

BIT_RATIO: Final = 0b00001111  # one bit per ratio rule, the first rule the highest
BIT_DUE: Final = 0b00010000
BIT_CAP: Final = 0b00100000
BIT_MAX_WAIT: Final = 0b01000000
BIT_BOUND: Final = 0b10000000
BIT_ALL: Final = 0b11111111

# What the whole waiting list says, worked out once per call: ``survey``.
F_ELIGIBLE: Final = 0  # how many this counter may call
F_HAS_OWN: Final = 1  # 1 when one of the counter's own waits
F_CAPPED: Final = 2  # row of the most senior ticket that may not be overtaken any more, or -1
F_TURN: Final = 3  # one of the TURN codes
F_RATIO: Final = 4  # bit per ratio rule of which somebody eligible has a turn

TURN_NORMAL: Final = 0
TURN_LONGEST: Final = 1  # overload: who came first
TURN_SCORE: Final = 2  # overload: appointment, ratio and score

Facts = tuple[int, int, int, int, int]


def survey(
    tickets: Sequence[Sequence[int]],
    count: int,
    counter: Sequence[int],
    policy: Sequence[Sequence[int]],
    house: Sequence[int],
    ratios: Sequence[Sequence[int]],
    state: Sequence[int],
    now_us: int,
) -> Facts:
    """The facts about the first ``count`` rows that every claim at this counter depends on."""
    has_own = own_waits(tickets, count, counter)
    eligible = over = turns = 0
    capped = NOBODY
    for i in range(count):
        ticket = tickets[i]
        if not is_eligible(ticket, counter, has_own, now_us):
            continue
        eligible += 1
        if is_over_limit(ticket, policy, now_us):
            over += 1
        if is_capped(ticket, policy) and (capped < 0 or is_senior(ticket, tickets[capped])):
            capped = i
        if len(ratios) > 0:
            turns |= turn_bits(ticket, ratios, state)
    return eligible, has_own, capped, overload_turn(house, state, eligible, over), turns


def overload_turn(house: Sequence[int], state: Sequence[int], eligible: int, over: int) -> int:
    """Whether nearly everybody is past the limit, and whose turn it is then."""
    rule = house[H_OVERLOAD_RULE]
    if rule == OVERLOAD_NONE or over < house[H_OVERLOAD_LEAST]:
        return TURN_NORMAL
    if over * 1000 < house[H_OVERLOAD_SHARE_MILLI] * eligible:
        return TURN_NORMAL
    if rule == OVERLOAD_LONGEST:
        return TURN_LONGEST
    if rule == OVERLOAD_ALTERNATE and state[S_TURN] + 1 < house[H_OVERLOAD_ONE_IN]:
        return TURN_LONGEST
    return TURN_SCORE


def is_over_limit(ticket: Sequence[int], policy: Sequence[Sequence[int]], now_us: int) -> bool:
    """Whether the ticket has waited as long as its class may."""
    limit_us = policy[ticket[T_CLASS]][P_MAX_WAIT_US]
    return 0 <= limit_us <= now_us - ticket[T_SENIOR_US]


def is_capped(ticket: Sequence[int], policy: Sequence[Sequence[int]]) -> bool:
    """Whether the ticket was overtaken as often as its class may be."""
    return 0 <= policy[ticket[T_CLASS]][P_CAP] <= ticket[T_OVERTAKEN]


def is_due(ticket: Sequence[int], house: Sequence[int], now_us: int) -> bool:
    """Whether this is an appointment whose guaranteed time has come."""
    wait_us = house[H_APPOINTMENT_US]
    return wait_us >= 0 and ticket[T_DUE_US] >= 0 and now_us >= ticket[T_DUE_US] + wait_us


def is_bound(ticket: Sequence[int]) -> bool:
    """Whether the ticket goes on with a visit at one counter or with one person."""
    return ticket[T_CONTINUES] == 1 and (ticket[T_COUNTER] >= 0 or ticket[T_PERSON] >= 0)


def turn_bits(ticket: Sequence[int], ratios: Sequence[Sequence[int]], state: Sequence[int]) -> int:
    """One bit for each ratio rule in which the ticket's group has a turn, the first highest."""
    bits = 0
    for rule in range(ratios[len(ratios) - 1][R_RULE] + 1):
        if has_turn(ticket, ratios, state, rule):
            bits |= 1 << (RATIO_RULES_MAX - 1 - rule)
    return bits


def standing(
    ticket: Sequence[int],
    tickets: Sequence[Sequence[int]],
    policy: Sequence[Sequence[int]],
    house: Sequence[int],
    ratios: Sequence[Sequence[int]],
    state: Sequence[int],
    now_us: int,
    facts: Facts,
) -> int:
    """What this ticket, eligible at the counter of ``facts``, may claim there, one bit a level.

    The cap is held by calling nobody who came after the most senior capped ticket, which may be
    somebody who came before it: nobody capped is overtaken then.
    """
    claim = BIT_BOUND if is_bound(ticket) else 0
    turn = facts[F_TURN]
    if turn == TURN_LONGEST:
        return claim
    if turn == TURN_NORMAL:
        if is_over_limit(ticket, policy, now_us):
            claim |= BIT_MAX_WAIT
        capped = facts[F_CAPPED]
        if capped >= 0 and not is_senior(tickets[capped], ticket):
            claim |= BIT_CAP
    if is_due(ticket, house, now_us):
        claim |= BIT_DUE
    if facts[F_RATIO]:
        claim |= turn_bits(ticket, ratios, state)
    return claim
