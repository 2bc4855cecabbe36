"""Texts of cases in the database, and the log's lines about one case."""

import json
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, select

from shared.domain.event import CASE_KINDS, Event
from shared.services.case_text import CaseText, SealedText, unseal
from shared.store.chain import to_event
from shared.store.engine import Database, store_errors
from shared.store.log import lines_of
from shared.store.tables import METADATA

CASE_TEXT: Final = METADATA.tables["case_text"]
EVENT: Final = METADATA.tables["event"]
SECRET: Final = METADATA.tables["secret"]


@store_errors()
def case_events(database: Database, branch: str, case: str) -> list[Event]:
    """Everything that was done about one case, oldest first.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        lines = lines_of(connection, branch, CASE_KINDS, 1, 1 << 62)
    return [to_event(line) for line in lines if _is_about(line, case)]


@store_errors()
def read_texts(database: Database, branch: str, wanted: Iterable[str]) -> dict[str, CaseText]:
    """The texts that can still be read, by identifier.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        return _opened(connection, CASE_TEXT.c.branch == branch, CASE_TEXT.c.id.in_([*wanted]))


@store_errors()
def cases_saying(database: Database, branch: str, words: str) -> set[str]:
    """The cases in whose texts these words stand, whatever their capital letters.

    Every text is opened for it here, and forgotten again: there is no index of words to leak.

    Raises:
        StoreUnavailable.
    """
    sought = words.casefold()
    with database.reading.begin() as connection:
        lines = lines_of(connection, branch, CASE_KINDS, 1, 1 << 62)
        told = [json.loads(line.data) for line in lines]
        files = {data["file"] for data in told if "file" in data}
        texts = _opened(connection, CASE_TEXT.c.branch == branch, CASE_TEXT.c.id.not_in(files))
    saying = {
        name for name, said in texts.items() if sought in f"{said.text}\n{said.contact}".casefold()
    }
    return {str(data["case"]) for data in told if data.get("text") in saying}


def _opened(connection: Connection, *conditions: ColumnElement[bool]) -> dict[str, CaseText]:
    query = select(CASE_TEXT).where(*conditions)
    rows = [SealedText(r.id, r.branch, r.key, r.sealed) for r in connection.execute(query)]
    named = select(SECRET).where(SECRET.c.name.in_({row.key for row in rows}))
    keys = {r.name: bytes.fromhex(r.value) for r in connection.execute(named)}
    found = {row.id: unseal(keys.get(row.key), row) for row in rows}
    return {name: text for name, text in found.items() if text is not None}


def _is_about(line: Any, case: str) -> bool:
    data = json.loads(line.data)
    return case in (data.get("case"), data.get("into"))
