"""Speaks with espeak-ng where the machine has it: text in, a sound out, played by the board's sink.

Chinese needs 1.52: 1.51, which Debian 12 has, reads the digits of the tones aloud.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from typing import Final

import numpy as np
from PySide6.QtCore import QProcess

from kiosk.board.voice.joiner import RATE_HZ, quieter, to_wav
from kiosk.board.voice.player import choose_sink
from kiosk.board.voice.sink import HEADER_BYTES, AudioSink
from kiosk.speech.speaker import NoSpeaker, Speaker

PROGRAM: Final = "espeak-ng"
VOICES: Final = {"zh": "cmn", "en": "en-gb"}
WORDS_PER_MINUTE: Final = 150
OWN_RATE_HZ: Final = 22_050
CHINESE_FROM: Final = (1, 52)
VERSION: Final = re.compile(r"\b(\d+)\.(\d+)")
VERSION_WAIT_S: Final = 5


class EspeakSpeaker(Speaker):
    """One process for each text; what it writes is played when it is whole."""

    def __init__(self, path: str, languages: frozenset[str], sink: AudioSink) -> None:
        """``path``: of the program."""
        super().__init__()
        self.path = path
        self.languages = languages
        self._sink = sink
        self._volume_percent = 100
        self._process: QProcess | None = None
        sink.finished.connect(self.finished)

    def say(self, text: str, language: str, volume_percent: int) -> None:
        """Make the sound and play it."""
        self.stop()
        self._volume_percent = volume_percent
        process = QProcess(self)
        self._process = process
        process.finished.connect(lambda code, _status: self._made(process, code))
        process.errorOccurred.connect(lambda error: self._not_made(process, error))
        process.start(
            self.path,
            ["-v", VOICES[language], "-s", str(WORDS_PER_MINUTE), "--stdin", "--stdout"],
        )
        process.write(text.encode())
        process.closeWriteChannel()

    def stop(self) -> None:
        """Be quiet."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(500)
            process.deleteLater()
        self._sink.stop()

    def _made(self, process: QProcess, code: int) -> None:
        if process is not self._process:
            return
        self._process = None
        sound = bytes(process.readAllStandardOutput().data())[HEADER_BYTES:]
        process.deleteLater()
        if code != 0 or not sound:
            self.finished.emit(False)
            return
        self._sink.play(to_wav(quieter(at_our_rate(sound), self._volume_percent)))

    def _not_made(self, process: QProcess, error: QProcess.ProcessError) -> None:
        """Of all errors only this one is not followed by the end of the process."""
        if process is self._process and error is QProcess.ProcessError.FailedToStart:
            self._process = None
            self.finished.emit(False)


def at_our_rate(pcm: bytes) -> bytes:
    """Samples of espeak-ng (22,050 Hz) at the rate that every sink plays."""
    samples = np.frombuffer(pcm[: len(pcm) // 2 * 2], dtype="<i2")
    count = len(samples) * RATE_HZ // OWN_RATE_HZ
    places = np.arange(count) * (OWN_RATE_HZ / RATE_HZ)
    made = np.interp(places, np.arange(len(samples)), samples)
    return np.asarray(made, dtype=np.int16).tobytes()


def choose_speaker(
    speech: str, which: Callable[[str], str | None] = shutil.which, audio: str = "auto"
) -> Speaker:
    """The speaker for the option ``speech``: ``auto`` looks for one, all else is none.

    ``audio``: which loudspeaker, as for the board.
    """
    path = which(PROGRAM) if speech == "auto" else None
    if path is None:
        return NoSpeaker()
    return EspeakSpeaker(path, languages_of(version_of(path)), choose_sink(audio))


def version_of(path: str) -> tuple[int, int]:
    """What the program says of itself; (0, 0) where that cannot be read."""
    try:
        said = subprocess.run(
            [path, "--version"], capture_output=True, timeout=VERSION_WAIT_S, check=False
        ).stdout.decode(errors="replace")
    except (OSError, subprocess.TimeoutExpired):
        return 0, 0
    found = VERSION.search(said)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def languages_of(version: tuple[int, int]) -> frozenset[str]:
    """Which of our languages this version speaks so that one understands it."""
    if version == (0, 0):
        return frozenset()
    return frozenset(VOICES) if version >= CHINESE_FROM else frozenset({"en"})
