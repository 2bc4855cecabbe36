"""A file that grows line by line, each on the disk before the work goes on."""

import os
from pathlib import Path
from types import TracebackType
from typing import Self

from shared.reports.writing import writing


class LineFile:
    """What the file holds, and more lines behind it. Use it as a context, so that it is closed.

    ``lines`` are its whole lines; ``tail`` is what was cut off in the middle behind them, which the
    first new line takes the place of. Nothing is changed before ``begin``.

    Raises:
        FileUnwritable: the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        """Read what is there."""
        self.path = path
        self._file: int | None = None
        with writing(path):
            held = path.read_bytes() if path.exists() else b""
        self._whole = held.rfind(b"\n") + 1
        self.lines = held[: self._whole].decode("utf-8", "replace").splitlines()
        self.tail = held[self._whole :].decode("utf-8", "replace")

    def begin(self) -> None:
        """Open it behind its last whole line."""
        with writing(self.path):
            self._file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
            os.ftruncate(self._file, self._whole)
            os.lseek(self._file, 0, os.SEEK_END)

    def add(self, line: str) -> None:
        """Write one more line."""
        assert self._file is not None
        with writing(self.path):
            os.write(self._file, f"{line}\n".encode())
            os.fsync(self._file)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()
