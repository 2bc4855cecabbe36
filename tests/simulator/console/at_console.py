"""The console off-screen, and somebody who clicks in it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from simulator.console.program import ConsoleProgram
from simulator.console.shell.window import ConsoleWindow

PATIENCE_MS = 60_000


class AtConsole:
    """Opens the console on a scenario, with few days so that a run is short."""

    def __init__(self, qtbot: QtBot, days: int = 50, **options: str) -> None:
        self._qtbot = qtbot
        chosen = {"language": "en", "scheme": "light", "scenario": "neighbourhood", **options}
        self.program = ConsoleProgram(chosen)
        self.program.session.set_days(days)
        self.program.show()
        qtbot.waitExposed(self.window)

    @property
    def window(self) -> ConsoleWindow:
        """The window as it is now: another language builds another one."""
        return self.program.window

    def part(self, kind: type[QWidget], name: str) -> QWidget:
        """A visible part by its name."""
        found = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert found, name
        return found[-1]

    def click(self, name: str) -> None:
        """A real click into the middle of a button."""
        button = self.part(QAbstractButton, name)
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, with_key: Qt.KeyboardModifier | None = None) -> None:
        """A key of the window."""
        focused: QWidget | None = self.window.focusWidget()
        QTest.keyClick(
            focused or self.window, key, with_key or Qt.KeyboardModifier.NoModifier
        )  # stubs know no None

    def choose(self, name: str, words: str) -> None:
        """An entry of a combo box, with the keyboard as people do."""
        box = self.part(QComboBox, name)
        assert isinstance(box, QComboBox)
        place = box.findText(words)
        assert place >= 0, (name, words, [box.itemText(n) for n in range(box.count())])
        box.setFocus()
        while box.currentIndex() != place:
            before = box.currentIndex()
            QTest.keyClick(box, Qt.Key.Key_Down if place > before else Qt.Key.Key_Up)
            assert box.currentIndex() != before
            if box is not self._still(name):
                box = self._again(name)

    def _still(self, name: str) -> QWidget:
        return self.part(QComboBox, name)

    def _again(self, name: str) -> QComboBox:
        """A change built the rows anew."""
        box = self.part(QComboBox, name)
        assert isinstance(box, QComboBox)
        box.setFocus()
        return box

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something that the simulator or the window does."""
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def run(self) -> None:
        """Run both plans to the end."""
        self.press(Qt.Key.Key_F5)
        self.until(lambda: not self.program.session.is_running)
        self.window.what_if.finish()

    def write(self, name: str, words: str) -> None:
        """Type into a field, instead of what stands there."""
        field = self.part(QLineEdit, name)
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QTest.keyClicks(field, words)
