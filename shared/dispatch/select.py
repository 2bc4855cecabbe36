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
from shared.dispatch.precedence import is_senior, score
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
    F_ELIGIBLE,
    F_HAS_OWN,
    F_RATIO,
    F_TURN,
    TURN_LONGEST,
    TURN_NORMAL,
    TURN_SCORE,
    Facts,
    standing,
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
    counter: Sequence[int],
    policy: Sequence[Sequence[int]],
    house: Sequence[int],
    ratios: Sequence[Sequence[int]],
    state: Sequence[int],
    now_us: int,
    facts: Facts,
) -> tuple[int, int]:
    """The ticket a free counter takes, as (row number, reason code); (-1, nobody waiting) if none.

    ``facts`` is the ``survey`` of the same rows. Every one of the first ``count`` rows is looked
    at: "the head of each class is enough" is false as soon as there are holds, transfers, returns
    or credits. The reason names the level that turned the choice away from the ticket which the
    score alone would have called, or a higher one when somebody's claim on that level, or above,
    had to give way.
    """
    best = by_score = oldest = NOBODY
    best_claim = best_score = top_claim = top_score = somebody = 0
    everybody = BIT_ALL
    for i in range(count):
        ticket = tickets[i]
        if not is_eligible(ticket, counter, facts[F_HAS_OWN], now_us):
            continue
        claim = standing(ticket, tickets, policy, house, ratios, state, now_us, facts)
        somebody |= claim
        everybody &= claim
        mine = score(ticket, counter, policy, now_us)
        if (
            by_score < 0
            or mine > top_score
            or (mine == top_score and is_senior(ticket, tickets[by_score]))
        ):
            by_score, top_score, top_claim = i, mine, claim
        if oldest < 0 or is_senior(ticket, tickets[oldest]):
            oldest = i
        if facts[F_TURN] == TURN_LONGEST:
            mine = 0  # among equal claims only who came first counts
        if (
            best < 0
            or claim > best_claim
            or (
                claim == best_claim
                and (mine > best_score or (mine == best_score and is_senior(ticket, tickets[best])))
            )
        ):
            best, best_claim, best_score = i, claim, mine
    if best < 0:
        return NOBODY, NOBODY_WAITING
    if facts[F_ELIGIBLE] == 1:
        return best, ONLY_ONE
    level = deciding_level(best_claim, top_claim, somebody, everybody, facts[F_TURN])
    if level == HIGHEST_SCORE and best == oldest:
        return best, MOST_SENIOR
    return best, level


def deciding_level(called: int, by_score: int, somebody: int, everybody: int, turn: int) -> int:
    """The level that decided, from the claims of the called ticket and of the score's choice.

    ``somebody`` holds every claim that any eligible ticket has, ``everybody`` those that all have.
    """
    decided = called & ~by_score
    if turn != TURN_NORMAL or somebody & ~called > decided:
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
