"""The guarantees: what each waiting ticket may claim at a counter, as one number to compare.

The order of precedence is written here and nowhere else (docs/decisions/0019):
bound > overload > maximum wait > overtaking cap > appointment > ratio > score > seniority. Each
level is a bit; the ticket with the larger number is called first, equal numbers go by score. So a
level decides only among those whom the higher ones leave equal, and gives way to nothing else.
"""

from collections.abc import MutableSequence, Sequence
from typing import Final

from shared.dispatch.eligibility import is_eligible, is_own, own_waits
from shared.dispatch.layout import (
    C_OVER_SERVICES,
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
    S_TURN,
    T_CLASS,
    T_CONTINUES,
    T_COUNTER,
    T_DUE_US,
    T_OVERTAKEN,
    T_PERSON,
    T_SENIOR_US,
)
from shared.dispatch.precedence import is_senior, score
from shared.dispatch.ratio import turn_bits

BIT_RATIO: Final = 0b00001111  # one bit per ratio rule, the first rule the highest
BIT_DUE: Final = 0b00010000
BIT_CAP: Final = 0b00100000
BIT_MAX_WAIT: Final = 0b01000000
BIT_BOUND: Final = 0b10000000
BIT_ALL: Final = 0b11111111
CAPPED: Final = 0b100000000  # while the survey is made: overtaken as often as its class may be
NOT_HERE: Final = -1  # the counter may not call this ticket now

UPPER_SHIFT: Final = 6  # the levels above the cap, as a number from 0 to 3
UPPERS: Final = 4

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
    claims: MutableSequence[int],
    points: MutableSequence[int],
) -> Facts:
    """Look once at each of the first ``count`` rows; the facts about all of them together.

    Writes into ``claims`` what each ticket may claim at this counter, one bit a level, or
    NOT_HERE for one that it may not call; and into ``points`` the scores of the others.
    """
    has_own = 1 if counter[C_OVER_SERVICES] == 0 else own_waits(tickets, count, counter)
    eligible = over = somebody = groups = 0
    capped = NOBODY
    for i in range(count):
        ticket = tickets[i]
        if not is_own(ticket, counter) and not is_eligible(ticket, counter, has_own, now_us):
            claims[i] = NOT_HERE
            continue
        claim = own_claims(ticket, policy, house, ratios, state, now_us)
        eligible += 1
        if claim & BIT_MAX_WAIT:
            over += 1
        if claim & CAPPED:
            groups |= 1 << (claim >> UPPER_SHIFT & (UPPERS - 1))
            if capped < 0 or is_senior(ticket, tickets[capped]):
                capped = i
        somebody |= claim
        claims[i] = claim
        points[i] = score(ticket, counter, policy, now_us)
    turn = overload_turn(house, state, eligible, over) if over > 0 else TURN_NORMAL
    if turn != TURN_NORMAL:
        give_up_limits(count, claims, turn)
    elif groups:
        for upper in range(UPPERS):
            if groups >> upper & 1:
                hold_cap(tickets, count, claims, upper)
    return eligible, has_own, capped, turn, somebody & BIT_RATIO


def own_claims(
    ticket: Sequence[int],
    policy: Sequence[Sequence[int]],
    house: Sequence[int],
    ratios: Sequence[Sequence[int]],
    state: Sequence[int],
    now_us: int,
) -> int:
    """What the ticket may claim whoever else waits, and CAPPED."""
    claim = BIT_BOUND if ticket[T_CONTINUES] == 1 and is_bound(ticket) else 0
    row = policy[ticket[T_CLASS]]
    if 0 <= row[P_MAX_WAIT_US] <= now_us - ticket[T_SENIOR_US]:
        claim |= BIT_MAX_WAIT
    if 0 <= row[P_CAP] <= ticket[T_OVERTAKEN]:
        claim |= CAPPED
    if ticket[T_DUE_US] >= 0 and is_due(ticket, house, now_us):
        claim |= BIT_DUE
    if len(ratios) > 0:
        claim |= turn_bits(ticket, ratios, state)
    return claim


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


def is_due(ticket: Sequence[int], house: Sequence[int], now_us: int) -> bool:
    """Whether this is an appointment whose guaranteed time has come."""
    wait_us = house[H_APPOINTMENT_US]
    return wait_us >= 0 and ticket[T_DUE_US] >= 0 and now_us >= ticket[T_DUE_US] + wait_us


def is_bound(ticket: Sequence[int]) -> bool:
    """Whether the ticket goes on with a visit at one counter or with one person."""
    return ticket[T_CONTINUES] == 1 and (ticket[T_COUNTER] >= 0 or ticket[T_PERSON] >= 0)


def give_up_limits(count: int, claims: MutableSequence[int], turn: int) -> None:
    """Overload: in this turn the maximum wait and the cap, or all but bound, claim nothing."""
    kept = BIT_BOUND if turn == TURN_LONGEST else BIT_BOUND | BIT_DUE | BIT_RATIO
    for i in range(count):
        if claims[i] != NOT_HERE:
            claims[i] &= kept


def hold_cap(
    tickets: Sequence[Sequence[int]], count: int, claims: MutableSequence[int], upper: int
) -> None:
    """Claim the cap for those whose claims above it are ``upper``, where one of them is capped.

    The cap is held by calling nobody who came after the most senior capped ticket, which may be
    somebody who came before it: nobody capped is overtaken then. Who claims more or less above
    the cap is before or behind all of these anyway, so each such group holds its own.
    """
    first = NOBODY
    for i in range(count):
        claim = claims[i]
        if claim & CAPPED and claim != NOT_HERE and claim >> UPPER_SHIFT & (UPPERS - 1) == upper:
            claims[i] = claim & BIT_ALL
            if first < 0 or is_senior(tickets[i], tickets[first]):
                first = i
    for i in range(count):
        claim = claims[i]
        if (
            claim != NOT_HERE
            and claim >> UPPER_SHIFT & (UPPERS - 1) == upper
            and not is_senior(tickets[first], tickets[i])
        ):
            claims[i] = claim | BIT_CAP
