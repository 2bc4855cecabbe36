"""Which branches: the scenario files of a folder, or the lines of a table."""

import csv
import hashlib
import shlex
from collections.abc import Sequence
from pathlib import Path

from shared.config.naming import suggestion
from shared.domain.errors import FileUnreadable, InputInvalid
from simulator.model.changes import SHIPPED_SCENARIOS
from simulator.planning.many.work import Task

#: Commands of ``lobby sim`` that take one scenario and write figures as JSON.
COMMANDS = ("run", "staff", "tomorrow", "policy", "appointments", "layout", "cost")


class BranchesInvalid(InputInvalid):
    """A folder or table of branches cannot be used."""

    code = "branches_invalid"
    sentence = "Branches in %1: %2"


def tasks_of(place: Path, command: str, words: Sequence[str]) -> list[Task]:
    """A task for each branch, in the order of their names or of the table.

    A folder gives a branch for each ``*.toml`` in it that is a scenario by its keys. A table
    (CSV) has the columns branch and scenario (a file, relative to the table, or a shipped
    name), and may have words: further words of the command for this branch.

    Raises:
        FileUnreadable, BranchesInvalid.
    """
    known = [name for name in COMMANDS if name in _there_are()]
    if command not in known:
        raise BranchesInvalid(place, f"no command “{command}”. {suggestion(command, known)}")
    found = _from_folder(place) if place.is_dir() else _from_table(place)
    if not found:
        raise BranchesInvalid(place, "there is no scenario in it.")
    twice = [branch for branch, _, _ in found if [b for b, _, _ in found].count(branch) > 1]
    if twice:
        raise BranchesInvalid(place, f"“{twice[0]}” is there twice.")
    return [
        Task(branch, scenario, command, (*words, *own), _source(scenario))
        for branch, scenario, own in found
    ]


Line = tuple[str, str, tuple[str, ...]]


def _there_are() -> set[str]:
    from simulator.command import sim

    functions = (c.name or getattr(c.callback, "__name__", "") for c in sim.registered_commands)
    return set(functions)


def _from_folder(folder: Path) -> list[Line]:
    """Files that are a branch's profile or prices stand beside scenarios: told by their keys."""
    import tomllib

    found: list[Line] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            keys = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            keys = {"based_on": ""}  # the command says what is wrong with it
        if "based_on" in keys or "demand" in keys:
            found.append((path.stem, str(path.absolute()), ()))
    return found


def _from_table(path: Path) -> list[Line]:
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or "not UTF-8 text") from error
    found: list[Line] = []
    for number, row in enumerate(rows, start=2):
        branch, scenario = ((row.get(name) or "").strip() for name in ("branch", "scenario"))
        if not branch or not scenario:
            raise BranchesInvalid(path.name, f"line {number} lacks branch or scenario.")
        if scenario not in SHIPPED_SCENARIOS:
            scenario = str((path.parent / scenario).absolute())
        found.append((branch, scenario, tuple(shlex.split(row.get("words") or ""))))
    return found


def _source(scenario: str) -> str:
    """A fingerprint of the scenario's file, so that a changed branch is done again."""
    path = Path(scenario)
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16] if path.is_file() else ""
