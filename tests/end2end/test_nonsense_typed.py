"""Nonsense at the terminal: one clear sentence, the right exit code, never a traceback."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.config.load import profile_path
from tests.support.terminal import type_in

pytestmark = pytest.mark.end2end

Prepare = Callable[[Path], None]


def misspell(path: Path) -> None:
    text = profile_path("city").read_text("utf-8")
    path.write_text(text.replace("recalls_before_no_show", "recals_before_no_show"), "utf-8")


def leave_out(_path: Path) -> None:
    """No file at all."""


def make_folder(path: Path) -> None:
    path.mkdir()


def write_latin(path: Path) -> None:
    path.write_bytes('name = "Zürich"'.encode("latin-1"))


def write_half(path: Path) -> None:
    path.write_text("[bank")


@pytest.mark.parametrize(
    ("prepare", "sentence"),
    [
        (
            misspell,
            "Profile branch.toml: calling.recals_before_no_show: this key is not known. "
            "Did you mean “recalls_before_no_show”?",
        ),
        (
            leave_out,
            "File {path} cannot be read: No such file or directory. Check the path and try again.",
        ),
        (
            make_folder,
            "File {path} cannot be read: Is a directory. Check the path and try again.",
        ),
        (write_latin, "File {path} cannot be read: not UTF-8 text. Check the path and try again."),
        (
            write_half,
            "Profile branch.toml: Expected ']' at the end of a table declaration "
            "(at end of document). Correct the TOML there.",
        ),
    ],
)
def test_a_profile_that_cannot_be_used(tmp_path: Path, prepare: Prepare, sentence: str) -> None:
    path = tmp_path / "branch.toml"
    prepare(path)
    ended = type_in("serve", "--port", "0", "--profile", str(path))
    assert ended.complained == f"lobby serve: {sentence.format(path=path)}\n"
    assert (ended.code, ended.said) == (1, "")


def test_a_port_in_use(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        ended = type_in("serve", "--port", port, "--database", str(tmp_path / "branch.db"))
    assert ended.complained == (
        f"lobby serve: Port {port} is in use by another program. "
        "Stop it, or choose another with --port.\n"
    )
    assert ended.code == 1


def test_an_address_of_another_machine(tmp_path: Path) -> None:
    words = ("--host", "203.0.113.7", "--port", "0", "--database", str(tmp_path / "branch.db"))
    ended = type_in("serve", "--insecure-lan", *words)
    assert ended.complained == (
        "lobby serve: This machine cannot listen at 203.0.113.7 port 0: "
        "Cannot assign requested address. Choose others with --host or --port.\n"
    )
    assert ended.code == 1


def refused(place: Path, reason: str) -> str:
    """What is said of a database that cannot be opened."""
    return (
        f"lobby serve: The database cannot be used: {place}: {reason}. "
        "Nothing was changed; try again.\n"
    )


def test_a_database_in_a_place_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "random").write_bytes(b"no database at all " * 500)
    for place, reason in (
        (tmp_path / "file" / "branch.db", "File exists"),
        (tmp_path, "unable to open database file"),
        (tmp_path / "random", "file is not a database"),
    ):
        ended = type_in("serve", "--port", "0", "--database", str(place))
        assert (ended.code, ended.complained) == (1, refused(place, reason))
    assert (tmp_path / "random").read_bytes() == b"no database at all " * 500


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_database_in_a_folder_that_is_read_only(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    ended = type_in("serve", "--port", "0", "--database", str(folder / "branch.db"))
    reason = "unable to open database file"
    assert (ended.code, ended.complained) == (1, refused(folder / "branch.db", reason))


def test_a_corrupt_database_is_not_verified(tmp_path: Path) -> None:
    path = tmp_path / "branch.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    ended = type_in("db", "verify", "--database", str(path))
    assert (ended.code, ended.said) == (1, "")
    assert ended.complained == (
        f"lobby db: The database cannot be used: {path}: file is not a database. "
        "Nothing was changed; try again.\n"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("sevre",), "lobby: there is no command 'sevre'. Did you mean `lobby serve`?\n"),
        (("--colour",), "lobby: there is no option '--colour'. `lobby --help` lists them.\n"),
    ],
)
def test_an_unknown_word(words: tuple[str, ...], sentence: str) -> None:
    ended = type_in(*words)
    assert (ended.code, ended.said, ended.complained) == (2, "", sentence)


def test_an_unknown_option_of_a_command() -> None:
    ended = type_in("serve", "--colour", "red")
    assert (ended.code, ended.said) == (2, "")
    assert "No such option: --colour" in ended.complained
    assert "Traceback" not in ended.complained


def test_a_printer_address_that_is_none() -> None:
    ended = type_in("kiosk", "--printer", "nonsense")
    assert (ended.code, ended.said) == (1, "")
    assert ended.complained == (
        "lobby kiosk: The printer address “nonsense” cannot be used: "
        "unknown kind of connection “”. Write it like tcp://192.0.2.7:9100, usb://04b8:0e15, "
        "serial:///dev/ttyS0?baud=19200 or file:///dev/usb/lp0.\n"
    )
