"""Empty and current databases, and the tables that the migrations make."""

import json
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from shared.domain.errors import StoreUnavailable
from shared.store.engine import Database
from shared.store.migrate import HEAD, migrate, revision, script_folder
from shared.store.profile_version import list_versions
from shared.store.tables import METADATA
from shared.store.verify import verify_branch
from tests.support.lobby import BRANCH, issue, running_writer
from tests.support.server import local_us, morning

#: Two days of version 0.1.0 with calls, a missed one, a return and a rating.
OLD = Path(__file__).parents[2] / "data" / "database-0001.sql"
OLD_EVENTS = 25


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


@pytest.fixture
def old(tmp_path: Path) -> Database:
    """A database as version 0.1.0 left it."""
    database = Database(tmp_path / "old.db")
    with database.writing.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.executescript(OLD.read_text(encoding="utf-8"))
    return database


def test_profile_of_an_old_database_holds_from_the_beginning(old: Database) -> None:
    assert migrate(old) == "0001"
    (version,) = list_versions(old, BRANCH)
    assert (version.version, version.published_us) == ("2026-11", 0)
    result = verify_branch(old, BRANCH)
    assert (result.faults, result.events, result.tickets) == ([], OLD_EVENTS, 6)


def test_old_log_goes_on_where_it_ended(old: Database) -> None:
    clock = morning()
    clock.set(local_us("2026-11-21T09:10"))
    with running_writer(old.path, clock) as running:
        assert [t.number for t in running.lobby().branch.waiting] == ["A001", "P001"]
        assert '"number":"A002"' in (running.run(issue()).body or "")
        assert verify_branch(running.database, BRANCH).faults == []
        with running.database.reading.begin() as connection:
            found = connection.execute(
                text("SELECT schema_version, count(*) FROM event GROUP BY schema_version")
            )
            assert {line[0]: line[1] for line in found}[1] == OLD_EVENTS


def test_old_tickets_may_be_held_now(old: Database) -> None:
    migrate(old)
    with old.writing.begin() as connection:
        connection.execute(text("UPDATE ticket SET state = 'held' WHERE number = 'P001'"))


def test_old_tickets_have_one_need_and_all_their_overtakes(old: Database) -> None:
    migrate(old)
    with old.reading.connect() as connection:
        found = connection.execute(text("SELECT id, service, needs, items, overtaken FROM ticket"))
        rows = {row.id: row for row in found}
        calls = connection.execute(text("SELECT data FROM event WHERE kind = 'ticket.called'"))
        passed = [other for call in calls.scalars() for other in json.loads(call)["passed_over"]]
    assert {ticket: (json.loads(r.needs), r.items) for ticket, r in rows.items()} == {
        ticket: ([row.service], 1) for ticket, row in rows.items()
    }
    assert {t: r.overtaken for t, r in rows.items()} == {t: passed.count(t) for t in rows}
    assert passed != []


def test_way_back_keeps_the_newest_profile(old: Database) -> None:
    migrate(old)
    (version,) = list_versions(old, BRANCH)
    config = Config()
    config.set_main_option("script_location", str(script_folder()))
    with old.writing.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    assert revision(old) == "0001"
    with old.reading.connect() as connection:
        assert connection.execute(text("SELECT profile FROM branch")).scalar() == version.body
