"""The notice that a customer asks for help: above the list, it makes room and covers nothing."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.teller import words
from counter.teller.help_calls import HelpCall
from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Mark, label


class HelpNotice(QFrame):
    """At least 40 px, in the accent with a 2 px edge; hidden while nobody asks.

    Signals:
        dismissed: it has been read; a click anywhere on it, or its key.
    """

    dismissed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("helpNotice")
        self.setMinimumHeight(40)
        self.sentence = label()
        self.sentence.setObjectName("helpSentence")
        self.sentence.setWordWrap(True)
        self._read = KeyButton(look, "Esc", "helpRead")
        self._read.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus at work
        self._read.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(10)
        row.addWidget(Mark(look, "live_help", "accent", 22))
        row.addWidget(self.sentence, 1)
        row.addWidget(self._read)
        self.hide()

    def show_call(self, call: HelpCall | None, now: datetime, language: str) -> None:
        """Say who asks, or be gone. Screen readers hear a new call at once."""
        self._read.show_as(translate("Teller", "Read", language=language))
        said = sentence(call, now, language) if call is not None else ""
        is_new = said not in ("", self.sentence.text())
        self.sentence.setText(said)
        self.setAccessibleName(said)
        self.setVisible(call is not None)
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click anywhere on the notice."""
        self.dismissed.emit()


def sentence(call: HelpCall, now: datetime, language: str) -> str:
    """Since when and where somebody asks, and how many more have asked."""
    at = words.clock(call.at, now)
    if call.others == 0:
        return translate(
            "Teller", "%1 A customer at %2 asks for help", at, call.device, language=language
        )
    return translate(
        "Teller",
        "%1 A customer at %2 asks for help, and %n more",
        at,
        call.device,
        n=call.others,
        language=language,
    )
