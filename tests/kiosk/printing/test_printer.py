import pytest
from PIL import Image

from kiosk.printing.errors import PrinterAddressInvalid
from kiosk.printing.printer import STRIP_PAUSE_S, EscPosPrinter, printer_at
from kiosk.printing.status import PrinterState
from kiosk.printing.transport import DummyTransport

DOT = Image.new("1", (8, 1), 0)


def test_a_small_slip_byte_for_byte_through_the_library() -> None:
    transport = DummyTransport()
    EscPosPrinter(transport).print_image(DOT, lambda _: None)
    assert transport.output == (
        b"\x1b@" b"\x1dv0\x00\x01\x00\x01\x00\xff" b"\x1bd\x04" b"\x1dVB\x00"
    )  # fmt: skip


def test_strips_are_paced_and_progress_is_told() -> None:
    pauses: list[float] = []
    shares: list[float] = []
    printer = EscPosPrinter(DummyTransport(), pause=pauses.append)
    printer.print_image(Image.new("1", (8, 300), 255), shares.append)
    assert shares == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert pauses == [STRIP_PAUSE_S] * 3


def test_what_cannot_answer_is_unknown_never_fine() -> None:
    assert printer_at("dummy://").status() is PrinterState.UNKNOWN


def test_a_bad_address_is_refused_before_anything_is_opened() -> None:
    with pytest.raises(PrinterAddressInvalid):
        printer_at("printer")
