import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from kiosk.printing.command import STATES, printer
from kiosk.printing.virtual.console import run
from kiosk.printing.virtual.state import NAMED_STATES, VirtualState
from shared.i18n import current_language, set_language
from tests.kiosk.printing.sample import PHONE_URL

app = typer.Typer()
app.command()(printer)


@pytest.fixture
def chinese() -> Iterator[None]:
    """The language of sentences, whatever another test has left."""
    before = current_language()
    set_language("zh")
    yield
    set_language(before)


@pytest.mark.usefixtures("chinese")
def test_a_line_for_each_slip_with_its_picture_and_its_code(tmp_path: Path) -> None:
    lines: list[str] = []
    code = PHONE_URL.encode()
    store = b"\x1d(k" + (len(code) + 3).to_bytes(2, "little") + b"1P0" + code
    job = store + b"\x1d(k\x03\x001Q0\x1bz\x1dV\x00"

    def say(line: str) -> None:
        lines.append(line)
        if len(lines) == 1:
            port = int(line.split()[0].rpartition(":")[2])
            with socket.create_connection(("127.0.0.1", port), 5.0) as host:
                host.sendall(job)

    run("127.0.0.1", 0, tmp_path, VirtualState(), 576, 1, say)
    picture = tmp_path / "slip-0001.png"
    assert lines[1:] == [f"{picture}  QR {PHONE_URL}  未知指令：1b7a"]
    assert picture.exists()


def test_a_port_in_use_is_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(app, ["--port", str(port), "--out", str(tmp_path)])
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert str(port) in result.stderr


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = CliRunner().invoke(app, ["--port", "0", "--out", str(tmp_path / "file" / "out")])
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)


@pytest.mark.parametrize("arguments", [["--state", "tired"], ["--port", "99999"]])
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == 2


def test_the_help_names_every_state() -> None:
    assert ", ".join(NAMED_STATES) == STATES
