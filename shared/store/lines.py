"""Reading a log as it is sent to another server: lines to the letter, profiles that they name."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from shared.domain.event import PROFILE_PUBLISHED
from shared.protocol.shipping import BYTES_MAX, LINES_MAX, Lines, LogLine, Position
from shared.store import profile_version
from shared.store.engine import Database, store_errors
from shared.store.tables import METADATA

BRANCH: Final = METADATA.tables["branch"]
EVENT: Final = METADATA.tables["event"]
#: The columns of a line, without those that name its place in this database.
COLUMNS: Final = tuple(EVENT.c[name] for name in LogLine.model_fields)
#: What a line costs on the wire beside its data.
FRAME_BYTES: Final = 500


@store_errors()
def position(database: Database, branch: str) -> Position:
    """How far the log of a branch goes; an empty position where there is none.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        return position_in(connection, branch)


def position_in(connection: Connection, branch: str) -> Position:
    """The same within a transaction."""
    row = connection.execute(select(BRANCH).where(BRANCH.c.id == branch)).first()
    if row is None:
        return Position()
    return Position(
        log=row.log_id, clock=row.clock, last=row.last_sequence, last_hash=row.last_hash
    )


@store_errors()
def hash_at(database: Database, branch: str, sequence: int) -> str:
    """The hash of one line; empty where there is none.

    Raises:
        StoreUnavailable.
    """
    found = select(EVENT.c.hash).where(EVENT.c.branch == branch, EVENT.c.sequence == sequence)
    with database.reading.begin() as connection:
        return connection.execute(found).scalar() or ""


@store_errors()
def recorded_at(database: Database, branch: str, sequence: int) -> int:
    """When this line was recorded, microseconds of the branch's clock; -1 where there is none.

    Raises:
        StoreUnavailable.
    """
    found = select(EVENT.c.recorded_us).where(
        EVENT.c.branch == branch, EVENT.c.sequence == sequence
    )
    with database.reading.begin() as connection:
        at_us = connection.execute(found).scalar()
    return -1 if at_us is None else int(at_us)


@store_errors()
def lines_after(
    database: Database,
    branch: str,
    after: int,
    most: int = LINES_MAX,
    most_bytes: int = BYTES_MAX,
) -> Lines:
    """What follows after a sequence, as much as fits into one request; no lines at the end.

    Raises:
        StoreUnavailable, ProfileLost.
    """
    with database.reading.begin() as connection:
        held = "" if after else profile_version.held_after(connection, branch, after)
        bodies = _Bodies(connection, branch)
        room_bytes = most_bytes - bodies.add(held)
        rows = _rows(connection, branch, after, most)
        lines = tuple(_fitting(rows, bodies, room_bytes))
        place = position_in(connection, branch)
        return Lines(
            log=place.log,
            clock="practice" if place.clock == "practice" else "live",
            held=held,
            lines=lines,
            profiles=bodies.found,
        )


class _Bodies:
    """The profiles that lines name, and how much they weigh together."""

    def __init__(self, connection: Connection, branch: str) -> None:
        self._connection = connection
        self._branch = branch
        self.found: dict[str, str] = {}

    def add(self, version: str) -> int:
        """Take a profile along; gives by how many bytes that is more."""
        if not version or version in self.found:
            return 0
        body = profile_version.body_of(self._connection, self._branch, version)
        self.found[version] = body
        return 2 * len(body.encode())  # every quotation mark is escaped on the wire


def _fitting(rows: Iterable[Row[Any]], bodies: _Bodies, room_bytes: int) -> Iterator[LogLine]:
    """Lines until there is no room left; one in any case."""
    is_first = True
    for row in rows:
        room_bytes -= FRAME_BYTES + 2 * len(row.data.encode())
        if room_bytes < 0 and not is_first:
            return
        if row.kind == PROFILE_PUBLISHED:
            room_bytes -= bodies.add(str(json.loads(row.data)["profile"]))
        yield LogLine.model_construct(**row._mapping)  # to the letter, whatever it is
        is_first = False


def _rows(connection: Connection, branch: str, after: int, most: int) -> Iterable[Row[Any]]:
    query = (
        select(*COLUMNS)
        .where(EVENT.c.branch == branch, EVENT.c.sequence > after)
        .order_by(EVENT.c.sequence)
        .limit(most)
    )
    return connection.execute(query)
