"""Writing files for people: what went wrong is said in a sentence."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.domain.errors import EnvironmentFailed


class FileUnwritable(EnvironmentFailed):
    """A result cannot be written to this file."""

    code = "file_unwritable"
    sentence = "File %1 cannot be written: %2. Choose another folder and try again."


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Around whatever writes this file.

    Raises:
        FileUnwritable: instead of the operating system's error.
    """
    try:
        yield path
    except OSError as error:
        raise FileUnwritable(path, error.strerror or error) from error


def keep_json(text: str, json_file: str | None) -> None:
    """A result as JSON where ``--json`` wants it: ``-`` is stdout, nothing writes nothing.

    Raises:
        FileUnwritable: as ``writing``.
    """
    if json_file == "-":
        sys.stdout.write(f"{text}\n")
    elif json_file is not None:
        with writing(Path(json_file)) as path:
            path.write_text(f"{text}\n", encoding="utf-8")
