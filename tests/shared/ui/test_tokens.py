"""Sizes that a norm or the drawn measures ask for."""

from dataclasses import asdict

import pytest

from shared.ui.tokens import DESK, MM_PER_PX, TOUCH, TOUCH_LARGE, TouchSizes

CAPITAL_EM = 0.733
TEXTS = (
    "header_text", "clock", "bar_label", "question", "question_second", "tile_title",
    "tile_second", "tile_wait", "tile_unit", "priority_title", "button_text", "button_second",
    "notice_title", "body", "small", "caption",
)  # fmt: skip


@pytest.mark.parametrize("sizes", [TOUCH, TOUCH_LARGE], ids=["normal", "large"])
def test_no_text_is_below_the_smallest_capital(sizes: TouchSizes) -> None:
    """EN 301 549 5.1.4: never under 4.8 mm; the second line of the bar is 28 px."""
    for name in (*TEXTS, "bar_second"):
        assert asdict(sizes)[name] * CAPITAL_EM * MM_PER_PX["kiosk"] >= 4.8, name


def test_body_text_has_the_capital_of_the_norm() -> None:
    """EN 301 549 5.1.4: 7.3 mm at 600 mm."""
    assert TOUCH.body * CAPITAL_EM * MM_PER_PX["kiosk"] >= 7.3


def test_targets_are_large_enough() -> None:
    """Colle and Hiszem 2004: 20 mm standing; main tiles 25 mm and more."""
    smallest = 20 / MM_PER_PX["kiosk"]
    assert TOUCH.min_target == 81 >= smallest
    for height in (TOUCH.bar_height, TOUCH.button_height, TOUCH.priority_height):
        assert height >= smallest
    assert TOUCH.tile_height * MM_PER_PX["kiosk"] >= 30


def test_large_type_is_never_smaller() -> None:
    normal, large = asdict(TOUCH), asdict(TOUCH_LARGE)
    for name in TEXTS:
        assert large[name] > normal[name], name


def test_desk_text_is_never_under_12_px() -> None:
    assert min(DESK.hint, DESK.body, DESK.text) == 12
