"""Slip layouts as data: which text goes where, on which paper, in dots.

A layout is a tuple of blocks. Blocks name texts by the keys of ``slip.slip_texts``; a block whose
text is missing vanishes, and a section with nothing left in it vanishes together with its rule.
All lengths are dots, 8 to the millimetre. Measures: look/touch, item 12.
"""

from dataclasses import dataclass
from typing import Literal

DOTS_PER_MM = 8
MINIMUM_TEXT_DOTS = 24
MINIMUM_NUMBER_MM = 15.0

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True)
class Text:
    """One text, wrapped to the width; ``size`` is the height of the em, ``gap`` the space above."""

    key: str
    size: int
    bold: bool = False
    align: Align = "left"
    gap: int = 0


@dataclass(frozen=True)
class Number:
    """The ticket number, or another one that is as important.

    ``height`` is the height of its digits, kept whatever the width.
    """

    height: int
    gap: int = 0
    key: str = "number"


@dataclass(frozen=True)
class Figure:
    """A large figure with its small unit on the same base line, such as 6 人."""

    key: str
    size: int
    unit_key: str = ""
    unit_size: int = 0
    gap: int = 0


@dataclass(frozen=True)
class Banner:
    """White text on a black bar."""

    key: str
    size: int
    gap: int = 0


@dataclass(frozen=True)
class Qr:
    """A QR code about ``size`` dots wide, inside a margin of four modules on every side."""

    key: str
    size: int
    gap: int = 0


@dataclass(frozen=True)
class Together:
    """Two texts on one line, at its two ends if ``spread``, else centred side by side.

    Where they do not fit they go under each other, so that neither is broken for the other's sake.
    """

    keys: tuple[str, str]
    size: int
    bold: bool = False
    spread: bool = False
    gap: int = 0


@dataclass(frozen=True)
class Column:
    """Blocks beside other columns; ``width`` 0 shares what is left, by ``weight``."""

    blocks: tuple["Block", ...]
    weight: int = 1
    width: int = 0


@dataclass(frozen=True)
class Row:
    """Columns side by side, with an upright line between them if ``divider``."""

    columns: tuple[Column, ...]
    divider: bool = False
    centred: bool = False
    gap: int = 0


@dataclass(frozen=True)
class Section:
    """A rule, then blocks."""

    blocks: tuple["Block", ...]
    gap: int = 18


Block = Text | Number | Figure | Banner | Qr | Together | Row | Section


@dataclass(frozen=True)
class Paper:
    """A width of paper and the layout for it; ``dots`` is what the head can print."""

    width_mm: int
    dots: int
    margin: int
    blocks: tuple[Block, ...]


PAPER_80 = Paper(
    width_mm=80,
    dots=576,
    margin=16,
    blocks=(
        Banner("copy", size=30),
        Text("bank", size=30, bold=True, align="centre", gap=22),
        Number(height=157, gap=22),
        Together(("service_zh", "service_en"), size=34, bold=True, gap=12),
        Section(
            (
                Row(
                    (
                        Column((Text("about_caption", 28), Figure("about", 88)), weight=4),
                        Column(
                            (
                                Text("ahead_caption", 28),
                                Figure("ahead", 88, unit_key="ahead_unit", unit_size=42),
                            ),
                            weight=3,
                        ),
                        Column((Text("clock_caption", 28), Figure("clock", 88)), weight=4),
                    ),
                    divider=True,
                ),
                Text("window_zh", 28, gap=6),
                Text("window_en", 28),
            )
        ),
        Section((Text("own_zh", 28, bold=True), Text("own_en", 26))),
        Section((Text("ready_zh", 28, bold=True), Text("ready_en", 28))),
        Section(
            (
                Row(
                    (
                        Column((Qr("phone_url", size=232),), width=282),
                        Column(
                            (
                                Text("phone_zh", 30, bold=True),
                                Text("phone_en", 26),
                                Text("missed_zh", 26, gap=10),
                                Text("missed_en", 25),
                            )
                        ),
                    ),
                    centred=True,
                ),
            )
        ),
        Section(
            (
                Text("cap_zh", 28, align="centre"),
                Text("cap_en", 28, align="centre"),
                Together(("arrived", "short_code"), 24, spread=True, gap=8),
            )
        ),
    ),
)

PAPER_58 = Paper(
    width_mm=58,
    dots=384,
    margin=6,
    blocks=(
        Banner("copy", size=28),
        Text("bank", size=28, bold=True, align="centre", gap=18),
        Number(height=124, gap=18),
        Together(("service_zh", "service_en"), size=30, bold=True, gap=10),
        Section(
            (
                Row(
                    (
                        Column((Text("about_caption", 24), Figure("about", 70)), weight=5),
                        Column(
                            (
                                Text("ahead_caption", 24),
                                Figure("ahead", 70, unit_key="ahead_unit", unit_size=34),
                            ),
                            weight=3,
                        ),
                        Column((Text("clock_caption", 24), Figure("clock", 70)), weight=5),
                    ),
                    divider=True,
                ),
                Text("window_zh", 26, gap=6),
                Text("window_en", 26),
            )
        ),
        Section((Text("own_zh", 28, bold=True), Text("own_en", 26))),
        Section((Text("ready_zh", 28, bold=True), Text("ready_en", 26))),
        Section(
            (
                Qr("phone_url", size=232),
                Text("phone_zh", 30, bold=True, align="centre"),
                Text("phone_en", 26, align="centre"),
                Text("missed_zh", 26, align="centre", gap=8),
                Text("missed_en", 26, align="centre"),
            )
        ),
        Section(
            (
                Text("cap_zh", 26, align="centre"),
                Text("cap_en", 26, align="centre"),
                Together(("arrived", "short_code"), 24, spread=True, gap=8),
            )
        ),
    ),
)

PAPERS = {paper.width_mm: paper for paper in (PAPER_80, PAPER_58)}
