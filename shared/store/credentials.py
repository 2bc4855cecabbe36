"""Who may ask, as one server tells the other of its branch: digests and slow hashes, no secrets."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, insert, select, update

from shared.protocol.stand_in import CopiedDevice, CopiedPerson, CopiedSession, Credentials
from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.tables import METADATA

DEVICE: Final = METADATA.tables["device"]
STAFF: Final = METADATA.tables["staff"]
SESSION: Final = METADATA.tables["session"]
#: The role under which a server knows the other one; its key is of this database alone.
SERVER_ROLE: Final = "branch"


@store_errors()
def read_credentials(database: Database, branch: str, now_us: int) -> Credentials:
    """The devices that may ask in this branch, the staff, and who is signed in.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        devices = select(DEVICE).where(
            DEVICE.c.revoked_at.is_(None),
            DEVICE.c.role != SERVER_ROLE,
            DEVICE.c.branch.in_([branch, ""]),
        )
        return Credentials(
            beat="",
            devices=tuple(
                CopiedDevice(**_some(row, CopiedDevice.model_fields))
                for row in connection.execute(devices.order_by(DEVICE.c.id))
            ),
            staff=tuple(
                CopiedPerson(**_some(row, CopiedPerson.model_fields))
                for row in connection.execute(select(STAFF).order_by(STAFF.c.id))
            ),
            sessions=tuple(_sessions(connection, now_us, opened_after_us=-1)),
        )


@store_errors()
def sessions_since(database: Database, opened_us: int, now_us: int) -> tuple[CopiedSession, ...]:
    """Who has signed in since then.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        return tuple(_sessions(connection, now_us, opened_after_us=opened_us))


def _sessions(
    connection: Connection, now_us: int, *, opened_after_us: int
) -> Iterable[CopiedSession]:
    found = select(SESSION).where(
        SESSION.c.expires_us > now_us, SESSION.c.opened_us > opened_after_us
    )
    for row in connection.execute(found.order_by(SESSION.c.token_hash)):
        yield CopiedSession(**_some(row, CopiedSession.model_fields))


@store_errors()
def write_credentials(database: Database, given: Credentials, at: datetime) -> None:
    """These and no others; the other server's own key stays.

    Raises:
        StoreUnavailable.
    """
    with database.writing.begin() as connection:
        connection.execute(delete(SESSION))
        mine = DEVICE.c.role == SERVER_ROLE
        known = [device.id for device in given.devices]
        connection.execute(delete(DEVICE).where(DEVICE.c.id.not_in(known), ~mine))
        people = [person.id for person in given.staff]
        connection.execute(delete(STAFF).where(STAFF.c.id.not_in(people)))
        for device in given.devices:
            _put(connection, DEVICE, device.model_dump(), {"enrolled_at": at})
        for person in given.staff:
            row = person.model_dump() | {"skills": person.skills and list(person.skills)}
            _put(connection, STAFF, row, {"added_at": at})
        _write_sessions(connection, given.sessions)


@store_errors()
def add_sessions(database: Database, sessions: Iterable[CopiedSession]) -> None:
    """Whoever signed in at the other server is signed in here too.

    Raises:
        StoreUnavailable.
    """
    with database.writing.begin() as connection:
        _write_sessions(connection, sessions)


def _write_sessions(connection: Connection, sessions: Iterable[CopiedSession]) -> None:
    devices = set(connection.execute(select(DEVICE.c.id)).scalars())
    people = set(connection.execute(select(STAFF.c.id)).scalars())
    for session in sessions:
        if session.device in devices and session.staff in people:
            insert_if_missing(connection, SESSION, session.model_dump())


def _put(
    connection: Connection, table: Table, row: Mapping[str, Any], first: Mapping[str, Any]
) -> None:
    changed = connection.execute(update(table).where(table.c.id == row["id"]).values(**row))
    if not changed.rowcount:
        connection.execute(insert(table).values(**row, **first))


def _some(row: Any, names: Iterable[str]) -> dict[str, Any]:
    """These columns of a row."""
    values = {name: getattr(row, name) for name in names}
    if values.get("skills") is not None:
        values["skills"] = tuple(values["skills"])
    return values
