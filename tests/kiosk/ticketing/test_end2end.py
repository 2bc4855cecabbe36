"""The whole way: a finger on the tile, a real server, a real socket to a virtual printer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from pytestqt.qtbot import QtBot

from kiosk.printing.layout import PAPERS
from kiosk.printing.render import render_slip
from kiosk.printing.virtual.read_qr import qr_in_picture, qr_texts
from kiosk.printing.virtual.server import VirtualPrinter
from kiosk.ticketing.program import KioskProgram
from kiosk.ticketing.ticket_face import slip_content
from shared.client.rest import RestClient
from shared.protocol.lobby import TicketIssued
from shared.server.clock import ManualClock
from shared.ui.app import quick_application
from tests.support.qml import click, find, show, texts
from tests.support.server import RunningServer, local_us, running_server

pytestmark = pytest.mark.end2end


@contextmanager
def kiosk_at(
    server: RunningServer, client: RestClient, qtbot: QtBot, printer: str = ""
) -> Iterator[KioskProgram]:
    """A kiosk in contact with the server, on its start screen."""
    quick_application("zh")
    program = KioskProgram(client, {"printer": printer, "device": "kiosk-1"})
    try:
        show(program.window)
        client.start()
        qtbot.waitUntil(lambda: program.flow.screen_name == "start" and program.face.is_open)
        yield program
        assert program.engine.problems == []
    finally:
        client.stop()
        program.close()


def test_touch_number_and_slip_agree(tmp_path: Path, qtbot: QtBot) -> None:
    with running_server(tmp_path) as server, VirtualPrinter() as paper:
        client = RestClient(server.base_url, server.keys["kiosk"])
        with kiosk_at(server, client, qtbot, paper.address) as program:
            click(find(program.window, "priorityRow"))
            click(find(program.window, "tile-account"))
            qtbot.waitUntil(lambda: program.flow.screen_name == "ways")
            click(find(program.window, "way-counter"))
            qtbot.waitUntil(lambda: program.flow.screen_name == "ticket")
            shown = dict(program.flow.ticket_shown)
            assert texts(find(program.window, "number"))[-1] == shown["number"] == "P001"
            assert paper.wait_for_slips(1)
            assert qr_texts(paper.slips[0]) == (shown["phoneUrl"],)
            qtbot.waitUntil(lambda: program.printer.state_name == "done")
            marks = program.stopwatch.of(str(shown["id"]))
            assert set(marks) == {"tap", "number_shown", "first_byte", "printed"}
            with server.client("board") as board:
                lobby = board.get("lobby").json()
            assert [ticket["number"] for ticket in lobby["waiting"]] == ["P001"]
            given = lobby["waiting"][0] | {
                "people_ahead": shown["ahead"],
                "phone_url": shown["phoneUrl"],
            }
            assert client.profile is not None
            content = slip_content(
                TicketIssued.model_validate(given), client.profile, client.now().tzinfo
            )
            expected = render_slip(content, PAPERS[80])
            printed = paper.slips[0].image.convert("1").crop((0, 0, *expected.size))
            assert printed.tobytes() == expected.tobytes()
            click(find(program.window, "doneButton"))
            qtbot.waitUntil(lambda: texts(find(program.window, "tile-account"))[0] == "1")


def test_a_lost_slip_is_found_and_printed_again_as_a_copy(tmp_path: Path, qtbot: QtBot) -> None:
    with running_server(tmp_path) as server, VirtualPrinter() as paper:
        client = RestClient(server.base_url, server.keys["kiosk"])
        with kiosk_at(server, client, qtbot, paper.address) as program:
            click(find(program.window, "tile-cash"))
            qtbot.waitUntil(lambda: program.flow.screen_name == "ways")
            click(find(program.window, "way-counter"))
            qtbot.waitUntil(lambda: program.printer.state_name == "done")
            lead = server.client("lead", "lead")
            qtbot.waitUntil(lambda: program.prints.log.ended == [])
            (found,) = lead.get("tickets", params={"service": "cash"}).json()["tickets"]
            lead.post(f"tickets/{found['id']}/reprint").raise_for_status()
            qtbot.waitUntil(lambda: len(paper.slips) == 2)
            codes = [qr_in_picture(slip.image) for slip in paper.slips]
            assert codes[0] != codes[1]
            for code in codes:  # both lead to the page of this ticket
                assert code is not None
                state = httpx.get(f"{code[0]}/state", trust_env=False).json()
                assert state["number"] == found["number"]
            bars = [slip.image.convert("1").crop((32, 4, 544, 6)) for slip in paper.slips]
            assert [bar.getextrema() for bar in bars] == [(255, 255), (0, 0)]


def test_help_reaches_the_branchs_log(tmp_path: Path, qtbot: QtBot) -> None:
    with running_server(tmp_path) as server:
        client = RestClient(server.base_url, server.keys["kiosk"])
        kinds: list[str] = []
        client.eventArrived.connect(lambda event: kinds.append(event.kind))
        with kiosk_at(server, client, qtbot) as program:
            click(find(program.window, "helpButton"))
            qtbot.waitUntil(lambda: program.flow.help_state == "coming")
            qtbot.waitUntil(lambda: "help.asked" in kinds)


def test_booked_and_checked_in_by_the_printed_code(tmp_path: Path, qtbot: QtBot) -> None:
    """From the free times to the slip with the code, and from its square to the ticket."""
    with running_server(tmp_path) as server, VirtualPrinter() as paper:
        client = RestClient(server.base_url, server.keys["kiosk"])
        with kiosk_at(server, client, qtbot, paper.address) as program:
            flow, window = program.flow, program.window
            click(find(window, "tile-appointments"))
            click(find(window, "booking-book-wealth"))
            qtbot.waitUntil(lambda: flow.screen_name == "slots")
            click(find(window, "time-10:30"))
            click(find(window, "bookButton"))
            click(find(window, "skipButton"))
            qtbot.waitUntil(lambda: flow.screen_name == "booked")
            code = texts(find(window, "bookedCode"))[-1]
            assert paper.wait_for_slips(1)
            assert qr_texts(paper.slips[0]) == (code,)
            click(find(window, "bookedDone"))
            assert isinstance(server.clock, ManualClock)
            server.clock.set(local_us("2026-11-20T10:20"))
            qtbot.waitUntil(lambda: client.now().hour == 10)
            program.scanner.scanned.emit(code)
            qtbot.waitUntil(lambda: flow.screen_name == "ticket")
            assert texts(find(window, "number"))[-1] == "Y001"
