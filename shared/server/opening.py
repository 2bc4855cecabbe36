"""Opening the database for a command at the terminal."""

from pathlib import Path

from shared.config.settings import read_settings
from shared.domain.errors import BranchUnknown, FileUnreadable
from shared.store.branch import branches
from shared.store.engine import Database
from shared.store.migrate import migrate


def choose_branch(database: Database, branch: str | None) -> str:
    """The branch with this name; without one, the only one of the database.

    Raises:
        BranchUnknown, StoreUnavailable.
    """
    known = branches(database)
    chosen = branch or (known[0] if len(known) == 1 else "")
    if chosen not in known:
        raise BranchUnknown(chosen, ", ".join(known))
    return chosen


def open_database(address: Path | str | None, *, must_exist: bool = False) -> Database:
    """The database at this path or address, or where the settings say, with up-to-date tables.

    Raises:
        FileUnreadable: it has to be there already and is not.
        StoreUnavailable, SettingInvalid.
    """
    database = Database(read_settings(database=address).database)
    if must_exist and not database.is_shared and not database.path.is_file():
        raise FileUnreadable(database.path, "there is no such file")
    migrate(database)
    return database
