import logging
from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from kiosk.printing.layout import (
    DOTS_PER_MM,
    MINIMUM_NUMBER_MM,
    MINIMUM_TEXT_DOTS,
    PAPER_58,
    PAPER_80,
    PAPERS,
    Banner,
    Block,
    Figure,
    Paper,
    Row,
    Section,
    Text,
    Together,
)
from kiosk.printing.render import missing_characters, render_slip
from kiosk.printing.slip import Bilingual, SlipContent
from tests.kiosk.printing.sample import BARE, FULL, LONG, NO_FORECAST, PHONE_URL

BOTH = pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: f"{paper.width_mm}mm")


def ink(image: Image.Image) -> npt.NDArray[np.bool_]:
    """True where the slip is black: (row, column)."""
    return ~np.asarray(image, dtype=bool)


def bands(image: Image.Image) -> list[tuple[int, int]]:
    """First and past-the-last row of each stretch of rows with ink."""
    rows = np.concatenate(([0], ink(image).any(axis=1).astype(int), [0]))
    edges = np.flatnonzero(np.diff(rows))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


@BOTH
@pytest.mark.parametrize("content", [FULL, NO_FORECAST, BARE, LONG])
def test_a_slip_is_black_and_white_as_wide_as_the_head_and_nothing_touches_its_edges(
    paper: Paper, content: SlipContent
) -> None:
    slip = render_slip(content, paper)
    dots = ink(slip)
    assert (slip.mode, slip.width) == ("1", paper.dots)
    assert not dots[:, : paper.margin - 1].any()
    assert not dots[:, paper.dots - paper.margin + 1 :].any()
    assert not dots[-8:].any()


@BOTH
@pytest.mark.parametrize("number", ["A027", "A1027", "W111", "M008"])
def test_the_number_is_at_least_15_mm_high_whatever_its_length(paper: Paper, number: str) -> None:
    slip = render_slip(replace(BARE, number=number), paper)
    # The second band is the number: the bank's line is above it.
    top, bottom = bands(slip)[1]
    assert (bottom - top) / DOTS_PER_MM >= MINIMUM_NUMBER_MM


def test_the_number_of_the_drawn_slip_is_19_6_mm_high() -> None:
    top, bottom = bands(render_slip(FULL, PAPER_80))[1]
    assert 19.6 <= (bottom - top) / DOTS_PER_MM < 20.6


@BOTH
def test_the_qr_code_is_read_back(paper: Paper) -> None:
    picture = np.asarray(render_slip(FULL, paper).convert("L"))
    assert cv2.QRCodeDetector().detectAndDecode(picture)[0] == PHONE_URL


def test_the_qr_code_is_29_mm_wide_with_four_white_modules_around_it() -> None:
    picture = render_slip(FULL, PAPER_80)
    _, corners, _ = cv2.QRCodeDetector().detectAndDecode(np.asarray(picture.convert("L")))
    left, top = corners[0].min(axis=0).round().astype(int)
    right, bottom = corners[0].max(axis=0).round().astype(int) + 1
    assert (right - left) / DOTS_PER_MM == pytest.approx(29.0, abs=0.25)
    margin = 4 * 8 - 2  # four modules of 8 dots; the detector may be two dots off
    around = ink(picture)[top - margin : bottom + margin, max(left - margin, 0) : right + margin]
    around[margin - 2 : -margin + 2, min(left, margin) - 2 : -margin + 2] = False
    assert not around.any()


@BOTH
def test_more_words_make_the_slip_longer_and_never_smaller(paper: Paper) -> None:
    assert render_slip(LONG, paper).height > render_slip(FULL, paper).height


@BOTH
def test_every_hanzi_of_a_long_name_is_on_the_paper(paper: Paper) -> None:
    """Each Hanzi of the name, drawn alone at the same size, is found again in the slip."""
    content = replace(BARE, service=Bilingual("个人外汇购汇、结汇与跨境汇款（含留学生）", ""))
    block = next(block for block in paper.blocks if isinstance(block, Together))
    slip = np.asarray(render_slip(content, paper).convert("L"))
    for hanzi in "个留学生）":
        alone = Paper(paper.width_mm, block.size + 4, 2, (Text("bank", block.size, bold=True),))
        glyph = render_slip(
            replace(BARE, bank=Bilingual(hanzi, ""), branch=Bilingual("", "")), alone
        )
        rows, columns = np.nonzero(ink(glyph))
        cut = np.asarray(glyph.convert("L"))[
            rows.min() : rows.max() + 1, columns.min() : columns.max() + 1
        ]
        # Sub-dot positions differ by the words before it, hence not exactly 1.
        assert cv2.matchTemplate(slip, cut, cv2.TM_CCOEFF_NORMED).max() > 0.8, hanzi


@BOTH
def test_no_text_of_a_layout_is_under_24_dots(paper: Paper) -> None:
    def sizes(blocks: tuple[Block, ...]) -> list[int]:
        found: list[int] = []
        for block in blocks:
            match block:
                case Text() | Together() | Banner():
                    found.append(block.size)
                case Figure():
                    found += [block.size] + [block.unit_size] * bool(block.unit_key)
                case Section():
                    found += sizes(block.blocks)
                case Row():
                    for column in block.columns:
                        found += sizes(column.blocks)
        return found

    assert min(sizes(paper.blocks)) >= MINIMUM_TEXT_DOTS


def test_characters_outside_the_font_are_reported_and_marked_not_boxed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    content = replace(FULL, branch=Bilingual("龘路支行", "Da Road"))
    marked = replace(FULL, branch=Bilingual("〓路支行", "Da Road"))
    assert missing_characters(content) == "龘"
    with caplog.at_level(logging.WARNING):
        slip = render_slip(content, PAPER_80)
    assert caplog.messages == ["slip.characters_missing U+9F98"]
    assert slip.tobytes() == render_slip(marked, PAPER_80).tobytes()


def test_nothing_is_missing_from_the_example() -> None:
    assert missing_characters(LONG) == ""


def test_a_copy_is_told_from_the_original_by_a_black_bar() -> None:
    bar = ink(render_slip(replace(FULL, copy=2), PAPER_58))[2]
    assert bar[PAPER_58.margin : -PAPER_58.margin].all()
    assert not ink(render_slip(FULL, PAPER_58))[2].any()


def test_the_same_slip_is_the_same_to_the_dot() -> None:
    assert render_slip(FULL, PAPER_80).tobytes() == render_slip(FULL, PAPER_80).tobytes()


@pytest.mark.parametrize("people", [6, 12, 128])
def test_a_figure_that_does_not_fit_gets_smaller_and_is_never_cut(people: int) -> None:
    figure = Figure("ahead", 70, unit_key="ahead_unit", unit_size=34)
    narrow = Paper(58, dots=131, margin=0, blocks=(figure,))
    wide = Paper(58, dots=300, margin=0, blocks=(figure,))
    content = replace(FULL, people_ahead=people)
    dots = ink(render_slip(content, narrow))
    assert not dots[:, -1].any()
    # The unit is the last piece of ink and looks the same as where there is room.
    unit = ink(render_slip(content, wide))
    right, wide_right = (int(np.flatnonzero(each.any(axis=0)).max()) for each in (dots, unit))
    assert (dots[:, right - 29 : right] == unit[:, wide_right - 29 : wide_right]).all()
