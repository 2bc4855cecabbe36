"""What a server remembers of the other server of its branch, over every restart."""

import json
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select, update

from shared.store.engine import Database, insert_if_missing, store_errors
from shared.store.tables import METADATA

BRANCH: Final = METADATA.tables["branch"]
STANDING: Final = METADATA.tables["standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """See ``shared.store.tables.StandingRow``.

    ``terms`` are names and the event before each; of a branch server ``Remembered`` says which.
    """

    confirmed: int = 0
    wanted: int = 0
    day: str = ""
    log_id: str = ""
    fork: int = 0
    fork_hash: str = ""
    base: frozenset[str] = frozenset()
    terms: tuple[tuple[str, int], ...] = ()
    sworn: frozenset[str] = frozenset()

    @property
    def term(self) -> str:
        """The term that is going on, empty for none."""
        return self.terms[-1][0] if self.terms else ""


@store_errors()
def read_standing(database: Database, branch: str) -> Standing:
    """What is remembered.

    Raises:
        StoreUnavailable.
    """
    with database.reading.begin() as connection:
        row = connection.execute(select(STANDING).where(STANDING.c.branch == branch)).first()
    if row is None:
        return Standing()
    known = {key: value for key, value in row._mapping.items() if key != "branch"}
    known["base"] = frozenset(json.loads(row.base))
    known["sworn"] = frozenset(json.loads(row.sworn))
    known["terms"] = tuple((str(name), int(after)) for name, after in json.loads(row.terms))
    return Standing(**known)


@store_errors()
def remember(database: Database, branch: str, standing: Standing) -> None:
    """Durable when this comes back.

    Raises:
        StoreUnavailable, CommitInDoubt.
    """
    with database.transaction() as connection:
        write_standing(connection, branch, standing)


@store_errors()
def try_write(database: Database, branch: str) -> None:
    """Write something that changes nothing: a doubt about it is a failure like another.

    Raises:
        StoreUnavailable: nothing can be made durable now.
    """
    with database.writing.begin() as connection:
        mine = BRANCH.c.id == branch
        connection.execute(update(BRANCH).where(mine).values(log_id=BRANCH.c.log_id))


def write_standing(connection: Connection, branch: str, standing: Standing) -> None:
    """The same within a transaction."""
    values: dict[str, Any] = {
        "confirmed": standing.confirmed,
        "wanted": standing.wanted,
        "day": standing.day,
        "log_id": standing.log_id,
        "fork": standing.fork,
        "fork_hash": standing.fork_hash,
        "base": json.dumps(sorted(standing.base)),
        "terms": json.dumps(standing.terms),
        "sworn": json.dumps(sorted(standing.sworn)),
    }
    insert_if_missing(connection, STANDING, {"branch": branch, **values})
    connection.execute(update(STANDING).where(STANDING.c.branch == branch).values(**values))
