"""What each page of the console works on beside its window, and how long the window was silent."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from shared.config.load import load_profile
from simulator.console.effect.asked import Asked, of_run
from simulator.console.program import ConsoleProgram
from simulator.console.roster.book import Book
from simulator.console.shell.jobs import Jobs
from simulator.samples.command import FILES
from tests.simulator.console.heart import Heart

LIMIT_S = 120.0
#: What is drawn when work has ended belongs to it.
AFTER_MS = 150


@dataclass(frozen=True)
class Search:
    """Work that a key begins on a page; ``seconds``: then the key is pressed again to stop it.

    ``begin`` instead of the key where a sheet asks for something first.
    """

    name: str
    page: int
    key: Qt.Key
    jobs: Callable[[ConsoleProgram], Jobs]
    seconds: float = LIMIT_S
    begin: Callable[[ConsoleProgram], None] | None = None


def _read_records(program: ConsoleProgram) -> None:
    """The shipped month on both sides of the run that What-if shows."""
    session, month = program.session, (FILES["march.csv"],)
    assert session.result is not None
    profile = load_profile("city")
    session.effect.judge(Asked("", of_run(session.result.lives), month, month, profile))


SEARCHES = (
    Search("a day is lived", 1, Qt.Key.Key_N, lambda p: p.window.watch.jobs),
    Search("both plans run", 0, Qt.Key.Key_F5, lambda p: p.session.jobs),
    Search(
        "records are read", 5, Qt.Key.Key_F5, lambda p: p.session.effect.jobs, begin=_read_records
    ),
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
    if search.begin is not None:
        search.begin(program)
    else:
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
