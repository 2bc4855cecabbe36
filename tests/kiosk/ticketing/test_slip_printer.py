"""The slip on a virtual printer, as the screen tells it."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.printing.errors import PrinterAddressInvalid
from kiosk.printing.virtual.server import VirtualPrinter
from kiosk.printing.virtual.state import NAMED_STATES
from kiosk.ticketing.program import KioskProgram
from tests.kiosk.ticketing.conftest import KioskMaker
from tests.support import view
from tests.support.fake_client import FakeClient
from tests.support.qml import click, find, texts


def test_the_slip_is_printed_after_the_number_is_shown(
    make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    with VirtualPrinter() as paper:
        kiosk = make_kiosk(printer=paper.address)
        kiosk.client.answers["issue_ticket"] = view.issued("A027")
        click(find(kiosk.window, "tile-cash"))
        qtbot.waitUntil(lambda: kiosk.screen == "ticket")
        assert kiosk.flow.count.left == 15
        qtbot.waitUntil(lambda: kiosk.program.printer.state_name == "done")
        assert texts(find(kiosk.window, "slip"))[0] == "请在下方取票"
        assert paper.wait_for_slips(1)
        marks = kiosk.program.stopwatch.of("t-a027")
        assert set(marks) == {"tap", "number_shown", "first_byte", "printed"}
        assert marks["tap"] < marks["first_byte"] < marks["printed"]


def test_no_paper_asks_for_a_photo_and_leaves_time_for_it(
    make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    with VirtualPrinter() as paper:
        paper.set_state(NAMED_STATES["paper_out"])
        kiosk = make_kiosk(printer=paper.address)
        click(find(kiosk.window, "tile-cash"))
        qtbot.waitUntil(lambda: kiosk.program.printer.state_name == "paper_out")
        assert kiosk.screen == "ticket"
        assert texts(find(kiosk.window, "noSlip")) == [
            "缺纸了，请拍照记下号码",
            "Out of paper. Please take a photo",
        ]
        assert texts(find(kiosk.window, "number"))[0] == "号码有效"
        assert kiosk.flow.count.left == 60


def test_a_printer_that_is_off_takes_no_ticket_away(make_kiosk: KioskMaker, qtbot: QtBot) -> None:
    paper = VirtualPrinter()
    paper.start()
    address = paper.address
    paper.close()
    kiosk = make_kiosk(printer=address)
    click(find(kiosk.window, "tile-cash"))
    qtbot.waitUntil(lambda: kiosk.program.printer.state_name == "failed")
    assert texts(find(kiosk.window, "number"))[-1] == "A029"
    assert texts(find(kiosk.window, "noSlip"))[0] == "打印不了，请拍照记下号码"
    click(find(kiosk.window, "doneButton"))
    assert kiosk.screen == "start"


def test_the_next_customer_sees_nothing_of_the_slip_before(
    make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    with VirtualPrinter() as paper:
        kiosk = make_kiosk(printer=paper.address)
        click(find(kiosk.window, "tile-cash"))
        qtbot.waitUntil(lambda: kiosk.screen == "ticket")
        click(find(kiosk.window, "doneButton"))
        assert kiosk.program.printer.state_name == "none"
        assert paper.wait_for_slips(1)
        qtbot.waitUntil(lambda: "printed" in kiosk.program.stopwatch.of("t-a029"))
        assert kiosk.program.printer.state_name == "none"


def test_a_wrong_address_is_refused_at_the_start(qtbot: QtBot) -> None:
    with pytest.raises(PrinterAddressInvalid):
        KioskProgram(FakeClient(), {"printer": "carrier-pigeon://roof"})
