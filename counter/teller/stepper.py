"""A time that is chosen in steps within a sheet: when the counter is back, when to be reminded."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from shared.i18n import translate
from shared.ui.key_button import KeyButton
from shared.ui.look import Look
from shared.ui.marks import label

STEP_MIN, MOST_MIN = 5, 240


@dataclass(frozen=True, slots=True)
class Minutes:
    """What a sheet asks of time: ``title`` before it, ``none`` for no time at all.

    ``at_first`` minutes stand there to begin with. ``clock`` says the time of day that they make.
    """

    title: str
    none: str
    now: datetime
    at_first: int = 0

    def clock(self, minutes: int) -> str:
        """Such as 10:52."""
        total = self.now.hour * 60 + self.now.minute + minutes
        return f"{total // 60 % 24:02d}:{total % 60:02d}"


class Stepper(QFrame):
    """The words, the time, and two keys that change it by five minutes."""

    def __init__(self, look: Look, asked: Minutes, language: str) -> None:
        super().__init__()
        self.setObjectName("stepper")
        self.minutes = asked.at_first
        self._asked, self._language = asked, language
        self.time, self._hint = label("title"), label("unit")
        self.less = KeyButton(look, "↓", "stepLess")
        self.more = KeyButton(look, "↑", "stepMore")
        sooner = translate("Teller", "Sooner", language=language)
        later = translate("Teller", "Later", language=language)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label("unit", asked.title))
        row.addWidget(self.time)
        row.addWidget(self._hint)
        row.addStretch(1)
        steps: tuple[tuple[KeyButton, str, Callable[[], None]], ...] = (
            (self.less, sooner, self._earlier),
            (self.more, later, self._later),
        )
        for key, words, act in steps:
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            key.show_as(words)
            key.clicked.connect(act)
            row.addWidget(key)
        self._show()

    def take(self, event: QKeyEvent) -> bool:
        """Up and down; whether the key was one of them."""
        if event.key() == Qt.Key.Key_Up:
            self._later()
        elif event.key() == Qt.Key.Key_Down:
            self._earlier()
        else:
            return False
        return True

    def _later(self) -> None:
        self.minutes = min(MOST_MIN, self.minutes + STEP_MIN)
        self._show()

    def _earlier(self) -> None:
        self.minutes = max(0, self.minutes - STEP_MIN)
        self._show()

    def _show(self) -> None:
        said, hint = self._asked.none, ""
        if self.minutes:
            said = self._asked.clock(self.minutes)
            hint = translate("Teller", "in %n minutes", n=self.minutes, language=self._language)
        self.time.setText(said)
        self._hint.setText(hint)
        self.setAccessibleName(f"{self._asked.title} {said} {hint}")
