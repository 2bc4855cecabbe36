"""The inbox as a page: the list at the left, the chosen case at the right."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter.desk.inbox import sheets, words
from counter.desk.inbox.case_head import KEYS
from counter.desk.inbox.case_list import CaseListView
from counter.desk.inbox.case_panel import CasePanel
from counter.desk.inbox.case_work import CaseWork
from counter.desk.inbox.inbox import Inbox, Which
from counter.desk.inbox.steps import PRESSED, step_word
from counter.desk.shell.page import DeskPage, Helped, PageSpec
from counter.desk.shell.session import Desk
from shared.domain.case import CaseKind, Channel
from shared.i18n import translate
from shared.ui.look import Look
from shared.ui.marks import Line, label
from shared.ui.palette import set_role
from shared.ui.parts import Choice, chooser, head, titled
from shared.ui.tokens import DESK

LIST_WIDTH = 348
FILES = "PDF, PNG, JPEG, TXT (*.pdf *.png *.jpg *.jpeg *.txt)"
STEP_KEYS = {getattr(Qt.Key, f"Key_{key[-1]}"): step for step, key in KEYS.items()}
#: Others work on the same cases, and deadlines pass.
REFRESH_MS: Final = 30_000


class InboxPage(DeskPage):
    """Who waits for an answer, earliest deadline first."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.inbox = desk.kept("inbox", lambda: Inbox(desk))
        self.work = desk.kept("case", lambda: CaseWork(desk, self.inbox))
        self.field = QLineEdit(self.inbox.sought)
        self.view = CaseListView(look)
        self.choices = {which: Choice(look, f"which-{which}", "") for which in Which}
        self._count = Line("unit")
        self._foot = Line("unit")
        columns = QHBoxLayout(self)
        columns.setContentsMargins(DESK.margin, DESK.gap, DESK.margin, DESK.margin)
        columns.setSpacing(DESK.gap)
        columns.addWidget(self._list())
        columns.addWidget(self._right(look), 1)
        self.view.chosen.connect(self.inbox.choose)
        self.panel.stepAsked.connect(self._on_step)
        self.panel.facts.fileAsked.connect(self._on_file)
        self.work.stepped.connect(self._on_stepped)
        self.field.returnPressed.connect(self._on_find)
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
        rows.addLayout(self._search())
        rows.addLayout(chips)
        rows.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.addWidget(self._foot)
        rows.addLayout(foot)
        return panel

    def _search(self) -> QVBoxLayout:
        words_of_it = translate("Desk", "Words, number or category")
        self.field.setObjectName("findCase")
        self.field.setAccessibleName(words_of_it)
        self.field.setPlaceholderText(f"{words_of_it} (Ctrl+F)")
        self.field.setMaxLength(64)
        every_kind = ("", translate("Desk", "Every kind"))
        kinds = [every_kind, *((str(kind), words.kind_word(kind)) for kind in CaseKind)]
        every_channel = ("", translate("Desk", "Every channel"))
        channels = [every_channel, *((str(each), words.channel_word(each)) for each in Channel)]
        self.kind = chooser(
            self.look, "onlyKind", translate("Desk", "Kind"), kinds, self.inbox.kind
        )
        self.channel = chooser(
            self.look, "onlyChannel", translate("Desk", "Channel"), channels, self.inbox.channel
        )
        narrow = QHBoxLayout()
        for combo in (self.kind, self.channel):
            combo.activated.connect(self._on_narrow)
            narrow.addWidget(combo, 1)
        rows = QVBoxLayout()
        rows.setContentsMargins(12, 10, 12, 0)
        rows.setSpacing(8)
        rows.addWidget(self.field)
        rows.addLayout(narrow)
        return rows

    def _right(self, look: Look) -> QWidget:
        """The case, or what to do while none is chosen."""
        self.panel = CasePanel(look, self.desk, self.work)
        self.nothing = label("unit", translate("Desk", "Choose a case at the left."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right = QWidget()
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.nothing, 1)
        rows.addWidget(self.panel, 1)
        self.panel.show_all()
        self.work.changed.connect(self._on_work)
        self._on_work()
        return right

    @Slot()
    def _on_work(self) -> None:
        self.nothing.setVisible(self.work.story is None)

    def arrive(self) -> None:
        """Ask for what is new, while somebody looks."""
        if self.isVisible() or self.inbox.list is None:
            self.inbox.refresh()
            self.work.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and a letter: a step of the case; Ctrl+F: look for one."""
        modifiers, key = event.modifiers(), event.key()
        if modifiers & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_F:
            self.field.setFocus()
            self.field.selectAll()
        elif modifiers & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_L:
            self.view.setFocus()
        elif modifiers & Qt.KeyboardModifier.AltModifier and key in STEP_KEYS:
            found = self.panel.head.keys[STEP_KEYS[Qt.Key(key)]]
            if found.isVisible() and found.isEnabled():
                found.click()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_step(self, step: str) -> None:
        """One goes by itself, the others ask something first."""
        work, look, story = self.work, self.look, self.work.story
        profile = self.desk.client.profile
        if story is None or profile is None:
            return
        if step == "assign":
            work.assign()
        elif step == "hand-over":
            self.open_sheet(sheets.hand_over(self, look, story, work.assign))
        elif step == "close":
            self.open_sheet(sheets.close(self, look, work.close))
        elif step == "classify":
            sheet = sheets.classify(self, look, story.case, profile.cases, work.classify)
            self.open_sheet(sheet)
        elif step == "extend":
            self.open_sheet(sheets.extend(self, look, story.case, work.extend))
        elif step == "attach":
            chosen, _ = QFileDialog.getOpenFileName(self, step_word(step), "", FILES)
            if chosen:
                work.attach(Path(chosen))
        elif step == "merge":
            self.open_sheet(sheets.merge(self, look, work.merge))

    @Slot(str, str)
    def _on_file(self, file: str, name: str) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, translate("Desk", "Save the file"), name)
        if chosen:
            self.work.save(file, Path(chosen))

    @Slot()
    def _on_stepped(self) -> None:
        self.view.setFocus()

    @Slot()
    def _on_find(self) -> None:
        self.inbox.find(self.field.text())

    @Slot()
    def _on_narrow(self) -> None:
        self.inbox.narrow(str(self.kind.currentData()), str(self.channel.currentData()))

    @Slot()
    def _on_changed(self) -> None:
        inbox = self.inbox
        for which, choice in self.choices.items():
            count = inbox.count(which)
            choice.say(_which_word(which) if count is None else f"{_which_word(which)} {count}")
        self.choices[Which.FOUND].setVisible(inbox.count(Which.FOUND) is not None)
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
        Which.FOUND: translate("Desk", "Found"),
    }[which]


def _handled(share: float | None) -> str:
    if share is None:
        return translate("Desk", "Nothing has come in yet.")
    return translate("Desk", "Handled of all that is kept: %1 %", round(share * 100))


def _keys() -> tuple[Helped, ...]:
    return (
        ("Ctrl+F", translate("Desk", "look for words, a number, a category; Enter looks")),
        ("Ctrl+L", translate("Desk", "to the list; arrows move to the next case")),
        *((KEYS[step], step_word(step)) for step in PRESSED),
        ("Ctrl+Enter", translate("Desk", "send what is written, as the step that stands above it")),
    )


INBOX: Final = PageSpec(
    name="inbox",
    symbol="inbox",
    title=lambda: translate("Desk", "Inbox"),
    roles=frozenset({"lead", "quality", "supervisor", "manager", "auditor"}),
    create=InboxPage,
    keys=_keys,
)
