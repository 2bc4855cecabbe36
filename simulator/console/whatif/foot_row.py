"""The foot of What-if: what came of it in a sentence, progress, and the large keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Line
from shared.ui.tokens import DESK
from simulator.console.shell.session import Session
from simulator.console.whatif.foot import note, sentence


class FootRow(QWidget):
    """Words left, keys right."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.conclusion = Line()
        self.conclusion.setObjectName("conclusion")
        self.trust = Line("unit")
        self.trust.setObjectName("trust")
        self.bar = QProgressBar()
        self.bar.setObjectName("progress")
        self.bar.setTextVisible(False)
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.save = KeyButton(look, "Ctrl+S", "savePlan")
        self.export = KeyButton(look, "Ctrl+E", "exportResult")
        self.office = KeyButton(look, "Ctrl+H", "toOffice")
        self.run = KeyButton(look, "F5", "runPlans", "accent")
        self.office.show_as(translate("Console", "Hand in"))
        told = QVBoxLayout()
        told.setSpacing(0)
        for part in (self.conclusion, self.trust, self.bar):
            told.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(DESK.gap)
        row.addLayout(told, 1)
        for key in self.keys:
            row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def keys(self) -> tuple[KeyButton, ...]:
        """What can be pressed; not on paper."""
        return self.save, self.export, self.office, self.run

    def show_session(self, session: Session) -> None:
        """While days are lived: how many; afterwards: what came of it."""
        is_running, (done, of) = session.is_running, session.progress
        self.bar.setVisible(is_running)
        self.bar.setRange(0, of if done else 0)
        self.bar.setValue(done)
        stop, run = translate("Console", "Stop"), translate("Console", "Run both plans")
        self.run.show_as(stop if is_running else run)
        self.save.show_as(translate("Console", "Save B"))
        has_result = session.result is not None
        self.export.show_as(translate("Console", "Export"), is_enabled=has_result)
        self.conclusion.show_as(sentence(session))
        self.trust.show_as(note(session))
