"""Tells a server in charge what happened here while none answered, until it has all of it."""

import logging
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from shared.client.offline.durable import NotKept
from shared.client.offline.journal_file import JournalFile
from shared.client.ports import Failure, LobbyClient
from shared.protocol.journal import Journal, JournalEntry, JournalTaken

#: Entries in one request: far below what a server reads of one.
PAGE: Final = 200
AGAIN_MS: Final = 3000

logger = logging.getLogger(__name__)


def _nothing(_entries: Sequence[JournalEntry]) -> None:
    """Nobody else needs what is forgotten."""


class Reporter(QObject):
    """Sends the journal whenever a server is in charge, one request at a time.

    Signals:
        finished(): nothing is left to tell.
    """

    finished = Signal()

    def __init__(
        self,
        client: LobbyClient,
        journal: JournalFile,
        before_forgetting: Callable[[Sequence[JournalEntry]], None] = _nothing,
        again_ms: int = AGAIN_MS,
    ) -> None:
        """Begins with what an earlier run left.

        ``before_forgetting`` gets the entries that a server has; it may raise ``NotKept``, and then
        nothing is forgotten.
        """
        super().__init__()
        self._client = client
        self._journal = journal
        self._before_forgetting = before_forgetting
        self._is_under_way = False
        self.has_failed = False
        """Whether a server has just not taken it; it is told again."""
        self._again = QTimer(self, singleShot=True, interval=again_ms)
        self._again.timeout.connect(self.tell)
        client.onlineChanged.connect(self.tell)
        client.servingChanged.connect(self.tell)

    @property
    def is_behind(self) -> bool:
        """Whether a server still has to hear of something."""
        return bool(self._journal.entries)

    def stop(self) -> None:
        """Tell nothing any more."""
        self._again.stop()
        self._client.onlineChanged.disconnect(self.tell)
        self._client.servingChanged.disconnect(self.tell)
        self._is_under_way = True

    def tell(self) -> None:
        """Send what is next, if somebody can hear it."""
        journal = self._journal
        if self._is_under_way or not (self._client.is_served and journal.entries):
            return
        self._is_under_way = True
        told = Journal(
            source=journal.source, first=journal.first, entries=tuple(journal.entries[:PAGE])
        )
        self._client.send_journal(told).then(
            lambda answer: self._was_taken(told, answer), self._was_not_taken
        )

    def _was_taken(self, told: Journal, answer: JournalTaken) -> None:
        """Forget what the server has, and never more than it was told; go on with the rest."""
        self._is_under_way = self.has_failed = False
        count = min(answer.last - told.first + 1, len(told.entries))
        try:
            self._before_forgetting(told.entries[: max(0, count)])
            self._journal.forget(told.source, told.first + count - 1)
        except NotKept as error:
            logger.warning("journal.not_forgotten %s", error)
            count = 0
        if not self._journal.entries:
            self.finished.emit()
        elif count > 0:
            self.tell()
        else:
            self._again.start()

    def _was_not_taken(self, failure: Failure) -> None:
        """The journal waits: whatever the reason, nothing of it is given up."""
        logger.warning("journal.not_taken %s", failure.code)
        self._is_under_way = False
        self.has_failed = not failure.is_undecided
        self._again.start()
