"""The notice that no server decides: above the list, there as long as it is true."""

from datetime import datetime

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.teller.away import Away, sentence
from shared.ui.look import Look
from shared.ui.marks import Mark, label
from shared.ui.palette import set_role


class AwayNotice(QFrame):
    """At least 40 px; it cannot be put away, since it is no message but how things are."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "noticeWarning")
        self.setObjectName("awayNotice")
        self.setMinimumHeight(40)
        self.sentence = label()
        self.sentence.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(Mark(look, "wifi_off", "warning", 22))
        row.addWidget(self.sentence, 1)
        self.hide()

    def show_away(
        self, away: Away | None, now: datetime, language: str, *, is_keeping: bool
    ) -> None:
        """Say it, or be gone. A screen reader hears it once, not each second of the count."""
        if away is None:
            self.hide()
            return
        said = sentence(away, now, language, is_keeping=is_keeping)
        if said != self.sentence.text():
            self.sentence.setText(said)
            self.setAccessibleName(said)
        if self.isHidden():
            self.show()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
