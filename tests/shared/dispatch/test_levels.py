"""Each level of the order of precedence by hand: two people, and who gives way to whom."""

import pytest

from shared.dispatch import layout as col
from tests.shared.dispatch.by_hand import BOUND, MINUTE_US, PRIORITY, called, scene, ticket
from tests.shared.dispatch.halls import choose


def test_without_any_claim_the_score_decides() -> None:
    assert called(scene(ticket(0, 9), ticket(1, 5, PRIORITY))) == (1, "highest_score")


def test_without_any_claim_and_with_one_score_who_came_first_is_called() -> None:
    assert called(scene(ticket(0, 5), ticket(1, 9))) == (1, "most_senior")


def test_alone_there_is_nothing_to_decide() -> None:
    assert called(scene(ticket(0, 40, overtaken=5, due_min=3))) == (0, "only_one")
    assert called(scene()) == (-1, "nobody_waiting")


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ({"waited_min": 5, **BOUND}, "bound"),
        ({"waited_min": 5, "to_person": 0, "continues": 1}, "bound"),
        ({"waited_min": 30}, "max_wait"),
        ({"waited_min": 9, "overtaken": 2}, "cap"),
        ({"waited_min": 5, "due_min": 0}, "appointment"),
    ],
)
def test_a_claim_comes_before_any_score(claim: dict[str, int], reason: str) -> None:
    assert called(scene(ticket(0, **claim), ticket(1, 8, PRIORITY))) == (0, reason)


@pytest.mark.parametrize(
    "claim",
    [
        {"waited_min": 29},
        {"waited_min": 9, "overtaken": 1},
        {"waited_min": 5, "due_min": -1},
        {"waited_min": 5, "to_counter": 0},
        {"waited_min": 5, "continues": 1},
    ],
)
def test_just_before_it_is_no_claim(claim: dict[str, int]) -> None:
    assert called(scene(ticket(0, **claim), ticket(1, 1, PRIORITY))) == (1, "highest_score")


HIGHER_FIRST = [
    ("bound", {"waited_min": 5, **BOUND}, {"waited_min": 31, "overtaken": 2, "due_min": 9}),
    ("max_wait", {"waited_min": 31}, {"waited_min": 29, "overtaken": 2, "due_min": 9}),
    ("cap", {"waited_min": 20, "overtaken": 2}, {"waited_min": 9, "due_min": 9}),
]


@pytest.mark.parametrize(("reason", "higher", "lower"), HIGHER_FIRST)
def test_a_level_gives_way_only_to_a_higher_one(
    reason: str, higher: dict[str, int], lower: dict[str, int]
) -> None:
    assert called(scene(ticket(1, **higher), ticket(0, segment=PRIORITY, **lower))) == (0, reason)


def test_an_appointment_comes_before_the_turn_of_a_ratio() -> None:
    turn = {"ratios": [[0, 0b11, 0b10, 1], [0, 0b11, 0b01, 1]], "state": [0, 0, 1]}
    assert called(scene(ticket(0, 9, due_min=1), ticket(1, 5, PRIORITY), **turn)) == (
        0,
        "appointment",
    )


def test_of_several_past_the_limit_the_next_level_decides() -> None:
    hall = ticket(0, 40), ticket(1, 35, PRIORITY), ticket(2, 5, PRIORITY)
    assert called(scene(*hall)) == (1, "highest_score")
    assert choose(scene(*hall)).why_not == {0: "highest_score", 2: "max_wait"}


def test_the_cap_calls_nobody_who_came_after_the_most_senior_capped_one() -> None:
    hall = ticket(0, 20), ticket(1, 15, overtaken=2), ticket(2, 9, PRIORITY)
    assert called(scene(*hall)) == (0, "cap")
    assert called(scene(*hall[1:])) == (0, "cap")


def test_the_cap_holds_among_those_whom_a_higher_level_leaves_equal() -> None:
    """The most senior capped one is not bound; of the two that are, one is capped as well."""
    hall = (
        ticket(0, 20, overtaken=2),
        ticket(1, 10, overtaken=2, **BOUND),
        ticket(2, 5, PRIORITY, **BOUND),
    )
    assert called(scene(*hall)) == (1, "bound")
    assert choose(scene(*hall)).why_not == {0: "bound", 2: "cap"}


def test_the_reason_names_what_a_passed_claim_gave_way_to_though_the_score_agrees() -> None:
    """The priority customer would be called anyway, but the capped one has to be told why."""
    hall = ticket(0, 29, overtaken=2), ticket(1, 5, PRIORITY, to_person=0, continues=1)
    assert called(scene(*hall)) == (1, "bound")


# ---------------------------------------------------------------- overflow and speed

OVERFLOW = [0, 0, 0b01, 0b11, 0, 0b10, 0b11, 10 * MINUTE_US, 1000, 1000]


@pytest.mark.parametrize(
    ("hall", "wanted"),
    [
        ([ticket(0, 12, service=1)], (0, "only_one")),
        ([ticket(0, 10, service=1)], (0, "only_one")),
        ([ticket(0, 9, service=1)], (-1, "nobody_waiting")),
        ([ticket(0, 29, service=1), ticket(1, 0)], (1, "only_one")),
        ([ticket(0, 31, service=1, overtaken=9), ticket(1, 0)], (1, "only_one")),
        ([ticket(0, 12, service=1), ticket(1, 11, PRIORITY, service=1)], (1, "highest_score")),
        ([ticket(0, 12, service=1), ticket(1, 0, to_counter=1)], (0, "only_one")),
    ],
)
def test_a_counter_with_overflow_takes_others_only_when_none_of_its_own_wait(
    hall: list[list[int]], wanted: tuple[int, str]
) -> None:
    assert called(scene(*hall, counter=OVERFLOW)) == wanted


def test_cost_weighted_the_counter_takes_what_it_is_quick_at() -> None:
    """Equal cost of a minute's wait; at twice the speed a minute of work saves twice as much."""
    hall = ticket(0, 20, service=0), ticket(1, 19, service=1)
    policy = [[1000, 100, 1000, -1, -1]] * 4
    usual = [0, 0, 0b11, 0b11, 0, 0, 0, 0, 1000, 1000]
    quick = [*usual[: col.C_SPEED], 1000, 2000]
    assert called(scene(*hall, policy=policy, counter=usual)) == (0, "most_senior")
    assert called(scene(*hall, policy=policy, counter=quick)) == (1, "highest_score")


def test_cost_weighted_the_short_service_goes_first() -> None:
    hall = ticket(0, 20, service=0), ticket(1, 19, service=1)
    policy = [[1000, 100, 500, -1, -1]] * 2 + [[1000, 100, 2000, -1, -1]] * 2
    assert called(scene(*hall, policy=policy)) == (1, "highest_score")
