"""Every hall of up to three tickets against the naive oracle: no sampling, each one called once.

Interleavings (tests/shared/domain/exhaustive) show which halls a day can reach; this looks at every
hall, reachable or not, with every combination of claims. Three are enough for the levels to meet in
pairs beside a third who is capped: a decision compares tickets in pairs, and the one fact about a
whole group that a comparison depends on is its most senior capped ticket.
"""

from collections.abc import Callable, Iterator
from itertools import product

import pytest

from shared.dispatch import layout as col
from tests.shared.dispatch.halls import Scene, choose

MINUTE_US = col.MINUTE_US
NOW_US = 200 * MINUTE_US
LIMIT_US, CAP = 20 * MINUTE_US, 3
# Ordinary, priority, key: base, growth, weight, maximum wait, cap; the same for both services.
POLICY = [
    [0, 1000, 0, LIMIT_US, CAP],
    [8000, 3000, 0, LIMIT_US // 2, 1],
    [4000, 2000, 0, LIMIT_US, CAP],
] * 2
COUNTER = [0, 0, 0b01, 0b111, 0, 0, 0, 0, 1000, 1000]
RATIO = [[0, 0b11, 0b001, 2], [0, 0b11, 0b110, 1]]
ALTERNATE = [0, col.OVERLOAD_ALTERNATE, 300, 2, 2]
NORMAL = [0, col.OVERLOAD_NONE, 1000, 1, 2]
#: House row and ratio state: the middle of a cycle, its end for one group, both overload turns.
MODES = {
    "ordinary has its turn": (NORMAL, [0, 0, 1]),
    "ordinary has had its turn": (NORMAL, [0, 2, 0]),
    "overload, longest first": (ALTERNATE, [0, 2, 0]),
    "overload, by score": (ALTERNATE, [1, 2, 0]),
}
#: Segment, overtaken up to the cap or not, due or not, bound here or not; and one of elsewhere.
KINDS = [*product((0, 1, 2), (False, True), (False, True), (False, True)), None]
Kind = tuple[int, bool, bool, bool] | None


def row(kind: Kind, order: int, waited_us: int) -> list[int]:
    """A ticket of this kind; ``None`` needs a service that the counter does not serve."""
    segment, is_capped, is_due, is_bound = kind or (0, False, False, False)
    service = 0 if kind else 1
    senior_us = NOW_US - waited_us
    return [
        service * 3 + segment,
        service,
        segment,
        senior_us,
        senior_us,
        POLICY[segment][col.P_CAP] if is_capped else 0,
        NOW_US - MINUTE_US if is_due else col.NOBODY,
        0 if is_bound else col.NOBODY,
        col.NOBODY,
        order,
        int(is_bound),
        1 << service,
    ]


def halls(count: int) -> Iterator[list[list[int]]]:
    """Every hall of so many, the most senior first: each of them over the limit, or none behind."""
    for kinds in product(KINDS, repeat=count):
        for over in range(count + 1):
            waits = [LIMIT_US + (count - i) * MINUTE_US for i in range(over)]
            waits += [(count - i) * MINUTE_US for i in range(over, count)]
            yield [row(kind, i, waits[i]) for i, kind in enumerate(kinds)]


@pytest.mark.parametrize("mode", MODES)
def test_every_hall_of_three(mode: str, record_property: Callable[[str, object], None]) -> None:
    house, state = MODES[mode]
    looked_at = 0
    for count in (1, 2, 3):
        for hall in halls(count):
            scene = Scene(hall, COUNTER, POLICY, house, RATIO, state, NOW_US)
            found, wanted = choose(scene), scene.oracle.verdict()
            assert (found.row, found.reason) == (wanted.row, wanted.reason), hall
            looked_at += 1
            if found.row >= 0:
                called = hall[found.row]
                assert scene.oracle.is_kept(called, found.reason, found.why_not), hall
    told = f"every hall: up to 3 tickets, {mode}: {looked_at:,} halls, 0 violations"
    record_property("printed", told)
