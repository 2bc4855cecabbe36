"""What the window works on: the branch, the two plans, and what came of the last run."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from shared.domain.errors import LobbyError
from shared.i18n import error_sentence
from simulator.console.effect.work import EffectWork
from simulator.console.floor.ground import Ground
from simulator.console.office.work import OfficeWork
from simulator.console.roster.work import RosterWork
from simulator.console.shell.history import History
from simulator.console.shell.jobs import Jobs, OnStep, ShouldStop
from simulator.console.study.case import Case
from simulator.console.study.differences import Row, differences
from simulator.console.study.draft import Draft, begin
from simulator.console.study.figures import Figures, figures
from simulator.console.study.lives import Lives, live

DAYS: Final = (50, 100, 200, 300, 500, 1000)
FEWEST_PERCENT: Final = 50
MOST_PERCENT: Final = 200


@dataclass(frozen=True)
class Result:
    """Both plans lived, with the drafts as they were then."""

    drafts: tuple[Draft, ...]
    lives: Lives
    figures: Figures
    rows: tuple[Row, ...]
    is_whole: bool


class Session(QObject):
    """Keeps the state; pages show it and change it through here."""

    opened = Signal()
    changed = Signal()
    ran = Signal()
    progressed = Signal()
    told = Signal()

    def __init__(self, case: Case, other: Draft | None = None, parent: QObject | None = None):
        super().__init__(parent)
        self.jobs = Jobs(self)
        self.roster = RosterWork(self)
        #: Halls of plan B before each move.
        self.halls: History[Ground] = History()
        self.office = OfficeWork(self)
        self.effect = EffectWork(self)
        self.seed = 1
        self.days = 300
        self.percent = 100
        self.message = ""
        self.progress = (0, 0)
        self.result: Result | None = None
        self._take(case, other)

    def _take(self, case: Case, other: Draft | None) -> None:
        self.case = case
        self.drafts = [begin(case), other or begin(case)]
        self.result, self.percent = None, 100
        self.halls.clear()

    def open(self, case: Case, other: Draft | None = None) -> None:
        """Another branch or day; ``other`` is plan B where a file brought one."""
        self.jobs.stop()
        self.progress = (0, 0)
        self.effect.clear()
        self._take(case, other)
        self.say("")
        self.opened.emit()

    @property
    def is_running(self) -> bool:
        """Whether days are being lived now."""
        return self.jobs.is_running

    @property
    def is_current(self) -> bool:
        """Whether the result belongs to the plans as they are now."""
        found = self.result
        return found is not None and found.drafts == self._lived()

    def change(self, which: int, draft: Draft) -> None:
        """Plan A (0) or B (1) is another one now."""
        if draft != self.drafts[which] or draft.floor != self.drafts[which].floor:
            self.drafts[which] = draft
            self.changed.emit()

    def set_percent(self, percent: int) -> None:
        """So many customers, in both plans; 100 are the case's."""
        if percent != self.percent:
            self.percent = percent
            self.changed.emit()

    def set_days(self, days: int) -> None:
        """So many days at the next run."""
        if days != self.days:
            self.days = days
            self.changed.emit()

    def _lived(self) -> tuple[Draft, ...]:
        """The plans as they are run: with the customers that were asked for."""
        if self.percent == 100:
            return tuple(self.drafts)
        return tuple(draft.with_customers(self.percent) for draft in self.drafts)

    def run(self) -> None:
        """Live the days under both plans, beside the window."""
        drafts, days, seed = self._lived(), self.days, self.seed

        def work(on_step: OnStep, should_stop: ShouldStop) -> object:
            return work_out(drafts, days, seed, on_step, should_stop)

        self.say("")
        self.progress = (0, days if not self.case.is_recorded else 1)
        self.jobs.start(work, self._on_end, self._on_fail, self._on_step)
        self.progressed.emit()

    def cancel(self) -> None:
        """End the run with the days that have been lived."""
        self.jobs.cancel()

    def _on_step(self, done: int, of: int) -> None:
        self.progress = (done, of)
        self.progressed.emit()

    def _on_end(self, result: object) -> None:
        if isinstance(result, Result):
            self.result = result
        self.ran.emit()
        self.progressed.emit()

    def _on_fail(self, error: Exception) -> None:
        self.refuse(error)
        self.progressed.emit()

    def refuse(self, error: Exception) -> None:
        """Say why something did not work."""
        self.say(error_sentence(error) if isinstance(error, LobbyError) else str(error))

    def say(self, message: str) -> None:
        """A sentence for the person; empty takes it away."""
        if message != self.message:
            self.message = message
            self.told.emit()

    def stop(self) -> None:
        """End everything that runs; before the window goes."""
        self.jobs.stop()
        self.roster.jobs.stop()
        self.office.jobs.stop()
        self.effect.jobs.stop()


def work_out(
    drafts: Sequence[Draft],
    days: int,
    seed: int,
    on_step: OnStep = lambda _done, _of: None,
    should_stop: ShouldStop = lambda: False,
) -> Result | None:
    """Days and figures of both plans; None when it was stopped before the first day."""
    lives = live(drafts, days, seed, on_step, should_stop)
    if not lives.comparison.days:
        return None
    return Result(tuple(drafts), lives, figures(lives), differences(lives), lives.is_whole)


def same_as(draft: Draft, other: Draft) -> Draft:
    """The other plan's changes under this one's case: where one begins again."""
    return replace(other, case=draft.case)
