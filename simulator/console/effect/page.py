"""The page Effect: what came of a plan beside what was predicted, figure by figure."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Line, label
from shared.ui.palette import set_role
from shared.ui.parts import column, head, titled
from shared.ui.tokens import DESK
from simulator.console.effect.table import EffectTable
from simulator.console.effect.words import lines_of
from simulator.console.effect.work import EffectWork
from simulator.console.shell.tables import Cells, fill
from simulator.console.whatif.legend import MarkLegend
from simulator.experiment.interval import Interval
from simulator.planning.evaluation.evaluate import Evaluation

WIDTH = 314


class EffectPage(QWidget):
    """Shows the work of the session, which outlives this window."""

    chooseAsked = Signal()

    def __init__(self, work: EffectWork, look: Look) -> None:
        super().__init__()
        self.work, self.look = work, look
        self.setObjectName("effectPage")
        self.table = EffectTable(look)
        rows = QHBoxLayout(self)
        rows.setContentsMargins(DESK.margin, DESK.margin, DESK.margin, DESK.margin)
        rows.setSpacing(DESK.gap)
        rows.addWidget(self._table_panel(), 1)
        rows.addWidget(self._side())
        work.changed.connect(self.refresh)
        self.refresh()

    def _table_panel(self) -> QWidget:
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidget(self.table)
        self.table.setAutoFillBackground(False)
        title = titled(translate("Console", "What came of it"))
        self.state = Line("unit")
        self.state.setObjectName("effectState")
        came, said = translate("Console", "came"), translate("Console", "predicted")
        return column(head(title, self.state, MarkLegend(self.look, came, said)), scrolled)

    def _side(self) -> QFrame:
        side = QFrame()
        set_role(side, "panel")
        side.setFixedWidth(WIDTH)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(16, 12, 16, 16)
        rows.setSpacing(8)
        rows.addWidget(titled(translate("Console", "What is compared")))
        self.name = QLabel()
        self.name.setWordWrap(True)
        rows.addWidget(self.name)
        self._grid, self._cells = QGridLayout(), Cells()
        self._grid.setColumnStretch(0, 1)
        rows.addLayout(self._grid)
        self.note = label("unit")
        self.note.setWordWrap(True)
        rows.addWidget(self.note)
        self.problem = QLabel()
        self.problem.setObjectName("message")
        self.problem.setWordWrap(True)
        rows.addWidget(self.problem)
        rows.addStretch(1)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        rows.addWidget(self.bar)
        self.choose = KeyButton(self.look, "Ctrl+O", "chooseEffect", "accent", fills=True)
        self.choose.show_as(translate("Console", "Choose"))
        self.choose.clicked.connect(self.chooseAsked)
        rows.addWidget(self.choose)
        return side

    def refresh(self) -> None:
        """Figures, days, customers; why there are none."""
        work, found = self.work, self.work.found
        self.bar.setVisible(work.jobs.is_running)
        self.problem.setText(work.problem)
        self.problem.setVisible(bool(work.problem))
        self.name.setText("" if work.asked is None else work.asked.name)
        self.state.show_as(_state(work))
        self.note.setText(_note(found))
        has_lines = work.asked is not None and found is not None
        self.table.show_lines(
            lines_of(found, work.asked.profile) if has_lines and work.asked and found else ()
        )
        fill(self._grid, self._cells, _rows(found) if found is not None else [])


def _state(work: EffectWork) -> str:
    if work.jobs.is_running:
        return translate("Console", "Reading the records …")
    if work.found is None:
        return translate("Console", "Choose a prediction, and records from before and after it.")
    return ""


def _note(found: Evaluation | None) -> str:
    if found is None:
        return ""
    words = translate("Console", "± and bars: 95 % intervals. Less is better everywhere.")
    if found.is_other_demand:
        other = translate(
            "Console",
            "Another number of people came than was planned for: that is part of any difference.",
        )
        words = f"{other} {words}"
    return words


def _rows(found: Evaluation) -> list[tuple[str, ...]]:
    predicted, before, after = (_mean(each) for each in found.arrivals)
    return [
        (translate("Console", "Days before"), str(found.days_before)),
        (translate("Console", "Days after"), str(found.days_after)),
        (translate("Console", "Customers a day, predicted"), predicted),
        (translate("Console", "Customers a day before"), before),
        (translate("Console", "Customers a day after"), after),
    ]


def _mean(interval: Interval) -> str:
    return f"{interval.estimate:.0f} ± {interval.half_width:.0f}"
