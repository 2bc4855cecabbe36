"""The desk as a program: the window, how it begins, changes its language and colours, ends."""

from collections.abc import Mapping

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from counter.desk.pages import PAGES
from counter.desk.shell.session import Desk
from counter.desk.shell.window import DeskWindow
from shared.client.ports import LobbyClient
from shared.client.practice import Practising
from shared.i18n import LANGUAGES, current_language
from shared.ui.look import Look
from shared.ui.translator import set_language

STYLE = "Fusion"


class DeskProgram:
    """One window on one desk; another language or scheme builds the window anew."""

    name = "desk"

    def __init__(self, client: LobbyClient, options: Mapping[str, str]) -> None:
        """Build the window; options: language, scheme, fullscreen."""
        if QApplication.style().objectName().lower() != STYLE.lower():
            QApplication.setStyle(STYLE)
        self._language_before = current_language()
        set_language(options.get("language", LANGUAGES[0]))
        self.scheme = options.get("scheme", "light")
        self._is_fullscreen = options.get("fullscreen", "0") == "1"
        self.desk = Desk(client)
        self.practising = Practising(client, create, options)
        self.window = self._build()

    def _build(self) -> DeskWindow:
        window = DeskWindow(self.desk, Look(self.scheme), PAGES)
        window.languageAsked.connect(self.swap_language)
        window.schemeAsked.connect(self.swap_scheme)
        window.practiceAsked.connect(self.practising.begin)
        return window

    def show(self) -> None:
        """Show it; a full screen is the maximised window."""
        if self._is_fullscreen:
            self.window.showMaximized()
        else:
            self.window.show()

    def swap_language(self) -> None:
        """The other language: the window is built anew, what one works on stays."""
        set_language(next(each for each in LANGUAGES if each != current_language()))
        self._rebuild()

    def swap_scheme(self) -> None:
        """Light or dark."""
        self.scheme = "dark" if self.scheme == "light" else "light"
        self._rebuild()

    def _rebuild(self) -> None:
        before = self.window
        self.window = self._build()
        self.window.setGeometry(before.geometry())
        self.window.setWindowState(before.windowState())
        self.window.setVisible(before.isVisible())
        before.hide()
        before.deleteLater()

    def close(self) -> None:
        """Sign out and destroy the window here, in the thread that owns it; repeatable."""
        if not shiboken6.isValid(self.window):
            return
        self.practising.close()
        self.desk.stop()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        set_language(self._language_before)

    def grab(self) -> QImage:
        """The window's picture as it is now."""
        return self.window.grab().toImage()


def create(client: LobbyClient, options: Mapping[str, str]) -> DeskProgram:
    """The factory behind the entry point ``desk``; the application object must exist."""
    return DeskProgram(client, options)
