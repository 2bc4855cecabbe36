"""The quiet bar for refusals: one sentence, no pop-up; gone when read or when something works."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.teller.desk_state import Message
from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Mark, label
from shared.ui.palette import set_role


class MessageBar(QFrame):
    """At least 40 px; hidden while there is nothing to say."""

    dismissed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "noticeWarning")
        self.setObjectName("messageBar")
        self.setMinimumHeight(40)
        self.sentence = label()
        self.sentence.setWordWrap(True)
        self._read = KeyButton(look, "Esc", "messageRead")
        self._read.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(10)
        row.addWidget(Mark(look, "warning", "warning"))
        row.addWidget(self.sentence, 1)
        row.addWidget(self._read)
        self.hide()

    def show_message(self, message: Message | None, language: str) -> None:
        """Say this, or be gone. Screen readers hear a new sentence at once."""
        self._read.show_as(translate("Teller", "Read", language=language))
        sentence = message.sentence_in(language) if message is not None else ""
        is_new = sentence not in ("", self.sentence.text())
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(message is not None)
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
