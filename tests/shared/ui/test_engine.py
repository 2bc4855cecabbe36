"""The engine: modules by folder path, faults named, warnings collected, orderly end."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from shared.ui.engine import LobbyEngine, QmlBroken


def write_module(folder: Path, name: str, source: str) -> None:
    """A QML module ``surface`` with one type."""
    module = folder / "surface"
    module.mkdir()
    (module / "qmldir").write_text(f"module surface\n{name} 1.0 {name}.qml\n")
    (module / f"{name}.qml").write_text(source)


def test_a_type_that_is_not_there_is_named(engine: LobbyEngine) -> None:
    with pytest.raises(QmlBroken, match="Nowhere"):
        engine.create("shared.ui.controls", "Nowhere")


def test_a_missing_required_property_is_named(engine: LobbyEngine) -> None:
    with pytest.raises(QmlBroken, match="Required property number was not initialized"):
        engine.create("shared.ui.controls", "CallRow", {"counter": "3"})


@pytest.mark.qt_log_ignore("ReferenceError")
def test_warnings_are_collected(qapp: QApplication, tmp_path: Path) -> None:
    write_module(tmp_path, "Faulty", "import QtQml\nQtObject { property int a: nothing.there }\n")
    engine = LobbyEngine()
    engine.addImportPath(str(tmp_path))
    engine.create("surface", "Faulty")
    engine.close()
    assert [line.rpartition("/")[2] for line in engine.problems] == [
        "Faulty.qml:2: ReferenceError: nothing is not defined"
    ]


def test_objects_bound_to_a_screen_outlive_it(qapp: QApplication, tmp_path: Path) -> None:
    source = (
        "import QtQml\nQtObject { required property QtObject flow; objectName: flow.objectName }\n"
    )
    write_module(tmp_path, "Screen", source)
    engine = LobbyEngine()
    engine.addImportPath(str(tmp_path))
    flow = QObject(objectName="flow")
    screen = engine.create("surface", "Screen", {"flow": flow})
    assert screen.objectName() == "flow"
    engine.close()
    assert engine.problems == []
    assert (shiboken6.isValid(screen), shiboken6.isValid(flow)) == (False, True)


def test_a_window_is_made_around_an_item(engine: LobbyEngine) -> None:
    window = engine.load("shared.ui.controls", "BottomBar")
    assert (window.width(), window.height()) == (1080, 160)
    window.resize(540, 80)
    bar = window.contentItem().childItems()[0]
    assert (bar.width(), bar.height()) == (540, 80)


def test_closing_twice_is_harmless(qapp: QApplication) -> None:
    engine = LobbyEngine()
    engine.close()
    engine.close()
    assert not shiboken6.isValid(engine)
