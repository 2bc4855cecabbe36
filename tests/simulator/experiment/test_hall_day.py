"""Seats and zones: who stands, and the most people at once."""

import numpy as np
import pytest

from shared.metrics.visit import HALF_HOUR_US
from simulator.experiment.hall_day import most_in_zone, standing

#: From, until, people: a pair, one who comes when the pair goes, three, and somebody much later.
SPANS = np.array([(0, 10, 2), (10, 40, 1), (20, 30, 3), (2 * HALF_HOUR_US + 5, 10**10, 1)]).T


@pytest.mark.parametrize(("seats", "stands"), [(0, 7), (1, 4), (2, 2), (3, 1), (4, 0)])
def test_who_finds_no_seat_stands(seats: int, stands: int) -> None:
    """With one seat: one of the pair, nobody for the one alone, and the three."""
    from_us, until_us, people = SPANS
    assert standing(from_us, until_us, people, seats) == stands


def test_the_most_people_at_once_by_half_hour() -> None:
    most = most_in_zone(*SPANS)
    assert most[:7].tolist() == [4, 0, 1, 1, 1, 1, 0]


def test_who_stays_over_a_border_counts_on_both_sides() -> None:
    spans = np.array([(HALF_HOUR_US - 1, 3 * HALF_HOUR_US + 1, 2)]).T
    assert most_in_zone(*spans)[:5].tolist() == [2, 2, 2, 2, 0]


def test_nobody_came() -> None:
    nobody = np.zeros(0, dtype=np.int64)
    assert standing(nobody, nobody, nobody, 3) == 0
    assert most_in_zone(nobody, nobody, nobody).sum() == 0
