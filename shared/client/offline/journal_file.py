"""What a program did by itself while no server decided: kept line by line until a server has it.

One file at a time in a folder, named after the journal (``source``). An entry is on the disk before
``append`` returns, so that nothing is shown to a customer that a power cut could make undone. A
line is a checksum and the entry as JSON. The last line may be torn: its entry was never shown, and
it goes. Any other line that cannot be read means that the disk lies: then nothing is added any
more, the rest is still told, and the file stays for a person to look at.
"""

import errno
import os
import uuid
import zlib
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from shared.client.offline.durable import OWNER_ONLY, make_folder, telling
from shared.config.disk import sync_folder
from shared.domain.errors import EnvironmentFailed
from shared.protocol.journal import JournalEntry

SUFFIX: Final = ".journal"


class JournalDamaged(EnvironmentFailed):
    """A line in the middle of the journal cannot be read."""

    code = "journal_damaged"
    sentence = "The journal %1 cannot be read from line %2 on. Keep the file and call a technician."


class JournalFile:
    """The journal of one program. ``entries`` are those that no server has yet, oldest first.

    ``source`` is its name, empty while there is nothing in it. ``first`` is the place of the first
    of ``entries``: places count from 1 in each journal.
    """

    def __init__(self, folder: Path) -> None:
        """Read what an earlier run left.

        Raises:
            NotKept: the folder cannot be read.
        """
        self._folder = folder
        self.source = ""
        self.first = 1
        self.entries: list[JournalEntry] = []
        self.damage: JournalDamaged | None = None
        self._length = 0
        with telling(folder):
            found = sorted(folder.glob(f"*{SUFFIX}"))
            if found:
                self._read(found[0])

    def append(self, entry: JournalEntry) -> None:
        """Keep an entry; it is on the disk when this returns.

        Raises:
            JournalDamaged: nothing can be added to this journal any more.
            NotKept: the disk is full, for example; then nothing was added.
        """
        if self.damage is not None:
            raise self.damage
        with telling(self._folder):
            if not self.source:
                self._begin()
            line = _line(entry)
            _write_at(self._path, self._length, line)
        self._length += len(line)
        self.entries.append(entry)

    def forget(self, source: str, last: int) -> None:
        """A server has everything of this journal up to place ``last``.

        The file goes once the whole of it is known there; a damaged one stays.

        Raises:
            NotKept: the file cannot be removed; it will be told and forgotten again.
        """
        if source != self.source:
            return
        known = min(max(0, last - self.first + 1), len(self.entries))
        del self.entries[:known]
        self.first += known
        if self.entries or self.damage is not None:
            return
        with telling(self._folder):
            self._path.unlink()
            sync_folder(self._folder)
        self.source, self.first, self._length = "", 1, 0

    @property
    def _path(self) -> Path:
        return self._folder / f"{self.source}{SUFFIX}"

    def _begin(self) -> None:
        """A new journal under a name that no other ever has."""
        make_folder(self._folder)
        source = uuid.uuid4().hex
        path = self._folder / f"{source}{SUFFIX}"
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
        sync_folder(self._folder)
        self.source = source

    def _read(self, path: Path) -> None:
        """The entries of an earlier run; a torn end is cut off."""
        self.source = path.stem
        content = path.read_bytes()
        for line in content.splitlines(keepends=True):
            entry = _entry(line)
            if entry is None:
                break
            self.entries.append(entry)
            self._length += len(line)
        if not _is_torn(content[self._length :]):
            self.damage = JournalDamaged(path, len(self.entries) + 1)


def _line(entry: JournalEntry) -> bytes:
    text = entry.model_dump_json(exclude_defaults=True).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _entry(line: bytes) -> JournalEntry | None:
    """The entry of a whole line; None for anything else."""
    sum_text, _, text = line.rstrip(b"\n").partition(b" ")
    if not line.endswith(b"\n") or sum_text != b"%08x" % zlib.crc32(text):
        return None
    try:
        return JournalEntry.model_validate_json(text)
    except ValidationError:
        return None


def _is_torn(rest: bytes) -> bool:
    """Whether this is one last line at most: what was being written when the power went."""
    return b"\n" not in rest[:-1]


def _write_at(path: Path, length: int, line: bytes) -> None:
    """Put a line behind the sound part and bring it to the disk; a torn line before it goes."""
    with path.open("r+b", buffering=0) as file:
        file.truncate(length)
        file.seek(length)
        if file.write(line) != len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(file.fileno())
