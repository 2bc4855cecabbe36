"""Answers line by line in a file, as they come: each once, also when the work is begun again."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from shared.reports.writing import writing
from simulator.planning.many.work import Answer, Task


class Answers:
    """The file of answers (JSON, one a line). Use it as a context, so that it is closed.

    Answers without figures are not kept as done: the same command tries these branches again, and
    the new line stands behind the old one.

    Raises:
        FileUnwritable: the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        """Open the file; a last line that was cut off is taken away."""
        self.path = path
        self.done: set[str] = set()
        self.written = self.failed = 0
        with writing(path):
            held = path.read_bytes() if path.exists() else b""
            whole = held[: held.rfind(b"\n") + 1]
            for line in whole.decode("utf-8", "replace").splitlines():
                self._read(line)
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            os.ftruncate(self._file, len(whole))
            os.lseek(self._file, 0, os.SEEK_END)

    def _read(self, line: str) -> None:
        try:
            told = json.loads(line)
        except ValueError:
            return
        if isinstance(told, dict) and told.get("error") is None and "key" in told:
            self.done.add(str(told["key"]))

    def missing(self, tasks: Iterable[Task]) -> list[Task]:
        """The tasks without an answer so far."""
        return [task for task in tasks if task.key not in self.done]

    def keep(self, answer: Answer) -> None:
        """Write an answer, unless it is there already."""
        if answer.key in self.done:
            return
        told = {"branch": answer.branch, "key": answer.key}
        if answer.error is None:
            self.done.add(answer.key)
            self.written += 1
            line = json.dumps({**told, "error": None, "result": answer.result}, ensure_ascii=False)
        else:
            self.failed += 1
            line = json.dumps({**told, "error": answer.error}, ensure_ascii=False)
        with writing(self.path):
            os.write(self._file, f"{line}\n".encode())
            os.fsync(self._file)

    def __enter__(self) -> "Answers":
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        os.close(self._file)
