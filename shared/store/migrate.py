"""Bringing a database to the schema of this program."""

from importlib.resources import files
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from shared.domain.errors import StoreUnavailable
from shared.store import postgres
from shared.store.engine import Database, unavailable

#: The newest revision in migrations/versions; a test compares them.
HEAD: Final = "0018"


def migrate(database: Database) -> str:
    """Create or update the tables; gives the revision that was there before ("" for none).

    Raises:
        StoreUnavailable: it cannot be used, or a newer program has written it.
    """
    try:
        if not database.is_shared:
            database.path.parent.mkdir(parents=True, exist_ok=True)
        before = revision(database)
        if before != HEAD:
            _upgrade(database)
    except (SQLAlchemyError, OSError) as error:
        raise unavailable(error, database.address) from error
    return before


def revision(database: Database) -> str:
    """The schema revision of the database; empty when it has no tables yet."""
    with database.writing.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


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
        if database.is_shared:
            _take_turn(connection)
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreUnavailable(f"{error} (written by a newer program?)") from error


def _take_turn(connection: Connection) -> None:
    """Of several processes that start at once the first one migrates, the others find it done.

    Raises:
        StoreUnavailable: Chinese cannot be kept in this database.
    """
    if (found := postgres.encoding(connection)) != "UTF8":
        raise StoreUnavailable(f"its encoding is {found}; create it with ENCODING 'UTF8'")
    postgres.wait_for_migration(connection)
