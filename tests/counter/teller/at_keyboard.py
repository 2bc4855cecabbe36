"""A teller at the keyboard of counter 3: the real window on a fake client."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter.teller.program import TellerProgram, create
from counter.teller.window import TellerWindow
from shared.protocol.lobby import LobbyView
from shared.ui.app import widget_application
from shared.ui.marks import Figure
from tests.counter.teller import scenes
from tests.support.fake_client import FakeClient

Kind = TypeVar("Kind", bound=QWidget)


class Teller:
    """A teller at the keyboard of counter 3."""

    def __init__(
        self, qtbot: QtBot, language: str = "en", scheme: str = "light", keys: str = ""
    ) -> None:
        widget_application(language)
        self.qtbot = qtbot
        self.client = FakeClient(lobby=scenes.lobby(100))
        self.client.answers["open_counter"] = scenes.counter()
        options = {"counter": "3", "language": language, "scheme": scheme, "keys": keys}
        self.program: TellerProgram = create(self.client, options)
        self.program.show()
        qtbot.waitExposed(self.window)

    @property
    def window(self) -> TellerWindow:
        return self.program.window

    def part(self, kind: type[Kind], name: str) -> Kind:
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """A key where the focus is, as a keyboard would."""
        focused: QWidget | None = self.window.focusWidget()  # the stubs promise one
        target = self.window if focused is None else focused
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def sign_in(self) -> None:
        QTest.keyClicks(self.window.focusWidget(), "t1")
        self.press(Qt.Key.Key_Return)
        QTest.keyClicks(self.window.focusWidget(), "2468")
        self.press(Qt.Key.Key_Return)
        self.until(lambda: self.window.presenter.is_at_desk)
        self.client.calls.clear()
        self.client.show(scenes.lobby(101))

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds)

    def show(self, lobby: LobbyView) -> None:
        self.client.show(lobby)

    @property
    def sheet(self) -> QWidget | None:
        """What lies over the right column."""
        return self.window.desk.sheet

    @property
    def has_sheet(self) -> bool:
        """Whether anything lies there."""
        return self.sheet is not None

    @property
    def number(self) -> str:
        return self.part(Figure, "heroNumber").words

    @property
    def verb(self) -> str:
        return self.window.desk.next_key.face.verb
