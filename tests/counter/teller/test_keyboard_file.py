"""Keyboard profiles: read, checked, and a call pad that is pressed."""

import os
import struct
import subprocess
from collections.abc import Iterator
from ctypes import CDLL, c_char_p, c_int, c_uint, c_ulong, c_void_p
from pathlib import Path
from shutil import which

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from counter.teller.call_pad import CallPad
from counter.teller.keyboard_file import ACTIONS, Keyboard, KeyboardInvalid, PadTable, load_keyboard
from counter.teller.keys_anywhere import KeysAnywhere
from counter.teller.pad_codes import code_of
from shared.domain.errors import FileUnreadable
from tests.counter.teller.at_keyboard import Teller

WHOLE = """
[keys]
F13 = "next"
"Num+1" = "recall"
[anywhere]
"Ctrl+Shift+F2" = "next"
[pad]
device = "/dev/input/by-id/pad"
keys = { KP1 = "next", KEY_F13 = "recall", 164 = "pause" }
"""


def file(folder: Path, text: str) -> Path:
    path = folder / "keys.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_whole_file(tmp_path: Path) -> None:
    pad = PadTable(
        device="/dev/input/by-id/pad", keys={"KP1": "next", "KEY_F13": "recall", "164": "pause"}
    )
    assert load_keyboard(file(tmp_path, WHOLE)) == Keyboard(
        keys={"F13": "next", "Num+1": "recall"}, anywhere={"Ctrl+Shift+F2": "next"}, pad=pad
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[keys]\nF99X = "next"', "F99X is no key"),
        ('[keys]\nF13 = "jump"', "jump is no action"),
        ('[pad]\ndevice = "x"\nkeys = { KP11 = "next" }', "KP11 is no key of a pad"),
        ("[keys", "Expected ']'"),
        ("[lamp]\non = 1", "lamp: Extra inputs"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(KeyboardInvalid, match=says.replace("]", r"\]")):
        load_keyboard(file(tmp_path, text))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        load_keyboard(tmp_path / "none.toml")


def test_every_action_is_one_of_the_window(teller: Teller) -> None:
    assert teller.window.deeds.names == set(ACTIONS)


def test_numbers_of_keys_are_those_of_linux() -> None:
    found = [code_of(key) for key in ("1", "KP1", "KP0", "F10", "F12", "F13", "F24", "A", "ENTER")]
    assert found == [2, 79, 82, 68, 88, 183, 194, 30, 28]
    assert (code_of("164"), code_of("768"), code_of("KP11")) == (164, None, None)


def key(code: int, value: int) -> bytes:
    """As Linux tells of it, with the end of a packet after it."""
    return struct.pack("@llHHi", 1, 2, 1, code, value) + struct.pack("@llHHi", 1, 2, 0, 0, 0)


def test_a_pad_tells_presses_once_also_in_pieces_and_after_it_was_unplugged(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path, owner = tmp_path / "pad", QObject()
    os.mkfifo(path)
    pad = CallPad(str(path), {"KP1": "next", "KP2": "recall"}, owner)
    heard: list[str] = []
    pad.pressed.connect(heard.append)
    pad.plug()
    writer = os.open(path, os.O_WRONLY)
    os.write(writer, key(79, 1) + key(79, 2) + key(79, 0) + key(30, 1))
    half = key(80, 1)
    os.write(writer, half[:10])
    qtbot.waitUntil(lambda: heard == ["next"])
    os.write(writer, half[10:])
    qtbot.waitUntil(lambda: heard == ["next", "recall"])
    os.close(writer)
    qtbot.waitUntil(lambda: not pad.is_plugged)
    pad.plug()
    writer = os.open(path, os.O_WRONLY)
    os.write(writer, key(79, 1))
    qtbot.waitUntil(lambda: heard == ["next", "recall", "next"])
    os.close(writer)
    pad.unplug()


def test_own_keys_work_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    teller = Teller(qtbot, keys=str(file(tmp_path, '[keys]\nF13 = "next"')))
    teller.sign_in()
    teller.press(Qt.Key.Key_F13)
    teller.until(lambda: teller.number == "P003")
    teller.program.close()


@pytest.fixture
def display() -> Iterator[str]:
    """An X server without a screen."""
    xvfb = which("Xvfb")
    if xvfb is None:
        pytest.skip("no Xvfb here")
    read, write = os.pipe()
    words = [xvfb, "-displayfd", str(write), "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    number = os.read(read, 16).decode().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)
    os.close(read)  # before that the server may still write the end of its line


def test_a_key_is_heard_whatever_program_is_in_front(qtbot: QtBot, display: str) -> None:
    try:
        x, test = CDLL("libX11.so.6"), CDLL("libXtst.so.6")
    except OSError:
        pytest.skip("no libXtst here")
    owner, heard = QObject(), list[str]()
    taken = KeysAnywhere({"Ctrl+Shift+F2": "next", "F9": "back"}, owner)
    taken.pressed.connect(heard.append)
    assert taken.take(display)
    x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
    x.XKeysymToKeycode.argtypes, x.XFlush.argtypes = [c_void_p, c_ulong], [c_void_p]
    test.XTestFakeKeyEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
    other = x.XOpenDisplay(display.encode())
    control, shift, f2, f9 = (
        x.XKeysymToKeycode(other, symbol) for symbol in (0xFFE3, 0xFFE1, 0xFFBF, 0xFFC6)
    )
    presses = ((control, 1), (shift, 1), (f2, 1), (f2, 0), (shift, 0), (control, 0), (f2, 1))
    for code, is_down in (*presses, (f2, 0), (f9, 1), (f9, 0)):
        test.XTestFakeKeyEvent(other, code, is_down, 0)
    x.XFlush(other)
    qtbot.waitUntil(lambda: heard == ["next", "back"], timeout=5000)
    taken.release()
