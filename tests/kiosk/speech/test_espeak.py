"""espeak-ng as a program: found or not, what it speaks, its sound at our rate and volume."""

import sys
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from kiosk.board.voice.joiner import duration_ms, read_pcm
from kiosk.board.voice.sink import FileSink
from kiosk.speech.espeak import EspeakSpeaker, at_our_rate, choose_speaker, languages_of, version_of
from kiosk.speech.speaker import NoSpeaker

PROGRAM = """#!{python}
import struct, sys
if "--version" in sys.argv:
    print("eSpeak NG text-to-speech: 1.52.0  Data at: /usr/share/espeak-ng-data")
elif sys.stdin.read() == "kaputt":
    sys.exit(3)
else:
    sys.stdout.buffer.write(b"R" * 44 + struct.pack("<h", 10000) * 22050)
"""


@pytest.fixture
def program(tmp_path: Path) -> str:
    """One second of a tone that stands, whatever it is to say."""
    path = tmp_path / "espeak-ng"
    path.write_text(PROGRAM.format(python=sys.executable))
    path.chmod(0o755)
    return str(path)


def test_chinese_takes_a_version_that_speaks_it(program: str, qtbot: QtBot) -> None:
    assert version_of(program) == (1, 52)
    assert (languages_of((1, 51)), languages_of((1, 52))) == (
        frozenset({"en"}),
        frozenset({"zh", "en"}),
    )
    assert (languages_of((0, 0)), version_of("/no/such/program")) == (frozenset(), (0, 0))
    assert choose_speaker("auto", lambda _name: program, audio="silent").speaks_all
    assert isinstance(choose_speaker("auto", lambda _name: None), NoSpeaker)
    assert isinstance(choose_speaker("off", lambda _name: program), NoSpeaker)


def test_a_text_becomes_a_sound_at_its_volume(program: str, tmp_path: Path, qtbot: QtBot) -> None:
    heard = tmp_path / "heard.wav"
    speaker = EspeakSpeaker(program, frozenset({"zh", "en"}), FileSink(heard))
    with qtbot.waitSignal(speaker.finished) as ended:
        speaker.say("请取号", "zh", 60)
    assert ended.args == [True]
    assert duration_ms(heard.read_bytes()) == 1000
    assert set(np.frombuffer(read_pcm(heard), "<i2")) == {6000}
    with qtbot.waitSignal(speaker.finished) as ended:
        speaker.say("kaputt", "en", 60)
    assert ended.args == [False]
    speaker.path = str(tmp_path / "missing")
    with qtbot.waitSignal(speaker.finished) as ended:
        speaker.say("请取号", "zh", 60)
    assert ended.args == [False]
    speaker.stop()


def test_what_is_cut_off_is_not_heard(program: str, tmp_path: Path, qtbot: QtBot) -> None:
    heard = tmp_path / "heard.wav"
    speaker = EspeakSpeaker(program, frozenset({"zh", "en"}), FileSink(heard))
    speaker.say("kaputt", "zh", 100)
    with qtbot.waitSignal(speaker.finished):
        speaker.say("请取号", "zh", 100)
    assert duration_ms(heard.read_bytes()) == 1000


def test_half_a_sample_at_the_end_is_left_out() -> None:
    assert len(at_our_rate(b"\0" * (2 * 22050 + 1))) == 2 * 16000
