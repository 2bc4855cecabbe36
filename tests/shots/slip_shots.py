"""The printed slip on both papers; both languages stand on one slip."""

from collections.abc import Iterator

from PIL import Image, ImageOps

from kiosk.printing.layout import PAPERS
from kiosk.printing.render import render_slip
from kiosk.ticketing.ticket_face import slip_content
from shared.config.load import load_profile
from tests.shots.picture import Picture
from tests.support import view

EDGE = 24
GREY = 0xC8


def shots() -> Iterator[tuple[str, Picture]]:
    """What the kiosk prints for one ticket, with a little table around the paper."""
    ticket = view.issued("A027", people_ahead=6)
    content = slip_content(ticket, load_profile("neighbourhood"), view.BRANCH_ZONE)
    for width_mm, paper in PAPERS.items():
        slip = render_slip(content, paper).convert("L")
        framed = ImageOps.expand(slip, border=EDGE, fill=GREY)
        yield f"slip-{width_mm}", framed.quantize(4, dither=Image.Dither.NONE)
