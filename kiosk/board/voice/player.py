"""The choice of a loudspeaker: what this machine can play with.

``multimedia`` is QtMultimedia (extra ``voice``), ``windows`` is winsound, ``program`` the
platform's own player; ``sink`` holds the port and the quiet adapters.
"""

from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.board.voice import multimedia, program, windows
from kiosk.board.voice.sink import AudioSink, FileSink, SilentSink


def choose_sink(audio: str, parent: QObject | None = None) -> AudioSink:
    """The sink for the option ``audio``: ``auto``, ``silent``, or the path of a WAV to append to.

    ``auto`` takes QtMultimedia where the extra ``voice`` is installed and a device is there, then
    winsound, then the first player found on the path; silence when there is none of them.
    """
    if audio == "silent":
        return SilentSink(parent)
    if audio != "auto":
        return FileSink(Path(audio), parent)
    for find in (multimedia.find, windows.find, program.find):
        if sink := find(parent):
            return sink
    return SilentSink(parent)
