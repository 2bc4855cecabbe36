"""People as a page: everybody at the left, one person's papers, day and courses at the right."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from counter.desk.people import sheets
from counter.desk.people.person_list import PersonListView
from counter.desk.people.person_panel import KEYS, PersonPanel
from counter.desk.people.work import People
from counter.desk.shell.page import DeskPage, Helped, PageSpec
from counter.desk.shell.session import Desk
from shared.i18n import translate
from shared.protocol.staff import TrainingReport
from shared.ui.look import Look
from shared.ui.marks import Line, label
from shared.ui.palette import set_role
from shared.ui.parts import head, titled
from shared.ui.tokens import DESK

LIST_WIDTH = 348
PRESSED = {getattr(Qt.Key, f"Key_{cap[-1]}"): name for name, cap in KEYS.items()}


class PeoplePage(DeskPage):
    """Who may serve what, until when; who is due for a course."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.people = desk.kept("people", lambda: People(desk))
        self.view = PersonListView(look)
        self.panel = PersonPanel(look, desk, self.people)
        self._count = Line("unit")
        self._foot = label("unit")
        self._foot.setWordWrap(True)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(DESK.margin, DESK.gap, DESK.margin, DESK.margin)
        columns.setSpacing(DESK.gap)
        columns.addWidget(self._list())
        columns.addWidget(self.panel, 1)
        self.view.chosen.connect(self.people.choose)
        for key in self.panel.keys.values():
            key.clicked.connect(self._on_key)
        self.people.changed.connect(self._on_changed)
        desk.changed.connect(self._on_changed)
        self._on_changed()

    def _list(self) -> QFrame:
        made = QFrame()
        set_role(made, "panel")
        made.setFixedWidth(LIST_WIDTH)
        rows = QVBoxLayout(made)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addWidget(head(titled(translate("People", "People")), self._count))
        rows.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.addWidget(self._foot)
        rows.addLayout(foot)
        return made

    def arrive(self) -> None:
        """Others change the same papers."""
        self.people.refresh()
        self.view.setFocus()

    @Slot()
    def _on_changed(self) -> None:
        shown = self.people.shown
        self.view.show_people(shown, self.people.chosen)
        self._count.show_as(str(len(shown)) if shown else "")
        if self.people.list is not None:
            self._foot.setText(training_words(self.people.list.training))
        self.panel.show_person()

    @Slot()
    def _on_key(self) -> None:
        self._ask(self.sender().objectName())

    def _ask(self, name: str) -> None:
        key = self.panel.keys[name]
        person, profile = self.people.person, self.desk.client.profile
        if person is None or profile is None or not key.isEnabled():
            return
        now = self.desk.now()
        if name == "certify":
            self.open_sheet(sheets.certify(self, self.look, profile, now, self.people.certify))
        elif name == "withdraw":
            act = self.people.withdraw
            self.open_sheet(sheets.withdraw(self, self.look, person, profile, act))
        else:
            self.open_sheet(sheets.train(self, self.look, profile, now, self.people.train))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and a letter, as the keys say."""
        is_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        name = PRESSED.get(Qt.Key(event.key())) if is_alt else None
        if name is None:
            super().keyPressEvent(event)
        else:
            self._ask(name)


def training_words(report: TrainingReport) -> str:
    """How the courses of this part of the year stand."""
    until = report.ends_on.isoformat()
    due = translate("People", "Course due for %n people until %1.", until, n=len(report.due))
    if report.pass_share is None:
        return due
    passed = translate(
        "People",
        "Passed: %1 of those who took one; the aim is %2.",
        f"{report.pass_share:.0%}",
        f"{report.target_share:.0%}",
    )
    return f"{passed} {due}"


def _keys() -> tuple[Helped, ...]:
    return (
        ("↑ ↓", translate("People", "another person")),
        ("Alt+G", translate("People", "give a certificate, or a new one in place of an old one")),
        ("Alt+W", translate("People", "withdraw a certificate")),
        ("Alt+R", translate("People", "record a course and its result")),
    )


PEOPLE: Final = PageSpec(
    name="people",
    symbol="group",
    title=lambda: translate("People", "People"),
    roles=frozenset(("lead", "supervisor", "manager", "quality", "auditor", "admin")),
    create=PeoplePage,
    keys=_keys,
)
