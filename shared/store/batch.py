"""Rows that wait until the end of a transaction: then each table is written in one statement.

What a statement costs in the client, and on PostgreSQL its way there and back, is most of what a
small transaction costs. The statements stand here once, so that none is put together again.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, update

from shared.domain.event import TICKET_ISSUED
from shared.domain.ticket import Ticket
from shared.services.lobby import Entry
from shared.store import postgres
from shared.store.blame import writing_rows
from shared.store.tables import METADATA
from shared.store.ticket_row import CHANGING, changing, whole_row

BRANCH: Final = METADATA.tables["branch"]
TICKET: Final = METADATA.tables["ticket"]
NEW_LINES: Final = insert(METADATA.tables["event"])
NEW_TICKETS: Final = insert(TICKET)
NEW_SEALS: Final = insert(METADATA.tables["seal"])
NEW_TOKENS: Final = insert(METADATA.tables["phone_token"])
NEW_ANSWERS: Final = insert(METADATA.tables["answer"])
CHANGED_TICKETS: Final = (
    update(TICKET)
    .where(TICKET.c.id == bindparam("this"))
    .values({column: bindparam(column) for column in CHANGING})
)
NEW_HEADS: Final = (
    update(BRANCH)
    .where(BRANCH.c.id == bindparam("this"))
    .values(last_sequence=bindparam("last"), last_hash=bindparam("hash"))
)
Row = Mapping[str, Any]


class Batch:
    """The rows of one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Nothing waits."""
        self._connection = connection
        self._clear()

    def _clear(self) -> None:
        self._lines: list[Row] = []
        self._new_tickets: list[Row] = []
        self._changed_tickets: list[Row] = []
        self._heads: dict[str, Row] = {}
        self._seals: list[Row] = []
        self._tokens: list[Row] = []
        self._answers: list[Row] = []

    def lines(self, branch: str, lines: Sequence[Row], entries: list[Entry]) -> None:
        """Lines of the log, the tickets that they changed, and where the branch stands then."""
        last = lines[-1]
        self._lines += lines
        self._heads[branch] = {"this": branch, "last": last["sequence"], "hash": last["hash"]}
        self._tickets(branch, entries)

    def seal(self, row: Row) -> None:
        """A seal over lines that wait here."""
        self._seals.append(row)

    def tokens(self, rows: Iterable[Row]) -> None:
        """Phone pages."""
        self._tokens += rows

    def answers(self, rows: Iterable[Row]) -> None:
        """What was answered under Idempotency-Keys."""
        self._answers += rows

    def write(self) -> None:
        """Everything that waits, table by table; other processes hear of it at the commit.

        Raises:
            NotRecordable: a value that the driver cannot hand over.
        """
        heads = list(self._heads.values())
        for statement, rows in (
            (NEW_LINES, self._lines),
            (NEW_TICKETS, self._new_tickets),
            (CHANGED_TICKETS, self._changed_tickets),
            (NEW_HEADS, heads),
            (NEW_SEALS, self._seals),
            (NEW_TOKENS, self._tokens),
            (NEW_ANSWERS, self._answers),
        ):
            if rows:
                with writing_rows():
                    self._connection.execute(statement, rows)
        if heads and self._connection.dialect.name == "postgresql":
            postgres.announce(self._connection, {row["this"]: row["last"] for row in heads})
        self._clear()

    def _tickets(self, branch: str, entries: list[Entry]) -> None:
        """New tickets and changed ones, each in its last state."""
        issued = {e.event.ticket for e in entries if e.event.kind == TICKET_ISSUED}
        changed: dict[str, tuple[str, Ticket]] = {}
        for entry in entries:
            own = () if entry.ticket is None else (entry.ticket,)
            for ticket in (*own, *entry.others):
                changed[ticket.id] = (entry.day, ticket)
        self._new_tickets += [whole_row(branch, *changed[ticket]) for ticket in issued]
        self._changed_tickets += [
            {"this": ticket, **changing(now)}
            for ticket, (_, now) in changed.items()
            if ticket not in issued
        ]
