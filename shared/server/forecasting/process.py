"""The looking process, begun when it is first needed, and ended when it does not answer."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Final

from shared.server.forecasting.asking import Answer, Asked, Look, Suppose

#: It ends by itself when the line is closed; after so long it is ended.
ENDS_WITHIN_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds until a process that does not answer is taken for hung.

    ``first_s``: to the first question of a kind: it reads its code, and compiles
    where nothing is cached. ``answer_s``: to the others: fractions of a second, but what was never
    needed before (somebody waits for the first time) may be compiled there too.
    """

    first_s: float = 300.0
    answer_s: float = 120.0


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


class ProcessHung(OSError):
    """The process did not answer in time and was killed."""


class LookingProcess:
    """A line to a process of our own. It ends with us, however we end: it reads from a closed line.

    A fresh interpreter, not a copy of this one: threads and database connections stay here. Who
    waits for it waits within ``Patience``; then it is killed, whatever it does.
    """

    def __init__(
        self,
        serve: Callable[[Connection], None] = serve_looks,
        patience: Patience = Patience(),
    ) -> None:
        """Begin it. ``serve`` is what it does with its end of the line."""
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs,), name="lobby-forecast", daemon=True
        )
        self._patience = patience
        self._answered: set[type] = set()
        self._process.start()
        theirs.close()

    @property
    def is_alive(self) -> bool:
        """Whether it runs."""
        return self._process.is_alive()

    def say(self, asked: Asked) -> None:
        """Tell it something that has no answer. ProcessHung: it does not read."""
        with self._within(self._patience.first_s):
            self._line.send(asked)

    def ask(self, asked: Look | Suppose) -> Answer:
        """Ask and wait. ProcessHung."""
        kind = type(asked)
        patience = self._patience
        with self._within(patience.answer_s if kind in self._answered else patience.first_s):
            self._line.send(asked)
            answer: Answer = self._line.recv()
        self._answered.add(kind)
        return answer

    def close(self) -> None:
        """End it; whoever waits for an answer gets EOFError."""
        self._process.terminate()
        self._process.join(ENDS_WITHIN_S)
        if self._process.is_alive():  # stopped, or in the middle of something that does not end
            self._process.kill()
            self._process.join(ENDS_WITHIN_S)
        with suppress(OSError):
            self._line.close()

    @contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        """Around something that would wait for ever: a dead process ends every wait for it."""
        is_late = threading.Event()

        def give_up() -> None:
            is_late.set()
            self._process.kill()

        watch = threading.Timer(seconds, give_up)
        watch.daemon = True
        watch.start()
        try:
            yield
        except (OSError, EOFError) as error:
            if is_late.is_set():
                raise ProcessHung(f"no answer within {seconds:g} s") from error
            raise
        finally:
            watch.cancel()
