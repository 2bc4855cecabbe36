"""F1: every key of the desk and what it does, over the right column."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Mark, label


def key_list(language: str) -> tuple[tuple[str, str], ...]:
    """Key and what it does, in the order in which a visit goes."""
    return (
        (
            "F2",
            translate(
                "Teller", "close the present visit as usual and call the next", language=language
            ),
        ),
        ("F3", translate("Teller", "call again on the board", language=language)),
        (
            "F4",
            translate(
                "Teller",
                "customer is here (F2 implies it); once served, the next need of the ticket",
                language=language,
            ),
        ),
        ("F5", translate("Teller", "close with another outcome, then a digit", language=language)),
        (
            "Del",
            translate(
                "Teller", "no-show, after the recalls that the branch asks for", language=language
            ),
        ),
        ("F6", translate("Teller", "put aside for a reason, then a digit", language=language)),
        ("F7", translate("Teller", "send on to a counter or a service", language=language)),
        ("F8", translate("Teller", "call again later, in some minutes", language=language)),
        (
            "F9",
            translate(
                "Teller", "who was put aside or missed the call waits again", language=language
            ),
        ),
        (
            "F11",
            translate(
                "Teller", "a strip above other programs instead of the window", language=language
            ),
        ),
        (
            "F12",
            translate(
                "Teller", "pause with reason and return, or after this customer", language=language
            ),
        ),
        (
            "Ctrl+S",
            translate("Teller", "a service off or on at this counter", language=language),
        ),
        ("Ctrl+I", translate("Teller", "to the card of the customer", language=language)),
        (
            "Ctrl+L",
            translate(
                "Teller",
                "to the list; arrows move, Enter calls or takes along",
                language=language,
            ),
        ),
        ("Ctrl+Q", translate("Teller", "close the counter and sign out", language=language)),
        (
            "Tab",
            translate("Teller", "to the next key; Enter or Space presses it", language=language),
        ),
        ("F1", translate("Teller", "the list of all keys", language=language)),
    )


class HelpSheet(QFrame):
    """The list of keys; Esc, Enter or F1 leaves."""

    left = Signal()

    def __init__(self, look: Look, language: str) -> None:
        super().__init__()
        self.setObjectName("helpSheet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        title = translate("Teller", "The keys of this desk", language=language)
        self.setAccessibleName(title)
        leave = KeyButton(look, "Esc", "helpLeave")
        leave.show_as(translate("Teller", "Leave", language=language))
        leave.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Mark(look, "help", "accent", 20))
        head.addWidget(label("title", title))
        head.addStretch(1)
        head.addWidget(leave)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 10, 18, 18)
        outer.setSpacing(14)
        outer.addLayout(head)
        outer.addLayout(self._keys(language))
        outer.addStretch(1)

    def _keys(self, language: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, (key, words) in enumerate(key_list(language)):
            grid.addWidget(label("keyCap", key), row, 0, Qt.AlignmentFlag.AlignLeft)
            text = label("", words)
            text.setWordWrap(True)
            grid.addWidget(text, row, 1)
        return grid

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave; other keys go no further than the sheet."""
        keys = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F1)
        if event.key() in keys and not event.isAutoRepeat():
            self.left.emit()
