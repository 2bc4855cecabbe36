"""What is asked before a step with a key: to whom, into which, how it ended, what it was."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from counter.desk.inbox import words
from counter.desk.inbox.writer import MOST, TextBox
from counter.desk.shell.page import DeskPage
from shared.client.ports import Failure
from shared.config.case_tables import CaseTable, CaseWord
from shared.domain.case import CaseKind, Extension
from shared.i18n import current_language, translate
from shared.protocol.case import CaseStory, CaseView, ClassifyCase, ExtendCase
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label
from shared.ui.parts import Combo, chooser
from shared.ui.sheet import Sheet

WIDTH = 520
Entries = Sequence[tuple[str, str]]


class CaseSheet(Sheet):
    """Fields below one another and one key, which Enter presses from any of them."""

    def __init__(self, page: DeskPage, look: Look, title: str, height: int) -> None:
        super().__init__(page, look, title, WIDTH, height)

    def add_confirm(self, name: str, words: str, act: Callable[[], object]) -> KeyButton:
        """The key at the end."""
        self._confirm = super().add_confirm(name, words, act)
        return self._confirm

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no field wanted."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.isAutoRepeat() and self._confirm.isEnabled():
            self._confirm.click()
        else:
            super().keyPressEvent(event)

    def add_choice(self, name: str, words_of_it: str, entries: Entries, chosen: str = "") -> Combo:
        """A list to choose from."""
        self.body.addWidget(label("unit", words_of_it))
        made = chooser(self.look, name, words_of_it, entries, chosen)
        self.body.addWidget(made)
        return made


def hand_over(
    page: DeskPage, look: Look, story: CaseStory, act: Callable[[str], object]
) -> CaseSheet:
    """To whom."""
    sheet = CaseSheet(page, look, translate("Desk", "Hand over"), 240)
    people = [(each.staff, each.name) for each in story.handlers if each.staff != story.case.owner]
    person = sheet.add_choice("owner", translate("Desk", "To whom"), people)
    sheet.add_confirm(
        "confirmHandOver",
        translate("Desk", "Hand over"),
        lambda: _done(sheet, lambda: act(str(person.currentData()))),
    ).setEnabled(bool(people))
    return sheet


def close(page: DeskPage, look: Look, act: Callable[[bool | None], object]) -> CaseSheet:
    """What the customer said to the answer."""
    sheet = CaseSheet(page, look, translate("Desk", "Close it"), 240)
    said = sheet.add_choice(
        "content",
        translate("Desk", "What the customer says to the answer"),
        (
            ("", translate("Desk", "Nothing was said")),
            ("yes", translate("Desk", "Content")),
            ("no", translate("Desk", "Not content")),
        ),
    )
    answers = {"yes": True, "no": False}
    sheet.add_confirm(
        "confirmClose",
        translate("Desk", "Close it"),
        lambda: _done(sheet, lambda: act(answers.get(str(said.currentData())))),
    )
    return sheet


def classify(
    page: DeskPage,
    look: Look,
    case: CaseView,
    table: CaseTable,
    act: Callable[[ClassifyCase], object],
) -> CaseSheet:
    """What it is, what it was about, why it happened."""
    sheet = CaseSheet(page, look, translate("Desk", "Classify"), 380)
    kinds = [(str(kind), words.kind_word(kind)) for kind in CaseKind]
    kind = sheet.add_choice("kind", translate("Desk", "Kind"), kinds, str(case.kind))
    category = sheet.add_choice(
        "category",
        translate("Desk", "Category"),
        _entries(table.categories),
        case.category or "",
    )
    cause = sheet.add_choice(
        "rootCause",
        translate("Desk", "Root cause"),
        _entries(table.root_causes),
        case.root_cause or "",
    )

    def command() -> ClassifyCase:
        return ClassifyCase(
            kind=CaseKind(str(kind.currentData())),
            category=str(category.currentData()) or None,
            root_cause=str(cause.currentData()) or None,
        )

    sheet.add_confirm(
        "confirmClassify",
        translate("Desk", "Classify"),
        lambda: _done(sheet, lambda: act(command())),
    )
    return sheet


def extend(
    page: DeskPage, look: Look, case: CaseView, act: Callable[[ExtendCase], object]
) -> CaseSheet:
    """Why it takes longer; complex first, then special."""
    sheet = CaseSheet(page, look, translate("Desk", "More time"), 300)
    to = Extension.COMPLEX if case.extension is Extension.NONE else Extension.SPECIAL
    sheet.body.addWidget(label("unit", words.extension_word(to)))
    why = TextBox("extendWhy", translate("Desk", "Why it takes longer"))
    why.setPlaceholderText(translate("Desk", "Why it takes longer"))
    sheet.body.addWidget(why)

    def confirm() -> None:
        text = why.toPlainText().strip()
        if len(text) > MOST:
            page.desk.refuse(Failure("", translate("Desk", "Write it shorter: %1 at most.", MOST)))
        elif text:
            _done(sheet, lambda: act(ExtendCase(to=to, text=text)))

    why.sendAsked.connect(confirm)
    sheet.add_confirm("confirmExtend", translate("Desk", "More time"), confirm)
    return sheet


def merge(page: DeskPage, look: Look, act: Callable[[str], object]) -> CaseSheet:
    """The number of the case that goes on."""
    sheet = CaseSheet(page, look, translate("Desk", "Merge"), 250)
    hint = translate("Desk", "Number of the case about the same matter, which goes on")
    sheet.body.addWidget(label("unit", hint))
    number = QLineEdit()
    number.setObjectName("mergeInto")
    number.setAccessibleName(hint)
    number.setMaxLength(64)
    sheet.body.addWidget(number)

    def confirm() -> None:
        if text := number.text().strip():
            _done(sheet, lambda: act(text))

    number.returnPressed.connect(confirm)
    sheet.add_confirm("confirmMerge", translate("Desk", "Merge"), confirm)
    return sheet


def _entries(table: Sequence[CaseWord]) -> Entries:
    named = [(each.id, each.name.of(current_language())) for each in table]
    return [("", translate("Desk", "not yet")), *named]


def _done(sheet: Sheet, act: Callable[[], object]) -> None:
    act()
    sheet.leave()
