"""Plays through winsound, which comes with Python on Windows (untested until somebody tries)."""

import importlib
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTemporaryDir, QTimer

from kiosk.board.voice.joiner import duration_ms
from kiosk.board.voice.sink import AudioSink


class WindowsSink(AudioSink):
    """winsound plays in the background and does not tell the end, so the length is waited for."""

    def __init__(self, winsound: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._winsound = winsound
        self._folder = QTemporaryDir()
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(lambda: self.finished.emit(True))

    def play(self, wav: bytes) -> None:
        """Write the sound to a file of our own and play it in the background."""
        path = Path(self._folder.filePath("call.wav"))
        flags = self._winsound.SND_FILENAME | self._winsound.SND_ASYNC
        try:
            path.write_bytes(wav)
            self._winsound.PlaySound(str(path), flags | self._winsound.SND_NODEFAULT)
        except (OSError, RuntimeError):  # winsound raises RuntimeError without a sound device
            self._finish_soon(False)
        else:
            self._end.start(duration_ms(wav))

    def stop(self) -> None:
        """Be quiet at once."""
        self._end.stop()
        self._winsound.PlaySound(None, self._winsound.SND_PURGE)


def find(parent: QObject | None = None) -> AudioSink | None:
    """A sink on Windows, else None."""
    try:
        return WindowsSink(importlib.import_module("winsound"), parent)
    except ImportError:
        return None
