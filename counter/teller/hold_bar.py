"""The line at the foot of the left column: who is on hold, and until when."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.teller import words
from counter.teller.reminders import Reminders
from counter.teller.scene import Scene
from counter.teller.visit_sheets import pool_name
from shared.i18n import translate
from shared.protocol.lobby import TicketView
from shared.ui.look import Look
from shared.ui.marks import Line, Mark, label
from shared.ui.palette import set_role

HEIGHT = 36


class HoldBar(QFrame):
    """The ticket that comes back first, why it is away, how many more; hidden when nobody is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "panel")
        self.setObjectName("holdBar")
        self.setFixedHeight(HEIGHT)
        self.number, self.why, self.until = label("title"), Line(), label("unit")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(Mark(look, "pause", "text2", 16))
        row.addWidget(self.number)
        row.addWidget(self.why, 1)
        row.addWidget(self.until)

    def show_held(self, scene: Scene, reminders: Reminders, now: datetime, language: str) -> None:
        """Those on hold; first whose time has come, then the one that waits again first."""
        self.setVisible(bool(scene.held))
        if not scene.held:
            return
        due = reminders.due(now)
        first = min(
            scene.held,
            key=lambda each: (each.id not in due, each.until is None, each.until or now),
        )
        role = "noticeWarning" if due else "panel"
        if self.property("role") != role:
            set_role(self, role)
        more = len(scene.held) - 1
        self.number.setText(first.number)
        why = pool_name(scene.profile, first.pool, language)
        if more:
            why += " · " + translate("Teller", "and %n more", n=more, language=language)
        self.why.setText(why)
        self.until.setText(_when(first, reminders.at(first.id), now, language))
        self.setAccessibleName(f"{first.number} {why} {self.until.text()}")

    @property
    def reminder(self) -> str:
        """What is to be looked after now; empty: nothing."""
        is_due = self.property("role") == "noticeWarning" and not self.isHidden()
        return self.accessibleName() if is_due else ""


def _when(ticket: TicketView, reminder: datetime | None, now: datetime, language: str) -> str:
    """The reminder before the end of the hold, whichever there is."""
    if reminder is not None and reminder <= now:
        return translate("Teller", "look after it now", language=language)
    if reminder is not None:
        at = words.clock(reminder, now)
        return translate("Teller", "reminder at %1", at, language=language)
    if ticket.until is None:
        return ""
    at = words.clock(ticket.until, now)
    return translate("Teller", "waits again at %1", at, language=language)
