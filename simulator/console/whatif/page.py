"""The page What-if: two plans, the same days, the same axes, and one sentence in the end."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shared.config.rules import clock_us
from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.marks import Line
from shared.ui.parts import Choice, column, head, titled
from shared.ui.tokens import DESK
from simulator.console.shell.plots import Plot
from simulator.console.shell.session import Result, Session
from simulator.console.whatif import words
from simulator.console.whatif.charts import HeatMap, draw_shares, draw_waiting
from simulator.console.whatif.difference_table import DifferenceTable
from simulator.console.whatif.foot import days_words
from simulator.console.whatif.foot_row import FootRow
from simulator.console.whatif.legend import BandLegend, MarkLegend
from simulator.console.whatif.plan_card import PlanCard

HOUR_US: Final = 3_600_000_000
EMPTY_MIN: Final = 20.0
NOTHING: Final = "nothing drawn yet"


class WhatIfPage(QWidget):
    """Shows the session's result; asks the window for sheets through its signals."""

    changeAsked = Signal(int)
    saveAsked = Signal()
    exportAsked = Signal()
    officeAsked = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session, self.look = session, look
        self.setObjectName("whatIfPage")
        grid = QGridLayout()
        grid.setSpacing(DESK.gap)
        self.cards = [PlanCard(look, 0, "F3"), PlanCard(look, 1, "F4")]
        self.waiting = [Plot(look, "waitingA"), Plot(look, "waitingB")]
        self._due: list[Callable[[], None]] = []
        self._shown: Result | str | None = NOTHING
        self._later = QTimer(self, interval=15)
        self._later.timeout.connect(self._draw_next)
        for which in (0, 1):
            grid.addWidget(self.cards[which], 0, which)
            grid.addWidget(self._waiting_panel(which), 1, which)
            self.cards[which].change.clicked.connect(
                self._change_a if not which else self._change_b
            )
        grid.addWidget(self._lower_panel(), 2, 0)
        self.table = DifferenceTable(look)
        grid.addWidget(column(self.table), 2, 1)
        for place, weight in ((1, 7), (2, 6)):
            grid.setRowStretch(place, weight)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
            grid.setColumnMinimumWidth(place, 520)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(DESK.margin, DESK.margin, DESK.margin, 10)
        rows.setSpacing(DESK.gap)
        rows.addLayout(grid, 1)
        self.foot = FootRow(look)
        self.foot.save.clicked.connect(self.saveAsked)
        self.foot.export.clicked.connect(self.exportAsked)
        self.foot.office.clicked.connect(self.officeAsked)
        self.foot.run.clicked.connect(self.run_or_cancel)
        rows.addWidget(self.foot)
        session.ran.connect(self.refresh)
        session.changed.connect(self.refresh)
        session.progressed.connect(self._show_progress)
        self.refresh()

    # ------------------------------------------------------------ building

    def _waiting_panel(self, which: int) -> QWidget:
        title = titled(translate("Console", "%1: waiting, min", "AB"[which]))
        filler = Line()
        legend = BandLegend(self.look, which)
        return column(head(title, filler, legend), self.waiting[which])

    def _lower_panel(self) -> QWidget:
        self.shares, self.heat = Plot(self.look, "shares"), HeatMap(self.look)
        self.below = QStackedWidget()
        self.below.addWidget(self.shares)
        self.below.addWidget(self.heat)
        self._lower_title = titled("")
        self.choices = [
            Choice(self.look, "showShares", translate("Console", "Share")),
            Choice(self.look, "showHeatA", translate("Console", "Heat A")),
            Choice(self.look, "showHeatB", translate("Console", "Heat B")),
        ]
        self.choices[0].setChecked(True)
        for choice in self.choices:
            choice.toggled.connect(self._show_lower)
        self._marks = MarkLegend(self.look)
        return column(
            head(self._lower_title, Line(), self._marks, *self.choices),
            self.below,
        )

    # ------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show plans and result as they are now."""
        self._show_cards()
        self._show_progress()
        if self._shown is not self.session.result:
            self._shown = self.session.result
            self._due = [self._draw_a, self._draw_b, self._draw_shares, self._draw_rows]
            self._later.start()

    def draw_for(self, sharp: float) -> None:
        """Everything anew for paper or a picture with so many dots to a pixel."""
        for plot in (*self.waiting, self.shares):
            plot.sharp = sharp
        self._due = [self._draw_a, self._draw_b, self._draw_shares, self._draw_rows]
        self.finish()

    def finish(self) -> None:
        """Draw at once what is still to be drawn: for paper, and for pictures."""
        while self._due:
            self._draw_next()

    def _draw_next(self) -> None:
        """One chart at a time, so that the window answers in between."""
        if self._due:
            self._due.pop(0)()
        if not self._due:
            self._later.stop()

    def _draw_a(self) -> None:
        self._draw_waiting(0)

    def _draw_b(self) -> None:
        self._draw_waiting(1)

    def _draw_waiting(self, which: int) -> None:
        result, plot = self.session.result, self.waiting[which]
        if result is None:
            self._empty(plot)
        else:
            draw_waiting(plot, result.figures, which)

    def _draw_shares(self) -> None:
        result = self.session.result
        if result is None:
            self._empty(self.shares)
        else:
            draw_shares(self.shares, result.figures)

    def _draw_rows(self) -> None:
        result = self.session.result
        self.table.show_rows(() if result is None else result.rows)
        self._show_lower()

    def _empty(self, plot: Plot) -> None:
        """Axes of the day, and nothing in them yet."""
        hours = self.session.drafts[0].hours
        plot.clear()
        begins, ends = (clock_us(at) / HOUR_US for at in (hours.opens, hours.last_ticket))
        plot.frame(begins, ends, EMPTY_MIN)

    def _show_cards(self) -> None:
        a, b = self.session.drafts
        tags = (list(words.plain_tags(a)), list(words.changed_tags(a, b)))
        plain = [(translate("Console", "the same as A"), "")]
        names = (words.spoken(a.case.scenario.name), translate("Console", "What if"))
        for which, card in enumerate(self.cards):
            card.name.show_as(names[which])
            card.tags.show_as(tags[which] or plain)
            card.change.show_as(translate("Console", "Change %1", "AB"[which]))
            card.days.show_as(days_words(self.session, which))

    def _show_lower(self) -> None:
        place = next(n for n, choice in enumerate(self.choices) if choice.isChecked())
        self.below.setCurrentIndex(1 if place else 0)
        self._marks.setVisible(place == 0)
        result = self.session.result
        minutes = f"{result.figures.limit_min:g}" if result else "20"
        self._lower_title.setText(
            translate("Console", "Mean wait by service, min")
            if place
            else translate("Console", "Share waiting over %1 min, %", minutes)
        )
        if result is None:
            self.heat.show_figures(None, 0, ())
        else:
            names = words.names_of(self.session.drafts[0], result.figures.services)
            self.heat.show_figures(result.figures, max(0, place - 1), names)

    def _show_progress(self) -> None:
        """While days are lived: how many; afterwards: what came of it."""
        self.foot.show_session(self.session)

    # ------------------------------------------------------------ doing

    def run_or_cancel(self) -> None:
        """The one large key."""
        if self.session.is_running:
            self.session.cancel()
        else:
            self.session.run()

    def _change_a(self) -> None:
        self.changeAsked.emit(0)

    def _change_b(self) -> None:
        self.changeAsked.emit(1)
