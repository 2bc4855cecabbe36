"""Profiles in the log: on a start, in the middle of the day, together with what they say."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.exc import OperationalError

from shared.config.fingerprint import profile_hash
from shared.config.profile import Profile
from shared.domain.errors import ProfileInvalid, StoreUnavailable
from shared.services import attendance, calling
from shared.services.decision import Decide
from shared.services.publication import publish
from shared.store.day_log import day_log
from shared.store.engine import Database
from shared.store.log import whole_log
from shared.store.profile_version import ProfileLost, list_versions
from shared.store.verify import verify_branch
from tests.support.lobby import (
    ANNA,
    BRANCH,
    MINUTE_US,
    Address,
    RunningWriter,
    issue,
    running_writer,
)
from tests.support.profiles import NEIGHBOURHOOD, first_come, without_service
from tests.support.server import local_us, morning


def publication(profile: Profile) -> Decide:
    """The command that puts a profile in force."""
    return lambda lobby, now_us: publish(lobby, now_us, profile)


def kinds(database: Database) -> list[str]:
    return [view.kind for view in whole_log(database, BRANCH)]


def published(database: Database) -> list[object]:
    """The fingerprints of the log, oldest first."""
    log = whole_log(database, BRANCH)
    return [view.data["profile"] for view in log if view.kind == "profile.published"]


def come(running: RunningWriter) -> None:
    """One ordinary customer, then one with priority."""
    running.run(issue("cash"))
    running.clock.advance(MINUTE_US)
    running.run(issue("cash", "priority"))
    running.clock.advance(MINUTE_US)


def call(running: RunningWriter) -> str:
    """The number that counter 1 calls next."""
    running.run(lambda lobby, now: attendance.open_counter(lobby, now, "1", ANNA))
    running.run(lambda lobby, now: calling.call_next(lobby, now, "1", ANNA))
    return running.lobby().recent_calls[0].number


@contextmanager
def failing_commits(database: Database) -> Iterator[None]:
    """The disk is full, as far as a commit can tell."""

    def fail(_connection: Connection) -> None:
        raise OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))

    event.listen(database.writing, "commit", fail)
    yield
    event.remove(database.writing, "commit", fail)


def test_new_log_begins_with_its_profile(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue())
        assert kinds(running.database) == ["profile.published", "day.opened", "ticket.issued"]
        (version,) = list_versions(running.database, BRANCH)
        assert version[:2] == (profile_hash(NEIGHBOURHOOD), "2026-12")
        assert version.published_us == running.clock.now_us()


def test_restart_with_the_same_profile_records_nothing(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue())
    with running_writer(address, running.clock) as again:
        assert len(kinds(again.database)) == 3
        assert again.lobby().published == profile_hash(NEIGHBOURHOOD)


def test_policy_changes_with_a_restart_at_noon(address: Address) -> None:
    with running_writer(address) as running:
        come(running)
        before = {t.id: t.senior_us for t in running.lobby().branch.waiting}
    with running_writer(address, running.clock, first_come()) as noon:
        lobby = noon.lobby()
        assert {t.id: t.senior_us for t in lobby.branch.waiting} == before
        assert (lobby.profile, call(noon)) == (first_come(), "A001")
        assert verify_branch(noon.database, BRANCH).faults == []
    with running_writer(address, running.clock) as back:
        assert call(back) == "P001"
        versions = [profile_hash(p) for p in (NEIGHBOURHOOD, first_come(), NEIGHBOURHOOD)]
        assert published(back.database) == versions
        assert len(list_versions(back.database, BRANCH)) == 2
        assert verify_branch(back.database, BRANCH).faults == []


def test_policy_changes_at_noon_without_a_restart(address: Address) -> None:
    with running_writer(address) as running:
        come(running)
        running.run(publication(first_come()))
        assert call(running) == "A001"
        state = running.lobby()
        assert verify_branch(running.database, BRANCH).faults == []
    with running_writer(address, running.clock, first_come()) as again:
        assert again.lobby().published == state.published
        assert [t.number for t in again.lobby().branch.waiting] == ["P001"]
        assert len(published(again.database)) == 2


def test_service_may_go_the_day_after(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue("wealth"))
        running.clock.set(local_us("2026-11-21T09:05"))
    with running_writer(address, running.clock, without_service("wealth")) as after:
        come(after)
        found = [
            "profile.published",
            "day.opened",
            "ticket.issued",
            "ticket.expired",
            "day.opened",
            "profile.published",
            "ticket.issued",
            "ticket.issued",
        ]
        assert kinds(after.database) == found
        assert verify_branch(after.database, BRANCH).faults == []
        assert after.lobby().profile.version == "less"
        yesterday = day_log(after.database, BRANCH, "2026-11-20")
        assert (yesterday.profile, len(yesterday.events)) == (NEIGHBOURHOOD, 3)
        today = day_log(after.database, BRANCH, "2026-11-21")
        assert (today.profile, len(today.library)) == (NEIGHBOURHOOD, 2)


def test_service_that_today_needs_is_refused_and_nothing_is_recorded(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue("wealth"))
        before = kinds(running.database)
        with pytest.raises(ProfileInvalid, match="Keep it until tomorrow"):
            running.run(publication(without_service("wealth")))
    with (
        pytest.raises(ProfileInvalid, match="Keep it until tomorrow"),
        running_writer(address, running.clock, without_service("wealth")),
    ):
        pass
    with running_writer(address, running.clock) as again:
        assert kinds(again.database) == before
        assert len(list_versions(again.database, BRANCH)) == 1


def test_failed_commit_leaves_neither_event_nor_version(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue())
        before = kinds(running.database)
        with failing_commits(running.database), pytest.raises(StoreUnavailable):
            running.run(publication(first_come()))
        assert kinds(running.database) == before
        assert len(list_versions(running.database, BRANCH)) == 1
        assert running.lobby().profile == NEIGHBOURHOOD
        assert running.run(publication(first_come())).body is not None
        assert running.lobby().profile == first_come()
        assert verify_branch(running.database, BRANCH).faults == []


def test_publication_and_issue_of_one_group_are_decided_in_their_order(address: Address) -> None:
    with running_writer(address) as running:
        running.run(publication(without_service("wealth")))
        with pytest.raises(Exception, match="has no service “wealth”"):
            running.run(issue("wealth"))
        running.run(publication(NEIGHBOURHOOD))
        assert '"number":"C001"' in (running.run(issue("wealth")).body or "")


def test_profile_that_the_database_has_lost_is_named(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue())
        running.run(publication(first_come()))
        with running.database.writing.begin() as connection:
            connection.execute(text("DELETE FROM profile_version WHERE version = 'noon'"))
        lost = profile_hash(first_come())
        assert verify_branch(running.database, BRANCH).sentences == [
            "event 4 (2026-11-20, 09:30 local): "
            f"publishes profile {lost} (noon), which the database does not hold"
        ]
    with (
        pytest.raises(ProfileLost, match=f"Profile {lost} of branch renmin cannot be used"),
        running_writer(address, morning()),
    ):
        pass


def test_changed_version_is_named(address: Address) -> None:
    with running_writer(address) as running:
        running.run(issue())
        running.run(publication(first_come()))
        with running.database.writing.begin() as connection:
            connection.execute(
                text("UPDATE profile_version SET body = replace(body, '\"noon\"', '\"now\"')")
            )
        faults = [fault.said for fault in verify_branch(running.database, BRANCH).faults]
    lost = profile_hash(first_come())
    assert [fault.split(":")[0] for fault in faults] == [
        f"Profile {lost} of branch renmin cannot be used",
        f"publishes profile {lost} (noon), which the database does not hold",
    ]
