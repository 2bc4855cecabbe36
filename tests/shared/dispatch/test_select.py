"""The two decisions and their order, as properties over random halls."""

from hypothesis import given
from hypothesis import strategies as st

from shared.dispatch import layout as col
from shared.dispatch.eligibility import is_eligible, is_own, own_waits
from shared.dispatch.precedence import is_senior, precedes, score
from shared.dispatch.reason import HIGHEST_SCORE, MOST_SENIOR, NOBODY_WAITING, ONLY_ONE
from shared.dispatch.select import is_passed_over, select_counter, select_ticket
from shared.dispatch.standing import survey

NOW_US = 8 * 3600 * 1_000_000
SEGMENTS = 3
POLICY = [
    [base, growth, 0, col.NOBODY, col.NOBODY]
    for base, growth in ((0, 1000), (8000, 3000), (4000, 2000))
] * 2
HOUSE = [col.NOBODY, col.OVERLOAD_NONE, 1000, 1, 2]
NEUTRAL = [-1, -1, 3, 7, 0, 0, 0, 0, 1000, 1000]
FIRST_COME = [[0, 1000, 0, col.NOBODY, col.NOBODY]] * 6

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
        needs = 1 << service
        rows.append(
            [class_, service, segment, senior, senior, 0, -1, bound, person, order, 0, needs]
        )
    return rows


counters = st.builds(
    lambda index, person, services, segments, preference: [
        index, person, services, segments, preference, 0, 0, 0, 1000, 1000
    ],
    st.integers(0, 1), st.integers(-1, 1), masks, masks, st.integers(0, 3),
)  # fmt: skip


def select(
    hall: list[list[int]], counter: list[int], policy: list[list[int]] = POLICY
) -> tuple[int, int]:
    """The choice without guarantees for the whole hall."""
    claims, points = [0] * len(hall), [0] * len(hall)
    facts = survey(hall, len(hall), counter, policy, HOUSE, [], [0], NOW_US, claims, points)
    return select_ticket(hall, len(hall), claims, points, facts)


def eligible_at(hall: list[list[int]], counter: list[int]) -> list[list[int]]:
    has_own = own_waits(hall, len(hall), counter)
    return [t for t in hall if is_eligible(t, counter, has_own, NOW_US)]


def before(one: list[int], other: list[int], now_us: int = NOW_US) -> bool:
    return precedes(one, other, NEUTRAL, POLICY, now_us)


def passes(waiting: list[int], called: list[int], counter: list[int]) -> bool:
    return is_passed_over(waiting, called, counter, 1, NOW_US)


@given(halls(), counters)
def test_the_called_ticket_is_eligible_and_nobody_eligible_precedes_it(
    hall: list[list[int]], counter: list[int]
) -> None:
    row, reason = select(hall, counter)
    eligible = eligible_at(hall, counter)
    if row < 0:
        assert eligible == []
        assert reason == NOBODY_WAITING
        return
    assert hall[row] in eligible
    assert not any(before(t, hall[row]) for t in eligible if t is not hall[row])


@given(halls(), counters)
def test_the_reason_says_whether_somebody_was_passed_over(
    hall: list[list[int]], counter: list[int]
) -> None:
    row, reason = select(hall, counter)
    if row < 0:
        return
    passed = [t for t in hall if passes(t, hall[row], counter)]
    alone = len(eligible_at(hall, counter)) == 1
    assert reason == (ONLY_ONE if alone else HIGHEST_SCORE if passed else MOST_SENIOR)


@given(halls())
def test_precedence_is_a_strict_total_order(hall: list[list[int]]) -> None:
    for one in hall:
        for other in hall:
            if one is other:
                assert not before(one, other)
            else:
                assert before(one, other) != before(other, one)


@given(halls(), counters)
def test_first_come_passes_nobody_over(hall: list[list[int]], counter: list[int]) -> None:
    row, _ = select(hall, counter, FIRST_COME)
    assert row < 0 or not any(passes(t, hall[row], counter) for t in hall)


@given(halls(), st.lists(counters, max_size=5))
def test_the_chosen_counter_is_the_first_eligible_by_preference(
    hall: list[list[int]], idle: list[list[int]]
) -> None:
    for ticket in hall:
        chosen = select_counter(ticket, idle, len(idle))
        able = [i for i, c in enumerate(idle) if is_own(ticket, c)]
        best = min(able, key=lambda i: (idle[i][col.C_PREFERENCE], i), default=-1)
        assert chosen == best


def test_growing_priority_lets_a_long_wait_go_first() -> None:
    """Ordinary: 1 point a minute. Priority: 8 points and 3 a minute. They meet after 8 + 3 x 2."""
    ordinary = [0, 0, 0, NOW_US - 15 * col.MINUTE_US, 0, 0, -1, -1, -1, 0, 0, 1]
    priority = [1, 0, 1, NOW_US - 2 * col.MINUTE_US, 0, 0, -1, -1, -1, 1, 0, 1]
    assert before(ordinary, priority)
    assert not before(ordinary, priority, NOW_US + 2 * col.MINUTE_US)


def test_the_largest_score_stays_inside_64_bits() -> None:
    ticket = [0] * col.TICKET_WIDTH
    quick = [0] * col.COUNTER_WIDTH + [col.SPEED_MILLI_MAX]
    plain = [[col.BASE_MILLI_MAX, col.GROWTH_MILLI_MAX, 0, -1, -1]]
    weighted = [[col.COST_MILLI_MAX, col.COST_GROWTH_MILLI_MAX, col.WEIGHT_MILLI_MAX, -1, -1]]
    assert score(ticket, quick, plain, col.HORIZON_US) < 2**63
    assert score(ticket, quick, weighted, col.HORIZON_US) < 2**63


def test_equal_seniority_goes_by_issue_order() -> None:
    first, second = [0] * col.TICKET_WIDTH, [0] * col.TICKET_WIDTH
    second[col.T_ORDER] = 1
    assert is_senior(first, second)
    assert not is_senior(second, first)
