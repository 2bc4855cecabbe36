"""One writer at a time for the catalogue: several people add texts in parallel."""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STALE_AFTER_S = 20.0
"""A lock older than this was left behind by a process that died; an update takes about 1 s."""


@contextmanager
def catalogue_lock(folder: Path) -> Iterator[None]:
    """Hold the lock of a catalogue folder; waits for others, takes over a forgotten lock.

    The lock is a file in the system's temporary folder, created exclusively, which works on every
    platform and leaves nothing in the source tree.
    """
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / f"branch-lobby-catalogue-{name}.lock"
    while not _take(path):
        time.sleep(0.05)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _take(path: Path) -> bool:
    """Try once to create the lock file."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        return True
    except FileExistsError:
        try:
            if time.time() - path.stat().st_mtime > STALE_AFTER_S:
                path.unlink(missing_ok=True)
        except FileNotFoundError:
            pass  # released between our two looks: the next try gets it
        return False
