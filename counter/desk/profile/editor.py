"""What is open: its title and reason, its tables, its text, what is wrong and what it changes."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from counter.desk.profile.sections import SECTIONS
from counter.desk.profile.table import SectionModel
from counter.desk.profile.work import ProfileWork
from shared.i18n import translate
from shared.i18n.refusing import said_in
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.parts import Choice

#: So long after the last key the text is read and checked.
CHECK_MS: Final = 250
SECTIONS_WIDTH, FAULTS_HEIGHT = 150, 96
#: Rows that a finger finds.
ROOMY: Final = "QListView::item { padding: 6px 10px; }"
LINE: Final = Qt.ItemDataRole.UserRole
VIEWS: Final = ("tables", "text", "changes")


class Editor(QWidget):
    """The change that is open; locked for whoever may not write it now."""

    def __init__(self, work: ProfileWork, look: Look) -> None:
        super().__init__()
        self._work = work
        self.title = _line("draftTitle", translate("Profile", "What changes"))
        self.why = _line("draftWhy", translate("Profile", "Why"))
        self.views = {name: Choice(look, f"view-{name}", "") for name in VIEWS}
        self.sections = QListWidget()
        self.table = QTableView()
        self.model = SectionModel(work, look, self)
        self.text = QPlainTextEdit()
        self.changes, self.faults = QListWidget(), QListWidget()
        self.stack = QStackedWidget()
        self.is_locked = True
        self._typed = QTimer(self, interval=CHECK_MS, singleShot=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for name, widget, words in (
            ("sections", self.sections, translate("Profile", "Tables")),
            ("profileTable", self.table, translate("Profile", "Values")),
            ("profileText", self.text, translate("Profile", "The whole text")),
            ("changes", self.changes, translate("Profile", "What changes")),
            ("faults", self.faults, translate("Profile", "What is wrong")),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(words)
        for view in (self.sections, self.changes, self.faults):
            view.setStyleSheet(ROOMY)
        self.sections.setFixedWidth(SECTIONS_WIDTH)
        self.sections.addItems([section.title() for section in SECTIONS])
        self.table.setModel(self.model)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabChangesFocus(True)
        self.faults.setFixedHeight(FAULTS_HEIGHT)
        self.faults.setWordWrap(True)
        self.changes.setWordWrap(True)
        tables = QWidget()
        row = QHBoxLayout(tables)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sections)
        row.addWidget(self.table, 1)
        for each in (tables, self.text, self.changes):
            self.stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        for field in (self.title, self.why):
            line = QHBoxLayout()
            caption = label("unit", field.accessibleName())
            caption.setFixedWidth(110)
            caption.setBuddy(field)
            line.addWidget(caption)
            line.addWidget(field, 1)
            column.addLayout(line)
        chips = QHBoxLayout()
        for choice in self.views.values():
            chips.addWidget(choice)
        chips.addStretch(1)
        column.addLayout(chips)
        column.addWidget(self.stack, 1)
        column.addWidget(self.faults)

    def _connect(self) -> None:
        for place, choice in enumerate(self.views.values()):
            choice.setProperty("place", place)
            choice.clicked.connect(self._on_view)
        self.sections.currentRowChanged.connect(self._on_section)
        self.title.textEdited.connect(self._on_words)
        self.why.textEdited.connect(self._on_words)
        self.text.textChanged.connect(self._typed.start)
        self._typed.timeout.connect(self._on_typed)
        self.faults.itemActivated.connect(self._on_fault)
        self.faults.itemClicked.connect(self._on_fault)
        self._work.textChanged.connect(self._on_text)
        self._work.settling.connect(self._on_settling)
        self.sections.setCurrentRow(0)
        self.show_view(0)

    def show_view(self, place: int) -> None:
        """Tables, the text, or what changes."""
        self.views[VIEWS[place]].setChecked(True)
        self.stack.setCurrentIndex(place)

    def show_open(self, *, is_locked: bool) -> None:
        """Something else is open, or another person may write."""
        writing = self._work.open
        self.is_locked = is_locked
        for field in (self.title, self.why):
            field.setReadOnly(is_locked)
        self.text.setReadOnly(is_locked)
        if writing is None:
            return
        if self.title.text() != writing.title:
            self.title.setText(writing.title)
        if self.why.text() != writing.why:
            self.why.setText(writing.why)
        self._on_text()

    @Slot()
    def _on_text(self) -> None:
        """The text is another one: everything that comes of it."""
        writing = self._work.open
        if writing is None:
            return
        if self.text.toPlainText() != writing.text:
            self.text.blockSignals(True)
            self.text.setPlainText(writing.text)
            self.text.blockSignals(False)
        self._on_section(self.sections.currentRow())
        self.changes.clear()
        self.changes.addItems(writing.sentences)
        self._show_faults()
        count = self.changes.count()
        self.views["tables"].say(translate("Profile", "Tables"))
        self.views["text"].say(translate("Profile", "Text"))
        self.views["changes"].say(translate("Profile", "What changes (%1)", count))

    def _show_faults(self) -> None:
        writing = self._work.open
        assert writing is not None
        self.faults.clear()
        told = [(said_in(each.sentence), each.line) for each in writing.read.findings]
        if not told and writing.view is not None and not writing.is_dirty:
            told = [(each.sentence, each.line or 0) for each in writing.view.findings]
        for sentence, line in told:
            where = translate("Profile", "Line %1: %2", line, sentence) if line else sentence
            item = QListWidgetItem(where)
            item.setData(LINE, line)
            self.faults.addItem(item)
        self.faults.setVisible(bool(told))

    @Slot(int)
    def _on_section(self, place: int) -> None:
        if place < 0 or self._work.open is None:
            return
        self.model.show(SECTIONS[place], is_locked=self.is_locked)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    @Slot()
    def _on_view(self) -> None:
        choice = self.sender()
        assert choice is not None
        self.show_view(int(choice.property("place")))

    @Slot()
    def _on_words(self) -> None:
        title, why = self.title.text(), self.why.text()

        self._work.write(lambda writing: writing.say(title, why))

    @Slot()
    def _on_settling(self) -> None:
        """Do not wait for the next key."""
        if self._typed.isActive():
            self._typed.stop()
            self._on_typed()

    @Slot()
    def _on_typed(self) -> None:
        text = self.text.toPlainText()
        if not self.is_locked:
            self._work.write(lambda writing: writing.write_text(text))

    @Slot(QListWidgetItem)
    def _on_fault(self, item: QListWidgetItem) -> None:
        """To the line."""
        self.show_view(VIEWS.index("text"))
        line = int(item.data(LINE) or 1)
        block = self.text.document().findBlockByNumber(line - 1)
        self.text.setTextCursor(QTextCursor(block))
        self.text.setFocus()


def _line(name: str, words: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(words)
    return made
