"""Texts switch while they are shown: a surface's own language, and the process's."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtQml import QQmlComponent
from PySide6.QtWidgets import QApplication, QWidget

from shared.i18n import current_language, translate
from shared.ui.engine import LobbyEngine
from shared.ui.translator import set_language
from tests.support.qml import find, show, texts

SOURCE = """
import QtQml
import shared.ui.controls
QtObject {
    property string first: Words.first("WaitCount", "%1 waiting, %n counters open", [12], 4)
    property string second: Words.second("WaitCount", "%1 waiting, %n counters open", [12], 1)
    property string named: Words.firstOf({"zh": "存款", "en": "Cash"})
    property string process: qsTranslate("BottomBar", "Back")
    property string unknown: qsTr("Untranslated")
}
""".encode()


@pytest.fixture(autouse=True)
def keep_language(qapp: QApplication) -> Iterator[None]:
    """Leave the process's language as it was."""
    before = current_language()
    yield
    set_language(before)


def made(engine: LobbyEngine) -> QObject:
    """The object of the source above; the engine keeps it."""
    component = QQmlComponent(engine)
    engine.keep(component)
    component.setData(SOURCE, "")
    return engine.keep(component.create())


def test_words_follow_the_language_of_their_surface(engine: LobbyEngine) -> None:
    shown = made(engine)
    assert shown.property("first") == "现在 12 人在等，4 个窗口在办"
    assert shown.property("second") == "12 waiting, 1 counter open"
    assert shown.property("named") == "存款"
    engine.language.swap()
    assert shown.property("first") == "12 waiting, 4 counters open"
    assert shown.property("second") == "现在 12 人在等，1 个窗口在办"
    assert shown.property("named") == "Cash"
    engine.language.set_bilingual(False)
    assert shown.property("second") == ""


def test_the_process_language_does_not_touch_a_surface(engine: LobbyEngine) -> None:
    shown = made(engine)
    set_language("zh", [engine])
    assert (shown.property("process"), shown.property("unknown")) == ("返回", "Untranslated")
    set_language("en", [engine])
    assert shown.property("process") == "Back"
    assert shown.property("first") == "现在 12 人在等，4 个窗口在办"
    assert translate("BottomBar", "Back") == "Back"


class Listener(QWidget):
    """A widget that counts the changes of language it is told of."""

    def __init__(self) -> None:
        super().__init__()
        self.changes = 0

    def changeEvent(self, event: QEvent) -> None:
        self.changes += event.type() == QEvent.Type.LanguageChange


def test_widgets_are_told(qapp: QApplication, engine: LobbyEngine) -> None:
    listener = Listener()
    set_language("en")
    QCoreApplication.sendPostedEvents()
    assert listener.changes >= 1
    assert QCoreApplication.translate("BottomBar", "Help") == "Help"
    set_language("zh")
    assert QCoreApplication.translate("BottomBar", "Help") == "求助"
    assert QCoreApplication.translate("BottomBar", "Nothing") == "Nothing"


def test_the_bar_offers_the_other_language(engine: LobbyEngine) -> None:
    window = show(engine.load("shared.ui.controls", "BottomBar"))
    assert texts(find(window, "languageButton")) == ["English", "英文"]
    engine.language.set_current("en")
    assert texts(find(window, "languageButton")) == ["中文", "Chinese"]
    assert texts(find(window, "backButton")) == ["Back", "返回"]
    engine.language.set_bilingual(False)
    assert texts(find(window, "backButton")) == ["Back"]
