"""A start that fails half-way leaves the log as it was."""

import sqlite3

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from shared.domain.errors import StoreUnavailable
from shared.services.publication import BranchDiffers
from shared.store.engine import Database
from shared.store.log import read_page
from shared.store.profile_version import list_versions
from shared.store.writer import Writer
from tests.support.lobby import BRANCH, Address, issue, running_writer
from tests.support.profiles import NEIGHBOURHOOD, first_come
from tests.support.server import local_us, morning


def test_failed_commit_at_a_start_leaves_neither_event_nor_version(address: Address) -> None:
    clock = morning()
    with running_writer(address, clock) as running:
        running.run(issue())
    clock.set(local_us("2026-11-21T09:05"))
    database = Database(address)

    def fail(_connection: Connection) -> None:
        raise OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))

    event.listen(database.writing, "commit", fail)
    writer = Writer(database, {BRANCH: first_come()}, clock, lambda *_: None, {})
    with pytest.raises(StoreUnavailable):
        writer.load()
    assert read_page(database, BRANCH, 0, 100).last == 3
    assert [version.version for version in list_versions(database, BRANCH)] == ["2026-12"]
    database.close()


def test_profile_of_another_branch_is_never_recorded(address: Address) -> None:
    branch = NEIGHBOURHOOD.branch.model_copy(update={"id": "elsewhere"})
    foreign = NEIGHBOURHOOD.model_copy(update={"branch": branch})
    with running_writer(address) as running:
        running.run(issue())
    database = Database(address)
    writer = Writer(database, {BRANCH: foreign}, running.clock, lambda *_: None, {})
    with pytest.raises(BranchDiffers):
        writer.load()
    assert read_page(database, BRANCH, 0, 100).last == 3
    database.close()
