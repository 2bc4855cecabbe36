"""The small display above one counter as a program: theme, model, screen; it makes no sound."""

import time
from collections.abc import Callable, Mapping

from kiosk.board.counter_model import CounterModel
from shared.client.ports import LobbyClient
from shared.client.surface_program import SurfaceProgram


class CounterProgram(SurfaceProgram):
    """The display of one counter of a branch."""

    name = "board"

    def __init__(
        self,
        client: LobbyClient,
        options: Mapping[str, str],
        *,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(client, options, scheme="dark")
        self.model = CounterModel(client, options["counter"], monotonic_s)
        self.load("kiosk.board.counter_screens", {"display": self.model}, self.model)

    def show(self) -> None:
        """Let the clock run, and be seen."""
        self.model.start()
        super().show()
