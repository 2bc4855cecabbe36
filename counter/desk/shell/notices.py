"""What stands between the bar and the page: no contact, and why the last command was refused."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter.desk.shell.session import Desk
from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import Mark, label
from shared.ui.palette import set_role
from shared.ui.tokens import DESK


class Notices(QWidget):
    """Two lines, each hidden while there is nothing to say; screen readers hear a new one."""

    dismissed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.away, self._away_text = _line(look, "awayNotice", "wifi_off")
        self.refusal, self._refusal_text = _line(look, "refusal", "warning")
        read = KeyButton(look, "Esc", "refusalRead")
        read.show_as(translate("Desk", "Read"))
        read.clicked.connect(self.dismissed)
        layout = self.refusal.layout()
        assert layout is not None
        layout.addWidget(read)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(DESK.margin, DESK.gap, DESK.margin, 0)
        rows.setSpacing(DESK.gap)
        rows.addWidget(self.away)
        rows.addWidget(self.refusal)

    def show_desk(self, desk: Desk) -> None:
        """Say what there is to say, or be gone."""
        self._say(self.away, self._away_text, "" if desk.client.is_served else _away(desk))
        self._say(self.refusal, self._refusal_text, desk.message)
        self.setVisible(not desk.client.is_served or desk.message != "")

    def _say(self, line: QFrame, text: QWidget, sentence: str) -> None:
        is_new = sentence not in ("", line.accessibleName())
        text.setProperty("text", sentence)
        line.setAccessibleName(sentence)
        line.setVisible(sentence != "")
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(line, QAccessible.Event.Alert))


def _away(desk: Desk) -> str:
    since = desk.client.last_contact
    if since is None:
        return translate("Desk", "No connection to the branch server. Nothing can be changed now.")
    return translate(
        "Desk",
        "No connection to the branch server. What you see is as of %1; nothing can be changed now.",
        since.strftime("%H:%M"),
    )


def _line(look: Look, name: str, symbol: str) -> tuple[QFrame, QWidget]:
    made = QFrame()
    made.setObjectName(name)
    set_role(made, "noticeWarning")
    made.setMinimumHeight(40)
    text = label()
    text.setWordWrap(True)
    row = QHBoxLayout(made)
    row.setContentsMargins(14, 5, 8, 5)
    row.setSpacing(10)
    row.addWidget(Mark(look, symbol, "warning"))
    row.addWidget(text, 1)
    made.hide()
    return made, text
