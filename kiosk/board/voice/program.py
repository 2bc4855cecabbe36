"""Plays through the platform's own player, a small program that most systems have."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTemporaryDir

from kiosk.board.voice.sink import AudioSink

#: Players in the order in which they are tried, with the words before the file's name.
#: PipeWire and PulseAudio mix with other programs; ALSA's aplay may find the device taken.
PLAYERS: tuple[tuple[str, ...], ...] = (
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
    ("afplay",),
)


class ProgramSink(AudioSink):
    """Starts the player for each sound, in the background, and waits for its end."""

    def __init__(self, command: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.command = command
        self._folder = QTemporaryDir()
        self._process = QProcess(self)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)
        self._is_stopping = False

    def play(self, wav: bytes) -> None:
        """Write the sound to a file of our own and start the player."""
        path = Path(self._folder.filePath("call.wav"))
        try:
            path.write_bytes(wav)
        except OSError:
            self._finish_soon(False)
            return
        program, *words = self.command
        self._process.start(program, [*words, str(path)])

    def stop(self) -> None:
        """End the player."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._is_stopping = True
            self._process.kill()
            self._process.waitForFinished(1000)
            self._is_stopping = False

    def _ended(self, exit_code: int, status: QProcess.ExitStatus) -> None:
        if not self._is_stopping:
            self.finished.emit(exit_code == 0 and status is QProcess.ExitStatus.NormalExit)

    def _failed(self, error: QProcess.ProcessError) -> None:
        # Of all errors only this one is not followed by `finished` of the process.
        if error is QProcess.ProcessError.FailedToStart:
            self._finish_soon(False)


def find(
    parent: QObject | None = None, which: Callable[[str], str | None] = shutil.which
) -> AudioSink | None:
    """A sink with the first player that this machine has, or None."""
    for name, *words in PLAYERS:
        if path := which(name):
            return ProgramSink((path, *words), parent)
    return None
