"""What a teller finishes while no server decides: kept at once, shown at once, told afterwards.

The customer who stands at the counter can be started, closed and marked absent. Nobody is called:
two counters that do not hear of each other could call the same ticket.
"""

import logging
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from shared.client.offline.durable import NotKept
from shared.client.offline.journal_file import JournalFile
from shared.client.offline.only_one import OnlyOne
from shared.client.ports import LobbyClient
from shared.client.reporter import Reporter
from shared.domain import event as kinds
from shared.protocol.journal import JournalEntry
from shared.protocol.lobby import CounterView, LobbyView, TicketView

logger = logging.getLogger(__name__)


class OwnHand(QObject):
    """The journal of one teller's window.

    ``counter`` is the counter as it is by what was done here, until a server has heard of it.

    Signals:
        changed(): a server has heard, or ``counter`` is another.
    """

    changed = Signal()

    def __init__(self, client: LobbyClient, folder: str) -> None:
        """``folder`` keeps the journal; empty: nothing can be finished without a server."""
        super().__init__()
        self._client = client
        self._one: OnlyOne | None = None
        self._journal: JournalFile | None = None
        self._reporter: Reporter | None = None
        self.counter: CounterView | None = None
        client.lobbyChanged.connect(self._caught_up)
        if folder:
            self._open(Path(folder))

    def _open(self, folder: Path) -> None:
        self._one = OnlyOne(folder)
        try:
            self._journal = JournalFile(folder) if self._one.is_ours else None
        except NotKept as error:
            logger.warning("teller.nothing_kept %s", error)
        if self._journal is None:
            return
        self._reporter = Reporter(self._client, self._journal)
        self._reporter.finished.connect(self.changed)
        self._reporter.tell()

    def stop(self) -> None:
        """Let go of the folder; what is not told yet is told by the next run."""
        self._client.lobbyChanged.disconnect(self._caught_up)
        if self._reporter is not None:
            self._reporter.stop()
        if self._one is not None:
            self._one.release()

    @property
    def is_telling(self) -> bool:
        """Whether a server is just hearing of it: a command now would overtake it."""
        reporter = self._reporter
        return reporter is not None and reporter.is_behind and not reporter.has_failed

    def can_finish(self, ticket: TicketView) -> bool:
        """Whether this visit can be finished without asking anybody: one matter, one customer."""
        journal = self._journal
        is_simple = len(ticket.needs) <= 1 and ticket.items == 1 and not ticket.companions
        return journal is not None and journal.damage is None and is_simple

    def start(self, counter: CounterView, staff: str) -> None:
        """The customer is here. Raises NotKept, JournalDamaged."""
        ticket, now = self._ticket(counter), self._client.now()
        self._keep(kinds.TICKET_STARTED, counter, staff, {"is_implied": False}, now)
        served = ticket.model_copy(update={"state": "serving", "started_at": now})
        self._show(counter.model_copy(update={"ticket": served}))

    def close(self, counter: CounterView, staff: str, outcome: str) -> None:
        """The visit is over. Raises NotKept, JournalDamaged."""
        now = self._client.now()
        self._keep(kinds.TICKET_CLOSED, counter, staff, {"outcome": outcome}, now)
        self._show(_free(counter, now))

    def no_show(self, counter: CounterView, staff: str) -> None:
        """Nobody came, though somebody looked if need be. Raises NotKept, JournalDamaged."""
        ticket, now = self._ticket(counter), self._client.now()
        data: dict[str, kinds.Value] = {"recalls": ticket.recalls}
        if ticket.needs_visual_call:
            data["has_looked"] = True
        self._keep(kinds.TICKET_NO_SHOW, counter, staff, data, now)
        self._show(_free(counter, now))

    def _keep(
        self,
        kind: str,
        counter: CounterView,
        staff: str,
        data: dict[str, kinds.Value],
        at: datetime,
    ) -> None:
        assert self._journal is not None
        ticket = self._ticket(counter).id
        entry = JournalEntry(
            kind=kind, at=at, ticket=ticket, counter=counter.id, staff=staff, data=data
        )
        self._journal.append(entry)

    def _ticket(self, counter: CounterView) -> TicketView:
        assert counter.ticket is not None
        return counter.ticket

    def _show(self, counter: CounterView) -> None:
        self.counter = counter
        self.changed.emit()

    def _caught_up(self, _lobby: LobbyView) -> None:
        """A snapshot of a server that has heard everything, or will not hear it, is the truth."""
        if self.counter is not None and not self.is_telling:
            self.counter = None
            self.changed.emit()


def _free(counter: CounterView, now: datetime) -> CounterView:
    """The counter without its customer; nobody stands by, as nobody is called."""
    changes: dict[str, object] = {
        "ticket": None,
        "reason": None,
        "since": now,
        "is_standby": False,
    }
    return counter.model_copy(update=changes)
