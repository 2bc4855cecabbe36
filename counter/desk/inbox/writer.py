"""The box at the foot of a case: which step, what is said, a template of the bank, and send."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from counter.desk.inbox.steps import TO_CUSTOMER, WORDLESS, WRITTEN, hint, open_steps, step_word
from counter.desk.shell.session import Desk
from shared.config.case_tables import AnswerTemplate
from shared.i18n import current_language, translate
from shared.protocol.case import CaseStory
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Line, panel
from shared.ui.parts import Combo, chooser, head

MOST = 4000
HEIGHT = 176


class TextBox(QPlainTextEdit):
    """Ctrl+Enter sends; Tab leaves it, as it does everywhere else.

    Signals:
        sendAsked: what stands there is complete.
    """

    sendAsked = Signal()

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The one key that is not typing."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.sendAsked.emit()
        else:
            super().keyPressEvent(event)


class Writer(QFrame):
    """One step at a time; what was begun for another step of the case stays with it.

    Signals:
        sent(str, str): step and words.
        drafted(str, str): step and what stands there so far.
    """

    sent = Signal(str, str)
    drafted = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._steps: list[str] = []
        self._begun: dict[str, str] = {}
        self._templates: tuple[AnswerTemplate, ...] = ()
        self._customer_language = "zh"
        self.step: Combo = chooser(look, "writeStep", translate("Desk", "Step"), (), "")
        self.template: Combo = chooser(look, "template", translate("Desk", "Template"), (), "")
        self.hint = Line("unit")
        self.text = TextBox("caseText", translate("Desk", "What is to be written"))
        self.send = KeyButton(look, "Ctrl+Enter", "sendStep", "accent")
        self._lay_out()
        self.step.activated.connect(self._on_step)
        self.template.activated.connect(self._on_template)
        self.text.textChanged.connect(self._on_text)
        self.text.sendAsked.connect(self._send)
        self.send.clicked.connect(self._send)

    def _lay_out(self) -> None:
        box = panel()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self.step.setMinimumWidth(170)
        self.template.setMinimumWidth(150)
        inside.addWidget(head(self.step, self.hint, self.template))
        row = QHBoxLayout()
        row.setContentsMargins(10, 10, 10, 10)
        row.setSpacing(10)
        row.addWidget(self.text, 1)
        row.addWidget(self.send, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(row, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(box)
        self.setFixedHeight(HEIGHT)

    @property
    def chosen(self) -> str:
        """The step that would be taken."""
        return str(self.step.currentData() or "")

    def show_story(self, story: CaseStory, desk: Desk, drafts: dict[tuple[str, str], str]) -> None:
        """The steps with words that are possible now, the most urgent one first."""
        profile = desk.client.profile
        self._templates = profile.cases.templates if profile else ()
        self._customer_language = "zh" if story.case.language.startswith("zh") else "en"
        steps = open_steps(story.steps, WRITTEN)
        self._begun = {step: drafts.get((story.case.id, step), "") for step in steps}
        begun = next((step for step in steps if self._begun[step]), "")
        self._show_steps(steps, self.chosen if self.chosen in steps else begun)
        self._show_templates()
        self.setVisible(bool(steps))
        self._show_text(self._begun.get(self.chosen, ""))
        self.show_desk(desk)

    def show_desk(self, desk: Desk) -> None:
        """Whether anything can be sent now."""
        is_said = self.chosen in WORDLESS or self.text.toPlainText().strip() != ""
        can_send = desk.can_act and is_said and len(self.text.toPlainText()) <= MOST
        verb = step_word(self.chosen) if self.chosen else ""
        self.send.show_as(verb, is_enabled=can_send)

    def _show_steps(self, steps: Sequence[str], chosen: str) -> None:
        if list(steps) != self._steps:
            self._steps = list(steps)
            self.step.clear()
            for step in steps:
                self.step.addItem(step_word(step), step)
        if chosen:
            self.step.setCurrentIndex(self.step.findData(chosen))
        self.hint.show_as(hint(self.chosen) if self.chosen else "")

    def _show_templates(self) -> None:
        self.template.setVisible(self.chosen in TO_CUSTOMER and bool(self._templates))
        self.template.clear()
        self.template.addItem(translate("Desk", "Template ..."), "")
        for each in self._templates:
            self.template.addItem(each.name.of(current_language()), each.id)

    def _show_text(self, words: str) -> None:
        if words != self.text.toPlainText():
            self.text.blockSignals(True)
            self.text.setPlainText(words)
            self.text.blockSignals(False)

    def _on_step(self, _place: int) -> None:
        """Every step has words of its own: a note for colleagues is no answer to a customer."""
        words = self._begun.get(self.chosen, "")
        self._show_text(words)
        self.hint.show_as(hint(self.chosen))
        self._show_templates()
        self.drafted.emit(self.chosen, words)

    def _on_template(self, _place: int) -> None:
        """The customer's language, wherever the cursor is."""
        wanted = self.template.currentData()
        found = next((each for each in self._templates if each.id == wanted), None)
        if found is not None:
            self.text.insertPlainText(found.text.of(self._customer_language))
            self.text.setFocus()
        self.template.setCurrentIndex(0)

    def _on_text(self) -> None:
        self._begun[self.chosen] = self.text.toPlainText()
        self.drafted.emit(self.chosen, self.text.toPlainText())

    def _send(self) -> None:
        if self.send.isEnabled():
            self.sent.emit(self.chosen, self.text.toPlainText())
