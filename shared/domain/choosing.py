"""The choice of a counter, by shared.dispatch, and the call as an event with its reason as data."""

from collections.abc import Sequence
from heapq import nlargest
from typing import Final, NamedTuple

from shared.dispatch.eligibility import is_eligible
from shared.dispatch.layout import T_ORDER
from shared.dispatch.precedence import score
from shared.dispatch.reason import NAMES, PICKED
from shared.dispatch.select import advance, is_passed_over, select_ticket, why_passed
from shared.dispatch.standing import F_HAS_OWN, F_TURN, Facts, standing, survey
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


def hall(branch: Branch, at_us: int, coming: Sequence[Ticket] = ()) -> Hall:
    """The waiting tickets now, and those that the same command brings back to waiting."""
    now_us = branch.since_midnight(at_us)
    if not coming:
        return Hall(branch.waiting, branch.rows, now_us)
    rows = [ticket.row for ticket in coming]
    return Hall([*branch.waiting, *coming], [*branch.rows, *rows], now_us)


def facts_at(branch: Branch, desk: Counter, here: Hall) -> Facts:
    """The survey of dispatch for this counter."""
    rules = branch.discipline
    return survey(
        here.rows,
        len(here.rows),
        desk.row,
        rules.policy,
        rules.house,
        rules.ratios,
        branch.state,
        here.now_us,
    )


def choose(branch: Branch, desk: Counter, here: Hall) -> tuple[int, int, Facts]:
    """Which row of the hall this counter takes, why, and on which facts; (-1, ..) for nobody."""
    rules = branch.discipline
    facts = facts_at(branch, desk, here)
    row, reason = select_ticket(
        here.rows,
        len(here.rows),
        desk.row,
        rules.policy,
        rules.house,
        rules.ratios,
        branch.state,
        here.now_us,
        facts,
    )
    return row, reason, facts


def call_event(
    branch: Branch,
    desk: Counter,
    ticket: Ticket,
    here: Hall,
    at_us: int,
    reason: int,
    facts: Facts,
) -> Event:
    """The call with its reason as data: rule, scores, who is passed over and why."""
    rules = branch.discipline
    passed = _passed_over(branch, desk, ticket, here, reason, facts)
    best = _best(branch, desk, here, facts)
    data: dict[str, kinds.Value] = {
        "rule": NAMES[reason],
        "score": score(ticket.row, desk.row, rules.policy, here.now_us),
        "passed_over": [other for other, _ in passed],
        "why_not": [why for _, why in passed],
        "candidates": [other for _, _, other in best],
        "scores": [points for points, _, _ in best],
        "waiting": _could_be_called(ticket, desk, here, facts),
        "policy": rules.name,
        "policy_hash": rules.hash,
        "counter_index": desk.spec.index,
    }
    if rules.has_state:
        state = list(branch.state)
        advance(ticket.row, rules.house, rules.ratios, state, facts)
        data["state"] = state
    return Event(kinds.TICKET_CALLED, at_us, at_us, ticket.id, desk.id, desk.staff, data)


def _passed_over(
    branch: Branch, desk: Counter, called: Ticket, here: Hall, reason: int, facts: Facts
) -> list[tuple[str, str]]:
    """Whom the call overtakes, each with the level that put the called ticket first."""
    passed = [
        other
        for other in here.tickets
        if other is not called
        and is_passed_over(other.row, called.row, desk.row, facts[F_HAS_OWN], here.now_us)
    ]
    if reason == PICKED or not passed:
        return [(other.id, NAMES[PICKED]) for other in passed]
    mine = _claim(branch, called, here, facts)
    return [
        (other.id, NAMES[why_passed(mine, _claim(branch, other, here, facts), facts[F_TURN])])
        for other in passed
    ]


def _claim(branch: Branch, ticket: Ticket, here: Hall, facts: Facts) -> int:
    rules = branch.discipline
    return standing(
        ticket.row,
        here.rows,
        rules.policy,
        rules.house,
        rules.ratios,
        branch.state,
        here.now_us,
        facts,
    )


def _best(branch: Branch, desk: Counter, here: Hall, facts: Facts) -> list[tuple[int, int, str]]:
    """Score, minus issue order and identifier of the best candidates by score, best first."""
    policy = branch.discipline.policy
    return nlargest(
        CANDIDATES_KEPT,
        (
            (score(t.row, desk.row, policy, here.now_us), -t.row[T_ORDER], t.id)
            for t in here.tickets
            if is_eligible(t.row, desk.row, facts[F_HAS_OWN], here.now_us)
        ),
    )


def _could_be_called(called: Ticket, desk: Counter, here: Hall, facts: Facts) -> int:
    """How many tickets this counter could have called, the called one among them."""
    others = sum(
        1
        for other in here.tickets
        if other is not called and is_eligible(other.row, desk.row, facts[F_HAS_OWN], here.now_us)
    )
    return others + 1


def order_at(branch: Branch, desk: Counter, at_us: int) -> list[Ticket]:
    """Whom this counter may call, the next one first.

    The first is exactly whom ``next`` would call; the others stand as they would if nothing
    changed meanwhile.
    """
    here = hall(branch, at_us)
    facts = facts_at(branch, desk, here)
    policy = branch.discipline.policy
    eligible = [
        t for t in here.tickets if is_eligible(t.row, desk.row, facts[F_HAS_OWN], here.now_us)
    ]
    order = sorted(
        eligible,
        key=lambda t: (
            -_claim(branch, t, here, facts),
            -score(t.row, desk.row, policy, here.now_us),
            t.senior_us,
            t.row[T_ORDER],
        ),
    )
    first, _, _ = choose(branch, desk, here)
    if first < 0:
        return order
    best = here.tickets[first]
    return [best, *(t for t in order if t is not best)]
