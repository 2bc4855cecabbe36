"""The teller as a program: the window, the presenter, and how they begin and end."""

from collections.abc import Mapping
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from counter.teller.call_pad import CallPad
from counter.teller.key_map import KeyMap
from counter.teller.keyboard_file import Keyboard, load_keyboard
from counter.teller.keys_anywhere import KeysAnywhere
from counter.teller.presenter import Presenter
from counter.teller.window import TellerWindow
from shared.client.ports import LobbyClient
from shared.client.practice import Practising
from shared.i18n import LANGUAGES
from shared.ui.look import Look

STYLE = "Fusion"
"""The one style that the style sheet is made for, the same on every platform."""


class TellerProgram:
    """One teller's window on a client that belongs to the caller."""

    name = "teller"

    def __init__(self, client: LobbyClient, options: Mapping[str, str]) -> None:
        """Build the window; options: counter, language, scheme, fullscreen, keys (a file).

        Raises:
            FileUnreadable, KeyboardInvalid: the keyboard profile.
        """
        if QApplication.style().objectName().lower() != STYLE.lower():
            QApplication.setStyle(STYLE)
        language = options.get("language", LANGUAGES[0])
        offline = options.get("offline", "")
        self.presenter = Presenter(client, options.get("counter", ""), language, offline=offline)
        self.window = TellerWindow(self.presenter, Look(options.get("scheme", "light")))
        self._pad: CallPad | None = None
        self._anywhere: KeysAnywhere | None = None
        if options.get("keys"):
            self._use(load_keyboard(Path(options["keys"])))
        self.practising = Practising(client, create, options)
        self.window.practiceAsked.connect(self.practising.begin)
        self.window.sign_in.practise.setHidden(client.is_practice)
        self._is_fullscreen = options.get("fullscreen", "0") == "1"

    def _use(self, keyboard: Keyboard) -> None:
        """Further keys: of the window, of any program in front, of a call pad."""
        self.window.key_map = KeyMap(keyboard.keys)
        if keyboard.anywhere:
            self._anywhere = KeysAnywhere(keyboard.anywhere, self.window)
            self._anywhere.pressed.connect(self.window.do)
            self._anywhere.take()
        if keyboard.pad is not None:
            self._pad = CallPad(keyboard.pad.device, keyboard.pad.keys, self.window)
            self._pad.pressed.connect(self.window.do)
            self._pad.plug()

    def show(self) -> None:
        """Show it; a full screen is the maximised window, other programs stay reachable."""
        if self._is_fullscreen:
            self.window.showMaximized()
        else:
            self.window.show()

    def close(self) -> None:
        """Close the window without a question and listen to the client no longer; may be repeated.

        The window is destroyed here: left to Python's garbage collector it might be destroyed by
        another thread, which Qt does not survive.
        """
        if not shiboken6.isValid(self.window):
            return
        if self._pad is not None:
            self._pad.unplug()
        if self._anywhere is not None:
            self._anywhere.release()
        self.practising.close()
        self.presenter.stop()
        self.window.close_without_asking()
        self.window.strip_mode.delete()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    def grab(self) -> QImage:
        """The picture of what is shown now: the window, or the strip that stands for it."""
        mode = self.window.strip_mode
        return (mode.strip if mode.is_on else self.window).grab().toImage()


def create(client: LobbyClient, options: Mapping[str, str]) -> TellerProgram:
    """The factory behind the entry point ``teller``; the application object must exist."""
    return TellerProgram(client, options)
