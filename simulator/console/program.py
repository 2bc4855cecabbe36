"""The console as a program: the window, how it begins, changes its language and scheme, ends."""

from collections.abc import Mapping
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from shared.client.ports import LobbyClient
from shared.i18n import LANGUAGES, current_language
from shared.ui.look import Look
from shared.ui.translator import set_language
from simulator.console.office.work import Where
from simulator.console.shell.session import Session
from simulator.console.shell.window import ConsoleWindow
from simulator.console.study.case import open_log
from simulator.console.study.saving import SAMPLE, Opened, open_file

STYLE = "Fusion"


class ConsoleProgram:
    """One window on one session. It needs no server: it works on scenarios and recorded days."""

    name = "console"

    def __init__(self, options: Mapping[str, str]) -> None:
        """Options: language, scheme, fullscreen, scenario, log (an event log), profile.

        For head office: office (its address), office_key, branch, ca.

        Raises:
            FileUnreadable, ScenarioInvalid, ProfileInvalid, LogInvalid: what cannot be opened.
        """
        if QApplication.style().objectName().lower() != STYLE.lower():
            QApplication.setStyle(STYLE)
        self._language_before = current_language()
        set_language(options.get("language", LANGUAGES[0]))
        self.scheme = options.get("scheme", "light")
        self._is_fullscreen = options.get("fullscreen", "0") == "1"
        self.session = Session(*_opened(options))
        self.session.office.where = Where(
            *(options.get(name, "") for name in ("office", "branch", "office_key", "ca"))
        )
        self.window = self._build()

    def _build(self) -> ConsoleWindow:
        window = ConsoleWindow(self.session, Look(self.scheme))
        window.languageAsked.connect(self.swap_language)
        window.schemeAsked.connect(self.swap_scheme)
        return window

    def show(self) -> None:
        """Show it; a full screen is the maximised window."""
        if self._is_fullscreen:
            self.window.showMaximized()
        else:
            self.window.show()

    def swap_language(self) -> None:
        """The other language: the window is built anew, the work stays."""
        set_language(next(each for each in LANGUAGES if each != current_language()))
        self._rebuild()

    def swap_scheme(self) -> None:
        """Light or dark."""
        self.scheme = "dark" if self.scheme == "light" else "light"
        self._rebuild()

    def _rebuild(self) -> None:
        before = self.window
        place, page = before.geometry(), before.pages.currentIndex()
        self.window = self._build()
        self.window.setGeometry(place)
        self.window.show_page(page)
        self.window.setWindowState(before.windowState())
        self.window.setVisible(before.isVisible())
        before.retire()

    def close(self) -> None:
        """End what runs and destroy the window here, in the thread that owns it; repeatable."""
        if not shiboken6.isValid(self.window):
            return
        self.session.stop()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        set_language(self._language_before)

    def grab(self) -> QImage:
        """The window's picture as it is now."""
        return self.window.grab().toImage()


def _opened(options: Mapping[str, str]) -> Opened:
    if log := options.get("log", ""):
        return open_log(Path(log), options.get("profile") or "neighbourhood"), None
    return open_file(options.get("scenario") or SAMPLE)


def create(_client: LobbyClient, options: Mapping[str, str]) -> ConsoleProgram:
    """The factory behind the entry point ``console``; the application object must exist."""
    return ConsoleProgram(options)
