"""The looking process, begun when it is first needed."""

import multiprocessing
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Final

from shared.server.forecasting.asking import Answer, Asked, Look, Suppose

#: It ends by itself when the line is closed; after so long it is ended.
ENDS_WITHIN_S: Final = 2.0


#: How much the process steps back behind others (POSIX); a forecast may come later, a call not.
NICE: Final = 10


def serve_looks(line: Connection) -> None:
    """Answer until the server hangs up, or has ended in whatever way."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C at the terminal is for the server
    if hasattr(os, "nice"):
        os.nice(NICE)
    from shared.server.forecasting.looker import Looker  # the server itself needs no Numba

    looker = Looker()
    with suppress(EOFError, OSError):
        while True:
            answer = looker.hear(line.recv())
            if answer is not None:
                line.send(answer)


class LookingProcess:
    """A line to a process of our own. It ends with us, however we end: it reads from a closed line.

    A fresh interpreter, not a copy of this one: threads and database connections stay here.
    """

    def __init__(self) -> None:
        """Begin it."""
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(
            target=serve_looks, args=(theirs,), name="lobby-forecast", daemon=True
        )
        self._process.start()
        theirs.close()

    @property
    def is_alive(self) -> bool:
        """Whether it runs."""
        return self._process.is_alive()

    def say(self, asked: Asked) -> None:
        """Tell it something that has no answer."""
        self._line.send(asked)

    def ask(self, asked: Look | Suppose) -> Answer:
        """Ask and wait."""
        self._line.send(asked)
        answer: Answer = self._line.recv()
        return answer

    def close(self) -> None:
        """End it; whoever waits for an answer gets EOFError."""
        self._process.terminate()
        self._process.join(ENDS_WITHIN_S)
        with suppress(OSError):
            self._line.close()
