"""What a search has found out so far, kept line by line: it can be killed and goes on.

A search asks the same questions in the same order each time, so that with the answers of the
journal it comes to where it was, and then to the same end as one that was left alone.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

from shared.domain.errors import InputInvalid
from shared.rollout.compiled import sources_hash
from simulator.model.plan import Plan
from simulator.model.scenario_staff import Staffing
from simulator.planning.line_file import LineFile

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
        self._known: dict[str, object] = {}
        self._file: LineFile | None = None
        self.recalled = 0
        if path is not None:
            self._file = self._opened(
                path, json.dumps({"journal": VERSION, "task": fingerprint(task)})
            )

    def _opened(self, path: Path, head: str) -> LineFile:
        file = LineFile(path)
        begins = file.lines[0] == head if file.lines else head.startswith(file.tail)
        if not begins:
            raise JournalOfAnother(path)
        for line in file.lines[1:]:
            question, answer = json.loads(line)
            self._known[question] = answer
        file.begin()
        if not file.lines:
            file.add(head)
        return file

    def __contains__(self, question: str) -> bool:
        """Whether it has been answered."""
        return question in self._known

    def __getitem__(self, question: str) -> object:
        """The answer; KeyError when there is none."""
        found = self._known[question]
        self.recalled += 1
        return found

    def keep(self, question: str, answer: object) -> None:
        """Write an answer down (what JSON can hold); from now on it is as JSON gives it back."""
        line = json.dumps([question, answer])
        self._known[question] = json.loads(line)[1]
        if self._file is not None:
            self._file.add(line)

    def ask(self, question: str, find: Callable[[], object]) -> object:
        """The answer, found and written down where nobody has asked before."""
        if question not in self:
            self.keep(question, find())
            return self._known[question]
        return self[question]

    def number(self, question: str, find: Callable[[], float]) -> float:
        """As ``ask``, for a question whose answer is a number."""
        return float(str(self.ask(question, find)))

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
            self._file.close()


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


def name_of(lines: Sequence[Staffing]) -> str:
    """A short name of a staffing, for questions about it."""
    return fingerprint({"lines": [line.model_dump(exclude_defaults=True) for line in lines]})
