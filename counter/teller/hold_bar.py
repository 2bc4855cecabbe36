"""The line at the foot of the left column: who is on hold, and until when."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.teller import words
from counter.teller.scene import Scene
from counter.teller.visit_sheets import pool_name
from shared.i18n import translate
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

    def show_held(self, scene: Scene, now: datetime, language: str) -> None:
        """Those on hold, the one that waits again first before the others."""
        self.setVisible(bool(scene.held))
        if not scene.held:
            return
        first = min(scene.held, key=lambda each: (each.until is None, each.until or now))
        more = len(scene.held) - 1
        self.number.setText(first.number)
        why = pool_name(scene.profile, first.pool, language)
        if more:
            why += " · " + translate("Teller", "and %n more", n=more, language=language)
        self.why.setText(why)
        until = words.clock(first.until, now) if first.until else ""
        self.until.setText(
            translate("Teller", "waits again at %1", until, language=language) if until else ""
        )
        self.setAccessibleName(f"{first.number} {why} {self.until.text()}")
