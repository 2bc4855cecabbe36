"""What each page of the console works on beside its window, and how long the window was silent."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from simulator.console.program import ConsoleProgram
from simulator.console.roster.book import Book
from simulator.console.shell.jobs import Jobs
from tests.simulator.console.heart import Heart

LIMIT_S = 120.0
#: What is drawn when work has ended belongs to it.
AFTER_MS = 150


@dataclass(frozen=True)
class Search:
    """Work that a key begins on a page; ``seconds``: then the key is pressed again to stop it."""

    name: str
    page: int
    key: Qt.Key
    jobs: Callable[[ConsoleProgram], Jobs]
    seconds: float = LIMIT_S


SEARCHES = (
    Search("a day is lived", 1, Qt.Key.Key_N, lambda p: p.window.watch.jobs),
    Search("both plans run", 0, Qt.Key.Key_F5, lambda p: p.session.jobs),
    Search("the layout is tried", 3, Qt.Key.Key_F5, lambda p: p.session.jobs),
    Search("the need is looked for", 2, Qt.Key.Key_F6, lambda p: p.window.staffing.jobs),
    Search("a roster is made", 4, Qt.Key.Key_F6, lambda p: p.session.roster.jobs),
)


def silences(program: ConsoleProgram, searches: tuple[Search, ...]) -> Iterator[tuple[str, float]]:
    """Of each search its name and the longest time in which the window did not answer, ms."""
    heart = Heart()
    for search in searches:
        program.window.show_page(search.page)
        QTest.qWait(AFTER_MS)
        heart.begin()
        _live(program, search)
        QTest.qWait(AFTER_MS)
        yield search.name, heart.longest_ms


def idle(ms: int = 300) -> float:
    """The longest silence of a window that has nothing to do: the machine's, not ours; ms."""
    heart = Heart()
    heart.begin()
    QTest.qWait(ms)
    return heart.longest_ms


def _live(program: ConsoleProgram, search: Search) -> None:
    """From the key to the end; a real key, as a person presses it.

    Raises:
        TimeoutError: it neither ended nor could be stopped.
    """
    began_s, was_stopped = time.monotonic(), False
    QTest.keyClick(program.window, search.key)
    jobs = search.jobs(program)
    while jobs.is_running:
        QTest.qWait(5)
        lasted_s = time.monotonic() - began_s
        if lasted_s > search.seconds and not was_stopped:
            QTest.keyClick(program.window, search.key)
            was_stopped = True
        if lasted_s > 2 * LIMIT_S:
            raise TimeoutError(search.name)


def first_days(program: ConsoleProgram, days: int) -> None:
    """The shipped staff for the first days only: a search as in the month, and much shorter."""
    work = program.session.roster
    work.open("city-staff", None)
    assert work.book is not None
    month = work.book.month
    work.book = Book(replace(month, days=month.days[:days]))
    work.changed.emit()
