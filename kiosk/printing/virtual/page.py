"""The paper inside the virtual printer: lines, pictures and feeds, in dots."""

from dataclasses import dataclass, replace
from math import ceil

from PIL import Image, ImageDraw, ImageOps

from kiosk.printing.font import FontSet, shipped_fonts
from kiosk.printing.qr import qr_picture

LINE_DOTS = 30  # power-on line spacing of Epson's 80 mm printers, 1/6 inch
CELL_DOTS = 24  # height of font A; 12 dots wide, a Hanzi 24
BASE_DOTS = 21
WHITE = 255
GREY = 144  # above it is paper, as on our own slips


@dataclass(frozen=True)
class Style:
    """How the next characters are printed."""

    align: int = 0
    is_bold: bool = False
    is_inverted: bool = False
    wide: int = 1
    high: int = 1


class Page:
    """Collects what is printed between two cuts."""

    def __init__(self, width_dots: int, fonts: FontSet | None = None) -> None:
        """Start with blank paper ``width_dots`` wide."""
        self.width_dots = width_dots
        self._fonts = fonts
        self.style = Style()
        self.line_dots = LINE_DOTS
        self.clear()

    def clear(self) -> None:
        """Tear off: blank paper, same style."""
        self._pieces: list[tuple[int, int, Image.Image]] = []
        self._line: list[tuple[Image.Image, str]] = []
        self._y = 0
        self.lines: list[str] = []
        self.qr_payloads: list[str] = []

    def reset(self) -> None:
        """ESC @: style and spacing as after power-on; what is printed stays."""
        self.style = Style()
        self.line_dots = LINE_DOTS
        self._line = []

    def restyle(self, **changes: int | bool) -> None:
        """Change the style of what follows."""
        self.style = replace(self.style, **changes)  # type: ignore[arg-type] # typed by callers

    @property
    def is_blank(self) -> bool:
        """Whether nothing was printed since the last cut."""
        return not self._pieces and not self._line

    def put_character(self, character: str) -> None:
        """Append a character to the line; a full line is printed first."""
        is_wide = ord(character) > 0x2E7F
        cell = self._cell(character, CELL_DOTS if is_wide else CELL_DOTS // 2)
        if self.style.is_inverted:
            cell = ImageOps.invert(cell.convert("L")).convert("1")
        size = (cell.width * self.style.wide, cell.height * self.style.high)
        self.put_picture(cell.resize(size, Image.Resampling.NEAREST), character)

    def _cell(self, character: str, width: int) -> Image.Image:
        """The character in its cell; one of our typeface that is wider is condensed."""
        font = (self._fonts or shipped_fonts()).at(22, bold=self.style.is_bold)
        drawn = Image.new("L", (max(width, ceil(font.getlength(character))), CELL_DOTS), WHITE)
        place = (drawn.width // 2, BASE_DOTS)
        ImageDraw.Draw(drawn).text(place, character, font=font, fill=0, anchor="ms")
        cell = drawn.resize((width, CELL_DOTS), Image.Resampling.LANCZOS)
        return cell.point(lambda grey: 255 * (grey > GREY)).convert("1")

    def put_picture(self, picture: Image.Image, character: str = "") -> None:
        """Append a picture (ESC *) or a drawn character to the line."""
        if self._line and self._line_width() + picture.width > self.width_dots:
            self.end_line()
        self._line.append((picture, character))

    def end_line(self) -> None:
        """LF: print the line and feed."""
        text = "".join(character for _, character in self._line)
        if text:
            self.lines.append(text)
        height = max([self.line_dots, *(picture.height for picture, _ in self._line)])
        x = self._left(self._line_width())
        for picture, _ in self._line:
            self._pieces.append((x, self._y + height - picture.height, picture))
            x += picture.width
        self._line = []
        self._y += height

    def put_block(self, picture: Image.Image) -> None:
        """Print a raster at once, in a place of its own."""
        if self._line:
            self.end_line()
        self._pieces.append((self._left(picture.width), self._y, picture))
        self._y += picture.height

    def put_qr(self, payload: str, module_dots: int) -> None:
        """Print a QR code made by the printer."""
        self.qr_payloads.append(payload)
        # Smallest size asked for, then scaled by whole modules: one module is 3 dots in it.
        small = qr_picture(payload, 1)
        side = small.width // 3 * module_dots
        self.put_block(small.resize((side, side), Image.Resampling.NEAREST))

    def feed(self, dots: int) -> None:
        """Move the paper; an unfinished line is printed first."""
        if self._line:
            self.end_line()
        self._y += dots

    def picture(self) -> Image.Image:
        """The paper so far, mode ``1``."""
        image = Image.new("1", (self.width_dots, max(self._y, 1)), WHITE)
        for x, y, piece in self._pieces:
            image.paste(piece, (x, y))
        return image

    def _line_width(self) -> int:
        return sum(picture.width for picture, _ in self._line)

    def _left(self, width: int) -> int:
        spare = max(self.width_dots - width, 0)
        return (0, spare // 2, spare)[self.style.align]
