"""The decisions: which ticket a free counter takes, which idle counter a ticket gets, and why."""

from collections.abc import MutableSequence, Sequence

from shared.dispatch.eligibility import is_eligible, is_own
from shared.dispatch.layout import (
    C_PREFERENCE,
    C_SERVICES,
    H_OVERLOAD_ONE_IN,
    NOBODY,
    R_RULE,
    RATIO_RULES_MAX,
    S_TURN,
    T_NEEDS,
)
from shared.dispatch.precedence import is_senior
from shared.dispatch.ratio import count_call
from shared.dispatch.reason import (
    APPOINTMENT,
    BOUND,
    CAP,
    HIGHEST_SCORE,
    MAX_WAIT,
    MOST_SENIOR,
    NOBODY_WAITING,
    ONLY_ONE,
    OVERLOAD_FIRST,
    OVERLOAD_TURN,
    RATIO,
)
from shared.dispatch.standing import (
    BIT_ALL,
    BIT_BOUND,
    BIT_CAP,
    BIT_DUE,
    BIT_MAX_WAIT,
    BIT_RATIO,
    F_CAPPED,
    F_ELIGIBLE,
    F_RATIO,
    F_TURN,
    TURN_LONGEST,
    TURN_NORMAL,
    TURN_SCORE,
    Facts,
)

__all__ = [
    "advance",
    "is_passed_over",
    "level_of",
    "select_counter",
    "select_ticket",
    "why_passed",
]


def select_ticket(
    tickets: Sequence[Sequence[int]],
    count: int,
    claims: Sequence[int],
    points: Sequence[int],
    facts: Facts,
) -> tuple[int, int]:
    """The ticket a free counter takes, as (row number, reason code); (-1, nobody waiting) if none.

    ``facts``, ``claims`` and ``points`` are the ``survey`` of the same rows. Every one of the
    first ``count`` rows is looked at: "the head of each class is enough" is false as soon as there
    are holds, transfers, returns or credits. The reason names the level that turned the choice
    away from the ticket which the score alone would have called, or a higher one when somebody's
    claim on that level, or above, had to give way.
    """
    if facts[F_ELIGIBLE] < 2:
        return only_one(count, claims)
    best = oldest = NOBODY
    best_points = somebody = 0
    everybody = BIT_ALL
    is_longest = facts[F_TURN] == TURN_LONGEST
    for i in range(count):
        claim = claims[i]
        if claim < 0:
            continue
        ticket = tickets[i]
        mine = 0 if is_longest else points[i]  # 0: among equal claims only who came first counts
        somebody |= claim
        everybody &= claim
        if oldest < 0 or is_senior(ticket, tickets[oldest]):
            oldest = i
        if best < 0 or leads(claim, mine, ticket, claims[best], best_points, tickets[best]):
            best, best_points = i, mine
    level = HIGHEST_SCORE
    if somebody or facts[F_TURN] != TURN_NORMAL or facts[F_CAPPED] >= 0:
        by_score = choice_of_score(tickets, count, claims, points)
        passed = somebody & ~claims[best] & ~BIT_CAP
        if facts[F_CAPPED] >= 0 and is_senior(tickets[facts[F_CAPPED]], tickets[best]):
            passed |= BIT_CAP
        level = deciding_level(claims[best], claims[by_score], passed, everybody, facts[F_TURN])
    if level == HIGHEST_SCORE and best == oldest:
        return best, MOST_SENIOR
    return best, level


def only_one(count: int, claims: Sequence[int]) -> tuple[int, int]:
    """The row of the one ticket that may be called, if there is one."""
    for i in range(count):
        if claims[i] >= 0:
            return i, ONLY_ONE
    return NOBODY, NOBODY_WAITING


def choice_of_score(
    tickets: Sequence[Sequence[int]], count: int, claims: Sequence[int], points: Sequence[int]
) -> int:
    """The row of the ticket that the score alone would call, if nobody claimed anything."""
    best = NOBODY
    for i in range(count):
        if claims[i] >= 0 and (
            best < 0 or leads(0, points[i], tickets[i], 0, points[best], tickets[best])
        ):
            best = i
    return best


def leads(
    claim: int,
    points: int,
    ticket: Sequence[int],
    other_claim: int,
    other_points: int,
    other: Sequence[int],
) -> bool:
    """Whether a ticket is called before another one: by claims, then score, then seniority."""
    if claim != other_claim:
        return claim > other_claim
    if points != other_points:
        return points > other_points
    return is_senior(ticket, other)


def deciding_level(called: int, by_score: int, passed: int, everybody: int, turn: int) -> int:
    """The level that decided, from the claims of the called ticket and of the score's choice.

    ``passed`` holds every claim of anybody that the call passes over, ``everybody`` the claims
    that all have.
    """
    decided = called & ~by_score
    if turn != TURN_NORMAL or passed > decided & ~passed:
        decided = called & ~everybody
    return level_of(decided, turn)


def level_of(claims: int, turn: int) -> int:
    """The highest of these claims as a reason code, in this turn; highest score when none."""
    if claims & BIT_BOUND:
        return BOUND
    if turn == TURN_LONGEST:
        return OVERLOAD_FIRST
    if turn == TURN_SCORE:
        return OVERLOAD_TURN
    if claims & BIT_MAX_WAIT:
        return MAX_WAIT
    if claims & BIT_CAP:
        return CAP
    if claims & BIT_DUE:
        return APPOINTMENT
    if claims & BIT_RATIO:
        return RATIO
    return HIGHEST_SCORE


def why_passed(called_claim: int, passed_claim: int, turn: int) -> int:
    """Which level put the called ticket before one that it passed over, as a reason code."""
    return level_of(called_claim & ~passed_claim, turn)


def select_counter(ticket: Sequence[int], counters: Sequence[Sequence[int]], count: int) -> int:
    """The idle counter that a ticket is called to, as row number; -1 when none is there for it.

    ``counters`` holds the rows of the counters that stand by. One that serves everything the
    ticket still needs comes before others (one teller for the whole visit), then the lowest
    preference number; equal preference goes by the order of the rows.
    """
    best = NOBODY
    best_covers = False
    for i in range(count):
        if not is_own(ticket, counters[i]):
            continue
        covers = ticket[T_NEEDS] & ~counters[i][C_SERVICES] == 0
        if (
            best < 0
            or (covers and not best_covers)
            or (covers == best_covers and counters[i][C_PREFERENCE] < counters[best][C_PREFERENCE])
        ):
            best = i
            best_covers = covers
    return best


def is_passed_over(
    waiting: Sequence[int],
    called: Sequence[int],
    counter: Sequence[int],
    has_own: int,
    now_us: int,
) -> bool:
    """Whether a call of ``called`` to this counter overtakes ``waiting``.

    The one definition of overtaking: senior to the called ticket and eligible at that counter
    after reservation and overflow.
    """
    return is_senior(waiting, called) and is_eligible(waiting, counter, has_own, now_us)


def advance(
    ticket: Sequence[int],
    house: Sequence[int],
    ratios: Sequence[Sequence[int]],
    state: MutableSequence[int],
    facts: Facts,
) -> None:
    """Move the ratio state on after a call of this ticket; changes ``state`` in place."""
    if facts[F_TURN] != TURN_NORMAL:
        state[S_TURN] = (state[S_TURN] + 1) % max(house[H_OVERLOAD_ONE_IN], 1)
    if len(ratios) == 0:
        return
    for rule in range(ratios[len(ratios) - 1][R_RULE] + 1):
        has_turns = facts[F_RATIO] >> (RATIO_RULES_MAX - 1 - rule) & 1
        count_call(ticket, ratios, state, rule, has_turns)
