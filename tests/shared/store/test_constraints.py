"""What the database itself refuses, whatever the code does."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from tests.support.lobby import Address, issue, running_writer

COPY = (
    "INSERT INTO ticket (id, branch, day, series, ordinal, number, service, segment, language, "
    "state, arrived_us, issued_us, counter, staff, recalls, returns, overtaken, outcome) "
    "SELECT 'other', branch, day, series, {ordinal}, number, service, segment, language, "
    "{state}, arrived_us, issued_us, counter, staff, recalls, returns, overtaken, outcome "
    "FROM ticket"
)
STATEMENTS = {
    "a number twice": COPY.format(ordinal="ordinal", state="state"),
    "an unknown state": COPY.format(ordinal="ordinal + 1", state="'lost'"),
    "a sequence twice": "INSERT INTO event SELECT * FROM event",
    "an event of no branch": "UPDATE event SET branch = 'nowhere'",
    "a rating of six": "UPDATE ticket SET rating = 6",
}


@pytest.mark.parametrize("what", STATEMENTS)
def test_database_refuses(address: Address, what: str) -> None:
    with running_writer(address) as running:
        running.run(issue())
        with pytest.raises(IntegrityError), running.database.writing.begin() as connection:
            connection.execute(text(STATEMENTS[what]))


def test_reading_connections_cannot_write(tmp_path: Path) -> None:
    with (
        running_writer(tmp_path / "b.db") as running,
        pytest.raises(OperationalError, match="readonly"),
        running.database.reading.begin() as connection,
    ):
        connection.execute(text("DELETE FROM event"))


def test_every_commit_reaches_the_disk(tmp_path: Path) -> None:
    with running_writer(tmp_path / "b.db") as running:
        with running.database.writing.connect() as connection:
            journal = connection.execute(text("PRAGMA journal_mode")).scalar()
            synchronous = connection.execute(text("PRAGMA synchronous")).scalar()
        assert (journal, synchronous) == ("wal", 2)  # 2: FULL
