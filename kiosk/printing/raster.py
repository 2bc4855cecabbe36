"""A slip as ESC/POS bytes: raster strips, feed, cut.

Clones lose bytes of tall rasters, so a picture goes out in strips. Source of the commands: Epson
ESC/POS command reference.
"""

from collections.abc import Iterator

from PIL import Image, ImageOps

STRIP_ROWS = 128
FEED_LINES = 4  # carries the last line past the knife of common 58 and 80 mm printers

INITIALISE = b"\x1b@"
FEED = b"\x1bd" + bytes([FEED_LINES])
PARTIAL_CUT = b"\x1dVB\x00"


def slip_chunks(image: Image.Image) -> Iterator[bytes]:
    """The job in pieces to be sent one after the other; the first also resets the printer.

    ``image`` has mode ``1`` with black 0; its width is padded with white to whole bytes.
    """
    head = INITIALISE
    for top in range(0, image.height, STRIP_ROWS):
        bottom = min(top + STRIP_ROWS, image.height)
        yield head + raster(image.crop((0, top, image.width, bottom)))
        head = b""
    yield head + FEED + PARTIAL_CUT


def raster(strip: Image.Image) -> bytes:
    """GS v 0 with the strip at normal size, one bit a dot, black is 1."""
    # Inverted first: Pillow pads rows with zeros, which must be paper.
    inverted = ImageOps.invert(strip.convert("L"))
    bits = inverted.convert("1", dither=Image.Dither.NONE).tobytes()
    width_bytes = (strip.width + 7) // 8
    size = width_bytes.to_bytes(2, "little") + strip.height.to_bytes(2, "little")
    return b"\x1dv0\x00" + size + bits
