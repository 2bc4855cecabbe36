"""The slip of an appointment: its day, its time, its code, which a telephone reads."""

from dataclasses import replace

import numpy as np
import pytest

from kiosk.printing.layout import DOTS_PER_MM, MINIMUM_NUMBER_MM, PAPERS, Paper
from kiosk.printing.render import missing_characters, render_slip
from kiosk.printing.virtual.read_qr import qr_in_picture
from tests.kiosk.printing.sample import BOOKING

BOTH = pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: f"{paper.width_mm}mm")


def test_what_it_says() -> None:
    assert BOOKING.texts() == {
        "bank": "示例银行 人民路支行",
        "booked_zh": "预约单",
        "booked_en": "Appointment",
        "day": "2026-11-23 周一",
        "clock": "10:30",
        "service_zh": "个人贷款面签",
        "service_en": "Loan signing",
        "person": "李娜",
        "code": "K7M2QX",
        "code_qr": "K7M2QX",
        "code_caption": "预约码 Code",
        "come_zh": "10:15–10:45 到取号机凭码签到",
        "come_en": "Check in at the kiosk with it, 10:15–10:45",
        "ready_zh": "请准备：身份证、银行卡或存折",
        "ready_en": "ID card, bank card or passbook",
        "made": "预约于 Booked 2026-11-20 10:12",
    }


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(BOOKING, person="", have_ready=None, weekday=None)
    assert {"person", "ready_zh", "ready_en"} & bare.texts().keys() == set()
    assert bare.texts()["day"] == "2026-11-23"


@BOTH
def test_its_code_is_read_from_the_paper_and_its_time_is_as_high_as_a_number(
    paper: Paper,
) -> None:
    slip = render_slip(BOOKING, paper)
    assert qr_in_picture(slip) == ("K7M2QX",)
    rows = ~np.asarray(slip, dtype=bool)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], rows.any(axis=1).astype(int), [0]))))
    clock = sorted(edges[1::2] - edges[::2])[-2]  # the highest band is the QR code
    assert clock / DOTS_PER_MM >= MINIMUM_NUMBER_MM
    assert missing_characters(BOOKING) == ""
