"""One branch's work: a command of `lobby sim` on its scenario, the answer as data."""

import hashlib
import io
import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

from shared.domain.errors import LobbyError


@dataclass(frozen=True, slots=True)
class Task:
    """A branch and the words of its command; ``key`` changes when anything of it does."""

    branch: str
    scenario: str
    command: str
    words: tuple[str, ...] = ()
    source: str = ""

    @property
    def key(self) -> str:
        """A short name of this work."""
        told = json.dumps([self.branch, self.scenario, self.command, self.words, self.source])
        return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a task: the command's figures, or why there are none."""

    branch: str
    key: str
    result: object = None
    error: str | None = None


#: What does the work; a function of a module, as other processes have to find it.
Do = Callable[[Task], Answer]


def run_command(task: Task) -> Answer:
    """The command as a person would type it, with ``--json -``; in this process.

    What it prints is caught, so one task at a time in a process.
    """
    from simulator.command import sim

    words = [task.command, *_scenario_words(task), *task.words, "--json", "-"]
    told = io.StringIO()
    try:
        with redirect_stdout(told), redirect_stderr(io.StringIO()):
            sim(args=words, standalone_mode=False)
        return Answer(task.branch, task.key, json.loads(told.getvalue()))
    except LobbyError as error:
        return Answer(task.branch, task.key, error=str(error))
    except SystemExit as ended:
        return Answer(task.branch, task.key, error=f"the command ended with code {ended.code}")
    except Exception as error:  # noqa: BLE001 - edge of the task: one branch must not stop the rest
        reason = str(error) or "no reason given"
        return Answer(task.branch, task.key, error=f"{type(error).__name__}: {reason}")


def _scenario_words(task: Task) -> tuple[str, ...]:
    """How this command is told its scenario."""
    return ("--scenario", task.scenario) if task.command == "run" else (task.scenario,)
