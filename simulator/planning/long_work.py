"""Long work at a terminal: progress, and an end that still gives the best answer so far."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from simulator.planning.search import OnStep, Score
from simulator.telling import progress


@contextmanager
def stoppable() -> Iterator[Callable[[], bool]]:
    """Whether somebody has pressed Ctrl-C (or sent SIGTERM): work comes to an end by itself.

    The second time it ends at once, as usual. Outside the main thread nothing is caught.
    """
    asked = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield asked.is_set
        return
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = [signal.getsignal(kind) for kind in kinds]

    def stop(_kind: int, _frame: FrameType | None) -> None:
        asked.set()
        for kind, handler in zip(kinds, before, strict=True):
            signal.signal(kind, handler)

    for kind in kinds:
        signal.signal(kind, stop)
    try:
        yield asked.is_set
    finally:
        for kind, handler in zip(kinds, before, strict=True):
            signal.signal(kind, handler)


@contextmanager
def steps(words: str) -> Iterator[OnStep]:
    """A progress bar on stderr with the best so far."""
    with progress() as bar:
        task = bar.add_task(words)

        def on_step(done: int, of: int, best: Score | None) -> None:
            told = "" if best is None or best.violation > 0 else f" (best so far {best.cost:.4g})"
            bar.update(task, completed=done, total=of, description=words + told)

        yield on_step
