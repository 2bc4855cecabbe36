"""The branches that head office keeps copies of."""

import threading
import time
from collections.abc import Collection, Iterator
from typing import Final

from shared.store.branch import branches
from shared.store.engine import Database

REMEMBERED_S: Final = 1.0


class KnownBranches(Collection[str]):
    """Looked up in the database at most once a second: a branch may be admitted at any time.

    Every question raises StoreUnavailable when the database cannot be read.
    """

    def __init__(self, database: Database) -> None:
        """Nothing is read yet."""
        self._database = database
        self._found: frozenset[str] = frozenset()
        self._until_s = 0.0
        self._lock = threading.Lock()

    def __contains__(self, branch: object) -> bool:
        return branch in self._found or branch in self._read()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._read()))

    def __len__(self) -> int:
        return len(self._read())

    def _read(self) -> frozenset[str]:
        with self._lock:
            if time.monotonic() >= self._until_s:
                self._found = frozenset(branches(self._database))
                self._until_s = time.monotonic() + REMEMBERED_S
            return self._found
