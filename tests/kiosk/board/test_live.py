"""The board on a real server over real sockets: ten calls at once, none lost, all in order."""

from pathlib import Path

import httpx
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.board.calls import one_each
from kiosk.board.program import BoardProgram
from kiosk.board.voice.joiner import read_pcm
from shared.client.rest import RestClient
from shared.protocol.lobby import LobbyView
from tests.support.server import RunningServer, running_server

pytestmark = pytest.mark.end2end

COUNTERS = ("1", "2", "3", "4")


def post(client: httpx.Client, path: str, body: dict[str, str] | None = None) -> httpx.Response:
    """A command that has to succeed."""
    return client.post(path, json=body or {}).raise_for_status()


def ten_calls(server: RunningServer) -> list[str]:
    """Ten tickets, called at four counters as fast as HTTP allows, then each recalled once more."""
    with server.client("kiosk") as kiosk:
        for service in ("cash", "account") * 5:
            post(kiosk, "tickets", {"service": service})
    tellers = [server.client("teller", f"t{counter}") for counter in COUNTERS]
    called = []
    for counter, teller in zip(COUNTERS, tellers, strict=True):
        post(teller, f"counters/{counter}/open")
    for turn in range(10):
        counter, teller = COUNTERS[turn % 3], tellers[turn % 3]
        called.append(post(teller, f"counters/{counter}/next").json()["ticket"]["number"])
    for teller in tellers:
        teller.close()
    return called


def snapshot(server: RunningServer) -> LobbyView:
    """What the server says now."""
    with server.client("board") as board:
        return LobbyView.model_validate(board.get("lobby").raise_for_status().json())


def test_ten_calls_at_once_end_at_the_servers_snapshot(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with running_server(tmp_path) as server:
        client = RestClient(server.base_url, server.keys["board"])
        sound = tmp_path / "calls.wav"
        options = {"fullscreen": "0", "audio": str(sound)}
        board = BoardProgram(client, options, shortest_ms=300)
        announced: list[int] = []
        board.announcer.announcing.connect(lambda a: announced.append(a.sequence))
        client.start()
        board.show()
        qtbot.waitUntil(lambda: client.is_online and client.lobby is not None)
        called = ten_calls(server)
        told = snapshot(server)
        qtbot.waitUntil(
            lambda: (
                board.announcer.current is None
                and client.lobby is not None
                and client.lobby.sequence == told.sequence
            ),
            timeout=10_000,
        )
        hero, rows = board.model.property("hero"), board.model.property("rows")
        distinct = one_each(told.recent_calls)
        assert [hero["number"], *(row["number"] for row in rows)] == [
            call.number for call in distinct[:4]
        ]
        assert (hero["number"], len(called)) == (called[-1], 10)
        assert announced == sorted(set(announced))
        assert board.model.property("waiting") == len(told.waiting) == 0
        still_called = {c.ticket.number for c in told.counters if c.ticket is not None}
        spoken = {call.number for call in told.recent_calls if call.sequence in announced}
        assert still_called <= spoken
        assert len(read_pcm(sound)) > 0
        problems = list(board.engine.problems)
        board.close()
        client.stop()
    assert problems == []
