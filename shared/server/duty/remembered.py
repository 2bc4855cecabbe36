"""What a branch server remembers of its stand-in over every restart."""

import logging
import threading
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from shared.domain.errors import LobbyError
from shared.store.charge_log import waived_terms
from shared.store.engine import Database
from shared.store.lines import position
from shared.store.standing import Standing, read_standing, remember

log = logging.getLogger(__name__)

#: So many terms are given up on a counter's word; a person may give up any others.
GIVEN_UP_MOST: Final = 50
#: In the place of an event beside a term's name; any other one: there the stand-in told of it again
#: after it had been given up.
GIVEN_UP: Final = 0


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
        self._durable: set[str] = set()
        """Those that are given up after a restart."""

    def recall(self) -> int:
        """Read it; up to which event the stand-in is known to have the log.

        Raises:
            StoreUnavailable.
        """
        with self._lock:
            self._standing = read_standing(self._database, self._branch)
            noted = dict(self._standing.terms)
        told = waived_terms(self._database, self._branch)
        given_up = {term for term, at in told.items() if at > noted.get(term, 0)}
        self.waive(given_up | {term for term, at in noted.items() if at == GIVEN_UP})
        return self._standing.confirmed

    def confirm(self, last: int) -> None:
        """The stand-in has the log up to here; durable when this comes back.

        Raises:
            StoreUnavailable, CommitInDoubt.
        """
        self._keep(confirmed=last)

    def waive(self, terms: Iterable[str]) -> None:
        """Terms that a person has given up, as the log says or will say."""
        self.waived.update(terms)
        self._durable.update(terms)

    def give_up(self, term: str) -> None:
        """A term that was first told after a person did without the stand-in, for good.

        Of more than ``GIVEN_UP_MOST`` the others are heard again after a restart, or when the
        stand-in answers: the safe side.
        """
        try:
            is_kept = self._note(term, GIVEN_UP)
        except LobbyError as error:  # it is told again
            log.warning("charge.term_not_given_up branch=%s reason=%s", self._branch, error)
        else:
            self.waive([term] if is_kept else [])

    def lives(self, term: str) -> None:
        """The stand-in tells of this term: whoever keeps it is heard, after a restart as well."""
        self.waived.discard(term)
        if term not in self._durable:
            return
        try:
            self._note(term, max(position(self._database, self._branch).last, 1))
        except LobbyError as error:  # it is told again
            log.warning("charge.term_not_kept branch=%s reason=%s", self._branch, error)
        else:
            self._durable.discard(term)

    def _note(self, term: str, at: int) -> bool:
        """Durable when this comes back, once for each term; False where there are too many."""
        with self._lock:
            known = self._standing.terms
            if (term, at) in known:
                return True
            terms = [(name, place) for name, place in known if name != term]
            alike = [one for one in terms if (one[1] == GIVEN_UP) == (at == GIVEN_UP)]
            if len(alike) >= GIVEN_UP_MOST:
                if at == GIVEN_UP:
                    return False
                terms.remove(alike[0])  # of long ago: absorbed
            self._write(terms=(*terms, (term, at)))
            return True

    def _keep(self, **changes: Any) -> None:
        with self._lock:
            self._write(**changes)

    def _write(self, **changes: Any) -> None:
        found = replace(self._standing, **changes)
        remember(self._database, self._branch, found)
        self._standing = found
