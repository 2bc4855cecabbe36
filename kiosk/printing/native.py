"""The slip as text and a native QR code, for serial lines on which a picture takes too long.

A picture of 45 KB takes 24 s at 19,200 baud; this takes well under a second. The printer's own
font is used: Hanzi after FS & as GB 18030. Characters that need four bytes there are outside what
printers' fonts hold and become 〓. Source of the commands: Epson ESC/POS command reference.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.printing.content import Content
from kiosk.printing.layout import Align, Paper
from kiosk.printing.raster import FEED, INITIALISE, PARTIAL_CUT
from kiosk.printing.wrap import wrap

log = logging.getLogger(__name__)

CELL_DOTS: Final = 12  # width of font A; a Hanzi takes two cells
NUMBER_HIGH: Final = 8  # times 24 dots: capitals of 16 mm and more
STAND_IN: Final = "〓"
HANZI_ON: Final = b"\x1c&"
QR_MODULE_DOTS: Final = 6
ALIGNS: Final = {"left": 0, "centre": 1, "right": 2}


@dataclass(frozen=True)
class Line:
    """One text of the slip, in characters ``scale`` times as large."""

    key: str
    align: Align = "left"
    bold: bool = False
    scale: int = 1


@dataclass(frozen=True)
class Pair:
    """Two or three texts one after the other, on one line where they fit."""

    keys: tuple[str, ...]
    align: Align = "left"
    bold: bool = False
    scale: int = 1


@dataclass(frozen=True)
class BigNumber:
    """The number, as wide as it fits and always as high."""

    key: str


@dataclass(frozen=True)
class Code:
    """A QR code that the printer makes itself."""

    key: str


NativeBlock = Line | Pair | BigNumber | Code

TICKET: Final[tuple[NativeBlock, ...]] = (
    Line("copy", align="centre", bold=True),
    Line("bank", align="centre", bold=True),
    BigNumber("number"),
    Pair(("service_zh", "service_en"), align="centre", bold=True),
    Pair(("about_caption", "about"), bold=True, scale=2),
    Line("window_zh"),
    Line("window_en"),
    Pair(("ahead_caption", "ahead", "ahead_unit"), bold=True, scale=2),
    Line("own_zh", bold=True),
    Line("own_en"),
    Line("ready_zh", bold=True),
    Line("ready_en"),
    Code("phone_url"),
    Pair(("phone_zh", "phone_en"), align="centre"),
    Line("missed_zh", align="centre"),
    Line("missed_en", align="centre"),
    Line("cap_zh", align="centre"),
    Line("cap_en", align="centre"),
    Pair(("arrived", "short_code")),
)
BOOKING: Final[tuple[NativeBlock, ...]] = (
    Line("bank", align="centre", bold=True),
    Pair(("booked_zh", "booked_en"), align="centre", bold=True),
    Line("day", align="centre", bold=True, scale=2),
    BigNumber("clock"),
    Pair(("service_zh", "service_en"), align="centre", bold=True),
    Line("person", align="centre"),
    Line("code_caption", align="centre"),
    Line("code", align="centre", bold=True, scale=2),
    Code("code_qr"),
    Line("come_zh", align="centre"),
    Line("come_en", align="centre"),
    Line("ready_zh", bold=True),
    Line("ready_en"),
    Line("made"),
)


def native_slip(content: Content, paper: Paper) -> bytes:
    """The whole job: texts in the printer's own font, its own QR code, feed and cut."""
    texts = content.texts()
    blocks = BOOKING if content.kind == "booking" else TICKET
    job = b"".join(_block(block, texts, paper) for block in blocks)
    return INITIALISE + HANZI_ON + job + FEED + PARTIAL_CUT


def _block(block: NativeBlock, texts: dict[str, str], paper: Paper) -> bytes:
    match block:
        case Line():
            return _lines(texts.get(block.key, ""), block, paper)
        case Pair():
            shown = [texts[key] for key in block.keys if key in texts]
            return _lines(" ".join(shown), block, paper)
        case BigNumber():
            return _number(texts.get(block.key, ""), paper)
        case Code():
            return _qr(texts[block.key]) if block.key in texts else b""


def _lines(text: str, style: Line | Pair, paper: Paper) -> bytes:
    if not text:
        return b""
    cells = paper.dots // CELL_DOTS // style.scale
    return _style(style.align, style.scale, style.scale, bold=style.bold) + b"".join(
        encoded(line) + b"\n" for line in wrap(text, cells, cells_of)
    )


def _number(text: str, paper: Paper) -> bytes:
    if not text:
        return b""
    wide = max(1, min(NUMBER_HIGH, int(paper.dots // (CELL_DOTS * cells_of(text)))))
    return _style("centre", wide, NUMBER_HIGH, bold=True) + encoded(text) + b"\n"


def _style(align: Align, wide: int, high: int, *, bold: bool) -> bytes:
    """ESC a, ESC E, GS !; Hanzi follow GS ! as well."""
    size = (wide - 1) << 4 | (high - 1)
    return b"\x1ba" + bytes([ALIGNS[align]]) + b"\x1bE" + bytes([bold]) + b"\x1d!" + bytes([size])


def _qr(text: str) -> bytes:
    """GS ( k: model 2, module size, level M, store, print; centred at normal size."""
    data = text.encode()
    parts = (
        bytes([49, 65, 50, 0]),
        bytes([49, 67, QR_MODULE_DOTS]),
        bytes([49, 69, 49]),
        bytes([49, 80, 48]) + data,
        bytes([49, 81, 48]),
    )
    commands = (b"\x1d(k" + len(part).to_bytes(2, "little") + part for part in parts)
    return _style("centre", 1, 1, bold=False) + b"".join(commands)


def encoded(text: str) -> bytes:
    """GB 18030 without its four-byte part; what needs that is shown as 〓 and logged."""
    lost = native_missing(text)
    if lost:
        log.warning("slip.characters_missing %s", " ".join(f"U+{ord(c):04X}" for c in lost))
    return "".join(_shown(text, lost)).encode("gb18030")


def _shown(text: str, lost: str) -> Iterator[str]:
    for character in text:
        if character.isprintable():
            yield STAND_IN if character in lost else character


def native_missing(text: str) -> str:
    """The characters that a printer's own font is not trusted to have, each once."""
    return "".join(dict.fromkeys(c for c in text if len(c.encode("gb18030")) == 4))


def cells_of(text: str) -> float:
    """The width of a text in cells of font A: two for what GB 18030 writes in two bytes."""
    return float(sum(1 if character.isascii() else 2 for character in text))
