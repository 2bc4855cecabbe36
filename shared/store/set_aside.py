"""A copy of a log makes room for another one: it is written to a file, to the letter, and goes."""

from pathlib import Path
from typing import Final

from sqlalchemy import delete, select, update

from shared.store.bring_back import save_lines
from shared.store.copying import sync
from shared.store.engine import Database, store_errors
from shared.store.lines import position_in
from shared.store.tables import METADATA

BRANCH: Final = METADATA.tables["branch"]
#: What the lines make, or what stands on them; in an order that no constraint minds.
MADE_OF_LINES: Final = tuple(
    METADATA.tables[name] for name in ("phone_token", "ticket", "seal", "event", "profile_version")
)


@store_errors()
def set_aside(database: Database, branch: str, file: Path) -> int:
    """Write the copy of a branch to a file, then take it out of the database; how many events.

    What arrives in between stays: then nothing is taken out, and the file is good for another try.

    Raises:
        OSError: no place for the file. StoreUnavailable.
    """
    written = save_lines(database, branch, file)
    sync(file)
    with database.writing.begin() as connection:
        locked = select(BRANCH.c.id).where(BRANCH.c.id == branch).with_for_update()
        connection.execute(locked)
        if position_in(connection, branch).last != written:
            return 0
        for table in MADE_OF_LINES:
            connection.execute(delete(table).where(table.c.branch == branch))
        empty = {"last_sequence": 0, "last_hash": "", "log_id": ""}
        connection.execute(update(BRANCH).where(BRANCH.c.id == branch).values(**empty))
    return written
