"""The page Roster with real clicks and keys: changed by hand, checked at once, made anew."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.console.roster import edits
from simulator.console.roster.book import Book
from simulator.console.roster.page import RosterPage
from simulator.console.roster.words import told
from simulator.console.roster.work import NEEDS_PART
from simulator.console.whatif.words import spoken
from simulator.planning.rostering.broken import Rule
from simulator.planning.rostering.files import read_roster
from simulator.planning.rostering.judge import Standard
from simulator.planning.rostering.loop import Asked, Planned, plan_roster
from simulator.planning.rostering.month import load_month
from simulator.planning.rostering.roster import Duty, roster_of
from tests.simulator.console.at_console import AtConsole

#: A roster of the shipped staff that keeps every rule.
GOOD = Path(__file__).parents[2] / "shots" / "city-roster.csv"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
MOST_MS = 20


@pytest.fixture
def manager(qtbot: QtBot) -> Iterator[AtConsole]:
    made = AtConsole(qtbot)
    made.press(Qt.Key.Key_5, CONTROL)
    yield made
    made.program.close()


def opened(manager: AtConsole) -> RosterPage:
    """The shipped staff with the good roster, through the sheet."""
    manager.press(Qt.Key.Key_O, CONTROL)
    manager.write("rosterPath", str(GOOD))
    manager.click("openRoster")
    return manager.window.roster


def duty_of(page: RosterPage) -> Duty:
    """The duty of whoever is chosen."""
    row = page.grid.chosen_row
    assert row is not None
    assert row.duty is not None
    return row.duty


def first_at_work(page: RosterPage) -> Duty:
    """Choose the first one who has a duty with a break."""
    row = next(row for row in page.grid.rows if row.duty and row.duty.breaks)
    page.grid.choose(row.person)
    page.grid.setFocus()
    return duty_of(page)


def drag(page: RosterPage, duty: Duty, from_min: float, to_min: float) -> None:
    """With the mouse along the row of a duty."""
    grid = page.grid
    row = next(n for n, each in enumerate(grid.rows) if each.duty == duty)
    y = round((row + 0.5) * grid.row_high)
    ends = [QPoint(round(grid.at(minute)), y) for minute in (from_min, to_min)]
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=ends[0])
    QTest.mouseMove(grid, ends[1])
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=ends[1])


def test_keys_change_a_duty_and_take_it_back(manager: AtConsole) -> None:
    page = opened(manager)
    assert page.broken.lines.item(0).text() == "No rule is broken."
    duty = first_at_work(page)
    manager.press(Qt.Key.Key_Right)
    assert duty_of(page) == edits.moved(duty, 30)
    manager.press(Qt.Key.Key_Z, CONTROL)
    manager.press(Qt.Key.Key_Y, CONTROL)
    assert duty_of(page) == edits.moved(duty, 30)
    manager.click("undoRoster")
    manager.click("redoRoster")
    manager.click("undoRoster")
    assert duty_of(page) == duty
    manager.press(Qt.Key.Key_Right, SHIFT)
    assert duty_of(page) == replace(duty, ends_min=duty.ends_min + 30)
    manager.press(Qt.Key.Key_Z, CONTROL)
    manager.press(Qt.Key.Key_Left, CONTROL)
    assert duty_of(page) == replace(duty, begins_min=duty.begins_min - 30)
    manager.press(Qt.Key.Key_Z, CONTROL)
    manager.press(Qt.Key.Key_Right, ALT)
    assert duty_of(page) == edits.break_moved(duty, 0, 30)
    manager.press(Qt.Key.Key_Z, CONTROL)
    manager.press(Qt.Key.Key_C)
    assert duty_of(page).counter != duty.counter
    manager.press(Qt.Key.Key_Z, CONTROL)
    manager.press(Qt.Key.Key_Delete)
    row = page.grid.chosen_row
    assert row is not None
    assert row.duty is None
    manager.click("swapOff")
    assert duty_of(page).person == duty.person
    manager.press(Qt.Key.Key_Z, CONTROL)
    manager.press(Qt.Key.Key_Z, CONTROL)
    assert duty_of(page) == duty
    assert manager.program.session.roster.book is not None
    assert manager.program.session.roster.book.broken == ()


def test_the_mouse_moves_a_duty_its_end_and_its_break(manager: AtConsole) -> None:
    page = opened(manager)
    duty = first_at_work(page)
    (at, until), end = duty.breaks[0], duty.ends_min
    drag(page, duty, duty.begins_min + 45, duty.begins_min + 75)
    assert duty_of(page) == edits.moved(duty, 30)
    manager.press(Qt.Key.Key_Z, CONTROL)
    drag(page, duty, end - 1, end - 61)
    assert duty_of(page) == replace(duty, ends_min=end - 60)
    manager.press(Qt.Key.Key_Z, CONTROL)
    drag(page, duty, (at + until) / 2, (at + until) / 2 + 30)
    assert duty_of(page) == edits.break_moved(duty, 0, 30)


def test_what_a_change_breaks_is_said_at_once_in_list_row_and_day(manager: AtConsole) -> None:
    page = opened(manager)
    duty = first_at_work(page)
    manager.press(Qt.Key.Key_Right, SHIFT)
    name = page.grid.chosen_row.name if page.grid.chosen_row else ""
    lines = [page.broken.lines.item(n).text() for n in range(page.broken.lines.count())]
    assert any(line.startswith(f"{duty.day}: {name} may not work") for line in lines)
    assert "no shift of theirs" in page.grid.accessibleDescription()
    assert page.strip.counts[manager.program.session.roster.day] > 0
    manager.press(Qt.Key.Key_PageDown)
    assert page.day is not None
    assert page.day.iso != duty.day
    number = next(n for n, line in enumerate(lines) if line.startswith(duty.day))
    box = page.broken.lines.visualItemRect(page.broken.lines.item(number))
    QTest.mouseClick(page.broken.lines.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert page.day.iso == duty.day
    manager.click("swapLanguage")
    assert "不是可上的班次" in manager.window.roster.grid.accessibleDescription()


def test_a_click_on_a_day_shows_it(manager: AtConsole) -> None:
    page = opened(manager)
    cell = page.strip.cell(8).center().toPoint()
    QTest.mouseClick(page.strip, Qt.MouseButton.LeftButton, pos=cell)
    assert page.day is not None
    assert page.day.iso == "2026-09-15"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_saved_roster_is_the_same_when_it_is_opened(
    manager: AtConsole, tmp_path: Path, kind: str
) -> None:
    page = opened(manager)
    first_at_work(page)
    manager.press(Qt.Key.Key_Right)
    manager.press(Qt.Key.Key_S, CONTROL)
    manager.write("filePath", str(tmp_path / f"next.{kind}"))
    manager.click("writeFile")
    book = manager.program.session.roster.book
    assert book is not None
    assert read_roster(tmp_path / f"next.{kind}") == book.roster


def test_a_wrong_file_is_refused_in_the_sheet(manager: AtConsole) -> None:
    manager.press(Qt.Key.Key_O, CONTROL)
    manager.write("staffPath", "nowhere.toml")
    manager.click("openRoster")
    assert manager.window.sheet is not None
    assert manager.program.session.roster.book is None


def test_the_search_is_stopped_with_the_best_so_far(manager: AtConsole) -> None:
    manager.press(Qt.Key.Key_O, CONTROL)
    manager.click("staff-city-staff")
    work = manager.program.session.roster
    work.make(Asked(standard=Standard(days=20), effort=1.0, rounds=1))
    manager.until(lambda: work.percent > NEEDS_PART)
    manager.click("makeRoster")
    manager.until(lambda: not work.jobs.is_running)
    assert (work.problem, work.was_cut_short) == ("", True)
    assert work.book is not None
    assert work.book.roster.duties
    assert work.book.needs
    manager.press(Qt.Key.Key_Z, CONTROL)
    assert work.book.roster.duties == ()


def test_needs_that_the_search_left_open_are_no_news() -> None:
    month = load_month("city-staff")
    short = replace(month, days=month.days[:7])
    asked = Asked(standard=Standard(days=20), effort=0.1, rounds=1)
    found: Planned = plan_roster(short, asked)
    book = Book(short)
    book.take_found(found)
    assert set(book.broken) <= set(found.broken)
    day = short.days[0].iso
    book.take(roster_of(duty for duty in book.roster.duties if duty.day != day))
    assert {each.rule for each in book.of_day(day)} >= {Rule.NEED, Rule.PRESENCE}
    hall = spoken(month.skill["hall"].name)
    assert any(hall in told(each, short) for each in book.of_day(day))


def test_every_change_is_checked_in_time() -> None:
    book = Book(load_month("city-staff"), read_roster(GOOD))
    duty = book.roster.duties[0]
    best_ms = float("inf")
    for number in range(5):
        began_s = time.process_time()
        book.take(edits.exchanged(book.roster, book.roster.duties[0],
                                  edits.moved(duty, 30 * number)))  # fmt: skip
        best_ms = min(best_ms, 1000 * (time.process_time() - began_s))
    assert best_ms < MOST_MS
