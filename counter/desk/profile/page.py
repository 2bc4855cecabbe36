"""The profile as a page: changes and versions at the left, the one that is open at the right."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from counter.desk.profile.editor import ROOMY, Editor
from counter.desk.profile.preview_words import preview_words
from counter.desk.profile.steps import steps
from counter.desk.profile.work import ProfileWork
from counter.desk.shell.page import DeskPage, Helped, PageSpec
from counter.desk.shell.session import Desk
from shared.i18n import translate
from shared.i18n.refusing import state_word
from shared.protocol.draft import DraftView, VersionView
from shared.protocol.roles import DRAFTING
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Chip, Line, label
from shared.ui.palette import set_role
from shared.ui.parts import head, titled
from shared.ui.tokens import DESK

LIST_WIDTH, VERSIONS_HEIGHT = 300, 210
NAME: Final = Qt.ItemDataRole.UserRole


class ProfilePage(DeskPage):
    """Changes to the profile, from a thought to what holds, and back."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(desk, look)
        self.work: ProfileWork = desk.kept("profile", lambda: ProfileWork(desk))
        self.drafts, self.versions = QListWidget(), QListWidget()
        self.editor = Editor(self.work, look)
        self.state, self.told = Chip(look), Line("unit")
        self.note = label("")
        self.note.setWordWrap(True)
        self.tried = label("")
        self.tried.setObjectName("tried")
        self.tried.setWordWrap(True)
        self.new = KeyButton(look, "Ctrl+N", "newDraft")
        self.keys = {step.name: KeyButton(look, step.key, step.name) for step in steps()}
        columns = QHBoxLayout(self)
        columns.setContentsMargins(DESK.margin, DESK.gap, DESK.margin, DESK.margin)
        columns.setSpacing(DESK.gap)
        columns.addWidget(self._lists())
        columns.addWidget(self._open(), 1)
        self.drafts.itemClicked.connect(self._on_draft)
        self.drafts.itemActivated.connect(self._on_draft)
        self.new.clicked.connect(self.work.begin)
        for key in self.keys.values():
            key.clicked.connect(self._on_key)
        self.work.changed.connect(self._on_changed)
        self.work.opened.connect(self._on_opened)
        self.work.textChanged.connect(self._on_text)
        desk.changed.connect(self._on_changed)
        self._on_opened()

    def _lists(self) -> QFrame:
        panel = QFrame()
        set_role(panel, "panel")
        panel.setFixedWidth(LIST_WIDTH)
        rows = QVBoxLayout(panel)
        rows.setContentsMargins(1, 1, 1, 8)
        rows.setSpacing(0)
        self.new.show_as(translate("Profile", "New"))
        rows.addWidget(head(titled(translate("Profile", "Changes")), self.new))
        rows.addWidget(self.drafts, 1)
        rows.addWidget(head(titled(translate("Profile", "What held"))))
        rows.addWidget(self.versions)
        for name, each, words in (
            ("drafts", self.drafts, translate("Profile", "Changes")),
            ("versions", self.versions, translate("Profile", "What held")),
        ):
            each.setObjectName(name)
            each.setAccessibleName(words)
            each.setWordWrap(True)
            each.setStyleSheet(ROOMY)
        self.versions.setFixedHeight(VERSIONS_HEIGHT)
        restore = self.keys["restore"]
        line = QHBoxLayout()
        line.setContentsMargins(10, 6, 10, 0)
        line.addWidget(restore)
        line.addStretch(1)
        rows.addLayout(line)
        self.versions.currentRowChanged.connect(self._on_changed)
        return panel

    def _open(self) -> QFrame:
        panel = QFrame()
        set_role(panel, "panel")
        rows = QVBoxLayout(panel)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(14, 10, 14, 0)
        line.setSpacing(10)
        line.addWidget(self.state)
        line.addWidget(self.told, 1)
        rows.addLayout(line)
        note = QHBoxLayout()
        note.setContentsMargins(14, 4, 14, 0)
        note.addWidget(self.note)
        rows.addLayout(note)
        tried = QHBoxLayout()
        tried.setContentsMargins(14, 4, 14, 0)
        tried.addWidget(self.tried)
        rows.addLayout(tried)
        rows.addWidget(self.editor, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 14, 12)
        foot.setSpacing(8)
        for name, key in self.keys.items():
            if name != "restore":
                foot.addWidget(key)
        foot.addStretch(1)
        rows.addLayout(foot)
        return panel

    def arrive(self) -> None:
        """Ask for what is new."""
        self.work.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N begins a change; the other keys are on their buttons."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.work.settling.emit()
            if event.key() == Qt.Key.Key_N and self.new.isEnabled():
                self.work.begin()
                return
            for step in steps():
                if step.shortcut == event.key() and self.keys[step.name].isEnabled():
                    step.act(self)
                    return
        super().keyPressEvent(event)

    # ------------------------------------------------------------ what is shown

    @Slot()
    def _on_opened(self) -> None:
        writing = self.work.open
        may = writing is not None and writing.may_write(self.work.staff)
        self.editor.setVisible(writing is not None)
        self.editor.show_open(is_locked=not (may and self.desk.role in DRAFTING))
        self._on_changed()

    @Slot()
    def _on_text(self) -> None:
        self._on_changed()

    @Slot()
    @Slot(int)
    def _on_changed(self, _row: int = 0) -> None:
        _fill(self.drafts, [(each.id, self._draft_words(each)) for each in self.work.drafts])
        held = [(each.profile, self._version_words(each)) for each in self.work.versions]
        _fill(self.versions, held)
        self._say()
        self.new.setEnabled(self.desk.role in DRAFTING and self.work.present != "")
        for step in steps():
            key = self.keys[step.name]
            key.show_as(step.words(), is_enabled=step.is_possible(self) and self.desk.can_act)
            key.setVisible(step.is_of(self.desk.role))

    def _say(self) -> None:
        writing = self.work.open
        if writing is None:
            self.state.show_as("", "", "")
            self.told.show_as(translate("Profile", "Choose a change, or begin a new one."))
            self.note.hide()
            self.tried.hide()
            return
        word = state_word(writing.state)
        self.state.show_as(word, "", _colour(writing.state))
        self.told.show_as(self._said())
        note = writing.view.note if writing.view else ""
        self.note.setText(translate("Profile", "Said to it: %1", note))
        self.note.setVisible(note != "")
        self.tried.setText(preview_words(self.work.previewed))
        self.tried.setVisible(self.tried.text() != "")

    def _said(self) -> str:
        writing = self.work.open
        assert writing is not None
        if writing.base_hash != self.work.present and writing.state in ("writing", "handed_in"):
            return translate(
                "Profile", "Another profile holds since this was begun: bring it over."
            )
        if writing.is_dirty:
            return translate("Profile", "Not kept yet.")
        view = writing.view
        if view is None:
            return translate("Profile", "A new change of the profile that holds.")
        who = view.author_name or view.author
        if view.decided_by:
            decided = view.decided_by_name or view.decided_by
            return translate("Profile", "Written by %1, decided by %2.", who, decided)
        return translate("Profile", "Written by %1.", who)

    def _draft_words(self, draft: DraftView) -> str:
        who = draft.author_name or draft.author
        return f"{draft.title}\n{state_word(draft.state)} · {who}"

    def _version_words(self, version: VersionView) -> str:
        zone = self.desk.now().tzinfo
        since = version.published_at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
        who = version.published_by_name or version.published_by or "–"
        return f"{version.version} · {since}\n{version.profile[:8]} · {who}"

    # ------------------------------------------------------------ what is done

    @Slot(QListWidgetItem)
    def _on_draft(self, item: QListWidgetItem) -> None:
        self.work.choose(str(item.data(NAME)))

    @Slot()
    def _on_key(self) -> None:
        key = self.sender()
        step = next((each for each in steps() if self.keys[each.name] is key), None)
        if step is not None:
            step.act(self)

    @property
    def chosen_version(self) -> str:
        """The version that is chosen in the list, unless it is the one that holds."""
        row = self.versions.currentRow()
        name = "" if row < 0 else str(self.versions.item(row).data(NAME))
        return "" if name == self.work.present else name


def _fill(view: QListWidget, rows: list[tuple[str, str]]) -> None:
    """Show these rows, and keep the choice."""
    shown = [(str(view.item(n).data(NAME)), view.item(n).text()) for n in range(view.count())]
    if shown == rows:
        return
    row = view.currentRow()
    view.blockSignals(True)
    view.clear()
    for name, words in rows:
        item = QListWidgetItem(words)
        item.setData(NAME, name)
        view.addItem(item)
    view.setCurrentRow(min(row, len(rows) - 1))
    view.blockSignals(False)


def _colour(state: str) -> str:
    return {
        "handed_in": "warning",
        "approved": "positive",
        "published": "positive",
        "sent_back": "danger",
    }.get(state, "accent")


def _keys() -> tuple[Helped, ...]:
    new = ("Ctrl+N", translate("Profile", "a new change of the profile that holds"))
    return (new, *((step.key, step.words()) for step in steps() if step.key))


PROFILE: Final = PageSpec(
    name="profile",
    symbol="tune",
    title=lambda: translate("Profile", "Profile"),
    roles=frozenset({"lead", "supervisor", "manager", "admin", "quality", "auditor"}),
    create=ProfilePage,
    keys=_keys,
)
