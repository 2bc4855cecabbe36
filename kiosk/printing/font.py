"""The shipped typeface for slips, and which characters it lacks."""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from PIL import ImageFont

# A noncharacter: no font maps it, so it shows the font's own box for a missing character.
_UNMAPPED = "\uffff"
_PROBE_SIZE = 24


class FontSet:
    """Regular and bold of one typeface, held in memory."""

    def __init__(self, regular: bytes, bold: bytes) -> None:
        """Take the two TrueType or OpenType files as bytes."""
        self._files = {False: regular, True: bold}
        self._sizes: dict[tuple[int, bool], ImageFont.FreeTypeFont] = {}

    def at(self, size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
        """The font with an em of ``size`` dots.

        The basic layout engine is asked for by name, so that slips are the same to the dot
        whether or not the machine has Raqm.
        """
        key = (size, bold)
        if key not in self._sizes:
            self._sizes[key] = ImageFont.truetype(
                BytesIO(self._files[bold]), size, layout_engine=ImageFont.Layout.BASIC
            )
        return self._sizes[key]

    def missing(self, texts: Iterable[str]) -> str:
        """The characters of the texts that the font has not, each once, in order of appearance."""
        seen = dict.fromkeys(character for text in texts for character in text)
        return "".join(character for character in seen if not self._has(character))

    @lru_cache(maxsize=4096)  # noqa: B019 (one set lives as long as the program)
    def _has(self, character: str) -> bool:
        """Whether the font draws the character itself and not its box for missing ones.

        Comparing pictures needs no parser of font tables; no real character looks like the box.
        """
        if character.isspace():
            return True
        font = self.at(_PROBE_SIZE)
        shown, box = font.getmask(character), font.getmask(_UNMAPPED)
        return (shown.size, bytes(shown)) != (box.size, bytes(box))


@cache
def shipped_fonts() -> FontSet:
    """The typeface that ships with the product (Noto Sans SC subset, shared/ui/fonts).

    Read as package data: nothing of ``shared.ui`` is imported, so no Qt comes in.
    """
    folder = files("shared") / "ui" / "fonts"
    return FontSet(
        (folder / "NotoSansSC-Regular.ttf").read_bytes(),
        (folder / "NotoSansSC-Bold.ttf").read_bytes(),
    )
