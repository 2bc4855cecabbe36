"""Slips as text, as a printer on a slow line puts them on paper."""

import logging
from dataclasses import replace

import numpy as np
import pytest

from kiosk.printing.content import Content
from kiosk.printing.layout import DOTS_PER_MM, MINIMUM_NUMBER_MM, PAPERS, Paper
from kiosk.printing.native import cells_of, encoded, native_missing, native_slip
from kiosk.printing.slip import Bilingual
from kiosk.printing.slip_job import SlipJob, is_slow
from kiosk.printing.virtual.decoder import Decoder
from kiosk.printing.virtual.printed import PrintedSlip
from kiosk.printing.virtual.read_qr import qr_in_picture
from tests.kiosk.printing.sample import BARE, BOOKING, FULL, LONG, PHONE_URL

BOTH = pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: f"{paper.width_mm}mm")
SLOW = "serial:///dev/ttyS0?baud=19200"


def printed(content: Content, paper: Paper) -> PrintedSlip:
    (slip,) = Decoder(paper.dots).feed(native_slip(content, paper))
    assert isinstance(slip, PrintedSlip)
    return slip


@BOTH
def test_the_printer_understands_all_of_it_and_its_code_is_read_from_the_paper(
    paper: Paper,
) -> None:
    slip = printed(FULL, paper)
    assert (slip.unknown, slip.is_cut) == ((), True)
    assert qr_in_picture(slip.image) == (PHONE_URL,)
    assert qr_in_picture(printed(BOOKING, paper).image) == ("K7M2QX",)


@BOTH
@pytest.mark.parametrize("content", [FULL, LONG, BARE, BOOKING])
def test_it_says_what_the_picture_says(paper: Paper, content: Content) -> None:
    on_paper = "".join("".join(printed(content, paper).lines).split())
    codes = {"phone_url", "code_qr"}
    left_out = {"clock_caption", "clock"} if content.kind == "ticket" else set()
    for key, text in content.texts().items():
        if key not in codes | left_out:
            assert "".join(text.split()).replace("–", "–") in on_paper, key


@BOTH
@pytest.mark.parametrize("number", ["A027", "A1027"])
def test_the_number_is_at_least_15_mm_high(paper: Paper, number: str) -> None:
    slip = printed(replace(BARE, number=number), paper)
    rows = ~np.asarray(slip.image, dtype=bool)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], rows.any(axis=1).astype(int), [0]))))
    heights = edges[1::2] - edges[::2]
    assert max(heights) / DOTS_PER_MM >= MINIMUM_NUMBER_MM
    assert rows.any(axis=0).sum() <= paper.dots


def test_it_takes_well_under_a_second_where_a_picture_takes_half_a_minute() -> None:
    job = native_slip(FULL, PAPERS[80])
    assert len(job) < 700  # bytes; 0.36 s at 19,200 baud with 10 bits each


def test_full_width_signs_and_hanzi_stay_and_what_no_printer_has_is_marked(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rare = "\U00020bb7"  # a Hanzi beyond the plane that two bytes reach
    content = replace(FULL, service=Bilingual(f"（ＶＩＰ）：{rare}龘", "VIP"))
    with caplog.at_level(logging.WARNING):
        lines = printed(content, PAPERS[58]).lines
    assert "（ＶＩＰ）：〓龘 VIP" in lines
    assert caplog.messages == ["slip.characters_missing U+20BB7"]
    assert native_missing(f"银{rare}行{rare}") == rare


def test_control_characters_of_a_name_never_reach_the_printer() -> None:
    assert encoded("A\x1b@B\n") == b"A@B"


def test_a_hanzi_and_a_full_width_sign_take_two_cells() -> None:
    assert cells_of("A银Ｂ，") == 7


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (SLOW, True),
        ("serial:///dev/ttyS0?baud=115200", False),
        ("tcp://192.0.2.7", False),
        ("file:///dev/usb/lp0", False),
    ],
)
def test_only_a_slow_line_gets_text(address: str, expected: bool) -> None:
    assert is_slow(address) is expected
    assert isinstance(SlipJob(FULL, 80, address)(), bytes) is expected
