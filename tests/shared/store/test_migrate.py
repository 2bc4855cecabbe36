"""Empty and current databases, and the tables that the migrations make."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from shared.domain.errors import StoreUnavailable
from shared.store.engine import Database
from shared.store.migrate import HEAD, migrate, script_folder
from shared.store.tables import METADATA


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "new" / "b.db")


def test_empty_database_gets_its_tables_once(database: Database) -> None:
    assert [migrate(database), migrate(database)] == ["", HEAD]


def test_migrations_make_exactly_the_tables_of_the_program(database: Database) -> None:
    migrate(database)
    with database.writing.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(script_folder())).get_current_head() == HEAD


def test_every_constraint_has_a_name() -> None:
    unnamed = [
        str(constraint)
        for table in METADATA.tables.values()
        for constraint in table.constraints
        if constraint.name is None
    ]
    assert unnamed == []


def test_database_of_a_newer_program_is_left_alone(database: Database) -> None:
    migrate(database)
    with database.writing.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnavailable, match="newer program"):
        migrate(database)


def test_file_that_is_no_database(database: Database) -> None:
    database.path.parent.mkdir()
    database.path.write_bytes(b"no database at all, but a text of some length" * 30)
    with pytest.raises(StoreUnavailable, match="not a database"):
        migrate(database)
