"""Staff records and sessions in the database."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, case, delete, insert, select, update
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from shared.domain.errors import StaffUnknown
from shared.services.ports import SessionRecord, StaffRecord
from shared.store.credentials import end_sessions
from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.secret import digest
from shared.store.tables import METADATA, StaffRow

STAFF: Final = METADATA.tables["staff"]
SESSION: Final = METADATA.tables["session"]
ENDED: Final = METADATA.tables["ended_session"]
WITH_TOKENS: Final = (
    select(SESSION, STAFF.c.name, STAFF.c.role, STAFF.c.skills)
    .join(STAFF, STAFF.c.id == SESSION.c.staff)
    .where(SESSION.c.token_hash.in_(bindparam("wanted", expanding=True)))
)


class StaffTable:
    """The staff file of this database (``shared.services.ports.StaffFile``).

    Every method raises StoreUnavailable when the database cannot be used.
    """

    def __init__(self, database: Database) -> None:
        """Read the names that screens show; they are kept up to date by ``refresh_names``."""
        self._database = database
        self._names: dict[str, str] = {}

    def names(self) -> Mapping[str, str]:
        """Every name by staff number; the same mapping is refreshed in place."""
        return self._names

    @store_errors()
    def refresh_names(self) -> None:
        """Read the names again, after somebody was added."""
        with self._database.reading.begin() as connection:
            rows = connection.execute(select(STAFF.c.id, STAFF.c.name)).all()
        self._names.update({row.id: row.name for row in rows})

    @store_errors()
    def find(self, staff: str) -> StaffRecord | None:
        """The record with this staff number."""
        with Session(self._database.reading) as session:
            row = session.get(StaffRow, staff)
            return None if row is None else _record(row)

    @store_errors()
    def everybody(self) -> list[StaffRecord]:
        """All records by staff number."""
        with Session(self._database.reading) as session:
            rows = session.exec(select_rows(StaffRow).order_by(col(StaffRow.id)))
            return [_record(row) for row in rows]

    @store_errors()
    def add(self, record: StaffRecord, added_at: datetime) -> None:
        """A new person, or the same with a new name, role, PIN and skills.

        Whatever the same person is signed in to ends: it was opened with the old PIN and role.
        """
        with Session(self._database.writing) as session:
            session.merge(
                StaffRow(
                    id=record.id,
                    name=record.name,
                    role=record.role,
                    pin_hash=record.pin_hash,
                    skills=None if record.skills is None else list(record.skills),
                    added_at=added_at,
                )
            )
            end_sessions(session.connection(), SESSION.c.staff == record.id)
            session.commit()

    @store_errors()
    def change_pin(self, staff: str, pin_hash: str) -> None:
        """A new PIN; it also ends a lock and whatever the person is signed in to.

        Raises:
            StaffUnknown: no such person.
        """
        values = {"pin_hash": pin_hash, "wrong_pins": 0, "locked_until_us": 0}
        with self._database.transaction() as connection:
            changed = connection.execute(update(STAFF).where(STAFF.c.id == staff).values(**values))
            end_sessions(connection, SESSION.c.staff == staff)
        if not changed.rowcount:
            raise StaffUnknown(staff)

    @store_errors()
    def follow_directory(self, record: StaffRecord, at: datetime) -> None:
        """Name and role as the bank's directory has them; who is new is added without a PIN.

        Sessions go on: they have the new role from now on, as they are joined with this table.
        """
        values = {"name": record.name, "role": record.role}
        added = {"id": record.id, "pin_hash": record.pin_hash, "skills": None, "added_at": at}
        fresh = {"wrong_pins": 0, "locked_until_us": 0}
        with self._database.transaction() as connection:
            changed = connection.execute(
                update(STAFF).where(STAFF.c.id == record.id).values(**values)
            )
            if not changed.rowcount:
                insert_if_missing(connection, STAFF, {**values, **added, **fresh})

    @store_errors()
    def count_try(self, staff: str, most: int, now_us: int, lock_until_us: int) -> int:
        """Count a PIN before it is looked at; 0, or until when sign-in is locked already."""
        person = STAFF.c.id == staff
        is_last = STAFF.c.wrong_pins + 1 >= most
        counting = (
            update(STAFF)
            .where(person, STAFF.c.locked_until_us <= now_us)
            .values(
                wrong_pins=case((is_last, 0), else_=STAFF.c.wrong_pins + 1),
                locked_until_us=case((is_last, lock_until_us), else_=0),
            )
        )
        with self._database.transaction() as connection:
            if connection.execute(counting).rowcount:
                return 0
            locked = connection.execute(select(STAFF.c.locked_until_us).where(person)).scalar()
        return locked or 0

    @store_errors()
    def forgive_tries(self, staff: str) -> None:
        """The PIN was right: no wrong ones in a row, no lock."""
        values = {"wrong_pins": 0, "locked_until_us": 0}
        with self._database.transaction() as connection:
            connection.execute(update(STAFF).where(STAFF.c.id == staff).values(**values))

    @store_errors()
    def open_session(self, token: str, session: SessionRecord, now_us: int) -> None:
        """Keep a session under the digest of its token; clears away those that have expired."""
        row = {
            "token_hash": digest(token),
            "staff": session.staff,
            "device": session.device,
            "counter": session.counter,
            "opened_us": now_us,
            "expires_us": session.expires_us,
        }
        with self._database.transaction() as connection:
            for table in (SESSION, ENDED):
                connection.execute(delete(table).where(table.c.expires_us < now_us))
            connection.execute(insert(SESSION).values(**row))

    @store_errors()
    def find_sessions(self, tokens: Collection[str]) -> dict[str, SessionRecord]:
        """The sessions of these tokens, whether expired or not."""
        asked = {digest(token): token for token in tokens}
        with self._database.reading.begin() as connection:
            rows = connection.execute(WITH_TOKENS, {"wanted": list(asked)})
            return {asked[row.token_hash]: _session(row) for row in rows}

    def find_session(self, token: str) -> SessionRecord | None:
        """The session of this token, whether expired or not."""
        return self.find_sessions([token]).get(token)

    @store_errors()
    def end_session(self, token: str) -> None:
        """Forget the session; nothing happens when there is none."""
        with self._database.transaction() as connection:
            end_sessions(connection, SESSION.c.token_hash == digest(token))


def _session(row: Any) -> SessionRecord:
    skills = None if row.skills is None else tuple(row.skills)
    return SessionRecord(
        row.staff, row.name, row.role, skills, row.device, row.counter, row.expires_us
    )


def _record(row: StaffRow) -> StaffRecord:
    return StaffRecord(
        id=row.id,
        name=row.name,
        role=row.role,
        pin_hash=row.pin_hash,
        skills=None if row.skills is None else tuple(row.skills),
        wrong_pins=row.wrong_pins,
        locked_until_us=row.locked_until_us,
    )
