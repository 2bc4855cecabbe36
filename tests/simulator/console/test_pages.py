"""The other pages with real clicks and keys: a day in motion, staffing by hand, the hall."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from simulator.console.floor.ground import arranged, to_layout
from simulator.console.floor.journeys import SERVED, watch
from simulator.console.floor.living import live_day
from simulator.console.floor.moment import so_far
from simulator.console.floor.saved_plan import ground_of
from simulator.console.staffing.gaps import Short, axis_of, open_counts, repairs, shorts
from simulator.console.study.case import open_scenario
from simulator.console.study.draft import begin
from simulator.console.study.saving import open_file, save
from simulator.model.run import run_day
from simulator.planning.layout.floor_plan import load_floor_plan
from tests.simulator.console.at_console import AtConsole

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def manager(qtbot: QtBot) -> Iterator[AtConsole]:
    made = AtConsole(qtbot)
    yield made
    made.program.close()


def test_everybody_of_a_log_is_served_where_the_log_says() -> None:
    draft = begin(open_scenario("city-full"))
    ground = arranged(draft.case.profile, 2)
    events = run_day(draft.plan(), 1, 0).events
    day = watch(events, ground, draft.case.profile, draft.scenario.layout)
    issued = sum(event.kind == "ticket.issued" for event in events)
    assert so_far(day, day.ends_s).came == issued == len(day.journeys)
    started = {event.ticket for event in events if event.kind == "ticket.started"}
    assert sum(SERVED in journey.states for journey in day.journeys) >= len(started)
    for journey in day.journeys:
        assert journey.at_s == sorted(journey.at_s)


def test_a_day_moves_and_can_be_gone_to(manager: AtConsole) -> None:
    manager.press(Qt.Key.Key_2, CONTROL)
    page = manager.window.watch
    manager.until(lambda: page.day is not None)
    begins_s = page.now_s
    manager.click("speed-300")
    manager.click("play")
    manager.until(lambda: page.now_s > begins_s + 60)
    manager.click("play")
    assert not page.is_playing
    page.timeline.setFocus()
    QTest.keyClick(page.timeline, Qt.Key.Key_End)
    assert page.day is not None
    assert page.now_s == page.day.ends_s
    found = so_far(page.day, page.now_s)
    assert (found.came, found.waiting) == (found.served + found.left, 0)


def test_a_kiosk_moved_nearer_to_the_door_shortens_the_way(manager: AtConsole) -> None:
    manager.press(Qt.Key.Key_4, CONTROL)
    page, before = manager.window.layout_page, manager.window.layout_page.ground
    view, piece = page.view, page.view.pieces["kiosk", "1"]
    at = view.mapFromScene(piece.sceneBoundingRect().center())
    room = view.viewport()
    QTest.mousePress(room, Qt.MouseButton.LeftButton, pos=at)
    for step in (20, 60):
        QTest.mouseMove(room, at + QPoint(0, step))
    QTest.mouseRelease(room, Qt.MouseButton.LeftButton, pos=at + QPoint(0, 60))
    manager.until(lambda: page.ground is not before)
    layout = manager.program.session.drafts[1].scenario.layout
    assert layout is not None
    assert layout.entrance_to_kiosk_m < to_layout(before, None).entrance_to_kiosk_m
    manager.press(Qt.Key.Key_Z, CONTROL)
    assert page.ground is before
    manager.press(Qt.Key.Key_Y, CONTROL)
    assert page.ground.things["kiosk", "1"].y > before.things["kiosk", "1"].y
    manager.click("undoMove")
    assert page.ground == before


def test_where_things_stand_is_saved_and_opened_and_watched(qtbot: QtBot, tmp_path: Path) -> None:
    manager = AtConsole(qtbot, scenario="city")
    manager.press(Qt.Key.Key_4, CONTROL)
    page = manager.window.layout_page
    for key, x, y in ((("kiosk", "2"), 6.0, 8.0), (("machine", "atm-1"), 12.0, 9.0),
                      (("zone", "vip"), 1.0, 3.0), (("counter", "3"), 10.5, 0.5)):  # fmt: skip
        thing = page.ground.things.get(key) or page.ground.things["room", key[1]]
        page._take(page.ground.moved(thing, x, y))
    manager.press(Qt.Key.Key_S, CONTROL)
    manager.write("filePath", str(tmp_path / "hall.toml"))
    manager.click("writeFile")
    manager.click("swapLanguage")
    assert manager.window.layout_page.ground.things.keys() == page.ground.things.keys()
    case, draft = open_file(str(tmp_path / "hall.toml"))
    assert draft is not None
    opened = ground_of(draft)
    assert opened.things.keys() == page.ground.things.keys()
    for key, thing in page.ground.things.items():
        place = (opened.things[key].x, opened.things[key].y)
        assert place == pytest.approx((thing.x, thing.y), abs=0.001)
    assert live_day(draft, 1, 0)[0] == opened
    assert load_floor_plan(tmp_path / "hall.floor.toml", draft.plan()) == draft.floor
    save(begin(case), tmp_path / "hall.toml", case.scenario.name)
    assert not (tmp_path / "hall.floor.toml").exists()
    manager.program.close()


def test_a_run_says_how_far_people_walk(manager: AtConsole) -> None:
    manager.press(Qt.Key.Key_4, CONTROL)
    manager.click("tryLayout")
    manager.until(lambda: not manager.program.session.is_running)
    page = manager.window.layout_page
    assert float(page._cells[1, 1].text()) > 10


def test_shortages_are_named_and_mended() -> None:
    draft = begin(open_scenario("neighbourhood"))
    axis = axis_of(draft)
    there = open_counts(draft, axis)
    need = [4] * axis.count
    found = list(shorts(need, there))
    assert found[0] == Short(5, 6, 1)
    way = repairs(draft, need, axis, found[0])
    assert way is None  # all four are needed all day: no break can go anywhere
    less = [3] * axis.count
    short = list(shorts(less, there))
    way = repairs(draft, less, axis, short[0])
    assert way is not None
    assert sum(max(0, 3 - n) for n in open_counts(way.draft, axis)) < sum(
        max(0, 3 - n) for n in there
    )


def test_staffing_is_changed_by_keys_and_the_need_found(manager: AtConsole) -> None:
    manager.press(Qt.Key.Key_3, CONTROL)
    page = manager.window.staffing
    page.grid.setFocus()
    first = page.draft
    QTest.keyClick(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.draft.staffing[0].pauses[0].begins == "12:00"
    QTest.keyClick(page.grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert page.draft.staffing[0].closes == "16:30"
    for _ in range(2):
        QTest.keyClick(page.grid, Qt.Key.Key_Z, CONTROL)
    assert page.draft == first
    manager.press(Qt.Key.Key_F6)
    manager.until(lambda: not page.jobs.is_running)
    assert max(page.need) in (3, 4)
    assert len(page.need) == 16


def test_the_tour_leads_to_an_exported_comparison(
    manager: AtConsole, tmp_path_factory: pytest.TempPathFactory
) -> None:
    manager.click("tour")
    window = manager.window
    manager.program.session.set_days(50)
    assert window.tour is not None
    manager.click("changeB")
    manager.click("tourNext")
    manager.choose("pauseFrom-1", "13:30")
    manager.until(lambda: window.tour is not None and window.tour.place == 2)
    manager.click("runFromSheet")
    manager.until(lambda: window.tour is not None and window.tour.place == 3)
    manager.click("tourNext")
    manager.click("exportResult")
    path = tmp_path_factory.mktemp("tour") / "found.pdf"
    manager.write("filePath", str(path))
    manager.click("writeFile")
    manager.until(lambda: window.tour is not None and window.tour.place == 5)
    assert path.read_bytes()[:5] == b"%PDF-"
    manager.click("tourNext")
    assert window.tour is None
