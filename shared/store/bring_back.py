"""What head office had of a log since a backup comes back into it, line by line."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from shared.domain.copies import LinesMissing, LogForked
from shared.domain.errors import EnvironmentFailed, FileUnreadable, InputInvalid
from shared.protocol.shipping import Lines
from shared.store.engine import Database
from shared.store.lines import lines_after, position
from shared.store.receive import Receiver
from shared.store.seal import SealKey

#: Asked with a branch and a sequence: what follows, nothing at the end.
LineSource = Callable[[str, int], Lines]
NOTHING: Final = Lines(log="", lines=())


class BackupElsewhere(EnvironmentFailed):
    """The backup's log is not the beginning of the one that head office has."""

    code = "backup_elsewhere"
    sentence = (
        "The log of branch %1 in the backup and the one of head office part before event %2. Take "
        "a backup from before they parted."
    )


class LinesFileInvalid(InputInvalid):
    """A file of lines holds something else."""

    code = "lines_file_invalid"
    sentence = "File %1 holds no lines of a log: line %2. Make it with: lobby head-office lines."


def bring_back(copy: Database, branch: str, source: LineSource, key: SealKey | None) -> int:
    """Append what the source has beyond the end of this log; how many events that are.

    Raises:
        BackupElsewhere. What the source and ``Receiver.receive`` raise.
    """
    receiver = Receiver(copy)
    if key is not None:
        receiver.seal_with(key)
    began = last = position(copy, branch).last
    while (found := source(branch, last)).lines:
        try:
            last = receiver.receive(branch, found).last
        except (LogForked, LinesMissing) as error:
            raise BackupElsewhere(branch, last + 1) from error
    return last - began


def save_lines(database: Database, branch: str, path: Path) -> int:
    """Write the whole log to a file, to the letter; how many events that are."""
    last = 0
    with path.open("w", encoding="utf-8") as file:
        while (found := lines_after(database, branch, last)).lines:
            last = found.lines[-1].sequence
            file.write(f"{branch}\t{found.model_dump_json()}\n")
    return last


def source_in_file(path: Path) -> LineSource:
    """Lines out of a file of ``save_lines``, read once for each branch.

    Raises (when it is read):
        FileUnreadable; LinesFileInvalid.
    """
    readers: dict[str, Iterator[Lines]] = {}

    def source(branch: str, after: int) -> Lines:
        reader = readers.setdefault(branch, _of_branch(path, branch))
        newer = (found for found in reader if found.lines and found.lines[-1].sequence > after)
        return next(newer, NOTHING)

    return source


def _of_branch(path: Path, branch: str) -> Iterator[Lines]:
    return (found for owner, found in _batches(path) if owner == branch)


def _batches(path: Path) -> Iterator[tuple[str, Lines]]:
    try:
        with path.open(encoding="utf-8") as file:
            yield from _read(path, file)
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or error) from error


def _read(path: Path, rows: Iterable[str]) -> Iterator[tuple[str, Lines]]:
    for number, row in enumerate(rows, start=1):
        owner, _, body = row.partition("\t")
        try:
            yield owner, Lines.model_validate(json.loads(body))
        except (ValidationError, ValueError, RecursionError) as error:
            raise LinesFileInvalid(path, number) from error
