"""A machine's clock that can be moved for several processes at once: an offset in a small file."""

import mmap
import struct
import time
from pathlib import Path
from typing import Final

OFFSET: Final = struct.Struct("<q")


class MovableClock:
    """The real time plus the offset in the file; whoever maps the file sees every move at once."""

    def __init__(self, file: Path) -> None:
        """The file is made, with the offset 0, where it is missing."""
        if not file.exists():
            file.write_bytes(OFFSET.pack(0))
        with file.open("r+b") as opened:
            self._mapped = mmap.mmap(opened.fileno(), OFFSET.size)

    def wall_ns(self) -> int:
        """Nanoseconds since the UTC epoch, as this machine believes."""
        return time.time_ns() + self.offset_ns()

    def offset_ns(self) -> int:
        """How far it is from the real time."""
        offset: int = OFFSET.unpack(self._mapped[:])[0]
        return offset

    def move(self, by_s: float) -> None:
        """Step: forward, or backward when negative."""
        self._mapped[:] = OFFSET.pack(self.offset_ns() + round(by_s * 1e9))

    def show(self, at_us: int) -> None:
        """Step to this time (microseconds since the UTC epoch)."""
        self._mapped[:] = OFFSET.pack(at_us * 1000 - time.time_ns())
