"""Ratio cycles and overload by hand: whose turn it is."""

import pytest

from shared.dispatch import layout as col
from shared.dispatch.select import advance
from tests.shared.dispatch.by_hand import BOUND, PRIORITY, called, scene, ticket
from tests.shared.dispatch.halls import Scene, choose

TWO_TO_ONE = [[0, 0b11, 0b01, 2], [0, 0b11, 0b10, 1]]


def calls_of(made: Scene, count: int) -> str:
    """The segments of so many calls from a hall that never runs empty, as letters."""
    told = ""
    for _ in range(count):
        found = choose(made)
        called = made.hall[found.row]
        advance(called, made.house, made.ratios, made.state, found.facts)
        told += "OP"[called[col.T_SEGMENT]]
    return told


def test_two_ordinary_to_one_priority_in_a_cycle() -> None:
    made = scene(ticket(0, 9), ticket(1, 5, PRIORITY), ratios=TWO_TO_ONE, state=[0, 0, 0])
    assert calls_of(made, 9) == "POOPOOPOO"


def test_a_turn_that_nobody_can_take_is_not_waited_for() -> None:
    made = scene(ticket(0, 9), ratios=TWO_TO_ONE, state=[0, 0, 0])
    assert calls_of(made, 5) == "OOOOO"
    assert made.state == [0, 1, 0]


def test_a_call_by_a_higher_level_uses_up_a_turn_and_leaves_the_others_theirs() -> None:
    over = scene(ticket(0, 9), ticket(1, 31, PRIORITY), ratios=TWO_TO_ONE, state=[0, 0, 1])
    assert called(over) == (1, "max_wait")
    assert calls_of(over, 1) == "P"
    assert over.state == [0, 0, 1]


def test_the_reason_names_the_ratio_that_turned_the_choice() -> None:
    made = scene(ticket(0, 9), ticket(1, 5, PRIORITY), ratios=TWO_TO_ONE, state=[0, 0, 1])
    assert called(made) == (0, "ratio")


def test_the_first_of_two_ratio_rules_is_the_higher_one() -> None:
    rules = [*TWO_TO_ONE, [1, 0b01, 0b11, 1], [1, 0b10, 0b11, 1]]
    hall = ticket(0, 9, service=0), ticket(1, 5, PRIORITY, service=1)
    assert called(scene(*hall, ratios=rules, state=[0, 0, 0, 0, 1])) == (0, "ratio")
    assert called(scene(*hall, ratios=rules, state=[0, 2, 0, 0, 1])) == (1, "ratio")


# ---------------------------------------------------------------- overload

PAYDAY = [ticket(0, 50), ticket(1, 40, PRIORITY), ticket(2, 35), ticket(3, 31, PRIORITY)]


def house(rule: int, share: int = 750, least: int = 3, one_in: int = 3) -> list[int]:
    return [0, rule, share, least, one_in]


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (col.OVERLOAD_NONE, (1, "highest_score")),
        (col.OVERLOAD_LONGEST, (0, "overload_first")),
        (col.OVERLOAD_SCORE, (1, "overload_turn")),
        (col.OVERLOAD_ALTERNATE, (0, "overload_first")),
    ],
)
def test_overload_goes_by_its_rule(rule: int, wanted: tuple[int, str]) -> None:
    hall = [*PAYDAY, ticket(4, 5, PRIORITY)]
    assert called(scene(*hall, house=house(rule))) == wanted


def test_in_overload_one_call_in_so_many_goes_by_score() -> None:
    made = scene(*PAYDAY, house=house(col.OVERLOAD_ALTERNATE), state=[0])
    assert calls_of(made, 7) == "OOPOOPO"


def test_in_overload_who_is_bound_still_comes_first() -> None:
    hall = [*PAYDAY, ticket(4, 1, **BOUND)]
    assert called(scene(*hall, house=house(col.OVERLOAD_LONGEST))) == (4, "bound")


def test_in_overload_an_appointment_keeps_its_turn_among_those_by_score() -> None:
    hall = [*PAYDAY, ticket(4, 1, due_min=1)]
    assert called(scene(*hall, house=house(col.OVERLOAD_SCORE))) == (4, "overload_turn")


@pytest.mark.parametrize(
    ("changes", "is_overload"),
    [({"share": 1000}, True), ({"least": 4}, True), ({"least": 5}, False)],
)
def test_overload_begins_with_the_share_and_the_least(
    changes: dict[str, int], is_overload: bool
) -> None:
    _, reason = called(scene(*PAYDAY, house=house(col.OVERLOAD_LONGEST, **changes)))
    assert (reason == "overload_first") == is_overload
