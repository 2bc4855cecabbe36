"""The page Effect with real clicks: a prediction, records before and after, and what came of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from simulator.console.effect.asked import NothingRecorded, records
from simulator.console.effect.page import EffectPage
from simulator.console.office.work import Where
from simulator.console.study.draft import Draft
from tests.simulator.console.at_console import AtConsole
from tests.simulator.console.march import march_halves
from tests.support.lobby import BRANCH
from tests.support.office import running_office

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The recorded month, its first and its second half."""
    return march_halves(tmp_path_factory.mktemp("march"))


@pytest.fixture
def manager(qtbot: QtBot) -> Iterator[AtConsole]:
    made = AtConsole(qtbot, scenario="city")
    yield made
    made.program.close()


def fewer(draft: Draft) -> Draft:
    """Four counters only in the morning: clearly worse."""
    shorter = {"closes": "11:00", "pauses": ()}
    return draft.staffed(
        [
            line.model_copy(update=shorter) if line.counter in "1346" else line
            for line in draft.staffing
        ]
    )


def chosen(manager: AtConsole, halves: tuple[Path, Path]) -> EffectPage:
    """The records in the sheet, and the answer."""
    manager.write("beforePath", str(halves[0]))
    manager.write("afterPath", str(halves[1]))
    manager.click("judge")
    manager.until(lambda: not manager.program.session.effect.jobs.is_running)
    return manager.window.effect


def test_what_came_is_set_beside_the_run(manager: AtConsole, halves: tuple[Path, Path]) -> None:
    session = manager.program.session
    session.change(1, fewer(session.drafts[1]))
    manager.run()
    manager.press(Qt.Key.Key_6, CONTROL)
    manager.press(Qt.Key.Key_O, CONTROL)
    page = chosen(manager, halves)
    assert page.table.lines[0].startswith("Everybody, Mean wait, min: ")
    assert page.table.lines[0].endswith("better than predicted")  # nothing was changed in March
    found = session.effect.found
    assert found is not None
    assert (found.days_before, found.days_after) == (9, 12)
    manager.click("swapLanguage")
    assert manager.window.effect.table.lines[0].endswith("好于预测")


def test_a_run_kept_as_json_is_a_prediction(
    manager: AtConsole, halves: tuple[Path, Path], tmp_path: Path
) -> None:
    manager.run()
    manager.click("exportResult")
    manager.write("filePath", str(tmp_path / "said.json"))
    manager.click("writeFile")
    manager.press(Qt.Key.Key_6, CONTROL)
    manager.click("chooseEffect")
    manager.choose("predictionSource", "A file that What-if exported (.json)")
    manager.click("judge")
    told = manager.part(QLabel, "message")
    assert isinstance(told, QLabel)
    assert told.text() == "Name the file with the prediction, or choose another one above."
    manager.write("predictionPath", str(tmp_path / "said.json"))
    page = chosen(manager, halves)
    assert page.name.text() == "said.json"
    assert page.table.lines


def test_what_is_no_prediction_is_said_on_the_page(
    manager: AtConsole, halves: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "no.json").write_text("{}")
    manager.press(Qt.Key.Key_6, CONTROL)
    manager.click("chooseEffect")
    manager.write("predictionPath", str(tmp_path / "no.json"))
    page = chosen(manager, halves)
    assert page.problem.text().startswith("no.json is no prediction: ")
    assert page.table.lines == []


def test_a_plan_that_was_handed_in_is_judged(
    manager: AtConsole, halves: tuple[Path, Path], tmp_path: Path
) -> None:
    with running_office(tmp_path / "office.db") as office:
        session = manager.program.session
        session.office.where = Where(office.base_url, BRANCH, f"key-of-planner-{BRANCH}")
        session.change(1, fewer(session.drafts[1]))
        manager.run()
        manager.click("toOffice")
        manager.until(lambda: not session.office.jobs.is_running)
        manager.write("planBy", "Wang Fang")
        manager.write("planTitle", "Two less")
        manager.click("handIn")
        manager.until(lambda: not session.office.jobs.is_running)
        manager.press(Qt.Key.Key_6, CONTROL)
        manager.click("chooseEffect")
        box = manager.part(QComboBox, "predictionSource")
        assert isinstance(box, QComboBox)
        manager.choose("predictionSource", "Handed in: Two less (Wang Fang)")
        page = chosen(manager, halves)
        assert page.table.lines[0].endswith("better than predicted")


def test_a_folder_stands_for_its_files(halves: tuple[Path, Path]) -> None:
    assert records(str(halves[0].parent)) == tuple(sorted(halves))
    assert records(f"{halves[1]} ; {halves[0]}") == (halves[1], halves[0])
    with pytest.raises(NothingRecorded, match="nowhere"):
        records("nowhere")
