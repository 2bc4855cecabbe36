"""The printed slip on both papers; both languages stand on one slip."""

from collections.abc import Iterator

from PIL import Image, ImageOps

from kiosk.printing.layout import PAPERS, Paper
from kiosk.printing.render import render_slip
from kiosk.ticketing.offline.issuer import OwnTicket
from kiosk.ticketing.ticket_face import Given, slip_content
from shared.config.load import load_profile
from tests.shots.picture import Picture
from tests.support import view

EDGE = 24
GREY = 0xC8


def shots() -> Iterator[tuple[str, Picture]]:
    """What the kiosk prints for one ticket, with a little table around the paper."""
    issued = view.issued("A027", people_ahead=6)
    own = OwnTicket("t-a801", "A801", "cash", view.NOW, "http://branch.example.com/t/a801-secret")
    for width_mm, paper in PAPERS.items():
        yield f"slip-{width_mm}", _framed(issued, paper)
        yield f"slip-own-{width_mm}", _framed(own, paper)


def _framed(ticket: Given, paper: Paper) -> Picture:
    content = slip_content(ticket, load_profile("neighbourhood"), view.BRANCH_ZONE)
    slip = render_slip(content, paper).convert("L")
    framed = ImageOps.expand(slip, border=EDGE, fill=GREY)
    return framed.quantize(4, dither=Image.Dither.NONE)
