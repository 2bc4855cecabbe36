"""A QML program of one screen, as boards, displays and pads are: theme, engine, model, window."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from shared.client.ports import LobbyClient
from shared.config.profile import Profile
from shared.ui.engine import LobbyEngine
from shared.ui.grab import grab_window
from shared.ui.language import Language
from shared.ui.surface import show_window, wear_accent
from shared.ui.theme import Theme
from shared.ui.tokens import MM_PER_PX

WINDOWED_SHARE = 0.7
"""Of a real screen, how much such a program takes that does not fill it."""


class Stopping(Protocol):
    """What lies behind a screen, and listens to the client until it is stopped."""

    def stop(self) -> None:
        """Listen no longer."""
        ...


class SurfaceProgram:
    """One window on a client that belongs to the caller, in the bank's colour.

    Options: language, scheme, fullscreen. Which of them hold where nothing is said is the
    program's own matter.
    """

    name = ""

    def __init__(
        self,
        client: LobbyClient,
        options: Mapping[str, str],
        *,
        scheme: str = "light",
        fullscreen: str = "1",
        medium: str = "board",
    ) -> None:
        """Theme and engine; ``medium`` is whose millimetres a pixel has (MM_PER_PX)."""
        self._client = client
        self._is_open = True
        self._is_fullscreen = options.get("fullscreen", fullscreen) == "1"
        self._stopping: tuple[Stopping, ...] = ()
        self.theme = Theme(options.get("scheme", scheme), MM_PER_PX[medium])
        self.engine = LobbyEngine(self.theme, Language(options.get("language", "zh")))
        client.profileChanged.connect(self._take_accent)
        if client.profile is not None:
            self._take_accent(client.profile)

    def load(self, module: str, models: Mapping[str, QObject], *stopping: Stopping) -> None:
        """Make the window ``Main`` of a QML module; ``stopping`` are stopped when it closes."""
        self._stopping = stopping
        self.window: QQuickWindow = self.engine.load(module, "Main", models)

    def show(self) -> None:
        """Fill the screen, or open a window that leaves room for others."""
        show_window(self.window, is_fullscreen=self._is_fullscreen, share=WINDOWED_SHARE)

    def close(self) -> None:
        """Let the window go; the client belongs to the caller. Safe to call twice."""
        if not self._is_open:
            return
        self._is_open = False
        for each in self._stopping:
            each.stop()
        self._client.profileChanged.disconnect(self._take_accent)
        self.engine.close()

    def grab(self) -> QImage:
        """The window's picture as it is now."""
        return grab_window(self.window)

    def _take_accent(self, profile: Profile) -> None:
        """The bank's colour; the product's own where the bank's cannot be read."""
        wear_accent(self.theme, profile.bank.accent)
