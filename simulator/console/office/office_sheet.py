"""Hand a plan in: title, name, begin, note, what it is said to bring; and how the others stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from shared.domain.errors import LobbyError
from shared.i18n import error_sentence, translate
from shared.protocol.plan import PlanView
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.sheet import Sheet
from simulator.console.office.offer import NOTE_MAX, Offer
from simulator.console.office.work import OfficeWork
from simulator.console.shell.tables import Cells, fill


class OfficeSheet(Sheet):
    """Left what is handed in, right what has been; a refusal is one sentence beneath."""

    def __init__(
        self, page: QWidget, look: Look, work: OfficeWork, offer: Offer, branch: str
    ) -> None:
        title = translate("Console", "Hand a plan to head office")
        super().__init__(page, look, title, 980, 600)
        self.work, self.offer, self.branch = work, offer, branch
        work.begin()
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(self._form(), 1)
        columns.addLayout(self._others(), 1)
        self.body.addLayout(columns, 1)
        self.told = QLabel()
        self.told.setObjectName("message")
        self.told.setWordWrap(True)
        self.body.addWidget(self.told)
        self.send = KeyButton(look, "", "handIn", "accent")
        self.send.clicked.connect(self.hand_in)
        self.state = label("")
        self.state.setObjectName("officeState")
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        row.addWidget(self.send)
        self.body.addLayout(row)
        work.changed.connect(self.refresh)
        self.refresh()
        work.ask(branch)

    def _form(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(6)
        self.title = self._field(rows, "planTitle", translate("Console", "Title"))
        self.title.setText(self.offer.title)
        self.by = self._field(rows, "planBy", translate("Console", "Handed in by"))
        self.by.setText(self.work.by)
        self.starts_on = self._field(
            rows, "planBegins", translate("Console", "To begin on (may stay empty)")
        )
        self.starts_on.setPlaceholderText("2026-12-01")
        words = translate("Console", "Note")
        rows.addWidget(label("unit", words))
        self.note = QPlainTextEdit()
        self.note.setObjectName("planNote")
        self.note.setAccessibleName(words)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(64)
        rows.addWidget(self.note)
        rows.addWidget(label("unit", self.offer.remark))
        rows.addStretch(1)
        return rows

    def _field(self, rows: QVBoxLayout, name: str, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(words)
        rows.addWidget(label("unit", words))
        rows.addWidget(field)
        return field

    def _figures(self) -> list[tuple[str, ...]]:
        head = ("", translate("Console", "now"), translate("Console", "planned"), "B − A, 95 %")
        return [
            head,
            *(
                (
                    each.name,
                    f"{each.before:.1f}",
                    f"{each.after:.1f}",
                    f"{each.difference_low:+.1f} … {each.difference_high:+.1f}".replace("-", "−"),
                )
                for each in self.offer.predicted
            ),
        ]

    def _others(self) -> QVBoxLayout:
        words = translate("Console", "Plans of this branch at head office")
        self.plans = QListWidget()
        self.plans.setObjectName("officePlans")
        self.plans.setAccessibleName(words)
        self.plans.setWordWrap(True)
        self.plans.setFrameShape(QFrame.Shape.NoFrame)
        self.plans.setMinimumHeight(90)
        rows = QVBoxLayout()
        if self.offer.predicted:
            rows.addWidget(label("unit", translate("Console", "What it is said to bring")))
            table = QWidget()
            grid = QGridLayout(table)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setColumnStretch(0, 1)
            grid.setHorizontalSpacing(14)
            self._cells = Cells()
            fill(grid, self._cells, self._figures())
            rows.addWidget(table)
        rows.addSpacing(10)
        rows.addWidget(label("unit", words))
        rows.addWidget(self.plans, 1)
        self.back = KeyButton(self.look, "", "withdrawPlan", "flat")
        self.back.clicked.connect(self.withdraw)
        self.plans.currentRowChanged.connect(self._show_back)
        rows.addWidget(self.back, 0, Qt.AlignmentFlag.AlignRight)
        return rows

    def hand_in(self) -> None:
        """Send it, as the fields say."""
        try:
            plan = self.offer.proposed(
                self.title.text(),
                self.by.text(),
                self.starts_on.text(),
                self.note.toPlainText()[:NOTE_MAX],
            )
        except LobbyError as error:
            self._tell(error_sentence(error))
            return
        self.work.hand_in(self.branch, plan)

    @property
    def chosen(self) -> PlanView | None:
        """The plan that is chosen in the list."""
        row, plans = self.plans.currentRow(), self.work.plans
        return plans[row] if 0 <= row < len(plans) else None

    def withdraw(self) -> None:
        """Take the chosen plan back."""
        if self.chosen is not None:
            self.work.withdraw(self.branch, self.chosen.id)

    def _show_back(self) -> None:
        """Only what nobody has decided can be taken back."""
        can = self.chosen is not None and self.chosen.state == "proposed"
        is_free = not self.work.jobs.is_running
        self.back.show_as(
            translate("Console", "Withdraw the chosen plan"), is_enabled=can and is_free
        )

    def refresh(self) -> None:
        """How it stands."""
        is_running, last = self.work.jobs.is_running, self.work.last
        self.send.show_as(translate("Console", "Hand in"), is_enabled=not is_running)
        self._tell(self.work.problem)
        state = translate("Console", "Asking head office …") if is_running else ""
        if last is not None:
            state = translate("Console", "Handed in: “%1”. Head office decides.", last.title)
        self.state.setText(state)
        row = self.plans.currentRow()
        self.plans.clear()
        self.plans.addItems([plan_words(plan) for plan in self.work.plans])
        if not self.work.plans and not is_running and not self.work.problem:
            self.plans.addItem(translate("Console", "None so far."))
        self.plans.setCurrentRow(row)
        self._show_back()

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))


def plan_words(plan: PlanView) -> str:
    """A plan in a line or two: when, what, by whom, how it stands, and why."""
    states = {
        "proposed": translate("Console", "proposed"),
        "approved": translate("Console", "approved"),
        "declined": translate("Console", "declined"),
        "withdrawn": translate("Console", "withdrawn"),
    }
    state = states.get(plan.state, plan.state)
    if plan.decided_by:
        state = f"{state}, {plan.decided_by}"
    if plan.reason:
        state = f"{state}: {plan.reason}"
    day = plan.proposed_at.astimezone().date().isoformat()
    return f"{plan.title} ({plan.by}, {day})\n{state}"
