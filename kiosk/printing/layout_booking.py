"""The layouts of an appointment's slip, on both widths of paper; measures in dots."""

from typing import Final

from kiosk.printing.content import Kind
from kiosk.printing.layout import Block, Number, Paper, Qr, Section, Text, Together

BOOKING_80: Final[tuple[Block, ...]] = (
    Text("bank", size=30, bold=True, align="centre", gap=22),
    Together(("booked_zh", "booked_en"), size=34, bold=True, gap=12),
    Text("day", size=48, bold=True, align="centre", gap=6),
    Number(height=140, gap=14, key="clock"),
    Together(("service_zh", "service_en"), size=34, bold=True, gap=12),
    Text("person", size=30, align="centre"),
    Section(
        (
            Qr("code_qr", size=232),
            Text("code_caption", 28, align="centre"),
            Text("code", 64, bold=True, align="centre"),
            Text("come_zh", 28, bold=True, align="centre", gap=6),
            Text("come_en", 26, align="centre"),
        )
    ),
    Section((Text("ready_zh", 28, bold=True), Text("ready_en", 28))),
    Section((Text("made", 24),)),
)
BOOKING_58: Final[tuple[Block, ...]] = (
    Text("bank", size=28, bold=True, align="centre", gap=18),
    Together(("booked_zh", "booked_en"), size=30, bold=True, gap=10),
    Text("day", size=38, bold=True, align="centre", gap=6),
    Number(height=124, gap=12, key="clock"),
    Together(("service_zh", "service_en"), size=30, bold=True, gap=10),
    Text("person", size=28, align="centre"),
    Section(
        (
            Qr("code_qr", size=200),
            Text("code_caption", 26, align="centre"),
            Text("code", 56, bold=True, align="centre"),
            Text("come_zh", 26, bold=True, align="centre", gap=6),
            Text("come_en", 24, align="centre"),
        )
    ),
    Section((Text("ready_zh", 28, bold=True), Text("ready_en", 26))),
    Section((Text("made", 24),)),
)
BOOKINGS: Final = {80: BOOKING_80, 58: BOOKING_58}


def blocks_of(kind: Kind, paper: Paper) -> tuple[Block, ...]:
    """The layout of this kind of slip on this paper."""
    return BOOKINGS[paper.width_mm] if kind == "booking" else paper.blocks
