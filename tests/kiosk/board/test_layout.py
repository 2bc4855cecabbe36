"""Where everything stands: no gap, nothing over the edge, every digit readable or left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.board.figures import LEAST_ARCMIN, needed_mm
from kiosk.board.layout import Box, Layout, arrange, as_words
from shared.config.board_tables import BoardTable

UPRIGHT = BoardTable(panel_width_mm=598, panel_height_mm=1064)
ACROSS = BoardTable()


def of(layout: Layout) -> tuple[int, int, int]:
    """Columns, lines, and the room for earlier calls."""
    return layout.columns, layout.lines, layout.room


def test_four_counters_are_the_picture_of_the_look() -> None:
    layout = arrange(4, ACROSS)
    assert (layout.hero, layout.rows) == (Box(0, 96, 1320, 280), Box(0, 376, 1320, 608))
    assert (layout.hero_capital, layout.row_capital, of(layout)) == (194.0, 157.0, (1, 3, 3))
    assert layout.side == Box(1320, 96, 600, 888)


@pytest.mark.parametrize(
    ("counters", "across", "upright"),
    [
        (1, (1, 0, 0), (1, 0, 0)),
        (2, (1, 3, 3), (1, 3, 3)),
        (5, (1, 4, 4), (1, 4, 4)),
        (6, (2, 3, 6), (1, 5, 5)),
        (9, (2, 4, 8), (2, 4, 8)),
        (12, (2, 6, 12), (2, 6, 12)),
        (40, (2, 6, 12), (2, 6, 12)),
    ],
)
def test_rows_by_the_number_of_counters(
    counters: int, across: tuple[int, int, int], upright: tuple[int, int, int]
) -> None:
    found = of(arrange(counters, ACROSS)), of(arrange(counters, UPRIGHT, is_portrait=True))
    assert found == (across, upright)


def test_a_panel_that_hangs_the_other_way_round_is_the_same_panel() -> None:
    assert arrange(12, ACROSS, is_portrait=True) == arrange(12, UPRIGHT, is_portrait=True)


def test_from_farther_away_fewer_calls_stand_there_in_higher_digits() -> None:
    near, far = (
        arrange(12, BoardTable(viewing_distance_m=distance_m)) for distance_m in (10.0, 14.0)
    )
    assert (near.room, far.room) == (12, 4)
    assert far.row_capital > near.row_capital


@given(
    counters=st.integers(1, 40),
    is_portrait=st.booleans(),
    has_notice=st.booleans(),
    has_band=st.booleans(),
    distance_m=st.floats(1.0, 30.0),
)
def test_everything_has_its_place(
    counters: int, is_portrait: bool, has_notice: bool, has_band: bool, distance_m: float
) -> None:
    table = (UPRIGHT if is_portrait else ACROSS).model_copy(
        update={"viewing_distance_m": distance_m}
    )
    layout = arrange(
        counters, table, is_portrait=is_portrait, has_notice=has_notice, has_band=has_band
    )
    boxes = [value for value in vars_of(layout) if isinstance(value, Box)]
    assert all(box.width > 0 and box.height >= 0 for box in boxes)
    assert sum(box.width * box.height for box in boxes) == layout.width * layout.height
    needed = needed_mm(LEAST_ARCMIN, distance_m) * layout.width / table.panel_width_mm
    assert layout.room <= 1 or layout.row_capital >= needed
    assert layout.row_capital * max(1, layout.lines) <= max(1, layout.rows.height)


def vars_of(layout: Layout) -> list[object]:
    """Every value of an arrangement."""
    return [getattr(layout, name) for name in Layout.__dataclass_fields__]


def test_qml_gets_numbers_and_maps() -> None:
    words = as_words(arrange(4, ACROSS))
    assert words["hero"] == {"x": 0, "y": 96, "width": 1320, "height": 280}
    assert (words["width"], words["is_portrait"], words["lines"]) == (1920, False, 3)
