"""Surveys as a page: campaigns at the left, coverage and marks of one at the right."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from counter.desk.inbox.timeline import Row, Rows
from counter.desk.shell.page import DeskPage, Helped, PageSpec
from counter.desk.shell.session import Desk
from counter.desk.surveys import sheets, words
from counter.desk.surveys.coverage import CoverageBars
from counter.desk.surveys.work import Surveys
from shared.config.profile import Profile
from shared.i18n import translate
from shared.protocol.survey import CampaignReport
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Chip, Line, label
from shared.ui.palette import set_role
from shared.ui.parts import head, titled
from shared.ui.tokens import DESK

LIST_WIDTH = 348
ROOMY = "QListWidget::item { padding: 8px 12px; }"
CAMPAIGN = Qt.ItemDataRole.UserRole
KEYS = {"start": "Alt+N", "enter": "Alt+A", "end": "Alt+E"}
PRESSED = {getattr(Qt.Key, f"Key_{cap[-1]}"): name for name, cap in KEYS.items()}


class SurveysPage(DeskPage):
    """How far each campaign comes, and what customers answered."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.surveys = desk.kept("surveys", lambda: Surveys(desk))
        self.keys = {name: KeyButton(look, cap, name) for name, cap in KEYS.items()}
        self.view = QListWidget()
        self.bars = CoverageBars(look)
        self.marks = Rows(look, "marks", translate("Surveys", "Marks"))
        self.name, self.state, self.when = label("title"), Chip(look), Line("unit")
        self._due = label("unit")
        self._due.setWordWrap(True)
        self.nothing = label("unit", translate("Surveys", "No campaign yet."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(DESK.margin, DESK.gap, DESK.margin, DESK.margin)
        columns.setSpacing(DESK.gap)
        columns.addWidget(self._list())
        columns.addWidget(self._outcome(), 1)
        columns.addWidget(self.nothing, 1)
        self._say()
        self.view.currentItemChanged.connect(self._on_chosen)
        for key in self.keys.values():
            key.clicked.connect(self._on_key)
        self.surveys.changed.connect(self._on_changed)
        desk.changed.connect(self._on_changed)
        self._on_changed()

    def _say(self) -> None:
        self.keys["start"].show_as(translate("Surveys", "New"))
        self.keys["enter"].show_as(translate("Surveys", "Enter answers"))
        self.keys["end"].show_as(translate("Surveys", "End it"))
        self.view.setObjectName("campaigns")
        self.view.setAccessibleName(translate("Surveys", "Campaigns"))
        self.view.setStyleSheet(ROOMY)

    def _list(self) -> QFrame:
        made = _panel()
        made.setFixedWidth(LIST_WIDTH)
        rows = QVBoxLayout(made)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addWidget(head(titled(translate("Surveys", "Campaigns")), Line(), self.keys["start"]))
        rows.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.addWidget(self._due)
        rows.addLayout(foot)
        return made

    def _outcome(self) -> QWidget:
        top = _panel()
        line = QHBoxLayout(top)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(12)
        line.addWidget(self.name)
        line.addWidget(self.state)
        line.addWidget(self.when, 1)
        line.addWidget(self.keys["end"])
        line.addWidget(self.keys["enter"])
        covered = _panel()
        rows = QVBoxLayout(covered)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        self._target = Line("unit")
        rows.addWidget(head(titled(translate("Surveys", "Coverage")), self._target))
        rows.addWidget(self.bars)
        answered = _panel()
        below = QVBoxLayout(answered)
        below.setContentsMargins(1, 1, 1, 1)
        below.setSpacing(0)
        below.addWidget(head(titled(translate("Surveys", "Marks")), Line()))
        below.addWidget(self.marks, 1)
        self.outcome = QWidget()
        all_rows = QVBoxLayout(self.outcome)
        all_rows.setContentsMargins(0, 0, 0, 0)
        all_rows.setSpacing(DESK.gap)
        for part in (top, covered):
            all_rows.addWidget(part)
        all_rows.addWidget(answered, 1)
        return self.outcome

    def arrive(self) -> None:
        """Customers answer all day."""
        self.surveys.refresh()
        self.view.setFocus()

    @Slot()
    def _on_changed(self) -> None:
        profile, now = self.desk.client.profile, self.desk.now()
        self._show_list(profile)
        report = self.surveys.report
        self.outcome.setVisible(report is not None)
        self.nothing.setVisible(report is None)
        may = self.surveys.may_keep
        self.keys["start"].setEnabled(may and profile is not None and bool(profile.surveys))
        self.keys["end"].setEnabled(may and self.surveys.is_running)
        self.keys["enter"].setEnabled(report is not None and self.desk.can_act)
        if report is None:
            return
        said, token = words.state_word(report.campaign, now)
        self.name.setText(words.survey_name(profile, report.campaign.survey))
        self.state.show_as(said, "", token)
        self.when.show_as(words.days(report.campaign, now))
        target = f"{report.target_share:.0%}"
        told = translate("Surveys", "answered of all customers; the target is %1", target)
        self._target.show_as(told)
        self.bars.show_report(report, profile)
        self.marks.show_rows(mark_rows(report, profile))

    def _show_list(self, profile: Profile | None) -> None:
        known = self.surveys.list
        is_due = known is not None and known.is_due
        due = translate("Surveys", "No campaign asks anybody in this quarter: one is due.")
        self._due.setText(due if is_due else "")
        self.view.blockSignals(True)
        self.view.clear()
        for each in self.surveys.shown:
            state, _ = words.state_word(each, self.desk.now())
            name = words.survey_name(profile, each.survey)
            item = QListWidgetItem(f"{name} · {state}\n{words.days(each, self.desk.now())}")
            item.setData(CAMPAIGN, each.id)
            self.view.addItem(item)
            if each.id == self.surveys.chosen:
                self.view.setCurrentItem(item)
        self.view.blockSignals(False)

    @Slot()
    def _on_chosen(self) -> None:
        item = self.view.currentItem()
        if item is not None:
            self.surveys.choose(str(item.data(CAMPAIGN)))

    @Slot()
    def _on_key(self) -> None:
        self._ask(self.sender().objectName())

    def _ask(self, name: str) -> None:
        profile, report = self.desk.client.profile, self.surveys.report
        if profile is None or not self.keys[name].isEnabled():
            return
        if name == "start":
            now = self.desk.now()
            self.open_sheet(sheets.start(self, self.look, profile, now, self.surveys.start))
        elif name == "end":
            self.surveys.end()
        elif report is not None:
            act = self.surveys.enter
            self.open_sheet(sheets.enter(self, self.look, profile, report.campaign, act))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and a letter, as the keys say."""
        is_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        name = PRESSED.get(Qt.Key(event.key())) if is_alt else None
        if name is None:
            super().keyPressEvent(event)
        else:
            self._ask(name)


def mark_rows(report: CampaignReport, profile: Profile | None) -> list[tuple[Row, str]]:
    """A question a row: how many answered, the mean, the share of good marks."""
    rows: list[tuple[Row, str]] = []
    for each in report.questions:
        text = words.question_text(profile, report.campaign.survey, each.question)
        if each.mean is None or each.share_satisfied is None:
            few = translate("Surveys", "fewer than %1 answers", report.answers_least)
            rows.append(((str(each.answers), few, text), "text2"))
            continue
        good = each.share_satisfied >= (profile.standards.satisfied_share if profile else 0.85)
        share = translate("Surveys", "%1 satisfied, mean %2", f"{each.share_satisfied:.0%}",
                          f"{each.mean:.1f}")  # fmt: skip
        rows.append(((str(each.answers), share, text), "positive" if good else "warning"))
    return rows


def _panel() -> QFrame:
    made = QFrame()
    set_role(made, "panel")
    return made


def _keys() -> tuple[Helped, ...]:
    return (
        ("↑ ↓", translate("Surveys", "another campaign")),
        ("Alt+N", translate("Surveys", "start a campaign")),
        ("Alt+A", translate("Surveys", "enter what was answered on paper or by telephone")),
        ("Alt+E", translate("Surveys", "end the campaign")),
    )


SURVEYS: Final = PageSpec(
    name="surveys",
    symbol="show_chart",
    title=lambda: translate("Surveys", "Surveys"),
    roles=frozenset(("lead", "supervisor", "manager", "quality", "auditor")),
    create=SurveysPage,
    keys=_keys,
)
