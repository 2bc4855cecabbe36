"""Texts are found in Python and QML, and what cannot be translated is named."""

from pathlib import Path

import pytest

from shared.i18n.catalogue import Key
from shared.i18n.extract import extract

PYTHON = """
from shared.i18n import translate

class WrongPin(Exception):
    sentence: str = "The PIN %1 is wrong."

class Bare(Exception):
    sentence = "%1"

class Panel:
    def draw(self, n, error):
        self.title = self.tr("My day")
        self.head = self.tr("%n people", "", n)
        text = translate("Panel", "Counter %1", 3)
        more = translate("Panel", "%n waiting", n=n)
        return translate("errors", error.sentence, language="en")
"""

QML = """
import QtQuick
Item {
    property string a: qsTr("Plain")
    property string b: Words.first("Start", "%1 waiting, %n open", [1], 2)
    property string c: Words.second("Start", "Only below")
}
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A small source tree."""
    for name, text in (("kiosk/panel.py", PYTHON), ("kiosk/Screen.qml", QML)):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_finds_every_text(sources: Path) -> None:
    found = extract(sources)
    assert {key: message.numerus for key, message in found.messages.items()} == {
        Key("errors", "The PIN %1 is wrong."): False,
        Key("Panel", "My day"): False,
        Key("Panel", "%n people"): True,
        Key("Panel", "Counter %1"): False,
        Key("Panel", "%n waiting"): True,
        Key("Screen", "Plain"): False,
        Key("Start", "%1 waiting, %n open"): True,
        Key("Start", "Only below"): False,
    }
    assert found.problems == ()


@pytest.mark.parametrize("text", ['f"Counter {3}"', "word", '"Counter " + "3"', "words[0]"])
def test_names_the_line_of_what_is_no_plain_text(sources: Path, text: str) -> None:
    (sources / "kiosk" / "panel.py").write_text(f'translate("Panel", {text})\n')
    assert [str(problem) for problem in extract(sources).problems] == [
        "kiosk/panel.py:1: context and text must be plain string literals, no f-string"
    ]
