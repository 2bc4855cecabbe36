"""The tables are made, from the real programs; no figure decides anything."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from shared.services.lobby import Lobby
from shared.store.engine import Database
from shared.store.unit_of_work import reading
from tests.bench.store.asker import Asker
from tests.bench.store.bare_process import BareProcess
from tests.bench.store.crowded import crowd
from tests.bench.store.place import Place, profile_of, serving
from tests.bench.store.report import Report
from tests.bench.store.rounds import Found, Rounds, Series
from tests.bench.store.run import CROWDED, SLOW, SQLITE, Load, Pace
from tests.bench.store.slow_disk import slow_disk


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    branches = ("north", "south")
    with serving(tmp_path / "b.db", tmp_path, branches, more_branches=("west",)) as made:
        yield made


@pytest.mark.end2end
def test_rounds_measure_both_yardsticks_and_the_server(place: Place, tmp_path: Path) -> None:
    with Asker() as asker, BareProcess(tmp_path / "bare.db") as bare:
        rounds = Rounds(asker, place, bare)
        found = rounds.run(2, 0.01, 1)
    assert min(found.bare_per_s, found.empty.per_s, found.tickets.per_s, found.calls.per_s) > 0
    assert (len(set(found.tickets.found)), len(set(found.calls.found))) == (96, 96)
    assert rounds.doubled() == 0
    with place.database.writing.begin() as connection:
        connection.exec_driver_sql("DELETE FROM ticket WHERE number = 'A001'")
    assert rounds.doubled() == 2  # one acknowledged in each branch is missing


def test_crowd_is_a_log_that_a_server_can_go_on_from(tmp_path: Path) -> None:
    assert crowd(tmp_path / "b.db", ("a", "b"), 10) == 10
    database = Database(tmp_path / "b.db")
    with reading(database) as work:
        lobby, entries = work.lobby("b", {}, profile_of("b"))
    database.close()
    assert isinstance(lobby, Lobby)
    assert (lobby.branch.sequence, [e.event.kind for e in entries]) == (6, ["day.opened"])
    with sqlite3.connect(tmp_path / "b.db") as file:
        assert file.execute("SELECT count(*) FROM ticket").fetchone() == (10,)


def test_disk_is_slowed_where_there_is_a_compiler(tmp_path: Path) -> None:
    made = slow_disk(tmp_path)
    assert made is None or b"fdatasync" in made.read_bytes()


def test_tables_say_what_was_found_and_which_aims_are_kept() -> None:
    report = Report([Pace(SQLITE, "ticket", 60, 2.0, 12.5)])
    for name, per_s in ((SQLITE, 80.0), *zip((*SLOW, *CROWDED), (70, 10, 100, 70), strict=True)):
        series = Series([per_s], [5_000_000])
        found = Found(32, Series([200.0], [1_000_000]), series, series, [100.0])
        report.loads.append(Load(name, found, 0))
    assert [(found, is_kept) for _, _, found, is_kept in report.aims()] == [
        ("12.5 ms", False),
        ("80%", True),
        ("7.0", True),
        ("70%", False),
        ("70%", False),
        ("0", True),
    ]
    lines = report.to_json()["as_fast_as_answers_come"]
    assert [line["request"] for line in lines[:4]] == [
        "bare transaction",
        "empty answer",
        "ticket",
        "call",
    ]
    assert (lines[2]["to_empty"], lines[2]["to_bare"]) == (0.4, 0.8)
    console = Console(width=110)
    with console.capture() as captured:
        for made in (report.paced_table(), report.loads_table(report.loads), report.aims_table()):
            console.print(made)
    assert "12.5 ms" in captured.get()
