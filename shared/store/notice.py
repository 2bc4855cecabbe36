"""Telephone numbers of today and the messages to them: what survives a power cut.

A message is made of a call in the log, once, and stays until it is sent or given up. Whoever sends
it claims it for a while first, so that of several processes one does.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import and_, delete, or_, select, update

from shared.domain.event import TICKET_CALLED
from shared.services.case_text import SealedText, unseal
from shared.services.notifying import CALLED
from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.log import events_after
from shared.store.tables import METADATA
from shared.store.unit_of_work import UnitOfWork

CONTACT: Final = METADATA.tables["contact"]
NOTICE: Final = METADATA.tables["notice"]
PLACE: Final = METADATA.tables["notice_place"]
SECRET: Final = METADATA.tables["secret"]
WAITING, SENT, FAILED = "waiting", "sent", "failed"
#: Whoever has claimed a message and is gone leaves it to others after this time.
CLAIM_US: Final = 60_000_000
BATCH: Final = 20
#: So many events may be read once more after a power cut; each place that is kept is a write.
REREAD_MAX: Final = 500


def contact_key(day: str) -> str:
    """The name of the key of the numbers that were left on an ISO date."""
    return f"contact:{day}"


@dataclass(frozen=True, slots=True)
class Due:
    """A message that is claimed by who asked; ``tries`` counts this one."""

    id: str
    branch: str
    ticket: str
    about: str
    tries: int
    made_us: int


def keep_contact(work: UnitOfWork, ticket: str, sealed: SealedText, sequence: int) -> None:
    """Write a number down beside the event that tells of it, instead of one before."""
    connection = work.connection
    someone = select(CONTACT.c.ticket).where(CONTACT.c.branch == sealed.branch).limit(1)
    if connection.execute(someone).first() is None:  # calls of before are nobody's: not read again
        connection.execute(delete(PLACE).where(PLACE.c.branch == sealed.branch))
    connection.execute(delete(CONTACT).where(CONTACT.c.ticket == ticket))
    row = {"ticket": ticket, "branch": sealed.branch, "key": sealed.key, "sealed": sealed.sealed}
    connection.execute(CONTACT.insert(), [row])
    insert_if_missing(connection, PLACE, {"branch": sealed.branch, "sequence": sequence})


def forget_contact(work: UnitOfWork, ticket: str) -> None:
    """Delete the number of a ticket."""
    work.connection.execute(delete(CONTACT).where(CONTACT.c.ticket == ticket))


class NoticeTable:
    """The messages of this database."""

    def __init__(self, database: Database) -> None:
        """Nothing is read yet."""
        self._database = database
        self._read: dict[str, int] = {}  # how far the logs are read, which is not written each time

    @store_errors()
    def wanted(self) -> dict[str, set[str]]:
        """The tickets with a number, by branch. Raises StoreUnavailable."""
        found: dict[str, set[str]] = {}
        with self._database.reading.begin() as connection:
            for row in connection.execute(select(CONTACT.c.branch, CONTACT.c.ticket)):
                found.setdefault(row.branch, set()).add(row.ticket)
        return found

    @store_errors()
    def take_calls(
        self,
        branch: str,
        tickets: Mapping[str, Collection[str]],
        now_us: int,
        new_id: Iterable[str],
    ) -> int:
        """Make messages of the calls since the last time; how many. Raises StoreUnavailable.

        ``tickets``: by the ticket that is called, those whose customers want to hear of it.
        """
        ids = iter(new_id)
        with self._database.reading.begin() as connection:
            place = connection.execute(
                select(PLACE.c.sequence).where(PLACE.c.branch == branch)
            ).scalar()
            if place is None:
                return 0
            read = max(place, self._read.get(branch, 0))
            events = list(events_after(connection, branch, read))
        if not events:
            return 0
        last = self._read[branch] = events[-1][0]
        calls = [
            (sequence, ticket)
            for sequence, event, _ in events
            if event.kind == TICKET_CALLED
            for ticket in tickets.get(event.ticket, ())
        ]
        if not calls and last - place < REREAD_MAX:
            return 0
        with self._database.writing.begin() as connection:
            for sequence, ticket in calls:
                row = _row(next(ids), branch, ticket, CALLED, sequence, now_us)
                insert_if_missing(connection, NOTICE, row)
            connection.execute(
                update(PLACE)
                .where(PLACE.c.branch == branch, PLACE.c.sequence == place)
                .values(sequence=last)
            )
        return len(calls)

    @store_errors()
    def add(
        self, branch: str, tickets: Iterable[str], about: str, now_us: int, ids: Iterable[str]
    ) -> None:
        """Messages of which a ticket has one. Raises StoreUnavailable."""
        named = iter(ids)
        with self._database.writing.begin() as connection:
            for ticket in tickets:
                row = _row(next(named), branch, ticket, about, 0, now_us)
                insert_if_missing(connection, NOTICE, row)

    @store_errors()
    def claim(self, now_us: int, branches: Sequence[str]) -> list[Due]:
        """The messages of these branches that are due, oldest first, for a while nobody else's.

        Raises:
            StoreUnavailable.
        """
        due = (
            select(NOTICE)
            .where(NOTICE.c.state == WAITING, NOTICE.c.due_us <= now_us)
            .where(NOTICE.c.branch.in_(branches))
            .order_by(NOTICE.c.made_us, NOTICE.c.id)
            .limit(BATCH)
        )
        with self._database.reading.begin() as connection:
            rows = connection.execute(due).all()
        if not rows:
            return []
        claimed = []
        with self._database.writing.begin() as connection:
            for row in rows:
                taken = connection.execute(
                    update(NOTICE)
                    .where(NOTICE.c.id == row.id, NOTICE.c.due_us == row.due_us)
                    .where(NOTICE.c.state == WAITING)
                    .values(due_us=now_us + CLAIM_US, tries=row.tries + 1)
                )
                if taken.rowcount:
                    claimed.append(
                        Due(row.id, row.branch, row.ticket, row.about, row.tries + 1, row.made_us)
                    )
        return claimed

    @store_errors()
    def put_off(self, notice: str, due_us: int, tries: int | None = None) -> None:
        """Try again then; with ``tries`` this one does not count. Raises StoreUnavailable."""
        values = {"due_us": due_us} | ({} if tries is None else {"tries": tries})
        with self._database.writing.begin() as connection:
            connection.execute(update(NOTICE).where(NOTICE.c.id == notice).values(**values))

    @store_errors()
    def settle(self, notice: str, state: str) -> None:
        """It is sent, or given up. Raises StoreUnavailable."""
        with self._database.writing.begin() as connection:
            connection.execute(update(NOTICE).where(NOTICE.c.id == notice).values(state=state))

    @store_errors()
    def number(self, branch: str, ticket: str) -> str:
        """The telephone number of a ticket; empty when it is forgotten. Raises StoreUnavailable."""
        with self._database.reading.begin() as connection:
            wanted = select(CONTACT).where(CONTACT.c.branch == branch, CONTACT.c.ticket == ticket)
            row = connection.execute(wanted).first()
            if row is None:
                return ""
            value = connection.execute(
                select(SECRET.c.value).where(SECRET.c.name == row.key)
            ).scalar()
        key = bytes.fromhex(value) if value else None
        text = unseal(key, SealedText(ticket, branch, row.key, row.sealed))
        return text.contact if text else ""

    @store_errors()
    def forget_days(self, days: dict[str, str]) -> int:
        """Destroy the numbers of days that are over, their keys and messages; how many numbers.

        ``days``: the present ISO date of each branch.

        Raises:
            StoreUnavailable.
        """
        old = [
            and_(CONTACT.c.branch == branch, CONTACT.c.key < contact_key(day))
            for branch, day in days.items()
        ]
        if not old:
            return 0
        is_over = or_(*old)
        with self._database.reading.begin() as connection:
            tickets = list(connection.execute(select(CONTACT.c.ticket).where(is_over)).scalars())
        if not tickets:
            return 0
        name = SECRET.c.name
        oldest = contact_key(min(days.values()))
        with self._database.writing.begin() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA secure_delete = ON")
            connection.execute(delete(CONTACT).where(is_over))
            connection.execute(delete(NOTICE).where(NOTICE.c.ticket.in_(tickets)))
            connection.execute(delete(SECRET).where(name >= contact_key(""), name < oldest))
        return len(tickets)


def _row(
    notice: str, branch: str, ticket: str, about: str, place: int, now_us: int
) -> dict[str, object]:
    return {
        "id": notice,
        "branch": branch,
        "ticket": ticket,
        "about": about,
        "place": place,
        "state": WAITING,
        "tries": 0,
        "due_us": now_us,
        "made_us": now_us,
    }
