"""The choice of a loudspeaker, and the platform's player through a stand-in program."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.board.voice import multimedia, player, program, windows
from kiosk.board.voice.joiner import to_wav
from kiosk.board.voice.program import ProgramSink
from kiosk.board.voice.sink import FileSink, SilentSink

WAV = to_wav(bytes(64))


def no_sink(_parent: QObject | None) -> None:
    """This machine does not have that."""


def stand_in(tmp_path: Path, code: str) -> tuple[str, ...]:
    """A player that runs a line of Python with the sound's path as its last argument."""
    script = tmp_path / "player.py"
    script.write_text(f"import sys\n{code}\n")
    return (sys.executable, str(script))


def test_the_option_names_silence_or_a_file(tmp_path: Path) -> None:
    assert type(player.choose_sink("silent")) is SilentSink
    assert type(player.choose_sink(str(tmp_path / "day.wav"))) is FileSink


def test_a_machine_without_any_player_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    for adapter in (multimedia, windows, program):
        monkeypatch.setattr(adapter, "find", no_sink)
    assert type(player.choose_sink("auto")) is SilentSink


def test_players_are_tried_in_their_order() -> None:
    def which(name: str) -> str | None:
        return f"/usr/bin/{name}" if name in ("aplay", "paplay") else None

    found = program.find(None, which)
    assert isinstance(found, ProgramSink)
    assert found.command == ("/usr/bin/paplay",)
    assert program.find(None, lambda name: None) is None


def test_the_player_gets_the_sound_as_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    copy = tmp_path / "heard.wav"
    code = f"open({str(copy)!r}, 'wb').write(open(sys.argv[-1], 'rb').read())"
    sink = ProgramSink(stand_in(tmp_path, code))
    for _ in range(2):
        with qtbot.waitSignal(sink.finished) as ended:
            sink.play(WAV)
        assert ended.args == [True]
    assert copy.read_bytes() == WAV


def test_a_player_that_ends_with_an_error_has_failed(qtbot: QtBot, tmp_path: Path) -> None:
    sink = ProgramSink(stand_in(tmp_path, "sys.exit(1)"))
    with qtbot.waitSignal(sink.finished) as ended:
        sink.play(WAV)
    assert ended.args == [False]


def test_a_player_that_is_gone_has_failed(qtbot: QtBot, tmp_path: Path) -> None:
    sink = ProgramSink((str(tmp_path / "gone"),))
    with qtbot.waitSignal(sink.finished) as ended:
        sink.play(WAV)
    assert ended.args == [False]


def test_stop_ends_the_player_without_a_word(qtbot: QtBot, tmp_path: Path) -> None:
    sink = ProgramSink(stand_in(tmp_path, "sys.stdin.read()"))
    told: list[bool] = []
    sink.finished.connect(told.append)
    sink.play(WAV)
    sink.stop()
    assert told == []


def test_windows_sound_is_only_on_windows() -> None:
    assert (windows.find() is None) == (sys.platform != "win32")
