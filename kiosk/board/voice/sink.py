"""The port to a loudspeaker, and the two adapters that make no sound: a file, and silence."""

import struct
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.board.voice.joiner import to_wav

#: Length of the header that ``wave`` writes before 16-bit PCM samples.
HEADER_BYTES = 44


class AudioSink(QObject):
    """Plays one sound at a time. ``finished(True)`` after it was played, ``False`` if it failed.

    ``can_play`` is false for a sink that makes no sound, and then the board says so.
    """

    finished = Signal(bool)
    can_play = True

    def play(self, wav: bytes) -> None:
        """Begin to play; ``finished`` follows later, never from inside this call."""
        raise NotImplementedError

    def stop(self) -> None:
        """Be quiet at once; no ``finished`` follows."""

    def _finish_soon(self, is_played: bool) -> None:
        QTimer.singleShot(0, self, lambda: self.finished.emit(is_played))


class SilentSink(AudioSink):
    """Nothing can speak here: every sound is over at once."""

    can_play = False

    def play(self, wav: bytes) -> None:  # noqa: ARG002 -- the port gives it
        """Make no sound."""
        self._finish_soon(True)


class FileSink(AudioSink):
    """Appends every sound to one WAV file, for tests and for the headless demo."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path

    def play(self, wav: bytes) -> None:
        """Append the sound; it counts as failed where the file cannot be written."""
        try:
            append_wav(self._path, wav)
        except OSError:
            self._finish_soon(False)
        else:
            self._finish_soon(True)


def append_wav(path: Path, wav: bytes) -> None:
    """Put a sound of ours at the end of a WAV file of ours, which is made when it is missing.

    Only the two lengths in the header are written anew, so a day of calls costs a day's bytes.

    Raises:
        OSError: the file cannot be written.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(to_wav(b""))
    with path.open("r+b") as sound:
        sound.seek(0, 2)
        sound.write(wav[HEADER_BYTES:])
        size = sound.tell()
        sound.seek(4)
        sound.write(struct.pack("<I", size - 8))
        sound.seek(HEADER_BYTES - 4)
        sound.write(struct.pack("<I", size - HEADER_BYTES))
