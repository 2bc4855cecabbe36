"""The client against the real branch server, killed and started again on its port."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shared.client.ports import Failure, Reply
from shared.client.rest import RestClient
from shared.protocol.command import IssueTicket, SignIn
from shared.protocol.event import EventView
from shared.protocol.lobby import Session
from shared.server.clock import ManualClock
from shared.server.opening import open_database
from shared.store.device import DeviceTable
from tests.shared.client.conftest import QUICK
from tests.support.looking import NearLine
from tests.support.server import (
    PIN,
    RunningServer,
    enrolled_database,
    make_house,
    running_server,
    serving_house,
)

pytestmark = pytest.mark.end2end
PATIENT = replace(QUICK, silence_ms=2500, request_ms=2000, patience_ms=15_000)


class ServerProcess:
    """``lobby serve`` in a process of its own, so that it can be killed like a power cut."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "branch.db"
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[str] | None = None

    def enrol(self) -> str:
        """The key of a new kiosk."""
        devices = DeviceTable(open_database(self.database))
        devices.enrol("kiosk-1", "test kiosk", "kiosk", "key-of-kiosk", datetime.now(UTC))
        return "key-of-kiosk"

    def start(self) -> None:
        """Start it and wait until it says that it serves."""
        code = "import typer; from shared.server.command import serve; typer.run(serve)"
        made = [sys.executable, "-c", code, "--port", str(self.port)]
        made += ["--database", str(self.database), "--practice-start", "2026-11-20T09:30"]
        self.process = subprocess.Popen(made, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        assert "serves renmin" in self.process.stdout.readline()

    def send(self, number: int) -> None:
        assert self.process is not None
        os.kill(self.process.pid, number)

    def kill(self) -> None:
        """The power goes."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            assert self.process.stdout is not None
            self.process.stdout.close()
            self.process = None


@pytest.fixture
def killable(tmp_path: Path) -> Iterator[ServerProcess]:
    """A server process; killed at the end."""
    process = ServerProcess(tmp_path)
    yield process
    process.kill()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A real server in a thread."""
    with running_server(tmp_path) as running:
        yield running


def test_a_ticket_is_issued_and_heard_of(server: RunningServer, qtbot: QtBot) -> None:
    client = RestClient(server.base_url, server.keys["kiosk"])
    kinds: list[str] = []
    client.eventArrived.connect(lambda event: kinds.append(event.kind))
    client.start()
    qtbot.waitUntil(lambda: client.is_online)
    numbers: list[str] = []
    client.issue_ticket(IssueTicket(service="cash")).then(lambda t: numbers.append(t.number))
    qtbot.waitUntil(lambda: numbers == ["A001"])
    qtbot.waitUntil(lambda: kinds == ["ticket.issued"])
    qtbot.waitUntil(lambda: client.lobby is not None and len(client.lobby.waiting) == 1)
    client.stop()


def test_a_refusal_of_the_real_server_is_understood(server: RunningServer, qtbot: QtBot) -> None:
    client = RestClient(server.base_url, server.keys["kiosk"])
    client.start()
    qtbot.waitUntil(lambda: client.is_online)
    failures: list[Failure] = []
    client.issue_ticket(IssueTicket(service="nonsense")).then(print, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert failures[0].code == "service_unknown"
    assert failures[0].params[0] == "nonsense"
    client.stop()


def test_after_a_session_has_ended_one_signs_in_again_and_works(
    server: RunningServer, qtbot: QtBot
) -> None:
    client = RestClient(server.base_url, server.keys["teller"])
    client.start()
    qtbot.waitUntil(lambda: client.is_online)
    got: list[object] = []

    def done(reply: Reply) -> object:
        got.clear()
        reply.then(got.append, got.append)
        qtbot.waitUntil(lambda: len(got) == 1)
        return got[0]

    done(client.sign_in(SignIn(staff="t1", pin=PIN)))
    done(client.open_counter("1"))
    assert isinstance(server.clock, ManualClock)
    server.clock.advance(13 * 3600 * 1_000_000)
    refused = done(client.next("1"))
    assert isinstance(refused, Failure)
    assert refused.code == "session_missing"
    with qtbot.waitSignal(client.lobbyChanged):
        client.watch_counter("1")
    assert isinstance(done(client.sign_in(SignIn(staff="t1", pin=PIN))), Session)
    assert done(client.next("1")) is None  # nobody waits
    client.stop()


def test_a_wrong_key_is_said(server: RunningServer, qtbot: QtBot) -> None:
    client = RestClient(server.base_url, "wrong")
    with qtbot.waitSignal(client.troubled) as trouble:
        client.start()
    assert trouble.args is not None
    assert trouble.args[0].code == "device_unknown"
    client.stop()


@pytest.mark.slow
def test_a_frozen_and_killed_server_loses_and_doubles_nothing(
    killable: ServerProcess, qtbot: QtBot
) -> None:
    key = killable.enrol()
    killable.start()
    client = RestClient(killable.url, key, timing=PATIENT)
    heard: list[EventView] = []
    acknowledged: list[str] = []
    client.eventArrived.connect(heard.append)
    client.start()
    qtbot.waitUntil(lambda: client.is_online)
    begin = client.lobby.sequence if client.lobby else 0

    def issue(count: int) -> None:
        for _ in range(count):
            client.issue_ticket(IssueTicket(service="cash")).then(
                lambda ticket: acknowledged.append(ticket.number)
            )

    issue(5)
    qtbot.waitUntil(lambda: len(acknowledged) == 5)
    killable.send(signal.SIGSTOP)
    try:
        qtbot.waitUntil(lambda: not client.is_online)
    finally:
        killable.send(signal.SIGCONT)
    qtbot.waitUntil(lambda: client.is_online)
    issue(5)  # these are on their way when the power goes; each is asked again with its key
    killable.kill()
    qtbot.waitUntil(lambda: not client.is_online)
    killable.start()
    qtbot.waitUntil(lambda: client.is_online and len(acknowledged) == 10, timeout=15_000)
    issue(1)
    qtbot.waitUntil(lambda: len(acknowledged) == 11)
    qtbot.waitUntil(lambda: len(heard) >= 11)
    assert [each.sequence for each in heard] == list(range(begin + 1, begin + len(heard) + 1))
    issued = [each.number for each in heard if each.kind == "ticket.issued"]
    assert issued == [f"A{number:03d}" for number in range(1, 12)]
    assert sorted(acknowledged) == issued
    client.stop()


def test_a_forecast_comes_with_the_stream_and_goes_with_the_contact(
    tmp_path: Path, qtbot: QtBot
) -> None:
    database = tmp_path / "branch.db"
    database.write_bytes(enrolled_database())
    with serving_house(make_house(database, connect=NearLine)) as server:
        client = RestClient(server.base_url, server.keys["kiosk"], timing=QUICK)
        client.start()
        qtbot.waitUntil(lambda: client.forecast is not None, timeout=10_000)
        assert client.forecast is not None
        assert client.forecast.quotes
    qtbot.waitUntil(lambda: client.forecast is None, timeout=10_000)
    client.stop()
