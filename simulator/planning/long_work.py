"""Long work at a terminal: a journal, progress, and an end that still gives the best so far."""

import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from rich.progress import Progress

from simulator.planning.journal import Journal
from simulator.planning.search import OnStep, Score
from simulator.telling import progress


@dataclass(frozen=True, slots=True)
class LongWork:
    """What a search needs of a terminal: where answers are kept, when to end, whom to tell."""

    journal: Journal
    should_stop: Callable[[], bool]
    bar: Progress

    def steps(self, words: str) -> OnStep:
        """Tells how many were looked at, and the best so far."""
        task = self.bar.add_task(words)

        def on_step(done: int, of: int, best: Score | None) -> None:
            told = "" if best is None or best.violation > 0 else f" (best so far {best.cost:.4g})"
            self.bar.update(task, completed=done, total=of, description=words + told)

        return on_step

    def saying(self, words: str) -> Callable[[str], None]:
        """Tells where a search is of which nobody knows how long it takes."""
        task = self.bar.add_task(words, total=None)
        return lambda now: self.bar.update(task, description=now)

    def parts(self, words: Mapping[str, str]) -> Callable[[str, int, int], None]:
        """Tells of work in parts, by the name of the part: how much is done, of how much."""
        tasks = {part: self.bar.add_task(each, total=1) for part, each in words.items()}
        return lambda part, done, of: self.bar.update(tasks[part], completed=done, total=of)


@contextmanager
def long_work(journal: Path | None, task: Mapping[str, object]) -> Iterator[LongWork]:
    """Around a search: its journal (in memory without a file), Ctrl-C, and a bar on stderr.

    Raises:
        JournalOfAnother, FileUnwritable: as ``Journal``.
    """
    with stoppable() as should_stop, Journal(journal, task) as kept, progress() as bar:
        yield LongWork(kept, should_stop, bar)


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
