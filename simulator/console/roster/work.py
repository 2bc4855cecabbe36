"""What the page Roster works on, longer than a window lives: the book, the day, the search."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from shared.domain.errors import LobbyError
from shared.i18n import error_sentence, translate
from simulator.console.roster.book import Book
from simulator.console.roster.edits import exchanged
from simulator.console.shell.jobs import Jobs, OnStep, ShouldStop
from simulator.planning.rostering.files import read_roster
from simulator.planning.rostering.loop import Asked, Planned, plan_roster
from simulator.planning.rostering.month import load_month
from simulator.planning.rostering.roster import NOBODY, Duty

#: Of a hundred steps so many are for finding the needs.
NEEDS_PART: Final = 30
HUNDRED: Final = 100
#: The window wants an answer soon; ``lobby sim roster`` works longer.
USUAL: Final = Asked(effort=1.0, rounds=2)


class RosterWork(QObject):
    """Keeps the book; the page shows it and changes it through here."""

    changed = Signal()
    progressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        self.book: Book | None = None
        self.staff = ""
        self.day = 0
        self.percent = 0
        self.problem = ""
        self.was_cut_short = False
        self.is_near = False

    def open(self, staff: str, roster: Path | None) -> None:
        """A staff file (or a shipped one by its name) and a roster; None: an empty one.

        Raises:
            FileUnreadable, StaffInvalid, ScenarioInvalid, ProfileInvalid, ColumnsWrong,
            RosterInvalid: nothing has changed then.
        """
        month = load_month(staff)
        found = NOBODY if roster is None else read_roster(roster)
        self.jobs.stop()
        self.book, self.staff, self.problem, self.was_cut_short = (
            Book(month, found),
            staff,
            "",
            False,
        )
        opened = [place for place, day in enumerate(month.days) if day.is_open]
        self.day = opened[0] if opened else 0
        self.changed.emit()

    def go_to(self, day: int) -> None:
        """Another day of the period."""
        if self.book is not None:
            self.day = min(max(day, 0), len(self.book.month.days) - 1)
            self.changed.emit()

    def exchange(self, old: Duty | None, new: Duty | None) -> None:
        """A duty changed by hand."""
        if self.book is not None and old != new:
            self.book.take(exchanged(self.book.roster, old, new))
            self.changed.emit()

    def take_back(self) -> None:
        """As before the last change."""
        if self.book is not None and self.book.take_back():
            self.changed.emit()

    def take_again(self) -> None:
        """What was taken back last."""
        if self.book is not None and self.book.take_again():
            self.changed.emit()

    def make(self, asked: Asked = USUAL) -> None:
        """Make a roster beside the window; ``is_near``: with few changes of this one."""
        if self.book is None:
            return
        month, present = self.book.month, self.book.roster if self.is_near else None
        wish = Asked(present, None, asked.standard, asked.effort, asked.seed, asked.rounds)

        def work(on_step: OnStep, should_stop: ShouldStop) -> object:
            def step(what: str, done: int, of: int) -> None:
                begins, part = (
                    (0, NEEDS_PART) if what == "needs" else (NEEDS_PART, HUNDRED - NEEDS_PART)
                )
                on_step(begins + part * done // max(1, of), HUNDRED)

            return plan_roster(month, wish, step, should_stop)

        self.problem, self.percent = "", 0
        self.jobs.start(work, self._on_found, self._on_fail, self._on_step)
        self.progressed.emit()

    def _on_step(self, done: int, _of: int) -> None:
        self.percent = done
        self.progressed.emit()

    def _on_found(self, found: object) -> None:
        assert isinstance(found, Planned)
        assert self.book is not None
        if found.is_cut_short and not found.roster.duties:
            self.problem = translate("Console", "Stopped before there was a roster.")
        else:
            self.was_cut_short = found.is_cut_short
            self.book.take_found(found)
        self.progressed.emit()
        self.changed.emit()

    def _on_fail(self, error: Exception) -> None:
        self.problem = error_sentence(error) if isinstance(error, LobbyError) else str(error)
        self.progressed.emit()
