"""A notice that cannot be put away: it is how things are, for as long as they are so."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from shared.ui.look import Look
from shared.ui.marks import Mark, label
from shared.ui.palette import set_role


class StandingNotice(QFrame):
    """At least 40 px, in the colour of warnings; hidden while there is nothing to say."""

    def __init__(self, look: Look, name: str, symbol: str) -> None:
        """``name``: of the object, ``nameNotice``; ``symbol``: its icon."""
        super().__init__()
        set_role(self, "noticeWarning")
        self.setObjectName(f"{name}Notice")
        self.setMinimumHeight(40)
        self.sentence = label()
        self.sentence.setObjectName(f"{name}Sentence")
        self.sentence.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(Mark(look, symbol, "warning", 22))
        row.addWidget(self.sentence, 1)
        self.hide()

    def say(self, said: str) -> None:
        """Say it, or be gone. A screen reader hears it once."""
        is_new = said not in ("", self.sentence.text())
        self.sentence.setText(said)
        self.setAccessibleName(said)
        self.setVisible(bool(said))
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
