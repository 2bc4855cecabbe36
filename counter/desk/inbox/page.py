"""The inbox as a page: the list at the left, the chosen case at the right."""

from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from counter.desk.inbox.case_list import CaseListView
from counter.desk.inbox.inbox import Inbox, Which
from counter.desk.shell.page import DeskPage, Helped, PageSpec
from counter.desk.shell.session import Desk
from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.marks import Line
from shared.ui.palette import set_role
from shared.ui.parts import Choice, head, titled
from shared.ui.tokens import DESK

LIST_WIDTH = 372
#: Others work on the same cases, and deadlines pass.
REFRESH_MS: Final = 30_000


class InboxPage(DeskPage):
    """Who waits for an answer, earliest deadline first."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.inbox = desk.kept("inbox", lambda: Inbox(desk))
        self.view = CaseListView(look)
        self.choices = {which: Choice(look, f"which-{which}", "") for which in Which}
        self._count = Line("unit")
        self._foot = Line("unit")
        columns = QHBoxLayout(self)
        columns.setContentsMargins(DESK.margin, DESK.gap, DESK.margin, DESK.margin)
        columns.setSpacing(DESK.gap)
        columns.addWidget(self._list())
        columns.addStretch(1)
        self.view.chosen.connect(self.inbox.choose)
        self.inbox.changed.connect(self._on_changed)
        self._again = QTimer(self, interval=REFRESH_MS)
        self._again.timeout.connect(self.arrive)
        self._again.start()
        self._on_changed()

    def _list(self) -> QFrame:
        panel = QFrame()
        set_role(panel, "panel")
        panel.setFixedWidth(LIST_WIDTH)
        rows = QVBoxLayout(panel)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addWidget(head(titled(translate("Desk", "Inbox")), self._count))
        chips = QHBoxLayout()
        chips.setContentsMargins(12, 8, 12, 8)
        chips.setSpacing(6)
        for which, choice in self.choices.items():
            choice.setProperty("which", str(which))
            choice.clicked.connect(self._on_choice)
            chips.addWidget(choice)
        chips.addStretch(1)
        rows.addLayout(chips)
        rows.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.addWidget(self._foot)
        rows.addLayout(foot)
        return panel

    def arrive(self) -> None:
        """Ask for what is new, while somebody looks."""
        if self.isVisible() or self.inbox.list is None:
            self.inbox.refresh()

    @Slot()
    def _on_changed(self) -> None:
        inbox = self.inbox
        for which, choice in self.choices.items():
            count = inbox.count(which)
            choice.say(_which_word(which) if count is None else f"{_which_word(which)} {count}")
        self.choices[inbox.which].setChecked(True)
        now = self.desk.now()
        self.view.show_cases(inbox.shown, inbox.chosen, self.desk.client.profile, now)
        found = inbox.list
        if found is not None:
            self._count.show_as(translate("Desk", "%1 open, earliest deadline first", found.open))
            self._foot.show_as(_handled(found.handled_share))

    def _on_choice(self) -> None:
        choice = self.sender()
        assert choice is not None
        self.inbox.show(Which(str(choice.property("which"))))


def _which_word(which: Which) -> str:
    return {
        Which.OPEN: translate("Desk", "Open"),
        Which.MINE: translate("Desk", "Mine"),
        Which.LATE: translate("Desk", "Late"),
        Which.ENDED: translate("Desk", "Ended"),
    }[which]


def _handled(share: float | None) -> str:
    if share is None:
        return translate("Desk", "Nothing has come in yet.")
    return translate("Desk", "Handled of all that is kept: %1 %", round(share * 100))


def _keys() -> tuple[Helped, ...]:
    return ((translate("Desk", "Arrows"), translate("Desk", "to the next case of the list")),)


INBOX: Final = PageSpec(
    name="inbox",
    symbol="inbox",
    title=lambda: translate("Desk", "Inbox"),
    roles=frozenset({"lead", "quality", "supervisor", "manager", "auditor"}),
    create=InboxPage,
    keys=_keys,
)
