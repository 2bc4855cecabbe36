"""Writes the head of every day to a file off this machine, as soon as the day is over.

In a thread of its own: a network share that hangs or is away must not hold up the branch. What
could not be written is tried again every minute and at the next start, since what is missing is
worked out from the file itself.
"""

import logging
import os
import threading
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from shared.domain.errors import LobbyError
from shared.domain.event import DAY_CLOSED, DAY_OPENED
from shared.services.lobby import Entry
from shared.store.engine import Database
from shared.store.head import heads_after, read_heads
from shared.store.seal import SealKey

log = logging.getLogger(__name__)

AGAIN_S: Final = 60.0
#: How long a stopping server waits for a write that is under way.
STOP_S: Final = 2.0


class HeadKeeper:
    """Brings the file of heads up to date; without a file it does nothing."""

    def __init__(
        self,
        database: Database,
        branches: Collection[str],
        path: Path | None,
        *,
        again_s: float = AGAIN_S,
    ) -> None:
        """Nothing runs yet; ``branches`` are read anew each time."""
        self._database = database
        self._branches = branches
        self._path = path
        self._again_s = again_s
        self._key: SealKey | None = None
        self._is_due = threading.Event()
        self._is_over = False
        self._thread = threading.Thread(target=self._run, name="lobby-heads", daemon=True)

    def seal_with(self, key: SealKey) -> None:
        """Seal every head that is written from now on; before ``start``."""
        self._key = key

    def start(self) -> None:
        """Write what is missing, then wait for the end of days."""
        if self._path is not None:
            self._is_due.set()
            self._thread.start()

    def stop(self) -> None:
        """Write what is due, then end; a share that hangs is not waited for."""
        self._is_over = True
        self._is_due.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)

    def notice(self, entries: Iterable[Entry]) -> None:
        """After a commit: the end of a day is something to write."""
        if any(entry.event.kind in (DAY_CLOSED, DAY_OPENED) for entry in entries):
            self._is_due.set()

    def catch_up(self) -> bool:
        """Write what the file lacks; False, with a warning, when that failed."""
        if self._path is None:
            return True
        try:
            self._append(self._path)
        except (LobbyError, OSError) as error:
            log.warning("heads.not_written file=%s reason=%s", self._path, error)
            return False
        return True

    def _run(self) -> None:
        is_written, is_over = True, False
        while not is_over:
            self._is_due.wait(None if is_written else self._again_s)
            self._is_due.clear()
            is_over = self._is_over  # what was due before the end is written after it
            is_written = self.catch_up()

    def _append(self, path: Path) -> None:
        written: dict[str, dict[str, int]] = {}
        for head in read_heads(path) if path.exists() else []:
            written.setdefault(head.branch, {})[head.log] = head.sequence
        lines = []
        for branch in self._branches:
            found = heads_after(self._database, branch, written.get(branch, {}))
            lines += [h.sealed(self._key) if self._key else h for h in found]
        if not lines:
            return
        with path.open("ab") as file:
            file.truncate(_whole_bytes(path))
            file.write("".join(f"{head.line()}\n" for head in lines).encode())
            file.flush()
            os.fsync(file.fileno())


def _whole_bytes(path: Path) -> int:
    """How long the file is up to its last whole line; what was cut off is written anew."""
    return path.read_bytes().rfind(b"\n") + 1
