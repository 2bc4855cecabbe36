"""A whole day of a branch, two hours of it without the line: nobody there notices, nothing is lost.

Head office keeps its copy on PostgreSQL, the branch its log on SQLite, as in life.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from shared.config.load import load_profile
from shared.server.clock import ManualClock
from shared.store.engine import Database
from shared.store.head import read_heads
from shared.store.lines import position
from shared.store.tables import METADATA
from shared.store.verify import verify_branch
from tests.support.branch_day import BranchDay
from tests.support.lobby import BRANCH
from tests.support.office import Cable, RunningOffice, branch_of, running_office
from tests.support.postgres import PostgresServer
from tests.support.server import local_us, morning
from tests.support.waiting import soon

#: What a branch does in a day, as BranchDay does it, a publication and a check-in included.
FUNCTIONS = 48
ROUND_MIN = 20.0
NOON, TWO, NIGHT = (local_us(f"2026-11-20T{at}") for at in ("12:00", "14:00", "16:30"))
WISH = {"service": "wealth", "at": "2026-11-23T10:30:00+08:00"}


@pytest.fixture
def office(postgres: PostgresServer, tmp_path: Path) -> Iterator[RunningOffice]:
    with running_office(postgres.with_tables(), heads=tmp_path / "heads") as running:
        running.office.patience_s = 0.5
        yield running


def rows(database: Database, name: str, order: str) -> list[dict[str, Any]]:
    """Every line of a table."""
    table = METADATA.tables[name]
    with database.reading.begin() as connection:
        found = connection.execute(select(table).order_by(table.c[order]))
        return [dict(row._mapping) for row in found]


def copies(client: httpx.Client, base_url: str) -> dict[str, Any]:
    """What the branch server says of its line."""
    (copy,) = client.get(f"{base_url}/readyz").raise_for_status().json()["copies"]
    return dict(copy)


def until(day: BranchDay, at_us: int) -> None:
    """Rounds of everything until this time of the branch."""
    while day.server.clock.now_us() < at_us:
        day.round()
        day.passes(ROUND_MIN)


def test_day_with_two_hours_without_the_line(office: RunningOffice, tmp_path: Path) -> None:
    cable, clock = Cable(office.base_url), morning()
    pages = office.client("booking")
    with branch_of(cable.url, tmp_path, clock=clock) as branch:
        admin, day = branch.client("admin"), BranchDay(branch)
        day.open()
        until(day, NOON)
        due = {"service": "wealth", "at": "2026-11-20T13:30:00+08:00"}
        code = day.ask("kiosk", "POST appointments", due)["code"]
        soon(lambda: copies(admin, branch.base_url)["behind_events"] == 0)
        cable.cut()
        day.used.clear()
        began = position(office.office.database, BRANCH).last
        _cut_off(day, pages, clock, code)
        assert len(day.used) == FUNCTIONS
        assert position(office.office.database, BRANCH).last == began
        known = copies(admin, branch.base_url)
        assert (known["is_up"], known["problem"]) == (False, "server_unreachable")
        assert known["behind_events"] > 150
        assert "lobby_copy_up{" in admin.get(f"{branch.base_url}/metrics").text
        cable.mend()
        soon(lambda: copies(admin, branch.base_url)["behind_events"] == 0)
        office.office.patience_s = 3.0
        assert pages.post("appointments", json=WISH).status_code == 201
        until(day, NIGHT)
        day.close()
        clock.set(local_us("2026-11-21T08:00"))
        day.ask("board", "GET lobby")
        soon(lambda: copies(admin, branch.base_url)["behind_events"] == 0)
        _compare(branch.house.database, office.office.database)
        soon(lambda: _has_head(tmp_path / "heads"))
    cable.close()


def _cut_off(day: BranchDay, pages: httpx.Client, clock: ManualClock, code: str) -> None:
    """Two hours in which all of the branch goes on, and remote booking says that it does not."""
    profile = load_profile("neighbourhood").model_dump(mode="json") | {"version": "at noon"}
    day.ask("admin", "POST profile", profile)
    until(day, local_us("2026-11-20T13:25"))
    refused = pages.post("appointments", json=WISH)
    assert (refused.status_code, refused.json()["code"]) == (503, "branch_out_of_reach")
    checked_in = day.ask("kiosk", "POST appointments/{code}/check-in", code=code)
    day.ask("kiosk", "POST tickets/{ticket}/cancel", {}, ticket=checked_in["id"])
    until(day, TWO)
    assert clock.now_us() - NOON >= 2 * 3600 * 1_000_000
    for counter, staff in (("1", "t1"), ("2", "t2")):
        day.ask(staff, "POST counters/{counter}/close", {}, counter=counter)
    page = day.ask("kiosk", "POST tickets", {"service": "cash"})
    seen = httpx.get(page["phone_url"], trust_env=False)
    assert (seen.status_code, page["number"] in seen.text) == (200, True)
    day.ask("kiosk", "POST tickets/{ticket}/cancel", {}, ticket=page["id"])
    day.open()


def _compare(branch: Database, copy: Database) -> None:
    """Hash for hash, column for column; both verify."""
    assert rows(copy, "event", "sequence") == rows(branch, "event", "sequence")
    assert rows(copy, "ticket", "id") == rows(branch, "ticket", "id")
    assert position(copy, BRANCH) == position(branch, BRANCH)
    for database in (branch, copy):
        result = verify_branch(database, BRANCH)
        assert (result.faults, result.calls > 30) == ([], True)


def _has_head(path: Path) -> bool:
    """Head office has written the end of the day down."""
    return path.exists() and "2026-11-20" in {head.day for head in read_heads(path)}
