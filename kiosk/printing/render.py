"""From what a slip says to the dots of its picture."""

import logging
from collections.abc import Sequence
from functools import singledispatchmethod

from PIL import Image, ImageDraw, ImageFont

from kiosk.printing.content import Content
from kiosk.printing.font import FontSet, shipped_fonts
from kiosk.printing.layout import (
    MINIMUM_TEXT_DOTS,
    Align,
    Banner,
    Block,
    Column,
    Figure,
    Number,
    Paper,
    Qr,
    Row,
    Section,
    Text,
    Together,
)
from kiosk.printing.layout_booking import blocks_of
from kiosk.printing.qr import qr_picture
from kiosk.printing.wrap import wrap

log = logging.getLogger(__name__)

WHITE, BLACK = 255, 0
# Grey above this becomes paper. Over one half, because thin strokes print thinner than drawn.
THRESHOLD = 144
RULE_DOTS = 3
RULE_SPACE_DOTS = 11
COLUMN_SPACE_DOTS = 22
BOTTOM_DOTS = 16
# Line box of Noto Sans SC in ems: nothing it draws leaves these.
ABOVE_BASE_EM, BELOW_BASE_EM = 0.98, 0.30
# What stands for a character that the font lacks, the geta mark of printers.
STAND_IN = "〓"


def render_slip(content: Content, paper: Paper, fonts: FontSet | None = None) -> Image.Image:
    """The slip as a picture of mode ``1``, ``paper.dots`` wide, black is 0.

    Grey edges are cut at one threshold, never dithered. A character outside the font is shown as
    〓 and logged; ``missing_characters`` names it beforehand.
    """
    fonts = fonts or shipped_fonts()
    texts = content.texts()
    missing = fonts.missing(texts.values())
    if missing:
        log.warning("slip.characters_missing %s", " ".join(f"U+{ord(c):04X}" for c in missing))
        table = str.maketrans(dict.fromkeys(missing, STAND_IN))
        texts = {key: text.translate(table) for key, text in texts.items()}
    body = _Painter(texts, fonts).stack(
        blocks_of(content.kind, paper), paper.dots - 2 * paper.margin
    )
    height = BOTTOM_DOTS + (body.height if body else 0)
    slip = Image.new("L", (paper.dots, height), WHITE)
    if body:
        slip.paste(body, (paper.margin, 0))
    return slip.point(lambda grey: 255 * (grey > THRESHOLD)).convert("1", dither=Image.Dither.NONE)


def missing_characters(content: Content, fonts: FontSet | None = None) -> str:
    """The characters of the slip that its font cannot draw; empty when all is well."""
    return (fonts or shipped_fonts()).missing(content.texts().values())


class _Painter:
    """Draws blocks to grey pictures of a given width; None where a block has nothing to show."""

    def __init__(self, texts: dict[str, str], fonts: FontSet) -> None:
        self._texts = texts
        self._fonts = fonts

    def stack(self, blocks: Sequence[Block], width: int) -> Image.Image | None:
        """The blocks under one another, each with its gap above."""
        pieces = [(block.gap, self.paint(block, width)) for block in blocks]
        shown = [(gap, piece) for gap, piece in pieces if piece is not None]
        if not shown:
            return None
        picture = Image.new("L", (width, sum(gap + p.height for gap, p in shown)), WHITE)
        y = 0
        for gap, piece in shown:
            picture.paste(piece, (0, y + gap))
            y += gap + piece.height
        return picture

    @singledispatchmethod
    def paint(self, block: Block, width: int) -> Image.Image | None:
        """One block in the given width."""
        raise TypeError(f"no painter for {block!r} in {width} dots")

    @paint.register
    def _(self, block: Text, width: int) -> Image.Image | None:
        text = self._texts.get(block.key)
        if text is None:
            return None
        font = self._fonts.at(block.size, bold=block.bold)
        # Centred lines of very different length look like a mistake; ragged right ones do not.
        shortest_last_0_1 = 0.75 if block.align == "centre" else 0.25
        lines = wrap(text, width, font.getlength, shortest_last_0_1)
        above, below = _line_box(block.size)
        picture = Image.new("L", (width, (above + below) * len(lines)), WHITE)
        draw = ImageDraw.Draw(picture)
        for index, line in enumerate(lines):
            spare = width - font.getlength(line)
            x = round(spare * {"left": 0.0, "centre": 0.5, "right": 1.0}[block.align])
            y = index * (above + below) + above
            draw.text((x, y), line, font=font, fill=BLACK, anchor="ls")
        return picture

    @paint.register
    def _(self, block: Number, width: int) -> Image.Image | None:
        """Digits at the full height; too many of them are condensed, never made lower."""
        text = self._texts[block.key]
        digits = _number_picture(text, self._fonts, block.height)
        if digits.width > width:
            digits = digits.resize((width, digits.height), Image.Resampling.LANCZOS)
        picture = Image.new("L", (width, digits.height), WHITE)
        picture.paste(digits, ((width - digits.width) // 2, 0))
        return picture

    @paint.register
    def _(self, block: Figure, width: int) -> Image.Image | None:
        """The figure at its size, or smaller where it would not fit; the base line stays."""
        text = self._texts.get(block.key)
        if text is None:
            return None
        unit = self._texts.get(block.unit_key, "")
        small = self._fonts.at(block.unit_size or block.size, bold=True)
        beside = small.getlength(unit) + block.unit_size // 4 if unit else 0.0
        large = self._fitting(text, block.size, width - beside)
        above, below = round(0.86 * block.size), round(0.13 * block.size)
        picture = Image.new("L", (width, above + below), WHITE)
        draw = ImageDraw.Draw(picture)
        draw.text((0, above), text, font=large, fill=BLACK, anchor="ls")
        x = large.getlength(text) + block.unit_size // 4
        draw.text((x, above), unit, font=small, fill=BLACK, anchor="ls")
        return picture

    def _fitting(self, text: str, size: int, width: float) -> ImageFont.FreeTypeFont:
        """The bold font of that size, or the largest smaller one in which the text fits."""
        while self._fonts.at(size, bold=True).getlength(text) > width and size > MINIMUM_TEXT_DOTS:
            size -= 2
        return self._fonts.at(size, bold=True)

    @paint.register
    def _(self, block: Banner, width: int) -> Image.Image | None:
        text = self._texts.get(block.key)
        if text is None:
            return None
        above, below = _line_box(block.size)
        picture = Image.new("L", (width, above + below + 8), BLACK)
        font = self._fonts.at(block.size, bold=True)
        place = (width // 2, above + 4)
        ImageDraw.Draw(picture).text(place, text, font=font, fill=WHITE, anchor="ms")
        return picture

    @paint.register
    def _(self, block: Qr, width: int) -> Image.Image | None:
        text = self._texts.get(block.key)
        if text is None:
            return None
        code = qr_picture(text, block.size).convert("L")
        picture = Image.new("L", (width, code.height), WHITE)
        # In a narrow column part of the quiet zone lies in the margin of the paper, white as well.
        picture.paste(code, (min(width - code.width, (width - code.width) // 2), 0))
        return picture

    @paint.register
    def _(self, block: Together, width: int) -> Image.Image | None:
        font = self._fonts.at(block.size, bold=block.bold)
        shown = [key for key in block.keys if key in self._texts]
        space = font.getlength("  " if block.spread else " ")
        lengths = [font.getlength(self._texts[key]) for key in shown]
        if len(shown) < len(block.keys) or sum(lengths) + space > width:
            align: Align = "left" if block.spread else "centre"
            return self.stack([Text(k, block.size, block.bold, align) for k in shown], width)
        above, below = _line_box(block.size)
        picture = Image.new("L", (width, above + below), WHITE)
        draw = ImageDraw.Draw(picture)
        left = 0.0 if block.spread else (width - sum(lengths) - space) / 2
        draw.text((left, above), self._texts[shown[0]], font=font, fill=BLACK, anchor="ls")
        right = width - left
        draw.text((right, above), self._texts[shown[1]], font=font, fill=BLACK, anchor="rs")
        return picture

    @paint.register
    def _(self, block: Row, width: int) -> Image.Image | None:
        shown = [column for column in block.columns if self.stack(column.blocks, width) is not None]
        if not shown:
            return None
        widths = _column_widths(shown, width)
        cells = [self.stack(c.blocks, w) for c, w in zip(shown, widths, strict=True)]
        height = max(cell.height for cell in cells if cell is not None)
        picture = Image.new("L", (width, height), WHITE)
        x = 0
        for cell, cell_width in zip(cells, widths, strict=True):
            if x and block.divider:
                line = (x - COLUMN_SPACE_DOTS, 0, x - COLUMN_SPACE_DOTS + RULE_DOTS - 1, height)
                ImageDraw.Draw(picture).rectangle(line, fill=BLACK)
            if cell is not None:
                picture.paste(cell, (x, (height - cell.height) // 2 if block.centred else 0))
            x += cell_width + (COLUMN_SPACE_DOTS if block.divider else 0)
        return picture

    @paint.register
    def _(self, block: Section, width: int) -> Image.Image | None:
        body = self.stack(block.blocks, width)
        if body is None:
            return None
        top = RULE_DOTS + RULE_SPACE_DOTS
        picture = Image.new("L", (width, top + body.height), WHITE)
        ImageDraw.Draw(picture).rectangle((0, 0, width, RULE_DOTS - 1), fill=BLACK)
        picture.paste(body, (0, top))
        return picture


def _line_box(size: int) -> tuple[int, int]:
    """Dots above and below the base line of a text of that size."""
    return round(ABOVE_BASE_EM * size), round(BELOW_BASE_EM * size)


def _number_picture(text: str, fonts: FontSet, digit_height: int) -> Image.Image:
    """The number cut out to its ink, with digits at least ``digit_height`` dots high."""
    font = _font_with_digits(fonts, digit_height)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(text, anchor="ls"))
    picture = Image.new("L", (right - left, bottom - top), WHITE)
    ImageDraw.Draw(picture).text((-left, -top), text, font=font, fill=BLACK, anchor="ls")
    return picture


def _font_with_digits(fonts: FontSet, digit_height: int) -> ImageFont.FreeTypeFont:
    """The smallest bold font whose flat digit (1: no overshoot) is that high."""
    size = digit_height
    while _digit_height(fonts.at(size, bold=True)) < digit_height:
        size += 1
    return fonts.at(size, bold=True)


def _digit_height(font: ImageFont.FreeTypeFont) -> float:
    _, top, _, bottom = font.getbbox("1", anchor="ls")
    return bottom - top


def _column_widths(columns: Sequence[Column], width: int) -> list[int]:
    """Fixed widths as they are, the rest shared by weight."""
    spaces = COLUMN_SPACE_DOTS * (len(columns) - 1) if all(not c.width for c in columns) else 0
    free = width - spaces - sum(column.width for column in columns)
    weights = sum(column.weight for column in columns if not column.width) or 1
    return [column.width or free * column.weight // weights for column in columns]
