"""The sheet in which one plan is changed: staffing, rules, kiosks; and the day for both plans."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QWidget

from shared.config.presets import PRESETS, preset_words
from shared.i18n import current_language, translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.parts import Sliding, chooser, titled
from shared.ui.sheet import Sheet
from shared.ui.tokens import DESK
from simulator.console.shell.session import (
    DAYS,
    FEWEST_PERCENT,
    MOST_PERCENT,
    Session,
    same_as,
)
from simulator.console.study.draft import Draft
from simulator.console.whatif.equipment import Equipment
from simulator.console.whatif.staffing_lines import StaffingLines
from simulator.console.whatif.words import overload_name
from simulator.model.other_policy import OVERLOADS


class PlanSheet(Sheet):
    """Covers the other plan's half, so that the changed one stays in sight."""

    runAsked = Signal()

    def __init__(self, page: QWidget, look: Look, session: Session, which: int) -> None:
        title = translate("Console", "Change plan %1", "AB"[which])
        super().__init__(page, look, title, 640, 640)
        self.session, self.which = session, which
        self.lines = StaffingLines(look)
        self.lines.edited.connect(self._take)
        self.body.addWidget(self.lines, 1)
        self.add_problem()
        self.body.addLayout(self._rules())
        self.body.addWidget(titled(translate("Console", "The day, for both plans")))
        self.body.addLayout(self._day())
        self.body.addLayout(self._foot())
        self._show()

    @property
    def draft(self) -> Draft:
        """The plan that is being changed."""
        return self.session.drafts[self.which]

    def place(self) -> None:
        """The half of the other plan."""
        page = self.page
        half = (page.width() - 2 * DESK.margin - DESK.gap) // 2
        x = DESK.margin + (0 if self.which else half + DESK.gap)
        self.setGeometry(x, DESK.margin, half, page.height() - 2 * DESK.margin - 52)

    def _rules(self) -> QGridLayout:
        policy = self.draft.case.profile.policy
        presets = [(name, preset_words(name, current_language()).name) for name in PRESETS]
        self.preset = chooser(
            self.look,
            "preset",
            translate("Console", "Who is next"),
            presets,
            str(self.draft.preset or policy.preset),
        )
        self.overload = chooser(
            self.look,
            "overload",
            translate("Console", "In a full hall"),
            [(rule, overload_name(rule)) for rule in OVERLOADS],
            str(self.draft.overload or policy.overload.rule),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for row, (words, box) in enumerate(
            (
                (translate("Console", "Who is next"), self.preset),
                (translate("Console", "In a full hall"), self.overload),
            )
        ):
            title = label("", words)
            title.setMinimumWidth(96)
            title.setBuddy(box)
            grid.addWidget(title, row, 0)
            grid.addWidget(box, row, 1)
        self.equipment = Equipment(self.draft)
        self.equipment.edited.connect(self._take)
        grid.addWidget(self.equipment, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.preset.activated.connect(self._on_rules)
        self.overload.activated.connect(self._on_rules)
        return grid

    def _day(self) -> QGridLayout:
        session = self.session
        self.percent = Sliding(
            "customers",
            translate("Console", "Customers"),
            FEWEST_PERCENT,
            MOST_PERCENT,
            lambda percent: f"{percent} %",
        )
        self.percent.set_value(session.percent)
        self.days = Sliding(
            "days", translate("Console", "Days"), 0, len(DAYS) - 1, lambda place: str(DAYS[place])
        )
        self.days.set_value(DAYS.index(session.days) if session.days in DAYS else 0)
        for slider in (self.percent, self.days):
            slider.setEnabled(not session.case.is_recorded)
        self.percent.moved.connect(session.set_percent)
        self.days.moved.connect(self._on_days)
        grid = QGridLayout()
        grid.addWidget(self.percent, 0, 0)
        grid.addWidget(self.days, 1, 0)
        return grid

    def _foot(self) -> QHBoxLayout:
        self.same = KeyButton(self.look, "", "sameAsOther")
        self.same.show_as(translate("Console", "The same as %1", "BA"[self.which]))
        self.same.clicked.connect(self._make_same)
        run = KeyButton(self.look, "F5", "runFromSheet", "accent")
        run.show_as(translate("Console", "Run both plans"))
        run.clicked.connect(self.runAsked)
        row = QHBoxLayout()
        row.addWidget(self.same)
        row.addStretch(1)
        row.addWidget(run)
        return row

    # ------------------------------------------------------------ changing

    def _show(self) -> None:
        self.lines.show_draft(self.draft)
        self.equipment.show_draft(self.draft)
        problem = self.draft.problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _take(self, draft: object) -> None:
        assert isinstance(draft, Draft)
        self.session.change(self.which, draft)
        self._show()

    def _on_rules(self) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        chosen = str(box.currentData())
        draft = self.draft
        self._take(draft.with_preset(chosen) if box is self.preset else draft.with_overload(chosen))

    def _on_days(self, place: int) -> None:
        self.session.set_days(DAYS[place])

    def _make_same(self) -> None:
        self._take(same_as(self.draft, self.session.drafts[1 - self.which]))
