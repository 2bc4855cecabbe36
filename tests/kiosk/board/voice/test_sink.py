"""The quiet sinks: silence, and a file that holds every call of the day."""

import wave
from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.board.voice.joiner import to_wav
from kiosk.board.voice.sink import FileSink, SilentSink

ONE, TWO = to_wav(b"\x01\x00" * 100), to_wav(b"\x02\x00" * 50)


def test_a_file_holds_the_sounds_one_after_the_other(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "new" / "day.wav"
    for sound in (ONE, TWO, ONE):
        sink = FileSink(path)  # a new one each time: a board that was started again goes on
        with qtbot.waitSignal(sink.finished) as ended:
            sink.play(sound)
        assert ended.args == [True]
    with wave.open(str(path), "rb") as day:
        assert day.getparams()[:4] == (1, 2, 16000, 250)
        assert day.readframes(250) == b"\x01\x00" * 100 + b"\x02\x00" * 50 + b"\x01\x00" * 100


def test_a_file_that_cannot_be_written_has_failed(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file, not a folder")
    sink = FileSink(tmp_path / "blocked" / "day.wav")
    with qtbot.waitSignal(sink.finished) as ended:
        sink.play(ONE)
    assert ended.args == [False]


def test_silence_is_over_at_once_and_known_to_be_silence(qtbot: QtBot) -> None:
    sink = SilentSink()
    assert not sink.can_play
    with qtbot.waitSignal(sink.finished) as ended:
        sink.play(ONE)
    assert ended.args == [True]
