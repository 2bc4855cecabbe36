"""The board's window with everything behind it: theme, voice, model, screen."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.board.counter_program import CounterProgram
from kiosk.board.model import BoardModel
from kiosk.board.saying import Saying
from kiosk.board.voice.announcer import SHORTEST_MS, Announcer
from kiosk.board.voice.joiner import clip_set
from kiosk.board.voice.player import choose_sink
from shared.client.ports import LobbyClient
from shared.client.surface_program import SurfaceProgram


class BoardProgram(SurfaceProgram):
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
        super().__init__(client, options, scheme="dark")
        self.announcer = Announcer(
            choose_sink(options.get("audio", "auto")), Saying(client, clips), shortest_ms
        )
        self.model = BoardModel(client, self.announcer, monotonic_s)
        self.load("kiosk.board.screens", {"board": self.model}, self.model, self.announcer)

    def show(self) -> None:
        """Let the clock run, and be seen."""
        self.model.start()
        super().show()


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
