"""The printer port, and the printer that speaks ESC/POS over a transport."""

import time
from collections.abc import Callable
from typing import Protocol

from PIL import Image

from kiosk.printing.address import read_address
from kiosk.printing.raster import slip_chunks
from kiosk.printing.status import ANSWER_LIMIT_S, PrinterState, read_state
from kiosk.printing.transport import Transport, transport_to

STRIP_PAUSE_S = 0.02


class Printer(Protocol):
    """Something that prints slips; every method may raise PrinterFailed."""

    @property
    def can_answer(self) -> bool:
        """Whether it could tell its state at all; a device file never does."""

    def open(self) -> None:
        """Connect."""

    def status(self, limit_s: float = ANSWER_LIMIT_S) -> PrinterState:
        """What the printer says now; ``unknown`` if it says nothing for ``limit_s``."""

    def print_image(self, image: Image.Image, on_sent: Callable[[float], None]) -> None:
        """Send the picture and cut; ``on_sent`` gets the share sent, over 0 to 1.

        It is called for the first time with 0.0 right before the first byte.
        """

    def print_text(self, job: bytes, on_sent: Callable[[float], None]) -> None:
        """Send a whole job in the printer's own text; ``on_sent`` as for a picture."""

    def close(self) -> None:
        """Let go of the printer; never raises."""


class EscPosPrinter:
    """An ESC/POS printer. ``pause`` waits between strips, so that slow clones keep up."""

    def __init__(self, transport: Transport, pause: Callable[[float], None] = time.sleep) -> None:
        """Wire the parts; nothing is opened."""
        self._transport = transport
        self._pause = pause

    @property
    def can_answer(self) -> bool:
        """As the transport says."""
        return self._transport.can_answer

    def open(self) -> None:
        """Connect; PrinterOffline if that fails."""
        self._transport.open()

    def status(self, limit_s: float = ANSWER_LIMIT_S) -> PrinterState:
        """The answers to DLE EOT 1 to 4 as one state; ``unknown`` where nothing can answer."""
        if not self._transport.can_answer:
            return PrinterState.UNKNOWN
        return read_state(self._transport.write, self._transport.read, limit_s)

    def print_image(self, image: Image.Image, on_sent: Callable[[float], None]) -> None:
        """Send the strips, paced, then feed and cut."""
        chunks = list(slip_chunks(image))
        on_sent(0.0)
        for index, chunk in enumerate(chunks, start=1):
            self._transport.write(chunk)
            on_sent(index / len(chunks))
            if index < len(chunks):
                self._pause(STRIP_PAUSE_S)

    def print_text(self, job: bytes, on_sent: Callable[[float], None]) -> None:
        """Send it in one piece: it is short."""
        on_sent(0.0)
        self._transport.write(job)
        on_sent(1.0)

    def close(self) -> None:
        """Close the transport."""
        self._transport.close()


def printer_at(address: str) -> EscPosPrinter:
    """The printer at an address such as ``tcp://192.0.2.7:9100``, not yet open.

    Raises:
        PrinterAddressInvalid: the address cannot be read.
    """
    return EscPosPrinter(transport_to(read_address(address)))
