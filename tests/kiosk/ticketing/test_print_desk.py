"""The branch hears how each print ended; copies that staff ask for are printed and marked."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.printing.slip import SlipContent
from kiosk.printing.virtual.server import VirtualPrinter
from kiosk.printing.virtual.state import NAMED_STATES
from kiosk.ticketing.print_log import PrintLog
from kiosk.ticketing.ticket_face import slip_content
from shared.client.ports import Failure
from shared.protocol.printing import TakeSlip, TellPrints
from shared.protocol.trouble import PrintView
from tests.kiosk.ticketing.conftest import Kiosk, KioskMaker
from tests.support import view
from tests.support.qml import click, find

Told = tuple[str, int, str, str]


def told(kiosk: Kiosk) -> list[Told]:
    found: list[Told] = []
    for (command,) in kiosk.client.calls_of("tell_prints"):
        assert isinstance(command, TellPrints)
        found += [(p.ticket, p.copy_no, p.fate, p.reason) for p in command.prints]
    return found


def test_a_print_that_ended_well_is_told(make_kiosk: KioskMaker, qtbot: QtBot) -> None:
    with VirtualPrinter() as paper:
        kiosk = make_kiosk(printer=paper.address)
        click(find(kiosk.window, "tile-cash"))
        qtbot.waitUntil(lambda: told(kiosk) == [("t-a029", 1, "done", "")])
        qtbot.waitUntil(lambda: kiosk.program.prints.log.ended == [])
        assert kiosk.program.printer.problems == ()


def test_without_a_server_it_waits_and_is_told_later(
    make_kiosk: KioskMaker, qtbot: QtBot, tmp_path: Path
) -> None:
    with VirtualPrinter() as paper:
        kiosk = make_kiosk(printer=paper.address, offline=str(tmp_path), holder="k")
        qtbot.waitUntil(lambda: kiosk.program.own.can_issue)
        kiosk.client.go(online=False)
        click(find(kiosk.window, "tile-cash"))
        qtbot.waitUntil(lambda: kiosk.screen == "ticket")
        qtbot.waitUntil(lambda: len(PrintLog(tmp_path).ended) == 1)
        qtbot.waitUntil(lambda: kiosk.program.printer.state_name == "done")
        assert told(kiosk) == []
        kiosk.client.is_holding = True
        kiosk.client.go(online=True)
        assert kiosk.client.calls_of("send_journal") != []
        assert told(kiosk) == []  # the ticket first: a server cannot know its slip before
        kiosk.client.is_holding = False
        kiosk.client.settle("send_journal", kiosk.client.taken_all())
        qtbot.waitUntil(lambda: [fate for _, _, fate, _ in told(kiosk)] == ["done"])
        qtbot.waitUntil(lambda: PrintLog(tmp_path).ended == [])


def test_a_refusal_gives_nothing_up(make_kiosk: KioskMaker, qtbot: QtBot) -> None:
    with VirtualPrinter() as paper:
        kiosk = make_kiosk(printer=paper.address)
        click(find(kiosk.window, "tile-cash"))
        qtbot.waitUntil(lambda: kiosk.screen == "ticket")
        kiosk.client.is_holding = True
        qtbot.waitUntil(lambda: len(told(kiosk)) == 1)
        kiosk.client.settle("tell_prints", Failure("role_forbidden", "No."))
        kiosk.client.is_holding = False
        kiosk.program.prints.tell()
        qtbot.waitUntil(lambda: kiosk.program.prints.log.ended == [])
        assert told(kiosk) == [("t-a029", 1, "done", "")] * 2


def asked_for(ticket: str, copy_no: int = 2) -> PrintView:
    number = ticket.removeprefix("t-").upper()
    return PrintView(
        ticket=ticket,
        number=number,
        copy_no=copy_no,
        device="kiosk-1",
        fate="requested",
        at=view.NOW,
    )


def test_a_copy_that_staff_ask_for_is_printed_once_and_no_screen_shows_it(
    make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    with VirtualPrinter() as paper:
        kiosk = make_kiosk(printer=paper.address)
        wanted = view.lobby().model_copy(update={"prints": (asked_for("t-a027"),)})
        for _ in range(2):  # two snapshots, one wish
            kiosk.client.show(wanted)
        assert kiosk.client.calls_of("take_slip") == [("t-a027", TakeSlip(copy_no=2))]
        qtbot.waitUntil(lambda: told(kiosk) == [("t-a027", 2, "done", "")])
        assert len(paper.slips) == 1
        assert (kiosk.screen, kiosk.program.printer.state_name) == ("start", "none")


def content_of(kiosk: Kiosk) -> SlipContent:
    assert kiosk.client.profile is not None
    return slip_content(view.slip("A027"), kiosk.client.profile, None, copy=2)


def test_a_kiosk_without_a_printer_says_so(make_kiosk: KioskMaker, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    kiosk.client.show(view.lobby().model_copy(update={"prints": (asked_for("t-a027"),)}))
    qtbot.waitUntil(lambda: told(kiosk) == [("t-a027", 2, "failed", "printer_missing")])


def test_the_list_of_devices_hears_of_the_printer_before_a_customer_does(
    make_kiosk: KioskMaker, qtbot: QtBot
) -> None:
    with VirtualPrinter(state=NAMED_STATES["paper_out"]) as paper:
        kiosk = make_kiosk(printer=paper.address)
        qtbot.waitUntil(lambda: tuple(kiosk.client.problems()) == ("printer_paper_out",))
        with qtbot.waitSignal(kiosk.client.problemsChanged):
            click(find(kiosk.window, "tile-cash"))
            paper.set_state(NAMED_STATES["ok"])
            qtbot.waitUntil(lambda: kiosk.screen == "ticket")
            kiosk.program.printer.print_copy("t-a027", content_of(kiosk))
        assert kiosk.client.problems() == ()
