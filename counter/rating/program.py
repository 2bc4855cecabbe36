"""The rating pad as a program: theme, language, model and screen of one counter."""

from collections.abc import Mapping

from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from counter.rating.pad import RatingPad
from shared.client.ports import LobbyClient
from shared.config.profile import Profile
from shared.i18n import translate
from shared.ui.engine import LobbyEngine
from shared.ui.grab import grab_window
from shared.ui.language import Language
from shared.ui.surface import show_window, wear_accent
from shared.ui.theme import Theme
from shared.ui.tokens import MM_PER_PX

WINDOWED_SHARE = 0.7
"""Of a real screen, how much a pad takes that does not fill it."""


class RatingProgram:
    """The pad of one counter on a client that belongs to the caller."""

    name = "rating"

    def __init__(self, client: LobbyClient, options: Mapping[str, str]) -> None:
        """Build the window; options: counter, language, scheme, fullscreen."""
        self._client = client
        self._is_fullscreen = options.get("fullscreen", "0") == "1"
        self._theme = Theme(options.get("scheme", "light"), MM_PER_PX["rating"])
        self.pad = RatingPad(client, options.get("counter", "1"))
        self.engine = LobbyEngine(self._theme, Language(options.get("language", "zh")))
        client.profileChanged.connect(self._take_accent)
        if client.profile is not None:
            self._take_accent(client.profile)
        self.window: QQuickWindow = self.engine.load(
            "counter.rating.screens", "Main", {"pad": self.pad}
        )
        language = options.get("language", "zh")
        self.window.setTitle(translate("Rating", "Rating", language=language))

    def show(self) -> None:
        """Fill the screen, or open a window that leaves room for others."""
        show_window(self.window, is_fullscreen=self._is_fullscreen, share=WINDOWED_SHARE)

    def close(self) -> None:
        """Let the window go and listen to the client no longer."""
        self.pad.stop()
        self._client.profileChanged.disconnect(self._take_accent)
        self.engine.close()

    def grab(self) -> QImage:
        """The window's picture as it is now."""
        return grab_window(self.window)

    def _take_accent(self, profile: Profile) -> None:
        """The bank's colour; the product's own where the bank's cannot be read."""
        wear_accent(self._theme, profile.bank.accent)


def create(client: LobbyClient, options: Mapping[str, str]) -> RatingProgram:
    """The factory behind the entry point ``rating``; the application object must exist."""
    return RatingProgram(client, options)
