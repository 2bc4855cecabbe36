"""What a search has found out so far, kept line by line: it can be killed and goes on.

A search asks the same questions in the same order each time, so that with the answers of the
journal it comes to where it was, and then to the same end as one that was left alone.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final

from shared.domain.errors import InputInvalid
from shared.reports.writing import writing
from shared.rollout.compiled import sources_hash
from simulator.model.plan import Plan

VERSION: Final = 1


class JournalOfAnother(InputInvalid):
    """The journal belongs to another search."""

    code = "journal_of_another"
    sentence = (
        "%1 is the journal of another search (another scenario, options, seed or program version). "
        "Name a new file, or delete this one."
    )


class Journal:
    """Answers by question, in a file, or only in memory without one.

    Each answer is one line, on the disk before the search goes on. A last line that was cut off in
    the middle is taken away. Use it as a context, so that the file is closed.

    Raises:
        JournalOfAnother: the file begins with another ``task``.
        FileUnwritable: it cannot be written.
    """

    def __init__(self, path: Path | None, task: Mapping[str, object]) -> None:
        self._path = path
        self._known: dict[str, object] = {}
        self._file: int | None = None
        self.recalled = 0
        if path is not None:
            with writing(path):
                self._open(path, json.dumps({"journal": VERSION, "task": fingerprint(task)}))

    def _open(self, path: Path, head: str) -> None:
        held = path.read_bytes() if path.exists() else b""
        whole = held[: held.rfind(b"\n") + 1]
        lines = whole.decode("utf-8", "replace").splitlines()
        if (lines and lines[0] != head) or (
            held and not lines and not head.startswith(_text(held))
        ):
            raise JournalOfAnother(path)
        for line in lines[1:]:
            question, answer = json.loads(line)
            self._known[question] = answer
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        os.ftruncate(self._file, len(whole))
        os.lseek(self._file, 0, os.SEEK_END)
        if not lines:
            self._write(head)

    def __contains__(self, question: str) -> bool:
        """Whether it has been answered."""
        return question in self._known

    def __getitem__(self, question: str) -> object:
        """The answer; KeyError when there is none."""
        found = self._known[question]
        self.recalled += 1
        return found

    def keep(self, question: str, answer: object) -> None:
        """Write an answer down (what JSON can hold)."""
        self._known[question] = answer
        if self._file is not None and self._path is not None:
            with writing(self._path):
                self._write(json.dumps([question, answer]))

    def _write(self, line: str) -> None:
        assert self._file is not None
        os.write(self._file, f"{line}\n".encode())
        os.fsync(self._file)

    def __enter__(self) -> "Journal":
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _text(held: bytes) -> str:
    return held.decode("utf-8", "replace")


def task_of(plan: Plan, **options: object) -> dict[str, object]:
    """What a search on a plan depends on: everything that would change an answer."""
    return {
        "scenario": plan.scenario.model_dump(mode="json"),
        "profile": plan.profile.model_dump(mode="json"),
        "day": plan.day,
        "kernel": sources_hash(),
        "options": {name: str(value) for name, value in options.items()},
    }


def fingerprint(task: Mapping[str, object]) -> str:
    """A short name of a task that differs when anything of it does."""
    return hashlib.sha256(json.dumps(task, sort_keys=True).encode()).hexdigest()[:24]
