"""The kiosk's own tickets: its numbers, its journal, and telling a server of them afterwards."""

import logging
from collections.abc import Mapping, Sequence
from datetime import UTC
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.ticketing.offline.issuer import Knowledge, OwnTicket, branch_of, draft
from shared.client.offline.durable import NotKept
from shared.client.offline.journal_file import JournalFile
from shared.client.offline.number_book import NumberBook
from shared.client.offline.only_one import OnlyOne
from shared.client.ports import Failure, LobbyClient
from shared.client.reporter import Reporter
from shared.domain.branch import Lease
from shared.domain.errors import LobbyError
from shared.domain.opening import refuse_without_tickets
from shared.domain.refused import NumbersUsedUp
from shared.protocol.command import IssueTicket
from shared.protocol.event import to_us
from shared.protocol.journal import JournalEntry, LeaseNumbers, NumberLease
from shared.protocol.lobby import LobbyView, TicketIssued

BOOK = "numbers.json"
AGAIN_MS = 10_000
#: In each series and on each day; with two kiosks they still have three digits.
NUMBERS = 100

logger = logging.getLogger(__name__)


class OwnDesk(QObject):
    """Gives tickets without a server, as long as the kiosk's block of numbers lasts.

    Signals:
        changed(): whether it can give tickets may be different.
    """

    changed = Signal()

    def __init__(self, client: LobbyClient, folder: Path | None, holder: str = "") -> None:
        """``folder`` keeps numbers and journal; None: this kiosk gives no tickets by itself.

        ``holder`` tells one device's key from another's, without being it.
        """
        super().__init__()
        self._client = client
        self._one: OnlyOne | None = None
        self._book: NumberBook | None = None
        self._journal: JournalFile | None = None
        self.reporter: Reporter | None = None
        self._is_asking = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._ask_for_numbers)
        if folder is not None:
            self._open(folder, holder)

    def _open(self, folder: Path, holder: str) -> None:
        """Take the folder, unless another program has it or it cannot be used."""
        self._one = OnlyOne(folder)
        if not self._one.is_ours:
            logger.warning("kiosk.no_own_tickets %s is in use or cannot be written", folder)
            return
        try:
            self._journal = JournalFile(folder)
        except NotKept as error:
            logger.warning("kiosk.no_own_tickets %s", error)
            return
        self._book = NumberBook(folder / BOOK, holder)
        self.reporter = Reporter(self._client, self._journal, self._remember)
        self._client.onlineChanged.connect(self._ask_for_numbers)
        self._client.servingChanged.connect(self._ask_for_numbers)
        self._client.lobbyChanged.connect(self._note_lobby)
        self._ask_for_numbers()

    def close(self) -> None:
        """Let go of the folder; may be repeated."""
        self._again.stop()
        if self.reporter is not None:
            self.reporter.stop()
            self.reporter = None
            self._client.onlineChanged.disconnect(self._ask_for_numbers)
            self._client.servingChanged.disconnect(self._ask_for_numbers)
            self._client.lobbyChanged.disconnect(self._note_lobby)
        if self._one is not None:
            self._one.release()

    # ------------------------------------------------------------ tickets

    @property
    def can_issue(self) -> bool:
        """Whether there is any hope of a ticket: a profile, a block, a journal that takes it."""
        return (
            self._client.profile is not None
            and self._book is not None
            and self._book.lease is not None
            and self._journal is not None
            and self._journal.damage is None
        )

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with numbers and journal, as codes for the list of devices."""
        found = []
        if self._book is not None and self._book.is_unreadable:
            found.append("numbers_unreadable")
        elif self._book is not None and self._book.lease is None:
            found.append("numbers_missing")
        if self._journal is not None and self._journal.damage is not None:
            found.append(self._journal.damage.code)
        return tuple(found)

    def is_open(self) -> bool:
        """Whether tickets are given now, by today's hours as this kiosk knows them."""
        try:
            known = self._knowledge()
            refuse_without_tickets(branch_of(known), to_us(known.now.astimezone(UTC)))
        except LobbyError:
            return False
        return True

    def issue(self, wish: IssueTicket) -> OwnTicket:
        """A ticket out of our own block; it is on the disk when this returns.

        Raises:
            LobbyError: no ticket, and why (numbers used up, closed, disk full ...).
        """
        if self._journal is None:
            raise NumbersUsedUp("")
        found = draft(self._knowledge(), wish)
        self._journal.append(found.entry)
        return found.ticket

    def _knowledge(self) -> Knowledge:
        """What we know. Raises NumbersUsedUp: nothing of the branch, or no numbers."""
        profile, now = self._client.profile, self._client.now()
        known = self._client.memory.known
        lease = self._book.lease if self._book is not None else None
        if profile is None or lease is None:
            raise NumbersUsedUp("")
        return Knowledge(
            profile=profile,
            now=now,
            block=Lease(lease.first, lease.last),
            last_used=self._last_used(now.date().isoformat()),
            suspended_on=known.day,
            incidents=known.incidents,
            phone_base=known.phone_base,
        )

    def _last_used(self, day: str) -> Mapping[str, int]:
        assert self._book is not None
        assert self._journal is not None
        return self._book.last_used(day, self._journal.entries)

    # ------------------------------------------------------------ what a server tells

    def learn(self, ticket: TicketIssued) -> None:
        """From a ticket of the server: under which address the customers' pages lie."""
        base, slash, _token = ticket.phone_url.rpartition("/")
        if base:
            self._client.memory.note(phone_base=base + slash)

    def _note_lobby(self, lobby: LobbyView) -> None:
        """What is suspended today is known even when we are started anew without a server."""
        self._client.memory.note(day=lobby.day, incidents=lobby.incidents)

    def _ask_for_numbers(self) -> None:
        """At every contact: the server says which block is ours, and what of it was given."""
        if self._is_asking or not self._client.is_served:
            return
        self._is_asking = True
        self._client.lease_numbers(LeaseNumbers(count=NUMBERS)).then(
            self._numbers_came, self._no_numbers
        )

    def _numbers_came(self, lease: NumberLease) -> None:
        self._is_asking = False
        assert self._book is not None
        try:
            self._book.take(lease)
        except LobbyError as error:
            logger.warning("kiosk.numbers_not_kept %s", error)
            self._again.start()
        self.changed.emit()

    def _no_numbers(self, failure: Failure) -> None:
        """Asked again while there is contact: a kiosk without numbers helps nobody later."""
        self._is_asking = False
        logger.warning("kiosk.no_numbers %s", failure.code)
        self._again.start()

    def _remember(self, entries: Sequence[JournalEntry]) -> None:
        """Before the journal forgets what was told: these numbers stay used. Raises NotKept."""
        if self._book is not None:
            self._book.note(entries)
