"""Heads of the log, written off the machine: where it stood when a day ended.

One line of JSON each, with a keyed digest of its own, so that neither the keeper of the file nor
whoever may write the database can alter one and go unnoticed.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, func, select

from shared.domain.errors import FileUnreadable, InputInvalid
from shared.domain.event import DAY_CLOSED, DAY_OPENED
from shared.store.engine import Database, store_errors
from shared.store.seal import SealKey
from shared.store.tables import METADATA

BRANCH: Final = METADATA.tables["branch"]
EVENT: Final = METADATA.tables["event"]
TICKET: Final = METADATA.tables["ticket"]


class HeadsInvalid(InputInvalid):
    """A file of heads holds a line that is none."""

    code = "heads_invalid"
    sentence = "File %1 holds no heads of the log: line %2. Name the file of LOBBY_HEADS."


@dataclass(frozen=True, slots=True)
class Head:
    """Where the log of a branch stood: ``numbers`` is the highest of the day by series.

    ``log`` is the name of the log, ``day`` the business day (ISO date), ``key_id`` the key of
    ``digest``.
    """

    branch: str
    log: str
    day: str
    sequence: int
    hash: str
    numbers: dict[str, int]
    key_id: str = ""
    digest: str = ""

    def line(self) -> str:
        """The line of the file."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    def made_with(self, key: SealKey) -> str:
        """The digest that the head has under this key."""
        numbers = json.dumps(self.numbers, sort_keys=True)
        place = (self.branch, self.log, self.day, self.sequence, self.hash)
        return key.digest("head", *place, numbers)

    def sealed(self, key: SealKey) -> "Head":
        """The same head with its digest under this key."""
        content: dict[str, Any] = asdict(self) | {"key_id": key.id, "digest": self.made_with(key)}
        return Head(**content)


def read_heads(path: Path) -> list[Head]:
    """Every head of a file, in its order.

    A last line without its end was cut off while it was written; the next writer repeats it.

    Raises:
        FileUnreadable; HeadsInvalid.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or error) from error
    return [
        _head(path, number, line)
        for number, line in enumerate(text.splitlines(keepends=True), start=1)
        if line.endswith("\n") and line.strip()
    ]


def _head(path: Path, number: int, line: str) -> Head:
    try:
        head = Head(**json.loads(line))
        numbers = {str(series): int(last) for series, last in head.numbers.items()}
        whole = (head.branch, head.log, head.day, int(head.sequence), head.hash, numbers)
        return Head(*whole, head.key_id, head.digest)
    except (TypeError, ValueError, AttributeError) as error:
        raise HeadsInvalid(path, number) from error


@store_errors()
def heads_of(database: Database, branches: Iterable[str]) -> dict[str, int]:
    """The number of the last event of each branch.

    Raises:
        StoreUnavailable.
    """
    query = select(BRANCH.c.id, BRANCH.c.last_sequence).where(BRANCH.c.id.in_(list(branches)))
    with database.reading.begin() as connection:
        return {row.id: row.last_sequence for row in connection.execute(query)}


@store_errors()
def heads_after(database: Database, branch: str, known: Mapping[str, int]) -> list[Head]:
    """The heads that a file lacks, oldest first: the last event of each day, and each closing.

    ``known`` is the last event that the file knows of each log, by the log's name.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        named = select(BRANCH.c.log_id).where(BRANCH.c.id == branch)
        log = connection.execute(named).scalar_one()
        after = known.get(log, 0)
        places = list(_places(connection, branch, after))
        return [_head_at(connection, branch, log, day, place) for day, place in places]


def _places(connection: Connection, branch: str, after: int) -> Iterator[tuple[str, int]]:
    """Day and number of every event after which a day was over."""
    query = (
        select(EVENT.c.sequence, EVENT.c.kind, EVENT.c.data)
        .where(EVENT.c.branch == branch, EVENT.c.kind.in_([DAY_OPENED, DAY_CLOSED]))
        .order_by(EVENT.c.sequence)
    )
    day = ""
    last = after
    for line in connection.execute(query):
        is_closing = line.kind == DAY_CLOSED
        place = line.sequence if is_closing else line.sequence - 1
        if day and place > last:
            last = place
            yield day, place
        day = day if is_closing else str(json.loads(line.data)["day"])


def _head_at(connection: Connection, branch: str, log: str, day: str, place: int) -> Head:
    found = select(EVENT.c.hash).where(EVENT.c.branch == branch, EVENT.c.sequence == place)
    last_hash = connection.execute(found).scalar() or ""
    return Head(branch, log, day, place, last_hash, highest_numbers(connection, branch, day))


def highest_numbers(connection: Connection, branch: str, day: str) -> dict[str, int]:
    """The highest number given on a day, by series."""
    query = (
        select(TICKET.c.series, func.max(TICKET.c.ordinal).label("last"))
        .where(TICKET.c.branch == branch, TICKET.c.day == day)
        .group_by(TICKET.c.series)
    )
    return {row.series: row.last for row in connection.execute(query)}
