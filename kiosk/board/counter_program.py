"""The small display above one counter as a program: theme, model, screen; it makes no sound."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from kiosk.board.counter_model import CounterModel
from shared.client.ports import LobbyClient
from shared.config.profile import Profile
from shared.ui.engine import LobbyEngine
from shared.ui.grab import grab_window
from shared.ui.language import Language
from shared.ui.surface import show_window, wear_accent
from shared.ui.theme import Theme
from shared.ui.tokens import MM_PER_PX


class CounterProgram:
    """The display of one counter of a branch."""

    name = "board"

    def __init__(
        self,
        client: LobbyClient,
        options: Mapping[str, str],
        *,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._is_open = True
        self._is_fullscreen = options.get("fullscreen", "1") == "1"
        self._theme = Theme(options.get("scheme", "dark"), MM_PER_PX["board"])
        self.model = CounterModel(client, options["counter"], monotonic_s)
        self.engine = LobbyEngine(self._theme, Language(options.get("language", "zh")))
        client.profileChanged.connect(self._take_accent)
        if client.profile is not None:
            self._take_accent(client.profile)
        self.window: QQuickWindow = self.engine.load(
            "kiosk.board.counter_screens", "Main", {"display": self.model}
        )

    def show(self) -> None:
        """Fill the screen, or open a window."""
        self.model.start()
        show_window(self.window, is_fullscreen=self._is_fullscreen)

    def close(self) -> None:
        """Let the window go; the client belongs to the caller. Safe to call twice."""
        if not self._is_open:
            return
        self._is_open = False
        self.model.stop()
        self._client.profileChanged.disconnect(self._take_accent)
        self.engine.close()

    def grab(self) -> QImage:
        """The window's picture as it is now."""
        return grab_window(self.window)

    def _take_accent(self, profile: Profile) -> None:
        wear_accent(self._theme, profile.bank.accent)
