"""The printed slips on both papers; both languages stand on one slip."""

from collections.abc import Iterator
from datetime import timedelta

from PIL import Image, ImageOps

from kiosk.printing.content import Content
from kiosk.printing.layout import PAPERS
from kiosk.printing.native import native_slip
from kiosk.printing.render import render_slip
from kiosk.printing.virtual.decoder import Decoder
from kiosk.printing.virtual.printed import PrintedSlip
from kiosk.ticketing.offline.issuer import OwnTicket
from kiosk.ticketing.ticket_face import Given, slip_content
from shared.config.load import load_profile
from shared.protocol.forecast import Window
from tests.kiosk.printing.sample import BOOKING
from tests.shots.picture import Picture
from tests.support import view

EDGE = 24
GREY = 0xC8
KINDS = ("", "own-", "copy-", "booking-", "text-")
"""A ticket's slip; one that the kiosk gave by itself; a copy; an appointment; as text."""


def names() -> list[str]:
    """The file names of all slips."""
    return [f"slip-{kind}{width_mm}.png" for kind in KINDS for width_mm in PAPERS]


def shots() -> Iterator[tuple[str, Picture]]:
    """What the kiosk prints, with a little table around the paper."""
    expected = Window(
        earliest_at=view.NOW + timedelta(minutes=9),
        likely_at=view.NOW + timedelta(minutes=13),
        latest_at=view.NOW + timedelta(minutes=18),
    )
    issued = view.issued("A027", people_ahead=6).model_copy(update={"window": expected})
    own = OwnTicket("t-a801", "A801", "cash", view.NOW, "http://branch.example.com/t/a801-secret")
    for width_mm, paper in PAPERS.items():
        yield f"slip-{width_mm}", _framed(render_slip(_content(issued), paper))
        yield f"slip-own-{width_mm}", _framed(render_slip(_content(own), paper))
        yield f"slip-copy-{width_mm}", _framed(render_slip(_content(issued, copy=2), paper))
        yield f"slip-booking-{width_mm}", _framed(render_slip(BOOKING, paper))
        (printed,) = Decoder(paper.dots).feed(native_slip(_content(issued), paper))
        assert isinstance(printed, PrintedSlip)
        yield f"slip-text-{width_mm}", _framed(printed.image)


def _content(ticket: Given, copy: int = 1) -> Content:
    return slip_content(ticket, load_profile("neighbourhood"), view.BRANCH_ZONE, copy=copy)


def _framed(slip: Image.Image) -> Picture:
    framed = ImageOps.expand(slip.convert("L"), border=EDGE, fill=GREY)
    return framed.quantize(4, dither=Image.Dither.NONE)
