"""Start-up: waits for a server that is away, ends in order, says why it was refused."""

import os
import signal
from collections.abc import Mapping

import pytest
import typer
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QImage, QWindow
from pytestqt.qtbot import QtBot

from shared.client.ports import LobbyClient
from shared.client.run import Connection, NotAdmitted, run_program, window_options
from tests.shared.client.tiny_server import TinyServer


class StubProgram:
    """A program that notes what is done with it."""

    name = "stub"

    def __init__(self, client: LobbyClient, options: Mapping[str, str]) -> None:
        self.client = client
        self.options = options
        self.window = QWindow()
        self.done: list[str] = []

    def show(self) -> None:
        self.done.append("show")

    def close(self) -> None:
        self.done.append("close")

    def grab(self) -> QImage:
        return QImage()


def stub(made: list[StubProgram]) -> type[StubProgram]:
    """A factory that puts what it makes into a list."""

    class Noted(StubProgram):
        def __init__(self, client: LobbyClient, options: Mapping[str, str]) -> None:
            super().__init__(client, options)
            made.append(self)

    return Noted


OPTIONS = window_options("kiosk-1", "zh", windowed=True)


def test_runs_until_it_is_closed_and_has_contact(server: TinyServer, qtbot: QtBot) -> None:
    made: list[StubProgram] = []
    had_contact: list[bool] = []

    def create(client: LobbyClient, options: Mapping[str, str]) -> StubProgram:
        client.onlineChanged.connect(had_contact.append)
        client.onlineChanged.connect(lambda: QTimer.singleShot(0, QCoreApplication.quit))
        return stub(made)(client, options)

    run_program(create, Connection(server.address), OPTIONS)
    assert had_contact == [True]
    assert made[0].done == ["show", "close"]
    assert made[0].options == {
        "device": "kiosk-1",
        "language": "zh",
        "scheme": "light",
        "fullscreen": "0",
        "geometry": "",
    }


def test_a_place_for_the_window_is_kept(server: TinyServer, qtbot: QtBot) -> None:
    made: list[StubProgram] = []

    def create(client: LobbyClient, options: Mapping[str, str]) -> StubProgram:
        client.onlineChanged.connect(lambda: QTimer.singleShot(0, QCoreApplication.quit))
        return stub(made)(client, options)

    options = window_options("kiosk-1", "zh", windowed=False, geometry="540x960+20-10")
    assert options["fullscreen"] == "0"
    run_program(create, Connection(server.address), options)
    assert made[0].window.geometry().getRect() == (20, -10, 540, 960)


def test_a_place_that_cannot_be_read_is_wrong_usage() -> None:
    with pytest.raises(typer.BadParameter):
        window_options("kiosk-1", "zh", windowed=True, geometry="half a screen")


def test_a_refused_device_ends_with_the_reason(server: TinyServer, qtbot: QtBot) -> None:
    problem = {"title": "", "status": 401, "detail": "", "code": "device_unknown"}
    server.answers["GET", "/config"] = [(401, problem)] * 3
    made: list[StubProgram] = []
    with pytest.raises(NotAdmitted, match="not enrolled") as refused:
        run_program(stub(made), Connection(server.address), OPTIONS)
    assert refused.value.code == "not_admitted"
    assert made[0].done == ["show", "close"]


def test_a_server_that_is_away_is_waited_for_and_ctrl_c_ends_it(
    server: TinyServer, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    server.kill()
    made: list[StubProgram] = []

    def create(client: LobbyClient, options: Mapping[str, str]) -> StubProgram:
        client.troubled.connect(lambda: os.kill(os.getpid(), signal.SIGINT))
        return stub(made)(client, options)

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        run_program(create, Connection(server.address), OPTIONS)
    assert made[0].done == ["show", "close"]
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert signal.getsignal(signal.SIGINT) is before


def test_a_geometry_opens_a_window_and_nonsense_is_refused() -> None:
    options = window_options("kiosk", "zh", windowed=False, geometry="540x960+10-20")
    assert (options["fullscreen"], options["geometry"]) == ("0", "540x960+10-20")
    with pytest.raises(typer.BadParameter, match="540x960"):
        window_options("kiosk", "zh", windowed=False, geometry="big")
