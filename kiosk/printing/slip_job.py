"""What goes to a printer for one slip: a picture, or text where a picture would take too long."""

from dataclasses import dataclass
from typing import Final

from PIL import Image

from kiosk.printing.address import SerialAddress, read_address
from kiosk.printing.content import Content
from kiosk.printing.layout import PAPERS
from kiosk.printing.native import native_slip
from kiosk.printing.render import render_slip

#: A slip's picture takes 4 s on a line of this speed, and twice as long on the next slower one.
PICTURE_BAUD: Final = 115_200


@dataclass(frozen=True)
class SlipJob:
    """A slip, drawn when the worker's thread asks for it.

    ``paper_mm`` is 58 or 80, ``address`` the printer's.
    """

    content: Content
    paper_mm: int
    address: str

    def __call__(self) -> Image.Image | bytes:
        """The picture, or the bytes of a text slip."""
        paper = PAPERS[self.paper_mm]
        if is_slow(self.address):
            return native_slip(self.content, paper)
        return render_slip(self.content, paper)


def is_slow(address: str) -> bool:
    """Whether a picture would take too long on the way to this printer."""
    where = read_address(address)
    return isinstance(where, SerialAddress) and where.baud < PICTURE_BAUD
