"""Heights in millimetres from distances, and back."""

import pytest

from kiosk.board.figures import CAPITAL_EM, LARGE_ARCMIN, needed_mm, reach_m, seen_arcmin


@pytest.mark.parametrize(
    ("arcmin", "distance_m", "high_mm"),
    [(16, 10, 46.5), (22, 10, 64.0), (16, 5, 23.3), (LARGE_ARCMIN, 0.6, 7.3)],
)
def test_how_high_letters_have_to_be(arcmin: float, distance_m: float, high_mm: float) -> None:
    """The last one is EN 301 549's own example: 7.3 mm at 600 mm."""
    assert round(needed_mm(arcmin, distance_m), 1) == high_mm


def test_what_is_needed_is_seen_under_that_angle_and_read_from_there() -> None:
    high_mm = needed_mm(22, 7.5)
    assert (round(seen_arcmin(high_mm, 7.5), 9), round(reach_m(high_mm, 22), 9)) == (22, 7.5)


def test_the_font_has_the_capitals_that_we_count_with() -> None:
    assert 0.72 < CAPITAL_EM < 0.74
