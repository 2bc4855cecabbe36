"""The lint itself: it must find a fault in QML, and know what Python offers to QML."""

from pathlib import Path

import pytest

from tests.house import qml_lint, sources

PYTHON = '''
"""A QML type from Python."""
from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement
QML_IMPORT_NAME = "vestibule.bell"
QML_IMPORT_MAJOR_VERSION = 1

@QmlElement
class Bell(QObject):
    """Rings."""
    rang = Signal(str)
    @Property(str, constant=True)
    def tone(self) -> str:
        return "a"
    @Property(list, notify=rang)
    def rings(self) -> list[str]:
        return []
'''
QML = """import QtQuick

Text {
    id: root
    required property Bell bell
    text: root.bell.%s + root.bell.rings.length
}
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working copy with one QML module that uses a type written in Python."""
    folder = tmp_path / "vestibule" / "bell"
    folder.mkdir(parents=True)
    (folder / "bell.py").write_text(PYTHON)
    (folder / "qmldir").write_text("module vestibule.bell\nSign 1.0 Sign.qml\n")
    for place in (sources, qml_lint):
        monkeypatch.setattr(place, "ROOT", tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(qml_lint, "PARTS", ("vestibule",))
    monkeypatch.setattr(qml_lint, "MIRROR", tmp_path / "build" / "qml")
    return folder


def test_correct_use_of_a_python_type_passes(
    module: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (module / "Sign.qml").write_text(QML % "tone")
    assert (qml_lint.main(), capsys.readouterr().out) == (0, "")


def test_misspelt_property_of_a_python_type_is_found(
    module: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (module / "Sign.qml").write_text(QML % "tune")
    assert qml_lint.main() == 1
    first = capsys.readouterr().out.splitlines()[0]
    wanted = 'Warning: vestibule/bell/Sign.qml:6:21: Member "tune" not found on type "Bell"'
    assert first.startswith(wanted)


def test_no_qml_at_all_is_fine(module: Path) -> None:
    assert qml_lint.main() == 0
