"""The sign-in form of the desk: staff number and PIN. A refusal is a sentence under the fields."""

import re
from itertools import pairwise

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from counter.desk.shell.session import Desk
from counter.teller.sign_in import PIN_DIGITS, PIN_LEAST, STAFF
from shared.i18n import current_language, translate
from shared.ui.look import Look
from shared.ui.marks import Mark, label
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

CARD_WIDTH = 440


class DeskSignIn(Widget):
    """A card in the middle of the window.

    Signals:
        submitted(str, str): staff number, PIN.
        languageAsked: the other language, please.
        practiceAsked: a window at the practice branch.
    """

    submitted = Signal(str, str)
    languageAsked = Signal()
    practiceAsked = Signal()

    def __init__(self, look: Look, staff: str = "") -> None:
        super().__init__()
        self._is_incomplete = False
        self._title, self._branch = label("heading"), label("unit")
        self.staff = _field("staff", translate("Desk", "Staff number"), STAFF)
        self.pin = _field("pin", translate("Desk", "PIN"), PIN_DIGITS)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.staff.setText(staff)
        self.problem = QLabel()
        self.problem.setObjectName("signInProblem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setMinimumHeight(40)
        self.submit = QPushButton(translate("Desk", "Sign in"))
        self.submit.setObjectName("signIn")
        self.submit.setAutoDefault(True)
        set_role(self.submit, "confirm")
        self.language = QPushButton("English" if current_language() == "zh" else "中文")
        self.language.setObjectName("signInLanguage")
        self.practise = QPushButton(translate("Desk", "Practise"))
        self.practise.setObjectName("practise")
        self._lay_out(look)
        self.staff.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self._submit)
        self.submit.clicked.connect(self._submit)
        self.language.clicked.connect(self.languageAsked)
        self.practise.clicked.connect(self.practiceAsked)

    def _lay_out(self, look: Look) -> None:
        card = QFrame()
        set_role(card, "panel")
        card.setFixedWidth(CARD_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(6)
        column.addLayout(self._head(look))
        column.addSpacing(14)
        for field in (self.staff, self.pin):
            caption = label("unit", field.accessibleName())
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
            column.addSpacing(8)
        column.addWidget(self.problem)
        column.addWidget(self.submit)
        column.addSpacing(6)
        column.addWidget(self.practise)
        outer = QVBoxLayout(self)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        order = (self.staff, self.pin, self.submit, self.practise, self.language)
        for one, other in pairwise(order):
            Widget.setTabOrder(one, other)

    def _head(self, look: Look) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Mark(look, "desk", "accent", 32))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._branch)
        head.addLayout(names, 1)
        head.addWidget(self.language)
        return head

    def show_desk(self, desk: Desk) -> None:
        """The branch, and why it was refused or cannot be tried."""
        profile, language = desk.client.profile, current_language()
        self.practise.setVisible(not desk.client.is_practice)
        self._title.setText(translate("Desk", "Desk"))
        self._branch.setText(profile.branch.name.of(language) if profile else "")
        is_ready = desk.client.is_served and profile is not None
        self.submit.setEnabled(is_ready and not desk.is_pending)
        if sentence := desk.trouble or desk.message:
            self._say(sentence)
        elif not is_ready:
            self._say(translate("Desk", "Looking for the branch server ..."))
        elif desk.is_pending or not self._is_incomplete:
            self._say("")

    def begin(self) -> None:
        """The form is shown: the PIN is empty, the cursor where something is missing."""
        self.pin.clear()
        (self.pin if self.staff.text() else self.staff).setFocus()

    def _submit(self) -> None:
        staff, pin = self.staff.text(), self.pin.text()
        self._is_incomplete = not re.fullmatch(STAFF, staff) or len(pin) < PIN_LEAST
        if self._is_incomplete:
            self._say(
                translate(
                    "Desk",
                    "Type your staff number and your PIN (at least %1 digits).",
                    PIN_LEAST,
                )
            )
        elif self.submit.isEnabled():
            self.pin.clear()
            self.submitted.emit(staff, pin)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setAccessibleName(sentence)


def _field(name: str, words: str, pattern: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setMinimumHeight(DESK.button_confirm)
    made.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), made))
    return made
