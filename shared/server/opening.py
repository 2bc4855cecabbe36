"""Opening the database for a command at the terminal."""

from pathlib import Path

from shared.config.settings import read_settings
from shared.domain.errors import (
    BranchNotNamed,
    BranchUnknown,
    FileUnreadable,
    LobbyError,
    StoreUnavailable,
)
from shared.store.branch import branches
from shared.store.engine import Database, store_errors
from shared.store.migrate import migrate, revision


def choose_branch(database: Database, branch: str | None) -> str:
    """The branch with this name; without one, the only one of the database.

    Raises:
        BranchUnknown, BranchNotNamed, StoreUnavailable.
    """
    known = branches(database)
    if not branch and len(known) > 1:
        raise BranchNotNamed(", ".join(known))
    chosen = branch or (known[0] if len(known) == 1 else "")
    if chosen not in known:
        raise BranchUnknown(chosen, ", ".join(known))
    return chosen


def open_database(address: Path | str | None, *, must_exist: bool = False) -> Database:
    """The database at this path or address, or where the settings say, with up-to-date tables.

    Raises:
        FileUnreadable: it has to be there already and is not.
        StoreUnavailable: also of a server whose database has no tables though it must have.
        SettingInvalid.
    """
    database = Database(read_settings(database=address).database)
    try:
        if must_exist:
            _refuse_missing(database)
        migrate(database)
    except LobbyError:
        database.close()
        raise
    return database


@store_errors()
def _refuse_missing(database: Database) -> None:
    if database.is_shared:
        if not revision(database):
            raise StoreUnavailable(f"{database.address} has no tables; lobby db migrate makes them")
    elif not database.path.is_file():
        raise FileUnreadable(database.path, "there is no such file")
