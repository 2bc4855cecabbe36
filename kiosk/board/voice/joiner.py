"""Clips to one sound: reads a set of recordings and joins pieces and pauses into one WAV."""

import io
import wave
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

from kiosk.board.voice.errors import ClipMissing, ClipUnreadable
from kiosk.board.voice.phrase import Clip, Gap, Part

RATE_HZ = 16_000
SAMPLE_BYTES = 2
CHANNELS = 1


class ClipSet:
    """The recordings: the bank's own folder first, then the set that ships with the product.

    A file that the bank has not recorded is taken from the shipped set, so the call is never cut
    short. Pieces are read once and kept (the whole shipped set is under 2.5 MB).
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._pcm: dict[Clip, bytes] = {}

    def has(self, clip: Clip) -> bool:
        """Whether the piece was recorded."""
        return self._find(clip) is not None

    def pcm(self, clip: Clip) -> bytes:
        """The samples: 16 kHz, one channel, 16 bit little endian.

        Raises:
            ClipMissing: nobody recorded it.
            ClipUnreadable: no WAV file, or in another format.
        """
        if clip not in self._pcm:
            path = self._find(clip)
            if path is None:
                raise ClipMissing(clip.path)
            self._pcm[clip] = read_pcm(path)
        return self._pcm[clip]

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

    def _find(self, clip: Clip) -> Path | None:
        return next((p for f in self._folders if (p := f / clip.path).is_file()), None)


def shipped_clips() -> Path:
    """The folder of the generated set that ships with the product."""
    return Path(str(files("kiosk.board.voice") / "clips"))


def clip_set(own: Path | None = None) -> ClipSet:
    """The shipped set, behind the bank's own folder where there is one."""
    return ClipSet((*((own,) if own else ()), shipped_clips()))


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


def join(parts: Iterable[Part], clips: ClipSet) -> bytes:
    """One WAV of all parts in their order; its length is exactly the sum of theirs.

    Raises:
        ClipMissing, ClipUnreadable.
    """
    return to_wav(b"".join(_samples(part, clips) for part in parts))


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


def _samples(part: Part, clips: ClipSet) -> bytes:
    if isinstance(part, Gap):
        return bytes(RATE_HZ * part.gap_ms // 1000 * SAMPLE_BYTES * CHANNELS)
    return clips.pcm(part)
