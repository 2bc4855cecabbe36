"""One program at a time uses a folder; the operating system forgets it when the program dies."""

import os
import sys
from pathlib import Path

from shared.client.offline.durable import OWNER_ONLY, make_folder


class OnlyOne:
    """A lock on a folder for as long as this object is not released.

    Not a file with a process number in it: after a power cut that number may be ours again.
    """

    def __init__(self, folder: Path) -> None:
        """Take it if it is free; see ``is_ours``. A folder that cannot be written is not ours."""
        self._handle = -1
        self.is_ours = False
        try:
            make_folder(folder)
            self._handle = os.open(folder / "in-use", os.O_RDWR | os.O_CREAT, OWNER_ONLY)
            _lock(self._handle)
            self.is_ours = True
        except OSError:
            self.release()

    def release(self) -> None:
        """Let others have it; may be repeated."""
        self.is_ours = False
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        """OSError where somebody else has it."""
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        """OSError where somebody else has it."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
