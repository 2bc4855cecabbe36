"""Empty and current databases, and the tables that the migrations make."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, MetaData, Table, insert, inspect, select, text

from shared.domain.errors import StoreUnavailable
from shared.store.branch import Days, branches, claim_branch
from shared.store.engine import Database
from shared.store.migrate import HEAD, migrate, revision, script_folder
from shared.store.profile_version import list_versions
from shared.store.tables import METADATA
from shared.store.verify import verify_branch
from tests.support.lobby import BRANCH, issue, running_writer
from tests.support.postgres import PostgresServer
from tests.support.server import local_us, morning

#: Two days of version 0.1.0 with calls, a missed one, a return and a rating.
OLD = Path(__file__).parents[2] / "data" / "database-0001.sql"
OLD_EVENTS = 25


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "new" / "b.db")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Nothing is there yet, not even the folder of the file."""
    if request.param == "sqlite":
        made = Database(tmp_path / "new" / "b.db")
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        made = Database(server.empty())
    yield made
    made.close()


def test_empty_database_gets_its_tables_once(empty: Database) -> None:
    assert [migrate(empty), migrate(empty)] == ["", HEAD]


def test_migrations_make_exactly_the_tables_of_the_program(empty: Database) -> None:
    migrate(empty)
    with empty.writing.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_every_check_of_the_program_is_in_the_database(empty: Database) -> None:
    """What compare_metadata does not look at."""
    migrate(empty)
    wanted = {
        (table.name, constraint.name)
        for table in METADATA.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }
    with empty.writing.connect() as connection:
        found = {
            (table, check["name"])
            for table in METADATA.tables
            for check in inspect(connection).get_check_constraints(table)
        }
    assert found == wanted


def test_every_migration_has_a_way_back(empty: Database) -> None:
    """To the first tables and forth again, with a branch in them."""
    migrate(empty)
    claim_branch(empty, BRANCH, Days.LIVE)
    go(empty, "0001", command.downgrade)
    assert (revision(empty), branches(empty)) == ("0001", [BRANCH])
    assert (migrate(empty), branches(empty)) == ("0001", [BRANCH])
    go(empty, "base", command.downgrade)
    assert migrate(empty) == ""


def go(database: Database, wanted: str, way: Callable[[Config, str], None]) -> None:
    """Up or down to this revision."""
    config = Config()
    config.set_main_option("script_location", str(script_folder()))
    with database.writing.begin() as connection:
        config.attributes["connection"] = connection
        way(config, wanted)


def test_old_log_may_be_carried_over_to_postgresql(old: Database, postgres: PostgresServer) -> None:
    """Every migration runs over real rows there too: those of version 0.1.0."""
    server = Database(postgres.empty())
    migrate(server)
    go(server, "0001", command.downgrade)
    with old.reading.connect() as source, server.writing.begin() as target:
        for name in METADATA.tables:
            if not inspect(source).has_table(name):
                continue
            table = Table(name, MetaData(), autoload_with=target)
            rows = [dict(row._mapping) for row in source.execute(select(table))]
            if rows:
                target.execute(insert(table), rows)
    assert [migrate(server), migrate(old)] == ["0001", "0001"]
    found = [verify_branch(each, BRANCH) for each in (server, old)]
    assert [(r.sentences, r.events, r.tickets) for r in found] == [([], OLD_EVENTS, 6)] * 2
    assert list_versions(server, BRANCH) == list_versions(old, BRANCH)
    server.close()


def test_database_that_cannot_keep_chinese_is_refused(postgres: PostgresServer) -> None:
    database = Database(postgres.empty(encoding="LATIN1"))
    with pytest.raises(StoreUnavailable, match="encoding is LATIN1"):
        migrate(database)
    database.close()


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
    go(old, "0001", command.downgrade)
    assert revision(old) == "0001"
    with old.reading.connect() as connection:
        assert connection.execute(text("SELECT profile FROM branch")).scalar() == version.body
