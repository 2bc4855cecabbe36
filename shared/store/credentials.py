"""Who may ask, as one server tells the other of its branch: digests and slow hashes.

The secrets among it are the keys by which both tell one request from another, and know the code
of an appointment.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, update

from shared.protocol.stand_in import CopiedDevice, CopiedPerson, CopiedSession, Credentials
from shared.services.pseudonym import Purpose
from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.tables import METADATA

DEVICE: Final = METADATA.tables["device"]
STAFF: Final = METADATA.tables["staff"]
SESSION: Final = METADATA.tables["session"]
ENDED: Final = METADATA.tables["ended_session"]
SECRET: Final = METADATA.tables["secret"]
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
            request_key=_key(connection, Purpose.REQUEST),
            code_key=_key(connection, Purpose.CODE),
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

    A session that was ended here stays so, and is remembered until that server lists it no more.

    Raises:
        StoreUnavailable, CommitInDoubt.
    """
    with database.transaction() as connection:
        connection.execute(delete(SESSION))
        told = [session.token_hash for session in given.sessions]
        connection.execute(delete(ENDED).where(ENDED.c.token_hash.not_in(told)))
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
        _write_key(connection, Purpose.REQUEST, given.request_key)
        _write_key(connection, Purpose.CODE, given.code_key)


def _key(connection: Connection, purpose: Purpose) -> str:
    found = connection.execute(select(SECRET.c.value).where(SECRET.c.name == purpose))
    return found.scalar() or ""


def _write_key(connection: Connection, purpose: Purpose, key: str) -> None:
    """The same thing has the same digest there and here."""
    if key:
        kept = update(SECRET).where(SECRET.c.name == purpose).values(value=key)
        insert_if_missing(connection, SECRET, {"name": purpose, "value": key})
        connection.execute(kept)


@store_errors()
def take_sessions(
    database: Database, sessions: Iterable[CopiedSession], ended: Iterable[str]
) -> None:
    """Whoever signed in at the other server is signed in here too, whoever signed out is not.

    Raises:
        StoreUnavailable, CommitInDoubt.
    """
    with database.transaction() as connection:
        _write_sessions(connection, sessions)
        for token_hash in ended:
            end_sessions(connection, SESSION.c.token_hash == token_hash)


def end_sessions(connection: Connection, which: ColumnElement[bool]) -> None:
    """These end before their time; remembered so that the other server ends them as well."""
    found = select(SESSION.c.token_hash, SESSION.c.expires_us).where(which)
    for row in connection.execute(found).mappings().all():
        insert_if_missing(connection, ENDED, dict(row))
    connection.execute(delete(SESSION).where(which))


@store_errors()
def ended_sessions(database: Database) -> tuple[str, ...]:
    """The digests of the tokens of sessions that were ended before their time.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        return tuple(connection.execute(select(ENDED.c.token_hash)).scalars())


def _write_sessions(connection: Connection, sessions: Iterable[CopiedSession]) -> None:
    devices = set(connection.execute(select(DEVICE.c.id)).scalars())
    people = set(connection.execute(select(STAFF.c.id)).scalars())
    ended = set(connection.execute(select(ENDED.c.token_hash)).scalars())
    for session in sessions:
        is_known = session.device in devices and session.staff in people
        if is_known and session.token_hash not in ended:
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
