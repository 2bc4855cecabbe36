"""The notice that somebody may wait without a slip: above the list, covering nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.teller.slip_news import Worry, sentence
from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Mark, label


class SlipNotice(QFrame):
    """At least 40 px, in the colour of warnings; hidden while every slip is in a hand.

    Signals:
        dismissed: it has been read.
        printAgain: the slip is to be printed once more.
    """

    dismissed = Signal()
    printAgain = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("slipNotice")
        self.setMinimumHeight(40)
        self.sentence = label()
        self.sentence.setObjectName("slipSentence")
        self.sentence.setWordWrap(True)
        self.again = KeyButton(look, "", "slipAgain")
        self.read = KeyButton(look, "Esc", "slipRead")
        for key, signal in ((self.again, self.printAgain), (self.read, self.dismissed)):
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus at work
            key.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(10)
        row.addWidget(Mark(look, "print", "warning", 22))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.again)
        row.addWidget(self.read)
        self.hide()

    def show_worry(self, worry: Worry | None, language: str) -> None:
        """Say it, or be gone. Screen readers hear a new one at once."""
        self.read.show_as(translate("Teller", "Read", language=language))
        self.again.show_as(translate("Teller", "Print again", language=language))
        self.again.setVisible(worry is not None and bool(worry.ticket))
        said = sentence(worry, language) if worry is not None else ""
        is_new = said not in ("", self.sentence.text())
        self.sentence.setText(said)
        self.setAccessibleName(said)
        self.setVisible(worry is not None)
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
