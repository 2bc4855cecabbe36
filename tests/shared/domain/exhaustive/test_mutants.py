"""The check finds what it is there for: each guarantee is broken once, and noticed."""

from collections.abc import Callable, MutableSequence
from typing import Any

import pytest

from shared.dispatch import select, standing
from shared.domain import choosing, settle
from shared.domain.applying import ticket as applying_ticket
from shared.domain.applying import visit as applying_visit
from shared.domain.ticket import TicketState
from tests.shared.domain.exhaustive.explore import Leg, explore
from tests.shared.domain.exhaustive.world import CAPPED, RATIO

CALM = Leg(CAPPED, tickets=3, specials=0)
CALM_RATIO = Leg(RATIO, tickets=3, specials=0)
ONE_SPECIAL = Leg(CAPPED, tickets=3, specials=1)

own_claims, overload_turn = standing.own_claims, standing.overload_turn
resumed = applying_visit.resumed


def without(bit: int) -> Callable[..., int]:
    """Claims in which one level is missing."""
    return lambda *rows: own_claims(*rows) & ~bit


def no_cap(_rows: Any, count: int, claims: MutableSequence[int], _upper: int) -> None:
    for i in range(count):
        claims[i] &= standing.BIT_ALL if claims[i] >= 0 else -1


def cap_of_everybody(rows: Any, count: int, claims: MutableSequence[int], _upper: int) -> None:
    """The most senior capped ticket of all, though a higher level puts others before it."""
    capped = [i for i in range(count) if claims[i] >= 0 and claims[i] & standing.CAPPED]
    no_cap(rows, count, claims, 0)
    first = min(capped, key=lambda i: rows[i][3], default=-1)
    for i in range(count):
        if first >= 0 and claims[i] >= 0 and rows[i][3] <= rows[first][3]:
            claims[i] |= standing.BIT_CAP


def forget_queue(_branch: Any, ticket: Any) -> None:
    ticket.state = TicketState.WAITING


def lose_seniority(branch: Any, event: Any) -> None:
    resumed(branch, event)
    branch.tickets[event.ticket].row[3] = branch.since_midnight(event.at_us)


MUTANTS: dict[str, tuple[Leg, Any, str, Any]] = {
    "no cap": (CALM, standing, "hold_cap", no_cap),
    "cap of everybody": (CALM, standing, "hold_cap", cap_of_everybody),
    "no maximum wait": (CALM, standing, "own_claims", without(standing.BIT_MAX_WAIT)),
    "no appointment": (CALM, standing, "own_claims", without(standing.BIT_DUE)),
    "no ratio": (CALM_RATIO, standing, "own_claims", without(standing.BIT_RATIO)),
    "nobody bound": (ONE_SPECIAL, standing, "is_bound", lambda _: False),
    "no overload": (CALM_RATIO, standing, "overload_turn", lambda *_: 0),
    "overload the wrong way": (
        CALM_RATIO,
        standing,
        "overload_turn",
        lambda *a: (0, 2, 1)[overload_turn(*a)],
    ),
    "no seniority": (CALM, select, "is_senior", lambda _one, _other: False),
    "another reason": (CALM, select, "level_of", lambda _claims, _turn: 3),
    "no overtakes": (CALM, choosing, "_passed_over", lambda *_: []),
    "own tickets do not come first": (CALM, standing, "own_waits", lambda *_: 0),
    "called twice": (CALM, applying_ticket, "leave_queue", lambda _branch, _ticket: None),
    "lost on a transfer": (ONE_SPECIAL, applying_visit, "join_queue", forget_queue),
    "idle counters sleep": (CALM, settle, "settle", lambda _branch, _now_us: []),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_broken_rule_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    leg, module, attribute, broken = MUTANTS[name]
    monkeypatch.setattr(module, attribute, broken)
    assert len(explore(leg, most_violations=1).violations) > 0


def test_a_held_ticket_that_loses_its_seniority_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    from shared.domain import apply
    from shared.domain.event import TICKET_RESUMED

    monkeypatch.setitem(apply._HANDLERS, TICKET_RESUMED, lose_seniority)
    assert len(explore(ONE_SPECIAL, most_violations=1).violations) > 0
