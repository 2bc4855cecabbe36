"""What the virtual printer remembers between commands, and what it lets out."""

from dataclasses import dataclass

from PIL import Image

from kiosk.printing.virtual.page import Page
from kiosk.printing.virtual.printed import PrintedSlip


@dataclass(frozen=True)
class Query:
    """The host asks for status: 1 to 4 for DLE EOT, GS_R for GS r."""

    number: int


GS_R = 0x72


class Machine:
    """The registers of the printer; ``events`` collects slips and queries in their order."""

    def __init__(self, width_dots: int) -> None:
        """Power on."""
        self.page = Page(width_dots)
        self.events: list[PrintedSlip | Query] = []
        self.raw = bytearray()
        self.unknown: list[bytes] = []
        self.stored: Image.Image | None = None
        self.reset()

    def reset(self) -> None:
        """ESC @."""
        self.page.reset()
        self.is_hanzi = False
        self.code_page = 0
        self.qr_payload = ""
        self.qr_module_dots = 3

    def query(self, number: int) -> None:
        """Let the status query out."""
        self.events.append(Query(number))

    def cut(self) -> None:
        """Let the finished slip out."""
        self.events.append(self.slip(is_cut=True))
        self.page.clear()
        self.raw.clear()
        self.unknown.clear()

    def slip(self, *, is_cut: bool) -> PrintedSlip:
        """The paper as it is now."""
        return PrintedSlip(
            image=self.page.picture(),
            lines=tuple(self.page.lines),
            qr_payloads=tuple(self.page.qr_payloads),
            raw=bytes(self.raw),
            unknown=tuple(self.unknown),
            is_cut=is_cut,
        )
