"""Every way in which a printer fails: the ticket counts, the customer is told, staff hear of it."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pytestqt.qtbot import QtBot

from kiosk.printing.virtual.server import VirtualPrinter
from kiosk.printing.virtual.state import NAMED_STATES, VirtualState
from kiosk.ticketing.program import KioskProgram
from shared.client.rest import RestClient
from shared.protocol.event import EventPage
from shared.protocol.lobby import LobbyView
from shared.ui.app import quick_application
from tests.support.qml import click, find, show
from tests.support.server import RunningServer, running_server

pytestmark = pytest.mark.end2end

REFUSED = None
"""Nobody listens at the printer's address."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("printers")) as running:
        yield running


@pytest.mark.parametrize(
    ("state", "shown", "fate", "reason"),
    [
        (NAMED_STATES["silent"], "done", "unknown", "printer_silent"),
        (NAMED_STATES["paper_out"], "paper_out", "failed", "printer_paper_out"),
        (NAMED_STATES["cover_open"], "failed", "failed", "printer_cover_open"),
        (NAMED_STATES["error"], "failed", "failed", "printer_error"),
        (VirtualState(drop_after_bytes=9000), "failed", "failed", "printer_connection_lost"),
        (REFUSED, "failed", "failed", "printer_offline"),
    ],
    ids=["silent", "paper_out", "cover_open", "error", "cut_off", "refused"],
)
def test_a_printer_fails(
    server: RunningServer,
    qtbot: QtBot,
    state: VirtualState | None,
    shown: str,
    fate: str,
    reason: str,
) -> None:
    with VirtualPrinter(state=state or VirtualState()) as paper:
        address = paper.address if state is not REFUSED else "tcp://127.0.0.1:9"
        quick_application("zh")
        client = RestClient(server.base_url, server.keys["kiosk"])
        program = KioskProgram(client, {"printer": address})
        try:
            show(program.window)
            client.start()
            qtbot.waitUntil(lambda: program.flow.screen_name == "start" and program.face.is_open)
            click(find(program.window, "tile-cash"))
            qtbot.waitUntil(lambda: program.flow.screen_name == "ways")
            click(find(program.window, "way-counter"))
            qtbot.waitUntil(lambda: program.flow.screen_name == "ticket")
            ticket = str(program.flow.ticket_shown["id"])
            qtbot.waitUntil(lambda: program.printer.state_name == shown, timeout=10_000)
            assert (program.flow.count.left > 30) is (shown != "done")
            lead = server.client("lead", "lead")
            qtbot.waitUntil(lambda: alerts(lead, ticket) == [(fate, reason)])
            assert events(lead, ticket) == [(f"print.{fate}", reason)]
            waiting = LobbyView.model_validate_json(lead.get("lobby").content).waiting
            assert ticket in [each.id for each in waiting]
            assert program.engine.problems == []
        finally:
            client.stop()
            program.close()


def alerts(lead: httpx.Client, ticket: str) -> list[tuple[str, str]]:
    lobby = LobbyView.model_validate_json(lead.get("lobby").content)
    return [(each.fate, each.reason) for each in lobby.prints if each.ticket == ticket]


def events(lead: httpx.Client, ticket: str) -> list[tuple[str, str]]:
    page = EventPage.model_validate_json(lead.get("log").content)
    prints = (e for e in page.events if e.ticket == ticket and e.kind.startswith("print."))
    return [(e.kind, str(e.data["reason"])) for e in prints]


def test_a_kiosk_that_stopped_in_the_middle_of_a_slip_says_so_when_it_is_back(
    server: RunningServer, qtbot: QtBot, tmp_path: Path
) -> None:
    kiosk = server.client("kiosk")
    ticket = kiosk.post("tickets", json={"service": "cash"}).json()["id"]
    kept = f'{{"under_way":[{{"ticket":"{ticket}","at":"2026-11-20T09:30:00+08:00",'
    kept += '"fate":"unknown","reason":"kiosk_stopped"}]}'
    (tmp_path / "prints.json").write_text(kept)
    quick_application("zh")
    client = RestClient(server.base_url, server.keys["kiosk"])
    program = KioskProgram(client, {"offline": str(tmp_path), "holder": "k"})
    try:
        client.start()
        lead = server.client("lead", "lead")
        qtbot.waitUntil(lambda: alerts(lead, ticket) == [("unknown", "kiosk_stopped")])
    finally:
        client.stop()
        program.close()
