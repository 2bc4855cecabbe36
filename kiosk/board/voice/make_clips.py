"""Makes the shipped set of clips with espeak-ng, and tells the phonemes and length of each.

Needed only by whoever changes the wording; the product never calls it and does not depend on
espeak-ng. In an environment that has the PyPI package ``espeakng-loader`` (espeak-ng 1.52; its
1.51 in Debian 12 reads tone digits aloud in the voice ``cmn``) besides the product's own packages::

    python -m kiosk.board.voice.make_clips FOLDER

A bank records the same file names with its own people instead: see clips/README.md.
"""

import ctypes
import importlib
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.signal import resample_poly

from kiosk.board.voice.joiner import RATE_HZ, to_wav
from kiosk.board.voice.texts import LETTERS, TEXTS

Samples = NDArray[np.float64]

VOICES = {"zh_CN": "cmn", "en": "English (Great Britain)"}
WORDS_PER_MINUTE = 145
PEAK_0_1 = 0.8
#: Below this share of the peak the ends of a clip count as silence.
SILENCE_0_1 = 0.012
MARGIN_MS = 15

# Figures of espeak-ng's speak_lib.h.
_SYNCHRONOUS = 2
_POSITION_CHARACTER = 1
_UTF8 = 1
_RATE_PARAMETER = 1


class Speaker:
    """espeak-ng through its C interface; one voice at a time."""

    def __init__(self) -> None:
        loader: Any = importlib.import_module("espeakng_loader")
        self._lib = ctypes.CDLL(loader.get_library_path())
        self._lib.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self.rate_hz: int = self._lib.espeak_Initialize(
            _SYNCHRONOUS, 0, loader.get_data_path().encode(), 0
        )
        self._pieces: list[NDArray[np.int16]] = []
        kind = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
        )
        self._callback = kind(self._take)
        self._lib.espeak_SetSynthCallback(self._callback)
        self._lib.espeak_SetParameter(_RATE_PARAMETER, WORDS_PER_MINUTE, 0)

    def use(self, voice: str) -> None:
        """Speak with this voice from now on; ValueError when espeak-ng has no such voice."""
        if self._lib.espeak_SetVoiceByName(voice.encode()) != 0:
            raise ValueError(voice)

    def phonemes(self, text: str) -> str:
        """The phonemes in espeak's own notation, with tones as their contour (55 35 214 51)."""
        rest = ctypes.c_char_p(text.encode())
        pointer = ctypes.pointer(ctypes.cast(rest, ctypes.c_void_p))
        clauses: list[str] = []
        while pointer.contents.value:
            clauses.append(self._lib.espeak_TextToPhonemes(pointer, _UTF8, 0).decode())
        return ", ".join(clauses)

    def speak(self, text: str) -> Samples:
        """The sound at ``rate_hz``, as numbers from -1 to 1."""
        self._pieces.clear()
        raw = text.encode()
        self._lib.espeak_Synth(raw, len(raw) + 1, 0, _POSITION_CHARACTER, 0, _UTF8, None, None)
        return np.concatenate(self._pieces).astype(np.float64) / 32768

    def _take(self, samples: Any, count: int, _events: Any) -> int:
        if count > 0 and samples:
            self._pieces.append(np.ctypeslib.as_array(samples, shape=(count,)).copy())
        return 0


def shaped(sound: Samples, rate_hz: int) -> Samples:
    """The sound at the rate of our clips, without silence around it, at one loudness."""
    at_rate = np.asarray(resample_poly(sound, RATE_HZ, rate_hz), dtype=np.float64)
    loud = np.flatnonzero(np.abs(at_rate) > SILENCE_0_1 * np.abs(at_rate).max())
    margin = RATE_HZ * MARGIN_MS // 1000
    cut = at_rate[max(0, loud[0] - margin) : loud[-1] + margin]
    fade = np.minimum(1.0, np.arange(len(cut)) / margin)
    cut = cut * fade * fade[::-1]
    return np.asarray(cut * (PEAK_0_1 / np.abs(cut).max()), dtype=np.float64)


def chime() -> Samples:
    """Two struck tones, e'' and c'' (659.26 and 523.25 Hz, equal temperament, a' = 440 Hz)."""
    seconds = np.arange(RATE_HZ) / RATE_HZ
    sound = np.zeros(len(seconds))
    for start_s, pitch_hz in ((0.0, 659.26), (0.32, 523.25)):
        since = np.clip(seconds - start_s, 0, None)
        struck = np.exp(-since * 5.0) * np.minimum(1.0, since * 200)
        sound += struck * (np.sin(2 * np.pi * pitch_hz * since))
        sound += 0.25 * struck**2 * np.sin(2 * np.pi * 2 * pitch_hz * since)
    sound *= np.minimum(1.0, (1.0 - seconds) * 20)
    return np.asarray(0.6 * sound / np.abs(sound).max(), dtype=np.float64)


def write(path: Path, sound: Samples) -> int:
    """Write one clip and give its length in milliseconds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(to_wav((sound * 32767).astype("<i2").tobytes()))
    return len(sound) * 1000 // RATE_HZ


def make(folder: Path) -> list[str]:
    """Write all clips into the folder; one line each: file, length, text, phonemes."""
    lines = [f"chime {write(folder / 'chime.wav', chime())} ms"]
    speaker = Speaker()
    for language, texts in TEXTS.items():
        for name, text in texts.items():
            # The Mandarin voice hurries over Latin letters (0.2 s); the English one takes its time.
            speaker.use(VOICES["en" if text in LETTERS.values() else language])
            sound = shaped(speaker.speak(text), speaker.rate_hz)
            long_ms = write(folder / language / f"{name}.wav", sound)
            lines.append(f"{language}/{name} {long_ms} ms “{text}” [{speaker.phonemes(text)}]")
    return lines


if __name__ == "__main__":
    sys.stdout.write("\n".join(make(Path(sys.argv[1]))) + "\n")
