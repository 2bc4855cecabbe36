"""The real windows, off-screen in this process, played by a finger and a keyboard.

The one place besides the console where the simulator meets Qt: it opens the windows through their
entry points and touches them where a person would.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import entry_points
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPointF, Qt, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from shared.client.ports import LobbyClient
from shared.client.program import Factory, Program
from shared.client.rest import RestClient
from shared.protocol.lobby import LobbyView
from shared.ui.app import widget_application

STEP_MS = 10


class Stage:
    """Windows by name, each with its own client to the server."""

    def __init__(self, server: str, pictures: Path) -> None:
        """An empty stage for windows of this server; pictures go into the folder."""
        self.app = widget_application("zh")
        self.server = server
        self.pictures = pictures
        self.clients: dict[str, LobbyClient] = {}
        self.programs: dict[str, Program] = {}
        self.taken: list[Path] = []

    def open(self, part: str, name: str, key: str, options: Mapping[str, str]) -> Program:
        """Open the window of a part ("kiosk", "board" ...) under a name and wait for the server."""
        client = self.connect(name, key)
        factory = find_program(part)
        program = factory(client, {"fullscreen": "0", "language": "zh", **options})
        self.programs[name] = program
        client.start()
        program.show()
        self.wait(lambda: client.is_online and client.lobby is not None, f"{name} is connected")
        return program

    def connect(self, name: str, key: str) -> LobbyClient:
        """A client of its own under a name, not started yet; the stage lets go of it at the end."""
        client = self.clients[name] = RestClient(self.server, key)
        return client

    def wait(self, holds: Callable[[], object], what: str, timeout_s: float = 15.0) -> None:
        """Let events run until something holds.

        Raises:
            TimeoutError: it did not hold in time; ``what`` is named.
        """
        until = time.monotonic() + timeout_s
        while not holds():
            if time.monotonic() > until:
                raise TimeoutError(f"not within {timeout_s:.0f} s: {what}")
            let_run(STEP_MS)

    def settle(self, duration_ms: int = 250) -> None:
        """Let fades and bindings come to rest before a picture."""
        let_run(duration_ms)

    def picture(self, name: str, file: str) -> Path:
        """Save how the window looks now as PNG."""
        self.settle()
        path = self.pictures / f"{file}.png"
        if not self.programs[name].grab().save(str(path)):
            raise TimeoutError(f"the picture {path} could not be written")
        self.taken.append(path)
        return path

    def touch(self, name: str, object_name: str) -> None:
        """Touch a QML item where a finger would: its middle, through the window."""
        item = self.item(name, object_name)
        # Not item.window(): PySide would make the item's wrapper the window's owner.
        window = self.programs[name].window
        assert isinstance(window, QQuickWindow)
        tap(window, item.mapToScene(QPointF(item.width() / 2, item.height() / 2)))

    def item(self, name: str, object_name: str) -> QQuickItem:
        """The visible QML item with this object name.

        Raises:
            LookupError: there is none.
        """
        window = self.programs[name].window
        if not isinstance(window, QQuickWindow):
            raise LookupError(f"{name} is no QML window")
        for item in walk(window.contentItem()):
            if item.objectName() == object_name and item.isVisible():
                return item
        raise LookupError(f"{name} shows no {object_name}")

    def shows(self, name: str, object_name: str) -> bool:
        """Whether the QML window shows an item of this name."""
        try:
            self.item(name, object_name)
        except LookupError:
            return False
        return True

    def key(self, name: str, key: Qt.Key) -> None:
        """Press a key in a Widgets window."""
        window = self.programs[name].window
        if not isinstance(window, QWidget):
            raise LookupError(f"{name} is no Widgets window")
        target = window.focusWidget()
        QTest.keyClick(target, key)

    def type(self, name: str, text: str) -> None:
        """Type into the focused field of a Widgets window."""
        window = self.programs[name].window
        if not isinstance(window, QWidget):
            raise LookupError(f"{name} is no Widgets window")
        QTest.keyClicks(window.focusWidget(), text)

    def press(self, name: str, object_name: str) -> None:
        """Click a button of a Widgets window.

        Raises:
            LookupError: there is none of this name.
        """
        window = self.programs[name].window
        button = window.findChild(QWidget, object_name)
        if not isinstance(button, QWidget):
            raise LookupError(f"{name} has no {object_name}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def lobby(self, name: str) -> LobbyView:
        """The snapshot that the window of this name goes by.

        Raises:
            LookupError: it has none yet.
        """
        lobby = self.clients[name].lobby
        if lobby is None:
            raise LookupError(f"{name} knows nothing of the lobby")
        return lobby

    def close(self) -> None:
        """Close all windows and let go of the clients."""
        for program in self.programs.values():
            program.close()
        for client in self.clients.values():
            client.stop()
        self.app.processEvents()
        self.programs.clear()
        self.clients.clear()


def find_program(part: str) -> Factory:
    """The window factory of a part.

    Raises:
        LookupError: no such program is installed.
    """
    for entry in entry_points(group="lobby.programs", name=part):
        factory: Factory = entry.load()
        return factory
    raise LookupError(f"no program “{part}” is installed")


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and everything drawn inside it, delegates of repeaters included."""
    yield item
    for child in item.childItems():
        yield from walk(child)


def tap(window: QQuickWindow, at: QPointF) -> None:
    """Press and release at a point of the window."""
    point = at.toPoint()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    let_run(STEP_MS)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def let_run(duration_ms: int) -> None:
    """Let events run for so long.

    Not QTest.qWait: it keeps Python's lock, so that a kiosk's printing thread would hardly move
    (measured: first byte at the printer after 650 ms instead of 165).
    """
    loop = QEventLoop()
    QTimer.singleShot(duration_ms, loop.quit)
    loop.exec()
