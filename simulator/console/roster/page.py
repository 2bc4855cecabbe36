"""The page Roster: named people day by day, changed by hand, checked at every change."""

from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Line, label
from shared.ui.parts import column, head, titled
from shared.ui.tokens import DESK
from simulator.console.roster.day_grid import DayGrid
from simulator.console.roster.day_strip import DayStrip
from simulator.console.roster.side import WIDTH, BrokenList
from simulator.console.roster.words import weekday
from simulator.console.roster.work import HUNDRED, RosterWork
from simulator.console.shell.tables import Cells, fill
from simulator.console.whatif.words import spoken
from simulator.planning.rostering.check_person import paid_min
from simulator.planning.rostering.month import Day


class RosterPage(QWidget):
    """Shows the work of the session, which outlives this window."""

    def __init__(self, work: RosterWork, look: Look) -> None:
        super().__init__()
        self.work, self.look = work, look
        self.setObjectName("rosterPage")
        self.strip, self.grid = DayStrip(look), DayGrid(look)
        self.strip.dayChosen.connect(work.go_to)
        self.grid.exchanged.connect(work.exchange)
        self.grid.undone.connect(work.take_back)
        self.grid.redone.connect(work.take_again)
        self.grid.rowChosen.connect(self._show_keys)
        self.setFocusProxy(self.grid)
        left = QVBoxLayout()
        left.setSpacing(DESK.gap)
        left.addWidget(self._strip_panel())
        left.addWidget(self._grid_panel(), 1)
        rows = QHBoxLayout(self)
        rows.setContentsMargins(DESK.margin, DESK.margin, DESK.margin, DESK.margin)
        rows.setSpacing(DESK.gap)
        rows.addLayout(left, 1)
        rows.addLayout(self._side())
        work.changed.connect(self.refresh)
        work.progressed.connect(self._show_state)
        self.refresh()

    # ------------------------------------------------------------ building

    def _strip_panel(self) -> QWidget:
        self._title, self._state = titled(""), Line("unit")
        hint = label("hint", translate("Console", "day PgUp PgDn"))
        return column(head(self._title, self._state, hint), self.strip)

    def _grid_panel(self) -> QWidget:
        self._date = titled("")
        hint = label(
            "hint",
            translate("Console", "move ← →   end Shift+→   begin Ctrl+→   break Alt+→"),
        )
        self.place_key = KeyButton(self.look, "C", "changePlace", "flat")
        self.off_key = KeyButton(self.look, "Del", "swapOff", "flat")
        self.undo_key = KeyButton(self.look, "Ctrl+Z", "undoRoster", "flat")
        self.redo_key = KeyButton(self.look, "Ctrl+Y", "redoRoster", "flat")
        self.undo_key.clicked.connect(self.work.take_back)
        self.redo_key.clicked.connect(self.work.take_again)
        self.place_key.clicked.connect(lambda: self.grid.change_place())
        self.off_key.clicked.connect(self.grid.swap_off)
        for key in (self.place_key, self.off_key, self.undo_key, self.redo_key):
            key.clicked.connect(self.grid.setFocus)
        return column(
            head(
                self._date,
                self.undo_key,
                self.redo_key,
                Line(),
                self.place_key,
                self.off_key,
                hint,
            ),
            self.grid,
        )

    def _side(self) -> QVBoxLayout:
        self.broken = BrokenList(self.look)
        self.broken.dayAsked.connect(self._on_day_asked)
        day = QWidget()
        rows = QVBoxLayout(day)
        rows.setContentsMargins(14, 10, 14, 12)
        self._table, self._cells = QGridLayout(), Cells()
        self._table.setColumnStretch(0, 1)
        rows.addLayout(self._table)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, HUNDRED)
        rows.addWidget(self.bar)
        self.near = QCheckBox(translate("Console", "Stay near to this roster"))
        self.near.setObjectName("stayNear")
        self.near.setChecked(self.work.is_near)
        self.near.toggled.connect(self._on_near)
        rows.addWidget(self.near)
        self.make_key = KeyButton(self.look, "F6", "makeRoster", "accent", fills=True)
        self.make_key.clicked.connect(self.make_or_stop)
        self.open_key = KeyButton(self.look, "Ctrl+O", "openStaff", fills=True)
        self.save_key = KeyButton(self.look, "Ctrl+S", "saveRoster", fills=True)
        self.office_key = KeyButton(self.look, "Ctrl+H", "rosterToOffice", fills=True)
        rows.addWidget(self.make_key)
        pair = QHBoxLayout()
        pair.addWidget(self.open_key)
        pair.addWidget(self.save_key)
        rows.addLayout(pair)
        rows.addWidget(self.office_key)
        below = column(day)
        below.setFixedWidth(WIDTH)
        panels = QVBoxLayout()
        panels.setSpacing(DESK.gap)
        panels.addWidget(self.broken, 1)
        panels.addWidget(below)
        return panels

    # ------------------------------------------------------------ doing

    def make_or_stop(self) -> None:
        """Make a roster; again: stop with the best so far."""
        if self.work.jobs.is_running:
            self.work.jobs.cancel()
        else:
            self.work.make()

    def turn_day(self, by: int) -> None:
        """The day before or the next one."""
        self.work.go_to(self.work.day + by)

    def _on_near(self, is_on: bool) -> None:
        self.work.is_near = is_on

    def _on_day_asked(self, day: str, person: str) -> None:
        book = self.work.book
        if book is None:
            return
        place = next((n for n, each in enumerate(book.month.days) if each.iso == day), None)
        if place is not None:
            self.work.go_to(place)
        if person:
            self.grid.choose(person)

    # ------------------------------------------------------------ showing

    @property
    def day(self) -> Day | None:
        """The day in front."""
        book = self.work.book
        return None if book is None else book.month.days[self.work.day]

    def refresh(self) -> None:
        """Days, people, what is broken, figures."""
        book, day = self.work.book, self.day
        self.strip.show_book(book, self.work.day)
        self.grid.show_day(book, day)
        self.broken.show_book(book)
        self._title.setText(
            spoken(book.month.file.name) if book else translate("Console", "Roster")
        )
        self._date.setText(f"{day.iso} {weekday(day)}" if day else "")
        rows: list[tuple[str, ...]] = []
        if book is not None and day is not None:
            duties = book.roster.on(day.iso)
            paid_h = sum(paid_min(duty, book.month) for duty in duties) / 60
            whole_h = sum(
                paid_min(duty, book.month)
                for duty in book.roster.duties
                if duty.day in book.month.by_day
            )
            rows = [
                (translate("Console", "People this day"), str(len({d.person for d in duties}))),
                (translate("Console", "Paid hours this day"), f"{paid_h:.1f}"),
                (translate("Console", "Paid hours, whole period"), f"{whole_h / 60:.1f}"),
            ]
        fill(self._table, self._cells, rows)
        self._show_keys()
        self._show_state()

    def _show_keys(self) -> None:
        row, book = self.grid.chosen_row, self.work.book
        self.undo_key.show_as(
            translate("Console", "Undo"), is_enabled=bool(book and book.history.before)
        )
        self.redo_key.show_as(
            translate("Console", "Redo"), is_enabled=bool(book and book.history.after)
        )
        is_on = row is not None and row.duty is not None
        self.place_key.show_as(translate("Console", "Other counter"), is_enabled=is_on)
        self.off_key.show_as(
            translate("Console", "Day off") if is_on else translate("Console", "On duty"),
            is_enabled=row is not None,
        )

    def _show_state(self) -> None:
        work, is_running = self.work, self.work.jobs.is_running
        self.bar.setVisible(is_running)
        self.bar.setValue(work.percent)
        self.make_key.show_as(
            translate("Console", "Stop with the best so far")
            if is_running
            else translate("Console", "Make a roster"),
            is_enabled=work.book is not None,
        )
        self.open_key.show_as(translate("Console", "Open"))
        self.save_key.show_as(translate("Console", "Save"), is_enabled=work.book is not None)
        self.office_key.show_as(translate("Console", "Hand in"), is_enabled=work.book is not None)
        self.near.setEnabled(work.book is not None and not is_running)
        if work.problem:
            self._state.show_as(work.problem)
        elif is_running:
            self._state.show_as(
                translate("Console", "The simulator is making a roster, %1 %", work.percent)
            )
        elif work.was_cut_short:
            self._state.show_as(translate("Console", "stopped early: the best so far"))
        elif work.book is None:
            self._state.show_as(translate("Console", "Open a staff file first: Ctrl+O."))
        else:
            self._state.show_as("")
