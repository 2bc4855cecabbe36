"""Clips to one sound: reads a set of recordings and joins pieces and pauses into one WAV."""

import io
import wave
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np

from kiosk.board.voice.errors import ClipMissing, ClipUnreadable
from kiosk.board.voice.manifest import read_manifest
from kiosk.board.voice.phrase import Clip, Gap, Part

RATE_HZ = 16_000
SAMPLE_BYTES = 2
CHANNELS = 1


class ClipSet:
    """The recordings: the bank's own folder first, then the set that ships with the product.

    A file that the bank has not recorded is taken from the shipped set, so the call is never cut
    short. Where voices do not mix (``mixes`` false), a sentence of which the bank lacks a piece is
    spoken by the shipped voice as a whole. Pieces are read once and kept (the whole shipped set is
    under 2.5 MB).
    """

    def __init__(self, folders: Sequence[Path], *, mixes: bool = True) -> None:
        self._folders = tuple(folders)
        self._mixes = mixes
        self._pcm: dict[Path, bytes] = {}

    def has(self, clip: Clip) -> bool:
        """Whether the piece was recorded."""
        return self.find(clip) is not None

    def pcm(self, clip: Clip, skip: int = 0) -> bytes:
        """The samples: 16 kHz, one channel, 16 bit little endian.

        ``skip``: so many folders are not looked into.

        Raises:
            ClipMissing: nobody recorded it.
            ClipUnreadable: no WAV file, or in another format.
        """
        path = self.find(clip, skip)
        if path is None:
            raise ClipMissing(clip.path)
        if path not in self._pcm:
            self._pcm[path] = read_pcm(path)
        return self._pcm[path]

    def skipped(self, parts: Iterable[Part]) -> Mapping[str, int]:
        """By language how many folders are not looked into for this sentence."""
        if self._mixes or len(self._folders) < 2:
            return {}
        own = self._folders[0]
        wanted = [part for part in parts if isinstance(part, Clip)]
        return {clip.language: 1 for clip in wanted if not (own / clip.path).is_file()}

    def check(self) -> None:
        """Read every recording of the bank's folders, so that a wrong one is found at the start.

        Raises:
            ClipUnreadable: a folder cannot be read, or the first file in another format.
        """
        for folder in self._folders:
            if not folder.is_dir():
                raise ClipUnreadable(folder, "no such folder")
            for path in sorted(folder.rglob("*.wav")):
                read_pcm(path)

    def find(self, clip: Clip, skip: int = 0) -> Path | None:
        """The file of a piece, of the first folder that has it."""
        return next((p for f in self._folders[skip:] if (p := f / clip.path).is_file()), None)


def shipped_clips() -> Path:
    """The folder of the generated set that ships with the product."""
    return Path(str(files("kiosk.board.voice") / "clips"))


def clip_set(own: Path | None = None) -> ClipSet:
    """The shipped set, behind the bank's own folder where there is one.

    Raises:
        ManifestInvalid: what the folder says of itself cannot be read.
    """
    if own is None:
        return ClipSet((shipped_clips(),))
    return ClipSet((own, shipped_clips()), mixes=read_manifest(own).mixes)


def read_pcm(path: Path) -> bytes:
    """The samples of one recording.

    Raises:
        ClipUnreadable: no WAV file, or not 16 kHz, one channel, 16 bit.
    """
    try:
        with wave.open(str(path), "rb") as sound:
            found = (sound.getframerate(), sound.getnchannels(), sound.getsampwidth())
            if found != (RATE_HZ, CHANNELS, SAMPLE_BYTES):
                raise ClipUnreadable(
                    path, f"{found[0]} Hz, {found[1]} channels, {found[2] * 8} bit"
                )
            return sound.readframes(sound.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise ClipUnreadable(path, str(error) or "no WAV file") from error


def join(parts: Sequence[Part], clips: ClipSet, volume_percent: int = 100) -> bytes:
    """One WAV of all parts in their order; its length is exactly the sum of theirs.

    Raises:
        ClipMissing, ClipUnreadable.
    """
    skipped = clips.skipped(parts)
    pcm = b"".join(_samples(part, clips, skipped) for part in parts)
    return to_wav(pcm if volume_percent == 100 else quieter(pcm, volume_percent))


def quieter(pcm: bytes, volume_percent: int) -> bytes:
    """The samples at a share of their height, 0 to 100."""
    samples = np.frombuffer(pcm, dtype="<i2").astype(np.int32)
    return (samples * volume_percent // 100).astype("<i2").tobytes()


def to_wav(pcm: bytes) -> bytes:
    """The samples as a WAV file."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as sound:
        sound.setnchannels(CHANNELS)
        sound.setsampwidth(SAMPLE_BYTES)
        sound.setframerate(RATE_HZ)
        sound.writeframes(pcm)
    return buffer.getvalue()


def duration_ms(wav: bytes) -> int:
    """How long a WAV of ours plays, in milliseconds, rounded up."""
    with wave.open(io.BytesIO(wav), "rb") as sound:
        return -(-sound.getnframes() * 1000 // sound.getframerate())


def _samples(part: Part, clips: ClipSet, skipped: Mapping[str, int]) -> bytes:
    if isinstance(part, Gap):
        return bytes(RATE_HZ * part.gap_ms // 1000 * SAMPLE_BYTES * CHANNELS)
    return clips.pcm(part, skipped.get(part.language, 0))
