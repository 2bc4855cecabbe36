"""The choice of a counter, by shared.dispatch, and the call as an event with its reason as data."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from shared.dispatch.layout import T_ORDER
from shared.dispatch.precedence import is_senior, score
from shared.dispatch.reason import NAMES, PICKED
from shared.dispatch.select import advance, select_ticket, why_passed
from shared.dispatch.standing import F_ELIGIBLE, F_TURN, NOT_HERE, TURN_LONGEST, Facts, survey
from shared.domain import event as kinds
from shared.domain.branch import Branch
from shared.domain.counter import Counter
from shared.domain.event import Event
from shared.domain.ticket import Ticket

#: How many of the best candidates a call writes down with their scores.
CANDIDATES_KEPT: Final = 10

Rows = list[list[int]]


class Hall(NamedTuple):
    """Who may be called at a moment: tickets, their rows in the same order, and the time.

    ``now_us`` counts from the branch's midnight, as dispatch does.
    """

    tickets: Sequence[Ticket]
    rows: Rows
    now_us: int


class Seen(NamedTuple):
    """What a counter sees of a hall: the survey, and each row's claims and score."""

    facts: Facts
    claims: list[int]
    points: list[int]


def hall(branch: Branch, at_us: int, coming: Sequence[Ticket] = ()) -> Hall:
    """The waiting tickets now, and those that the same command brings back to waiting."""
    now_us = at_us - branch.midnight_us
    if not coming:
        return Hall(branch.waiting, branch.rows, now_us)
    rows = [ticket.row for ticket in coming]
    return Hall([*branch.waiting, *coming], [*branch.rows, *rows], now_us)


def look(branch: Branch, desk: Counter, here: Hall) -> Seen:
    """The survey of dispatch for this counter."""
    rules = branch.today.discipline
    rows = here.rows
    count = len(rows)
    claims, points = [NOT_HERE] * count, [0] * count
    facts = survey(
        rows,
        count,
        desk.row,
        rules.policy,
        rules.house,
        rules.ratios,
        branch.state,
        here.now_us,
        claims,
        points,
    )
    return Seen(facts, claims, points)


def choose(branch: Branch, desk: Counter, here: Hall) -> tuple[int, int, Seen]:
    """Which row of the hall this counter takes, why, and what it saw; (-1, ..) for nobody."""
    seen = look(branch, desk, here)
    row, reason = select_ticket(here.rows, len(here.rows), seen.claims, seen.points, seen.facts)
    return row, reason, seen


def call_event(
    branch: Branch,
    desk: Counter,
    ticket: Ticket,
    here: Hall,
    at_us: int,
    reason: int,
    seen: Seen,
) -> Event:
    """The call with its reason as data: rule, scores, who is passed over and why."""
    rules = branch.today.discipline
    points = score(ticket.row, desk.row, rules.policy, here.now_us)
    data: dict[str, kinds.Value] = {
        "rule": NAMES[reason],
        "score": points,
        "passed_over": [],
        "why_not": [],
        "candidates": [ticket.id],
        "scores": [points],
        "waiting": 1,
        "policy": rules.name,
        "policy_hash": rules.hash,
        "counter_index": desk.spec.index,
    }
    if seen.facts[F_ELIGIBLE] != 1 or reason == PICKED:
        data |= _competitors(ticket, here, seen, reason)
    if rules.has_state:
        state = list(branch.state)
        advance(ticket.row, rules.house, rules.ratios, state, seen.facts)
        data["state"] = state
    return Event(kinds.TICKET_CALLED, at_us, at_us, ticket.id, desk.id, desk.staff, data)


def _competitors(called: Ticket, here: Hall, seen: Seen, reason: int) -> dict[str, kinds.Value]:
    """Whom else the counter could call: who is overtaken and why, the best with their scores.

    A ticket that was picked may be held, or not this counter's, and is no candidate then.
    """
    eligible = [
        (other, claim, mine)
        for other, claim, mine in zip(here.tickets, seen.claims, seen.points, strict=True)
        if claim != NOT_HERE
    ]
    passed = _passed_over(called, eligible, reason, seen.facts[F_TURN])
    best = sorted([(mine, -t.row[T_ORDER], t.id) for t, _, mine in eligible], reverse=True)
    del best[CANDIDATES_KEPT:]
    return {
        "passed_over": [other for other, _ in passed],
        "why_not": [why for _, why in passed],
        "candidates": [other for _, _, other in best],
        "scores": [mine for mine, _, _ in best],
        "waiting": 1 + sum([1 for other, _, _ in eligible if other is not called]),
    }


def _passed_over(
    called: Ticket, eligible: list[tuple[Ticket, int, int]], reason: int, turn: int
) -> list[tuple[str, str]]:
    """Whom the call overtakes, each with the level that put the called ticket first."""
    passed = [(other, claim) for other, claim, _ in eligible if is_senior(other.row, called.row)]
    if reason == PICKED or not passed:
        return [(other.id, NAMES[PICKED]) for other, _ in passed]
    mine = next(claim for other, claim, _ in eligible if other is called)
    return [(other.id, NAMES[why_passed(mine, claim, turn)]) for other, claim in passed]


def order_at(branch: Branch, desk: Counter, at_us: int) -> list[Ticket]:
    """Whom this counter may call, the next one first.

    The first is exactly whom ``next`` would call; the others stand as they would if nothing
    changed meanwhile.
    """
    here = hall(branch, at_us)
    seen = look(branch, desk, here)
    counts = seen.facts[F_TURN] != TURN_LONGEST  # whether the score does
    eligible = [i for i, claim in enumerate(seen.claims) if claim != NOT_HERE]
    eligible.sort(
        key=lambda i: (
            -seen.claims[i],
            -seen.points[i] if counts else 0,
            here.tickets[i].senior_us,
            here.rows[i][T_ORDER],
        )
    )
    return [here.tickets[i] for i in eligible]
