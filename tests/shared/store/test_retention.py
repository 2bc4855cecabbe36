"""What links the log to people is destroyed; the log verifies, and holds stop it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from shared.services.pseudonym import customer_key
from shared.store.engine import Database
from shared.store.hold import HoldReversed, HoldUnknown, all_holds, place_hold, release_hold
from shared.store.keyring import Keyring
from shared.store.retention import Retention, RetentionTooEarly, retain, wipe
from shared.store.verify import verify_branch
from tests.support.lobby import BRANCH, RunningWriter, issue, running_writer
from tests.support.server import local_us, morning

TODAY = date(2026, 12, 24)
AT = datetime(2026, 12, 24, 9, 0, tzinfo=UTC)
DAYS = ("2026-10-30", "2026-11-20", "2026-12-01")
DECEMBER = date(2026, 12, 1)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[RunningWriter]:
    """Three days in three months, each with a ticket, a kept answer and the month's key."""
    clock = morning()
    clock.set(local_us(f"{DAYS[0]}T09:30"))
    with running_writer(tmp_path / "b.db", clock) as running:
        keyring = Keyring(running.database)
        for day in DAYS:
            clock.set(local_us(f"{day}T09:30"))
            running.run(issue(), key=f"key-{day}")
            keyring.key(customer_key(day[:7]))
        keyring.key("code")
        yield running


def names(database: Database) -> list[str]:
    with database.reading.begin() as connection:
        return list(connection.execute(text("SELECT name FROM secret ORDER BY name")).scalars())


def tokens(database: Database) -> int:
    with database.reading.begin() as connection:
        return int(connection.execute(text("SELECT count(*) FROM phone_token")).scalar_one())


def hold(database: Database, first: str, last: str) -> str:
    days = (date.fromisoformat(first), date.fromisoformat(last))
    return place_hold(database, BRANCH, *days, "case-17", AT).id


def test_keys_of_whole_months_and_addresses_of_old_days_go(running: RunningWriter) -> None:
    database = running.database
    assert retain(database, DECEMBER, TODAY) == Retention(("2026-10", "2026-11"), 2, 0, (), 0)
    assert (names(database), tokens(database)) == (["code", "customer:2026-12"], 1)
    assert verify_branch(database, BRANCH).faults == []
    assert retain(database, DECEMBER, TODAY) == Retention((), 0, 0, (), 0)


def test_month_that_is_not_wholly_over_keeps_its_key(running: RunningWriter) -> None:
    found = retain(running.database, date(2026, 11, 30), TODAY)
    assert (found.months, found.tokens) == (("2026-10",), 2)


def test_kept_answers_go(running: RunningWriter) -> None:
    """Those of earlier days went by themselves when a day was opened."""
    assert retain(running.database, date(2026, 12, 2), TODAY).answers == 1


def test_dry_run_changes_nothing(running: RunningWriter) -> None:
    before = (names(running.database), tokens(running.database))
    found = retain(running.database, DECEMBER, TODAY, is_dry=True)
    assert (found.months, found.tokens) == (("2026-10", "2026-11"), 2)
    assert (names(running.database), tokens(running.database)) == before


def test_no_byte_of_a_destroyed_key_stays_in_the_files(running: RunningWriter) -> None:
    database = running.database
    key = Keyring(database).key(customer_key("2026-10")).hex().encode()
    folder = database.path.parent
    assert any(key in path.read_bytes() for path in folder.iterdir())
    retain(database, DECEMBER, TODAY)
    assert wipe(database)
    assert [path.name for path in folder.iterdir() if key in path.read_bytes()] == []


def test_hold_keeps_what_it_covers_until_it_is_released(running: RunningWriter) -> None:
    database = running.database
    placed = hold(database, "2026-11-19", "2026-11-20")
    found = retain(database, date(2026, 12, 2), TODAY)
    assert found == Retention(("2026-10",), 2, 0, ("2026-11",), 1)
    release_hold(database, placed, AT)
    assert retain(database, date(2026, 12, 2), TODAY) == Retention(("2026-11",), 1, 1, (), 0)


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [
        ("2026-09-01", "2026-10-01", ("2026-10",)),
        ("2026-10-31", "2026-11-01", ("2026-10", "2026-11")),
        ("2026-12-01", "2026-12-31", ()),
    ],
)
def test_every_month_that_a_hold_touches_keeps_its_key(
    running: RunningWriter, first: str, last: str, held: tuple[str, ...]
) -> None:
    hold(running.database, first, last)
    assert retain(running.database, DECEMBER, TODAY).held == held


def test_days_to_come_are_not_forgotten(running: RunningWriter) -> None:
    with pytest.raises(RetentionTooEarly):
        retain(running.database, date(2026, 12, 25), TODAY)


def test_holds_are_listed_for_good(running: RunningWriter) -> None:
    first = hold(running.database, "2026-11-19", "2026-11-20")
    hold(running.database, "2026-11-21", "2026-11-21")
    release_hold(running.database, first, AT)
    found = {h.from_day: (h.reason, h.released_at) for h in all_holds(running.database)}
    assert found == {"2026-11-19": ("case-17", AT), "2026-11-21": ("case-17", None)}
    for unknown in (first, "none"):
        with pytest.raises(HoldUnknown):
            release_hold(running.database, unknown, AT)
    with pytest.raises(HoldReversed):
        hold(running.database, "2026-11-20", "2026-11-19")
