"""The two decisions and their order, as properties over random halls."""

from hypothesis import given
from hypothesis import strategies as st

from shared.dispatch import layout as col
from shared.dispatch.eligibility import is_eligible
from shared.dispatch.precedence import is_senior, precedes, score
from shared.dispatch.reason import HIGHEST_SCORE, MOST_SENIOR, NOBODY_WAITING, ONLY_ONE
from shared.dispatch.select import is_passed_over, select_counter, select_ticket

NOW_US = 8 * 3600 * 1_000_000
SEGMENTS = 3
POLICY = [[base, growth] for base, growth in ((0, 1000), (8000, 3000), (4000, 2000))] * 2

times = st.integers(0, NOW_US)
masks = st.integers(0, 7)


@st.composite
def halls(draw: st.DrawFn) -> list[list[int]]:
    """Up to twelve waiting tickets, some bound to a counter or a person."""
    count = draw(st.integers(0, 12))
    rows = []
    for order in range(count):
        service, segment = draw(st.integers(0, 1)), draw(st.integers(0, 2))
        senior = draw(st.sampled_from([0, NOW_US // 2, NOW_US]) | times)
        bound = draw(st.sampled_from([-1, -1, -1, 0, 1]))
        person = draw(st.sampled_from([-1, -1, -1, 0, 1]))
        class_ = service * SEGMENTS + segment
        rows.append([class_, service, segment, senior, senior, 0, -1, bound, person, order])
    return rows


counters = st.builds(
    lambda index, person, services, segments, preference: [
        index, person, services, segments, preference
    ],
    st.integers(0, 1), st.integers(-1, 1), masks, masks, st.integers(0, 3),
)  # fmt: skip


@given(halls(), counters)
def test_the_called_ticket_is_eligible_and_nobody_eligible_precedes_it(
    hall: list[list[int]], counter: list[int]
) -> None:
    row, reason = select_ticket(hall, len(hall), counter, POLICY, NOW_US)
    eligible = [t for t in hall if is_eligible(t, counter)]
    if row < 0:
        assert eligible == []
        assert reason == NOBODY_WAITING
        return
    assert hall[row] in eligible
    assert not any(precedes(t, hall[row], POLICY, NOW_US) for t in eligible if t is not hall[row])


@given(halls(), counters)
def test_the_reason_says_whether_somebody_was_passed_over(
    hall: list[list[int]], counter: list[int]
) -> None:
    row, reason = select_ticket(hall, len(hall), counter, POLICY, NOW_US)
    if row < 0:
        return
    passed = [t for t in hall if is_passed_over(t, hall[row], counter)]
    alone = sum(is_eligible(t, counter) for t in hall) == 1
    assert reason == (ONLY_ONE if alone else HIGHEST_SCORE if passed else MOST_SENIOR)


@given(halls())
def test_precedence_is_a_strict_total_order(hall: list[list[int]]) -> None:
    for one in hall:
        for other in hall:
            if one is other:
                assert not precedes(one, other, POLICY, NOW_US)
            else:
                assert precedes(one, other, POLICY, NOW_US) != precedes(other, one, POLICY, NOW_US)


@given(halls(), counters)
def test_first_come_passes_nobody_over(hall: list[list[int]], counter: list[int]) -> None:
    row, _ = select_ticket(hall, len(hall), counter, [[0, 1000]] * 6, NOW_US)
    assert row < 0 or not any(is_passed_over(t, hall[row], counter) for t in hall)


@given(halls(), st.lists(counters, max_size=5))
def test_the_chosen_counter_is_the_first_eligible_by_preference(
    hall: list[list[int]], idle: list[list[int]]
) -> None:
    for ticket in hall:
        chosen = select_counter(ticket, idle, len(idle))
        able = [i for i, c in enumerate(idle) if is_eligible(ticket, c)]
        best = min(able, key=lambda i: (idle[i][col.C_PREFERENCE], i), default=-1)
        assert chosen == best


def test_growing_priority_lets_a_long_wait_go_first() -> None:
    """Ordinary: 1 point a minute. Priority: 8 points and 3 a minute. They meet after 8 + 3 x 2."""
    ordinary = [0, 0, 0, NOW_US - 15 * col.MINUTE_US, 0, 0, -1, -1, -1, 0]
    priority = [1, 0, 1, NOW_US - 2 * col.MINUTE_US, 0, 0, -1, -1, -1, 1]
    assert precedes(ordinary, priority, POLICY, NOW_US)
    assert not precedes(ordinary, priority, POLICY, NOW_US + 2 * col.MINUTE_US)


def test_the_largest_score_stays_inside_64_bits() -> None:
    policy = [[col.BASE_MILLI_MAX, col.GROWTH_MILLI_MAX]]
    assert score([0, 0, 0, 0, 0, 0, -1, -1, -1, 0], policy, col.HORIZON_US) < 2**63


def test_equal_seniority_goes_by_issue_order() -> None:
    first, second = [0] * col.TICKET_WIDTH, [0] * col.TICKET_WIDTH
    second[col.T_ORDER] = 1
    assert is_senior(first, second)
    assert not is_senior(second, first)
