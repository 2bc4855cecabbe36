"""The rating pad as a program: theme, language, model and screen of one counter."""

from collections.abc import Mapping

from counter.rating.pad import RatingPad
from shared.client.ports import LobbyClient
from shared.client.surface_program import SurfaceProgram
from shared.i18n import translate


class RatingProgram(SurfaceProgram):
    """The pad of one counter on a client that belongs to the caller."""

    name = "rating"

    def __init__(self, client: LobbyClient, options: Mapping[str, str]) -> None:
        """Build the window; options: counter, language, scheme, fullscreen."""
        super().__init__(client, options, fullscreen="0", medium="rating")
        self.pad = RatingPad(client, options.get("counter", "1"))
        self.load("counter.rating.screens", {"pad": self.pad}, self.pad)
        language = options.get("language", "zh")
        self.window.setTitle(translate("Rating", "Rating", language=language))


def create(client: LobbyClient, options: Mapping[str, str]) -> RatingProgram:
    """The factory behind the entry point ``rating``; the application object must exist."""
    return RatingProgram(client, options)
