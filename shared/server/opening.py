"""Opening the database for a command at the terminal."""

from pathlib import Path

from shared.config.settings import read_settings
from shared.domain.errors import FileUnreadable
from shared.store.engine import Database
from shared.store.migrate import migrate


def open_database(path: Path | None, *, must_exist: bool = False) -> Database:
    """The database at this path, or where the settings say, with up-to-date tables.

    Raises:
        FileUnreadable: it has to be there already and is not.
        StoreUnavailable, SettingInvalid.
    """
    database = Database(read_settings(database=path).database)
    if must_exist and not database.path.is_file():
        raise FileUnreadable(database.path, "there is no such file")
    migrate(database)
    return database
