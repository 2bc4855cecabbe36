import socket

import pytest

from kiosk.printing.check import check_printer, what_to_do
from kiosk.printing.errors import PrinterAddressInvalid
from kiosk.printing.status import PrinterState
from kiosk.printing.virtual.server import VirtualPrinter
from kiosk.printing.virtual.state import NAMED_STATES


def test_a_printer_without_paper() -> None:
    with VirtualPrinter(state=NAMED_STATES["paper_out"]) as virtual:
        check = check_printer(virtual.address)
        assert (check.state, check.is_ready) == (PrinterState.PAPER_OUT, False)
        assert check.sentence == "The printer has no paper: put in a new roll."
        assert virtual.slips == []


def test_a_ready_printer_in_chinese() -> None:
    with VirtualPrinter() as virtual:
        check = check_printer(virtual.address, "zh")
    assert (check.is_ready, check.sentence) == (True, "打印机正常。")


def test_a_printer_that_is_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert check_printer(f"tcp://127.0.0.1:{port}").state is PrinterState.OFFLINE


def test_nonsense_is_refused() -> None:
    with pytest.raises(PrinterAddressInvalid):
        check_printer("printer one")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_state_has_a_sentence_of_its_own(language: str) -> None:
    assert len({what_to_do(state, language) for state in PrinterState}) == len(PrinterState)
