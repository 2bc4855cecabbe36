"""Plays through QtMultimedia, which comes with the optional extra ``voice``."""

import importlib
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject

from kiosk.board.voice.joiner import CHANNELS, RATE_HZ, SAMPLE_BYTES
from kiosk.board.voice.sink import HEADER_BYTES, AudioSink


class MultimediaSink(AudioSink):
    """Feeds the samples to the machine's default sound output."""

    def __init__(self, multimedia: Any, output: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states = multimedia.QtAudio.State
        self._no_error = multimedia.QtAudio.Error.NoError
        self._samples = QBuffer(self)
        self._output = output
        self._output.stateChanged.connect(self._changed)
        self._is_playing = False

    def play(self, wav: bytes) -> None:
        """Begin to play the samples."""
        self._samples.close()
        self._samples.setData(QByteArray(wav[HEADER_BYTES:]))
        self._samples.open(QIODevice.OpenModeFlag.ReadOnly)
        self._is_playing = True
        self._output.start(self._samples)

    def stop(self) -> None:
        """Be quiet at once."""
        self._is_playing = False
        self._output.stop()

    def _changed(self, state: Any) -> None:
        if not self._is_playing:
            return
        if state == self._states.IdleState:  # everything was played
            self._is_playing = False
            self._output.stop()
            self._finish_soon(True)
        elif state == self._states.StoppedState and self._output.error() != self._no_error:
            self._is_playing = False
            self._finish_soon(False)


def find(parent: QObject | None = None) -> AudioSink | None:
    """A sink where QtMultimedia is installed and the machine has a sound output, else None."""
    try:
        multimedia: Any = importlib.import_module("PySide6.QtMultimedia")
    except ImportError:
        return None
    device = multimedia.QMediaDevices.defaultAudioOutput()
    if device.isNull():
        return None
    kind = multimedia.QAudioFormat()
    kind.setSampleRate(RATE_HZ)
    kind.setChannelCount(CHANNELS)
    kind.setSampleFormat(multimedia.QAudioFormat.SampleFormat.Int16)
    assert kind.bytesPerSample() == SAMPLE_BYTES
    return MultimediaSink(multimedia, multimedia.QAudioSink(device, kind, parent), parent)
