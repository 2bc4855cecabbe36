"""Answers line by line in a file, as they come: each once, also when the work is begun again."""

import json
from collections.abc import Iterable
from pathlib import Path

from simulator.planning.line_file import LineFile
from simulator.planning.many.work import Answer, Task


class Answers(LineFile):
    """The file of answers (JSON, one a line). Use it as a context, so that it is closed.

    Answers without figures are not kept as done: the same command tries these branches again, and
    the new line stands behind the old one.

    Raises:
        FileUnwritable: the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        """Open the file; a last line that was cut off is taken away."""
        super().__init__(path)
        self.done: set[str] = set()
        self.written = self.failed = 0
        for line in self.lines:
            self._read(line)
        self.begin()

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
        self.add(line)
