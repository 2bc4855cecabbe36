"""Beside the hall: the clock, which plan, who waits for what, and the day so far."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.palette import set_role
from shared.ui.parts import Choice, titled
from shared.ui.tokens import DESK
from simulator.console.floor.journeys import WatchedDay
from simulator.console.floor.moment import queues, so_far
from simulator.console.shell.session import Session
from simulator.console.shell.tables import Cells, fill
from simulator.console.whatif import words

WIDTH = 314


class WatchSide(QFrame):
    """Shows the moment that the page is at."""

    planChosen = Signal(int)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setFixedWidth(WIDTH)
        self.session = session
        self.clock = label("heading")
        self.clock.setStyleSheet(f"font-size: {DESK.figure_small}px; font-weight: 700;")
        self.clock.setObjectName("clock")
        self.next = KeyButton(look, "N", "nextDay")
        self._choices = [Choice(look, f"watch{letter}", letter) for letter in "AB"]
        first = QHBoxLayout()
        first.addWidget(label("unit", translate("Console", "Plan")))
        for place, choice in enumerate(self._choices):
            choice.setChecked(place == 0)
            choice.clicked.connect(self._on_plan)
            first.addWidget(choice)
        first.addStretch(1)
        first.addWidget(self.next)
        self._table, self._cells = QGridLayout(), Cells()
        self._total, self._totals = QGridLayout(), Cells()
        for table in (self._table, self._total):
            table.setHorizontalSpacing(10)
            table.setVerticalSpacing(6)
            table.setColumnStretch(0, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 16)
        rows.setSpacing(10)
        rows.addLayout(first)
        rows.addWidget(self.clock)
        rows.addLayout(self._table)
        rows.addSpacing(8)
        rows.addWidget(titled(translate("Console", "So far today")))
        rows.addLayout(self._total)
        rows.addStretch(1)

    def _on_plan(self) -> None:
        self.planChosen.emit(0 if self._choices[0].isChecked() else 1)

    def show_keys(self) -> None:
        """A recorded day is the only one of its kind."""
        is_recorded = self.session.case.is_recorded
        self.next.show_as(translate("Console", "Another day"), is_enabled=not is_recorded)

    def show_moment(self, day: WatchedDay, now_s: float) -> int:
        """Clock and tables; gives how many wait."""
        self.clock.setText(f"{int(now_s // 3600)}:{int(now_s % 3600 // 60):02d}")
        self._show_queues(day, now_s)
        found = so_far(day, now_s)
        fill(
            self._total,
            self._totals,
            [
                (translate("Console", "Customers"), str(found.came)),
                (translate("Console", "Served"), str(found.served)),
                (translate("Console", "Left unserved"), str(found.left)),
                (translate("Console", "Mean wait, min"), f"{found.mean_wait_min:.1f}"),
            ],
        )
        return found.waiting

    def _show_queues(self, day: WatchedDay, now_s: float) -> None:
        profile = self.session.case.profile
        came = {journey.service for journey in day.journeys}
        services = [service.id for service in profile.services if service.id in came]
        heads = (
            translate("Console", "Service"),
            translate("Console", "wait"),
            translate("Console", "longest, min"),
        )
        rows = [
            (
                words.service_name(profile, each.service),
                str(each.waiting),
                f"{each.longest_min:.0f}",
            )
            for each in queues(day, now_s, services)
        ]
        fill(self._table, self._cells, [heads, *rows])
