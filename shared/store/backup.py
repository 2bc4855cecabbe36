"""A backup of the whole database while the server works."""

from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import select

from shared.domain.errors import FileUnreadable, RuleRefused
from shared.store.copying import copy_database, new_file, put_in_place
from shared.store.engine import Database, store_errors
from shared.store.tables import METADATA

BRANCH: Final = METADATA.tables["branch"]


class BackupOnItself(RuleRefused):
    """The backup was to take the place of the database."""

    code = "backup_on_itself"
    sentence = "%1 is the database itself. Name another file for the backup."


class Standing(NamedTuple):
    """Where the log of a branch stands in a file."""

    branch: str
    sequence: int
    hash: str
    clock: str


def back_up(database: Path, target: Path) -> list[Standing]:
    """Copy the database to a file; gives where each log stands in the copy.

    The copy appears under its name when it is whole and on the disk; an older one is replaced.

    Raises:
        BackupOnItself, FileUnreadable, FileUnwritable, StoreUnavailable.
    """
    if target.exists() and database.exists() and target.samefile(database):
        raise BackupOnItself(target)
    with new_file(target) as made:
        copy_database(database, made)
        copy = Database(made)
        found = standings(copy)
        copy.close()
        put_in_place(made, target)
    return found


def standings_of_file(path: Path) -> list[Standing]:
    """Where the log of each branch stands in a backup.

    Raises:
        FileUnreadable: there is no such file; StoreUnavailable: it is no database of this program.
    """
    if not path.is_file():
        raise FileUnreadable(path, "there is no such file")
    backup = Database(path)
    try:
        return standings(backup)
    finally:
        backup.close()


@store_errors()
def standings(database: Database) -> list[Standing]:
    """Where the log of each branch stands, in a database of any release.

    Raises:
        StoreUnavailable.
    """
    query = select(BRANCH.c.id, BRANCH.c.last_sequence, BRANCH.c.last_hash, BRANCH.c.clock)
    with database.reading.begin() as connection:
        return [Standing(*row) for row in connection.execute(query.order_by(BRANCH.c.id))]
