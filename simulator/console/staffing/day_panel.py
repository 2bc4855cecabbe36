"""Beneath the things to settle: the day in figures, and the keys that search and run."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QVBoxLayout

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.palette import set_role
from simulator.console.shell.tables import Cells, fill

WIDTH = 314


class DayPanel(QFrame):
    """A small table of both plans, progress, three keys."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setFixedWidth(WIDTH)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 12)
        self._table, self._cells = QGridLayout(), Cells()
        self._table.setColumnStretch(0, 1)
        self._table.setHorizontalSpacing(16)
        rows.addLayout(self._table)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        rows.addWidget(self.bar)
        self.ask = KeyButton(look, "F6", "findNeed", fills=True)
        self.use = KeyButton(look, "F7", "useNeed", fills=True)
        self.run = KeyButton(look, "F5", "runStaffing", "accent", fills=True)
        for key in (self.ask, self.use, self.run):
            rows.addWidget(key)

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """The day of both plans."""
        fill(self._table, self._cells, rows)

    def show_state(self, *, is_searching: bool, is_running: bool, has_answer: bool) -> None:
        """What can be pressed, and what it will do now."""
        self.bar.setVisible(is_searching)
        stop = translate("Console", "Stop with the best so far")
        find = translate("Console", "Find the need")
        self.ask.show_as(stop if is_searching else find)
        self.use.show_as(translate("Console", "Use the need as plan B"), is_enabled=has_answer)
        stop, run = translate("Console", "Stop"), translate("Console", "Run both plans")
        self.run.show_as(stop if is_running else run)
