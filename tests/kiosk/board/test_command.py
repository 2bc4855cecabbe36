"""`lobby board`: options, and one sentence for what is wrong with them."""

import pytest
import typer
from typer.testing import CliRunner

from kiosk.board import command
from shared.client.run import Connection

app = typer.Typer()
app.command()(command.board)


def test_help_names_its_options() -> None:
    shown = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "200", "NO_COLOR": "1"})
    assert shown.exit_code == 0
    for option in (
        "--server",
        "--branch",
        "--key",
        "--ca",
        "--enrol",
        "--audio",
        "--clips",
        "--scheme",
        "--windowed",
    ):
        assert option in shown.stdout
    for option in ("--audio", "--clips", "--scheme", "--windowed"):
        assert option in shown.stdout


def test_options_reach_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[object, ...]] = []
    monkeypatch.setattr(command, "run_program", lambda *given: ran.append(given))
    words = ["--server", "http://192.0.2.7:8100", "--key", "k", "--audio", "silent", "--windowed"]
    assert CliRunner().invoke(app, words).exit_code == 0
    [(create, connection, options)] = ran
    assert getattr(create, "__module__", "") == "kiosk.board.program"
    assert connection == Connection("http://192.0.2.7:8100", "", "k", program="board")
    assert options == {
        "device": "board",
        "language": "zh",
        "scheme": "dark",
        "fullscreen": "0",
        "geometry": "",
        "audio": "silent",
        "clips": "",
        "counter": "",
    }


def test_an_unknown_scheme_is_wrong_usage() -> None:
    shown = CliRunner().invoke(app, ["--scheme", "pink"], env={"COLUMNS": "200", "NO_COLOR": "1"})
    assert shown.exit_code == 2
    assert "“pink” is neither dark nor light" in shown.stderr
