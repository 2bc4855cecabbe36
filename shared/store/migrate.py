"""Bringing a database to the schema of this program."""

from importlib.resources import files
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from shared.domain.errors import StoreUnavailable
from shared.store.engine import Database, unavailable

#: The newest revision in migrations/versions; a test compares them.
HEAD: Final = "0007"


def migrate(database: Database) -> str:
    """Create or update the tables; gives the revision that was there before ("" for none).

    Raises:
        StoreUnavailable: the file cannot be used, or a newer program has written it.
    """
    try:
        database.path.parent.mkdir(parents=True, exist_ok=True)
        before = revision(database)
        if before != HEAD:
            _upgrade(database)
    except (SQLAlchemyError, OSError) as error:
        raise unavailable(error, database.path) from error
    return before


def revision(database: Database) -> str:
    """The schema revision of the file; empty when it has no tables yet."""
    with database.writing.connect() as connection:
        query = text("SELECT name FROM sqlite_master WHERE name = 'alembic_version'")
        if connection.execute(query).first() is None:
            return ""
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())


def script_folder() -> Path:
    """Where the migrations lie."""
    return Path(str(files("shared.store") / "migrations"))


def _upgrade(database: Database) -> None:
    """Run Alembic. Imported here: a server on a current database need not wait for it."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(script_folder()).replace("%", "%%"))
    with database.writing.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreUnavailable(f"{error} (written by a newer program?)") from error
