"""Files that survive a power cut: what was said to be written is there afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from shared.config.disk import sync_folder
from shared.domain.errors import EnvironmentFailed

OWNER_ONLY: Final = 0o600
FOLDER_OWNER_ONLY: Final = 0o700


class NotKept(EnvironmentFailed):
    """The disk is full, or the folder cannot be written: nothing new is promised."""

    code = "not_kept"
    sentence = "Nothing can be kept in %1: %2. Make room there, or make the folder writable."


def replace_file(path: Path, content: bytes) -> None:
    """Write a whole file: after a power cut it is the old one or the new one, never half.

    Raises:
        NotKept.
    """
    fresh = path.with_suffix(".new")
    with telling(path.parent):
        make_folder(path.parent)
        with os.fdopen(
            os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY), "wb"
        ) as f:
            f.write(content)
            f.flush()
            os.fsync(f.fileno())
        fresh.replace(path)
        sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """The folder, for its owner only."""
    folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_OWNER_ONLY)


@contextmanager
def telling(folder: Path) -> Iterator[None]:
    """Whatever the system refuses becomes ``NotKept``."""
    try:
        yield
    except OSError as error:
        raise NotKept(folder, error.strerror or type(error).__name__) from error
