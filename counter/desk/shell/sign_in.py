"""The sign-in form of the desk: staff number and PIN, or the bank's account where there is one.

A refusal is a sentence under the fields.
"""

from itertools import pairwise

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from counter.desk.shell.session import Desk
from counter.teller.sign_in import ANYTHING, PIN_DIGITS, STAFF, missing
from counter.teller.ways_bar import WaysBar
from shared.client.ways import PINS
from shared.i18n import current_language, translate
from shared.protocol.sign_in import SignInWays
from shared.ui.look import Look
from shared.ui.marks import Mark, label
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

CARD_WIDTH = 440


class DeskSignIn(Widget):
    """A card in the middle of the window.

    Signals:
        submitted(str, str): staff number, PIN.
        accountSubmitted(str, str): account of the bank, password.
        browserAsked: sign in in the browser, or do not wait for it any longer.
        kindSwapped: the form takes another kind of name and secret.
        languageAsked: the other language, please.
        practiceAsked: a window at the practice branch.
    """

    submitted = Signal(str, str)
    accountSubmitted = Signal(str, str)
    browserAsked = Signal()
    kindSwapped = Signal()
    languageAsked = Signal()
    practiceAsked = Signal()

    def __init__(self, look: Look, staff: str = "") -> None:
        super().__init__()
        self._is_incomplete = self._is_account = False
        self._ways = PINS
        self._captions = (label("unit"), label("unit"))
        self.ways_bar = WaysBar()
        self._title, self._branch = label("heading"), label("unit")
        self.staff, self.pin = _field("staff"), _field("pin")
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._take_kind(is_account=False)
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
        self.ways_bar.swapped.connect(self._swap)
        self.ways_bar.browserAsked.connect(self.browserAsked)

    def _lay_out(self, look: Look) -> None:
        card = QFrame()
        set_role(card, "panel")
        card.setFixedWidth(CARD_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(6)
        column.addLayout(self._head(look))
        column.addSpacing(14)
        for caption, field in zip(self._captions, (self.staff, self.pin), strict=True):
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
            column.addSpacing(8)
        column.addWidget(self.problem)
        column.addWidget(self.submit)
        column.addWidget(self.ways_bar)
        column.addSpacing(6)
        column.addWidget(self.practise)
        outer = QVBoxLayout(self)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        ways = (self.ways_bar.browser, self.ways_bar.swap)
        order = (self.staff, self.pin, self.submit, *ways, self.practise, self.language)
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
        is_free = is_ready and not desk.is_pending
        self.submit.setEnabled(is_free)
        self._show_ways(desk.ways.ways)
        self.ways_bar.show_ways(
            desk.ways.ways,
            language,
            is_account=self._is_account,
            is_waiting=desk.browser.is_waiting,
            is_ready=is_free,
        )
        if sentence := desk.trouble or desk.message:
            self._say(sentence)
        elif not is_ready:
            self._say(translate("Desk", "Looking for the branch server ..."))
        elif desk.browser.is_waiting:
            self._say(translate("Teller", "Sign in in the browser that opens."))
        elif desk.is_pending or not self._is_incomplete:
            self._say("")

    def begin(self) -> None:
        """The form is shown: the PIN is empty, the cursor where something is missing."""
        self.pin.clear()
        (self.pin if self.staff.text() else self.staff).setFocus()

    def _show_ways(self, ways: SignInWays) -> None:
        """A kind that is not offered is left; without either there is only the browser's key."""
        if ways != self._ways:
            self._ways = ways
            wanted = ways.password and (self._is_account or not ways.pin)
            if wanted != self._is_account:
                self._take_kind(is_account=wanted)
        for part in (*self._captions, self.staff, self.pin, self.submit):
            part.setVisible(ways.pin or ways.password)

    def _take_kind(self, *, is_account: bool) -> None:
        """Empty fields that take one kind of name and secret."""
        self._is_account, self._is_incomplete = is_account, False
        names = (translate("Desk", "Staff number"), translate("Desk", "PIN"))
        patterns = (STAFF, PIN_DIGITS)
        if is_account:
            names = (translate("Teller", "Account of the bank"), translate("Teller", "Password"))
            patterns = (ANYTHING, ANYTHING)
        for number, field in enumerate((self.staff, self.pin)):
            field.clear()
            self._captions[number].setText(names[number])
            field.setAccessibleName(names[number])
            expression = QRegularExpression(patterns[number])
            field.setValidator(QRegularExpressionValidator(expression, field))

    def _swap(self) -> None:
        self._take_kind(is_account=not self._is_account)
        self.kindSwapped.emit()
        self.staff.setFocus()

    def _submit(self) -> None:
        name, secret = self.staff.text(), self.pin.text()
        told = missing(name, secret, current_language(), is_account=self._is_account)
        self._is_incomplete = bool(told)
        if told:
            self._say(told)
        elif self.submit.isEnabled():
            self.pin.clear()
            signal = self.accountSubmitted if self._is_account else self.submitted
            signal.emit(name, secret)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setAccessibleName(sentence)


def _field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setMinimumHeight(DESK.button_confirm)
    return made
