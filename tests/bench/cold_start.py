"""``python -m tests.bench.cold_start START_NS COMMAND...``: a ``lobby`` command that says when it
showed its first picture with the lobby's data, then ends.

The real command runs, from the entry point on; only the way to its window is watched. START_NS is
``time.monotonic_ns()`` of whoever started the process: that clock is the machine's, not the
process's (CLOCK_MONOTONIC), so the interpreter's own start is in the figure.
"""

import sys
import time
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtQuick import QQuickWindow

from shared.cli.main import main as lobby
from shared.client import run
from shared.client.ports import LobbyClient
from shared.client.program import Factory, Program

ANSWER = "first picture after ns:"


class FirstPicture:
    """Waits for the first picture after the first snapshot; says when, and ends the program."""

    def __init__(self, program: Program, client: LobbyClient, started_ns: int) -> None:
        self._program = program
        self._client = client
        self._started_ns = started_ns
        client.lobbyChanged.connect(self._has_data)

    def _has_data(self, _lobby: object) -> None:
        self._client.lobbyChanged.disconnect(self._has_data)
        window = self._program.window
        if isinstance(window, QQuickWindow):
            queued = Qt.ConnectionType.QueuedConnection
            window.frameSwapped.connect(self._is_shown, queued)
            window.update()
        else:
            self._program.grab()  # Widgets paint at once when they are asked to
            self._is_shown()

    def _is_shown(self) -> None:
        print(ANSWER, time.monotonic_ns() - self._started_ns, flush=True)
        QCoreApplication.quit()


def main(words: list[str]) -> int:
    """Run the command and give its exit code."""
    started_ns = int(words[0])
    usual = run.run_program
    kept: list[FirstPicture] = []

    def watched(create: Factory, client: LobbyClient, options: Mapping[str, str]) -> Program:
        program = create(client, options)
        kept.append(FirstPicture(program, client, started_ns))
        return program

    def run_watched(
        create: Factory,
        connection: run.Connection,
        options: dict[str, str],
        *,
        is_desk: bool = False,
    ) -> None:
        usual(partial(watched, create), connection, options, is_desk=is_desk)

    replaced: Callable[..., None] = run_watched
    run.run_program = replaced
    return lobby(words[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
