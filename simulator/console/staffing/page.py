"""The page Staffing: need and people on one axis, changed by hand, with what is left to settle."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shared.domain.errors import LobbyError
from shared.i18n import error_sentence, translate
from shared.ui.look import Look
from shared.ui.marks import Line, label
from shared.ui.parts import column, head, titled
from shared.ui.tokens import DESK
from simulator.console.shell.history import History
from simulator.console.shell.jobs import Jobs, OnStep, ShouldStop
from simulator.console.shell.session import Session
from simulator.console.staffing import gaps
from simulator.console.staffing.day_panel import DayPanel
from simulator.console.staffing.day_rows import day_rows
from simulator.console.staffing.needs_chart import NeedsChart
from simulator.console.staffing.roster_grid import RosterGrid
from simulator.console.staffing.things import Things
from simulator.console.study.draft import Draft
from simulator.planning.staffing.answer import Answer, Wish
from simulator.planning.staffing.search import search

#: The window wants an answer soon; ``lobby sim staff`` looks at more days.
RUNGS: Final = (20, 60)


class StaffingPage(QWidget):
    """Works on plan B; the need is the simulator's, for the customers of the case."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session, self.look = session, look
        self.setObjectName("staffingPage")
        self.jobs = Jobs(self)
        self.answer: Answer | None = None
        self.steps = (0, "")
        self.problem = ""
        self.history: History[Draft] = History()
        self.chart, self.grid = NeedsChart(look), RosterGrid(look)
        self.grid.moved.connect(self._on_moved)
        self.grid.pauseMoved.connect(self._on_pause)
        self.grid.undone.connect(self.take_back)
        left = QVBoxLayout()
        left.setSpacing(DESK.gap)
        left.addWidget(self._chart_panel(), 4)
        left.addWidget(self._grid_panel(), 6)
        rows = QHBoxLayout(self)
        rows.setContentsMargins(DESK.margin, DESK.margin, DESK.margin, DESK.margin)
        rows.setSpacing(DESK.gap)
        rows.addLayout(left, 1)
        rows.addLayout(self._side())
        session.changed.connect(self.refresh)
        session.ran.connect(self.refresh)
        session.opened.connect(self._on_opened)

    # ------------------------------------------------------------ building

    def _chart_panel(self) -> QWidget:
        self._state = Line("unit")
        legend = label(
            "unit",
            translate("Console", "line: need for the standards · bars: open · hatched: short"),
        )
        return column(
            head(titled(translate("Console", "Counters needed and open")), self._state, legend),
            self.chart,
        )

    def _grid_panel(self) -> QWidget:
        hint = label(
            "hint",
            translate(
                "Console", "move ← →   longer Shift+→   break Alt+→   undo Ctrl+Z   redo Ctrl+Y"
            ),
        )
        title = titled(translate("Console", "Staffing of plan B"))
        return column(
            head(title, label("unit", translate("Console", "counter, hours")), Line(), hint),
            self.grid,
        )

    def _side(self) -> QVBoxLayout:
        self.things = Things(self.look)
        self.things.repairAsked.connect(self.repair)
        self.below = DayPanel(self.look)
        self.below.ask.clicked.connect(self.find_or_stop)
        self.below.use.clicked.connect(self.use_answer)
        self.below.run.clicked.connect(self.run_or_cancel)
        column_of_panels = QVBoxLayout()
        column_of_panels.setSpacing(DESK.gap)
        column_of_panels.addWidget(self.things, 1)
        column_of_panels.addWidget(self.below)
        return column_of_panels

    # ------------------------------------------------------------ the need

    def find_or_stop(self) -> None:
        """Ask the simulator how many are needed; again: stop with the best so far."""
        if self.jobs.is_running:
            self.jobs.cancel()
            return
        draft = self.session.drafts[0]
        self.problem, self.steps = "", (0, "")

        def work(on_step: OnStep, should_stop: ShouldStop) -> object:
            wish = Wish(rungs=RUNGS, fresh_days=0, bound_width=0)
            return search(draft.plan(), wish, lambda _what, now: on_step(now, 0), should_stop)

        self.jobs.start(work, self._on_answer, self._on_fail, self._on_step)
        self.refresh()

    def _on_step(self, now: int, _of: int) -> None:
        self.steps = (now, "")
        self._show_state()

    def _on_answer(self, found: object) -> None:
        assert isinstance(found, Answer)
        self.answer = found
        self.refresh()

    def _on_fail(self, error: Exception) -> None:
        self.problem = error_sentence(error) if isinstance(error, LobbyError) else str(error)
        self.refresh()

    def use_answer(self) -> None:
        """The staffing that the simulator found becomes plan B."""
        if self.answer is not None:
            self._take(self.draft.staffed(self.answer.lines))

    @property
    def need(self) -> list[int]:
        """Counters by half-hour of the axis; nothing while nobody has asked."""
        if self.answer is None:
            return []
        house, axis = self.answer.house, gaps.axis_of(self.draft)
        first = axis.begins_min // gaps.HALF_HOUR - house.first
        return [
            len(self.answer.open_counters(place)) if 0 <= place < house.count else 0
            for place in range(first, first + axis.count)
        ]

    # ------------------------------------------------------------ changing

    @property
    def draft(self) -> Draft:
        """Plan B."""
        return self.session.drafts[1]

    def _take(self, draft: Draft | None) -> None:
        if draft is not None and draft != self.draft:
            self.history.note(self.draft)
            self.session.change(1, draft)

    def _on_moved(self, place: int, by_min: int, only_end: bool) -> None:
        self._take(gaps.shifted(self.draft, place, by_min, only_end=only_end))

    def _on_pause(self, place: int, by_min: int) -> None:
        self._take(gaps.pause_moved(self.draft, place, by_min))

    def take_back(self) -> None:
        """Plan B as it was before the last change made here."""
        self._use(self.history.back(self.draft))

    def take_again(self) -> None:
        """What was taken back last."""
        self._use(self.history.again(self.draft))

    def _use(self, draft: Draft | None) -> None:
        if draft is not None:
            self.session.change(1, draft)

    def repair(self, number: int) -> None:
        """Do what is proposed for the thing of this number."""
        repairs = self.things.repairs
        if number < len(repairs):
            self._take(repairs[number].draft)

    def run_or_cancel(self) -> None:
        """Both plans on the same customers."""
        if self.session.is_running:
            self.session.cancel()
        else:
            self.session.run()

    def _on_opened(self) -> None:
        self.jobs.stop()
        self.answer, self.problem = None, ""
        self.history.clear()
        self.refresh()

    # ------------------------------------------------------------ showing

    def showEvent(self, event: QShowEvent) -> None:
        """What has changed while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Chart, rows, things to settle, figures; repairs are looked for where one sees them."""
        if not self.isVisible():
            return
        draft, need = self.draft, self.need
        axis = gaps.axis_of(draft)
        there = gaps.open_counts(draft, axis)
        self.chart.show_counts(axis, need, there)
        self.grid.show_draft(draft, axis, need, there)
        self._show_state()
        self.things.show_things(draft, need, there, is_known=self.answer is not None)
        self._show_day(need, there)

    def _show_state(self) -> None:
        is_running = self.jobs.is_running
        self.below.show_state(
            is_searching=is_running,
            is_running=self.session.is_running,
            has_answer=self.answer is not None,
        )
        if self.problem:
            self._state.show_as(self.problem)
        elif is_running:
            now = self.steps[0]
            words = translate("Console", "The simulator is looking for the need")
            counted = translate("Console", "%n counter half-hours so far", n=now) if now else ""
            self._state.show_as(f"{words} {counted}".strip())
        elif self.answer is not None and self.answer.was_cut_short:
            self._state.show_as(translate("Console", "stopped early: not yet the fewest"))
        else:
            self._state.show_as("")

    def _show_day(self, need: Sequence[int], there: Sequence[int]) -> None:
        a, b = self.session.drafts
        before = gaps.open_counts(a, gaps.axis_of(b))
        self.below.show_rows(day_rows(self.session.result, need, before, there))
