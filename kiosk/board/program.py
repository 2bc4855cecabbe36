"""The board's window with everything behind it: theme, voice, model, screen."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from kiosk.board.counter_program import CounterProgram
from kiosk.board.model import BoardModel
from kiosk.board.saying import Saying
from kiosk.board.voice.announcer import SHORTEST_MS, Announcer
from kiosk.board.voice.joiner import clip_set
from kiosk.board.voice.player import choose_sink
from shared.client.ports import LobbyClient
from shared.config.profile import Profile
from shared.ui.engine import LobbyEngine
from shared.ui.grab import grab_window
from shared.ui.language import Language
from shared.ui.surface import show_window, wear_accent
from shared.ui.theme import Theme
from shared.ui.tokens import MM_PER_PX

#: Of a real screen, how much a board takes that does not fill it.
WINDOWED_SHARE = 0.7


class BoardProgram:
    """The board of one branch."""

    name = "board"

    def __init__(
        self,
        client: LobbyClient,
        options: Mapping[str, str],
        *,
        monotonic_s: Callable[[], float] = time.monotonic,
        shortest_ms: int = SHORTEST_MS,
    ) -> None:
        own_clips = Path(options["clips"]) if options.get("clips") else None
        clips = clip_set(own_clips)
        clips.check()
        self._client = client
        self._is_open = True
        self._is_fullscreen = options.get("fullscreen", "1") == "1"
        self._theme = Theme(options.get("scheme", "dark"), MM_PER_PX["board"])
        self.announcer = Announcer(
            choose_sink(options.get("audio", "auto")), Saying(client, clips), shortest_ms
        )
        self.model = BoardModel(client, self.announcer, monotonic_s)
        self.engine = LobbyEngine(self._theme, Language(options.get("language", "zh")))
        client.profileChanged.connect(self._take_accent)
        if client.profile is not None:
            self._take_accent(client.profile)
        self.window: QQuickWindow = self.engine.load(
            "kiosk.board.screens", "Main", {"board": self.model}
        )

    def show(self) -> None:
        """Fill the screen, or open a window that leaves room for others."""
        self.model.start()
        show_window(self.window, is_fullscreen=self._is_fullscreen, share=WINDOWED_SHARE)

    def close(self) -> None:
        """Be quiet, let the window go; the client belongs to the caller. Safe to call twice."""
        if not self._is_open:
            return
        self._is_open = False
        self.model.stop()
        self.announcer.stop()
        self._client.profileChanged.disconnect(self._take_accent)
        self.engine.close()

    def grab(self) -> QImage:
        """The window's picture as it is now."""
        return grab_window(self.window)

    def _take_accent(self, profile: Profile) -> None:
        """The bank's colour; the product's own where the bank's cannot be read."""
        wear_accent(self._theme, profile.bank.accent)


def create(client: LobbyClient, options: Mapping[str, str]) -> BoardProgram | CounterProgram:
    """The program behind the entry point ``board``.

    Options besides the usual ones: ``audio`` (``auto``, ``silent``, or the path of a WAV to which
    every call is appended), ``clips`` (a folder with the bank's own recordings) and ``counter``
    (be the display above this counter, which makes no sound).

    Raises:
        ClipUnreadable: a recording of the bank cannot be used.
    """
    if options.get("counter"):
        return CounterProgram(client, options)
    return BoardProgram(client, options)
