"""A stand-in's copy: begun anew for a day, and read back as the journals of what was decided."""

import json
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from shared.domain.copies import LineAltered
from shared.domain.event import TICKET_ISSUED
from shared.protocol.event import to_datetime
from shared.protocol.journal import JournalEntry
from shared.protocol.shipping import LogLine
from shared.protocol.stand_in import CopiedPage, CopyStart, TermJournal
from shared.store import profile_version
from shared.store.answers import answers_between
from shared.store.chain import line_hash
from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.standing import Standing, write_standing
from shared.store.tables import METADATA

BRANCH: Final = METADATA.tables["branch"]
EVENT: Final = METADATA.tables["event"]
TICKET: Final = METADATA.tables["ticket"]
SEAL: Final = METADATA.tables["seal"]
ANSWER: Final = METADATA.tables["answer"]
PHONE_TOKEN: Final = METADATA.tables["phone_token"]
VERSION: Final = METADATA.tables["profile_version"]
#: What belongs to one log and goes with it.
OF_THE_LOG: Final = (EVENT, TICKET, SEAL, ANSWER, PHONE_TOKEN, VERSION)


@store_errors()
def begin_copy(database: Database, branch: str, start: CopyStart, confirmed: int) -> Standing:
    """Forget what was here, with every term; or add a further part to what was just begun.

    Raises:
        LineAltered: a line is not what its hash says.
        ProfileLost: a profile is not what its fingerprint says.
        StoreUnavailable, CommitInDoubt.
    """
    standing = Standing(confirmed, start.last, start.day, start.log)
    with database.transaction() as connection:
        nothing = {"last_sequence": 0, "last_hash": "", "clock": start.clock, "log_id": start.log}
        insert_if_missing(connection, BRANCH, {"id": branch, **nothing})
        if start.is_first:
            for table in OF_THE_LOG:
                connection.execute(delete(table).where(table.c.branch == branch))
        _write_profiles(connection, branch, start)
        _write_lines(connection, branch, start)
        write_standing(connection, branch, standing)
    return standing


def _write_profiles(connection: Connection, branch: str, start: CopyStart) -> None:
    """The one that held before today counts as holding from the log's beginning."""
    for version, body in start.profiles.items():
        is_held = version == start.held
        first_us = profile_version.FROM_THE_BEGINNING_US if is_held else 1
        found = profile_version.Version(version, _name(body), body, first_us)
        profile_version.keep_version(connection, branch, found)


def _name(body: str) -> str:
    content = json.loads(body)
    return str(content.get("version", "")) if isinstance(content, dict) else ""


def _write_lines(connection: Connection, branch: str, start: CopyStart) -> None:
    rows = [_row(branch, line) for line in start.carried]
    if rows:
        connection.execute(insert(EVENT), rows)
    last = start.carried[-1] if start.carried else None
    if last is None and not start.is_first:
        return
    place = {
        "last_sequence": last.sequence if last else 0,
        "last_hash": last.hash if last else "",
        "clock": start.clock,
        "log_id": start.log,
    }
    connection.execute(update(BRANCH).where(BRANCH.c.id == branch).values(**place))


def _row(branch: str, line: LogLine) -> dict[str, Any]:
    content = {"branch": branch, **line.model_dump()}
    if line.hash != line_hash(line.prev_hash, content):
        raise LineAltered(branch, line.sequence)
    return content


@store_errors()
def journals(database: Database, branch: str, standing: Standing) -> tuple[TermJournal, ...]:
    """What was decided in each term, in its order.

    Raises:
        StoreUnavailable.
    """
    ends = [after for _, after in standing.terms[1:]] + [2**62]
    with database.reading.begin() as connection:
        pages = _pages(connection, branch)
        return tuple(
            TermJournal(
                term=term,
                entries=tuple(_entries(connection, branch, after, end, pages)),
                answers=tuple(answers_between(connection, branch, after, end)),
            )
            for (term, after), end in zip(standing.terms, ends, strict=True)
        )


@store_errors()
def pages_made(database: Database, branch: str) -> tuple[CopiedPage, ...]:
    """Every phone page that was made here.

    Raises:
        StoreUnavailable.
    """
    found = select(PHONE_TOKEN).where(PHONE_TOKEN.c.branch == branch)
    with database.reading.begin() as connection:
        return tuple(
            CopiedPage(digest=row.token_hash, ticket=row.ticket)
            for row in connection.execute(found)
        )


def _entries(
    connection: Connection, branch: str, after: int, last: int, pages: dict[str, str]
) -> Iterator[JournalEntry]:
    lines = (
        select(EVENT)
        .where(EVENT.c.branch == branch, EVENT.c.sequence > after, EVENT.c.sequence <= last)
        .order_by(EVENT.c.sequence)
    )
    for line in connection.execute(lines):
        yield JournalEntry(
            kind=line.kind,
            at=to_datetime(line.at_us),
            ticket=line.ticket,
            counter=line.counter,
            staff=line.staff,
            data=json.loads(line.data),
            page=pages.get(line.ticket, "") if line.kind == TICKET_ISSUED else "",
        )


def _pages(connection: Connection, branch: str) -> dict[str, str]:
    """The digest of each ticket's phone page."""
    found = select(PHONE_TOKEN).where(PHONE_TOKEN.c.branch == branch)
    return {row.ticket: row.token_hash for row in connection.execute(found)}


@store_errors()
def name_log(database: Database, branch: str, name: str) -> None:
    """The log goes on under another name: whoever listens begins anew.

    Raises:
        StoreUnavailable, CommitInDoubt.
    """
    with database.transaction() as connection:
        connection.execute(update(BRANCH).where(BRANCH.c.id == branch).values(log_id=name))
