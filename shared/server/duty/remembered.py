"""What a branch server remembers of its stand-in over every restart."""

import logging
import threading
from dataclasses import replace
from typing import Any

from shared.domain.errors import LobbyError
from shared.store.charge_log import waived_terms
from shared.store.engine import Database
from shared.store.standing import Standing, read_standing, remember

log = logging.getLogger(__name__)


class Remembered:
    """How far the copy goes, and which terms a person has given up. Any thread."""

    def __init__(self, database: Database, branch: str) -> None:
        """Nothing is read yet."""
        self._database = database
        self._branch = branch
        self._lock = threading.Lock()
        self._standing = Standing()
        self.waived: set[str] = set()
        """Terms for whose journal nobody waits."""

    def recall(self) -> int:
        """Read it; up to which event the stand-in is known to have the log.

        Raises:
            StoreUnavailable.
        """
        self._standing = read_standing(self._database, self._branch)
        self.waived |= waived_terms(self._database, self._branch)
        self.waived |= {term for term, _ in self._standing.terms}
        return self._standing.confirmed

    def confirm(self, last: int) -> None:
        """The stand-in has the log up to here; durable when this comes back.

        Raises:
            StoreUnavailable, CommitInDoubt.
        """
        self._keep(confirmed=last)

    def give_up(self, term: str) -> None:
        """A term that was first told after a person did without the stand-in, for good."""
        try:
            self._keep(terms=(*self._standing.terms, (term, 0)))
        except LobbyError as error:  # it is told again
            log.warning("charge.term_not_given_up branch=%s reason=%s", self._branch, error)
        else:
            self.waived.add(term)

    def _keep(self, **changes: Any) -> None:
        with self._lock:
            found = replace(self._standing, **changes)
            remember(self._database, self._branch, found)
            self._standing = found
