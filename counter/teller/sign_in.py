"""The sign-in page: staff number, PIN, counter; or the bank's account, where the branch knows it.

A refusal is a sentence under the fields.
"""

import re

from PySide6.QtCore import QRectF, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from counter.teller import words
from counter.teller.desk_state import Message
from counter.teller.scene import Command, Scene
from counter.teller.ways_bar import WaysBar
from shared.client.ways import PINS
from shared.i18n import translate
from shared.protocol.sign_in import SignInWays
from shared.ui.look import Look
from shared.ui.marks import Mark, label
from shared.ui.palette import set_role
from shared.ui.tokens import DESK

STAFF = r"[A-Za-z0-9_.-]{1,64}"
PIN_DIGITS = r"\d{0,12}"
PIN_LEAST = 4
ANYTHING = r".{0,256}"


class SignIn(QWidget):
    """A card in the middle of the window.

    Signals:
        submitted(str, str, str): staff number, PIN, counter.
        accountSubmitted(str, str, str): account of the bank, password, counter.
        browserAsked(str): sign in in the browser, for this counter.
        kindSwapped: the form takes another kind of name and secret; its words are to be shown.
        browserDropped: do not wait for the browser any longer.
        languageSwapped: the other language, please.
        practiceAsked: a window at the practice branch.
    """

    submitted = Signal(str, str, str)
    accountSubmitted = Signal(str, str, str)
    browserAsked = Signal(str)
    browserDropped = Signal()
    kindSwapped = Signal()
    languageSwapped = Signal()
    practiceAsked = Signal()

    def __init__(self, look: Look, counter: str = "") -> None:
        super().__init__()
        self._counter = counter
        self._language = "zh"
        self._names: tuple[str, ...] = ()
        self._is_incomplete = False
        self._is_account = self._is_waiting = False
        self._ways = PINS
        self.ways_bar = WaysBar()
        self._title, self._branch = label("heading"), label("unit")
        self.staff, self._staff_label = QLineEdit(), label("unit")
        self.pin, self._pin_label = QLineEdit(), label("unit")
        self.counters, self._counter_label = CounterBox(look), label("unit")
        self.problem = QLabel()
        self.submit = QPushButton()
        self.language = QPushButton()
        self.practise = QPushButton()
        self._name_parts()
        self._lay_out(look)
        self.staff.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self._submit)
        self.submit.clicked.connect(self._submit)
        self.language.clicked.connect(self.languageSwapped)
        self.practise.clicked.connect(self.practiceAsked)
        self.ways_bar.swapped.connect(self._swap)
        self.ways_bar.browserAsked.connect(self._browser)

    def _name_parts(self) -> None:
        for part, name in (
            (self.staff, "staff"),
            (self.pin, "pin"),
            (self.counters, "counters"),
            (self.submit, "signIn"),
            (self.language, "signInLanguage"),
            (self.practise, "practise"),
            (self.problem, "signInProblem"),
        ):
            part.setObjectName(name)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._take_kind(is_account=False)
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setMinimumHeight(40)
        set_role(self.submit, "confirm")

    def _lay_out(self, look: Look) -> None:
        card = QFrame()
        set_role(card, "panel")
        card.setFixedWidth(440)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Mark(look, "account_balance", "accent", 32))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._branch)
        head.addLayout(names, 1)
        head.addWidget(self.language)
        column.addLayout(head)
        column.addSpacing(14)
        for caption, field in (
            (self._staff_label, self.staff),
            (self._pin_label, self.pin),
            (self._counter_label, self.counters),
        ):
            field.setMinimumHeight(DESK.button_confirm)
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

    def show_scene(
        self,
        scene: Scene,
        message: Message | None,
        language: str,
        wish: str = "",
        ways: SignInWays = PINS,
        *,
        is_waiting: bool = False,
    ) -> None:
        """Words, the counters of the profile, why it was refused; else ``wish``.

        ``is_waiting``: for a browser.
        """
        self._language, self._is_waiting = language, is_waiting
        self._show_ways(ways)
        self._show_words(scene, language)
        self._show_counters(scene, language)
        is_busy = scene.pending in (Command.SIGN_IN, Command.OPEN, Command.LEAVE)
        is_ready = scene.is_online and scene.profile is not None
        self.submit.setEnabled(is_ready and not is_busy)
        self.ways_bar.show_ways(
            ways,
            language,
            is_account=self._is_account,
            is_waiting=is_waiting,
            is_ready=is_ready and not is_busy,
        )
        if message is not None:
            self._say(message.sentence_in(language))
        elif not is_ready:
            self._say(translate("Teller", "Looking for the branch server ...", language=language))
        elif is_waiting:
            self._say(translate("Teller", "Sign in in the browser that opens.", language=language))
        elif is_busy or not self._is_incomplete:
            self._say("" if is_busy else wish)

    def begin(self) -> None:
        """The page is shown: the PIN is empty, the cursor where something is missing."""
        self.pin.clear()
        (self.pin if self.staff.text() else self.staff).setFocus()

    @property
    def counter(self) -> str:
        """The chosen counter."""
        return str(self.counters.currentData() or "")

    def _show_words(self, scene: Scene, language: str) -> None:
        profile = scene.profile
        bank = profile.bank.name.of(language) if profile else ""
        branch = profile.branch.name.of(language) if profile else ""
        self._title.setText(bank or translate("Teller", "Teller", language=language))
        self._branch.setText(branch)
        name, secret = self._kind_words(language)
        for caption, field, text in (
            (self._staff_label, self.staff, name),
            (self._pin_label, self.pin, secret),
            (self._counter_label, self.counters, translate("Teller", "Counter", language=language)),
        ):
            caption.setText(text)
            field.setAccessibleName(text)
        self.submit.setText(translate("Teller", "Sign in and open the counter", language=language))
        self.language.setText("English" if language == "zh" else "中文")
        self.practise.setText(translate("Teller", "Practise", language=language))

    def _kind_words(self, language: str) -> tuple[str, str]:
        if self._is_account:
            return (
                translate("Teller", "Account of the bank", language=language),
                translate("Teller", "Password", language=language),
            )
        return (
            translate("Teller", "Staff number", language=language),
            translate("Teller", "PIN", language=language),
        )

    def _show_ways(self, ways: SignInWays) -> None:
        """A kind that is not offered is left; without either there is only the browser's key."""
        if ways != self._ways:
            self._ways = ways
            wanted = ways.password and (self._is_account or not ways.pin)
            if wanted != self._is_account:
                self._take_kind(is_account=wanted)
        for part in (self._staff_label, self.staff, self._pin_label, self.pin, self.submit):
            part.setVisible(ways.pin or ways.password)

    def _take_kind(self, *, is_account: bool) -> None:
        """Empty fields that take one kind of name and secret."""
        self._is_account, self._is_incomplete = is_account, False
        self.staff.clear()
        self.pin.clear()
        digits = Qt.InputMethodHint.ImhNone if is_account else Qt.InputMethodHint.ImhDigitsOnly
        self.pin.setInputMethodHints(digits | Qt.InputMethodHint.ImhSensitiveData)
        patterns = (ANYTHING, ANYTHING) if is_account else (STAFF, PIN_DIGITS)
        for field, pattern in zip((self.staff, self.pin), patterns, strict=True):
            field.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), self))

    def _swap(self) -> None:
        self._take_kind(is_account=not self._is_account)
        self.kindSwapped.emit()
        self.staff.setFocus()

    def _browser(self) -> None:
        if self._is_waiting:
            self.browserDropped.emit()
        else:
            self.browserAsked.emit(self.counter)

    def _show_counters(self, scene: Scene, language: str) -> None:
        found = scene.profile.counters if scene.profile else ()
        names = tuple(words.counter_name(scene.profile, each.id, language) for each in found)
        if names == self._names:
            return
        wanted = self.counter or self._counter
        self._names = names
        self.counters.clear()
        for each, name in zip(found, names, strict=True):
            self.counters.addItem(name, each.id)
        self.counters.setCurrentIndex(max(0, self.counters.findData(wanted)))

    def _submit(self) -> None:
        name, secret = self.staff.text(), self.pin.text()
        told = missing(name, secret, self._language, is_account=self._is_account)
        self._is_incomplete = bool(told)
        if told:
            self._say(told)
        elif self.submit.isEnabled():
            signal = self.accountSubmitted if self._is_account else self.submitted
            signal.emit(name, secret, self.counter)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setAccessibleName(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the list or the button submits too (fields speak for themselves)."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and (self.counters.hasFocus() or self.submit.hasFocus()):
            self._submit()
        else:
            super().keyPressEvent(event)


class CounterBox(QComboBox):
    """The list of counters, with an arrow in the scheme's colour."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """The list's box, then our arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        arrow = QRectF(self.width() - 32, self.height() / 2 - 10, 20, 20)
        self._look.icon(painter, "keyboard_arrow_down", "text2", arrow)


def missing(name: str, secret: str, language: str, *, is_account: bool) -> str:
    """What is missing on a form with these two fields; empty when nothing is."""
    if is_account:
        if name.strip() and secret:
            return ""
        return translate("Teller", "Type your account and its password.", language=language)
    if re.fullmatch(STAFF, name) and len(secret) >= PIN_LEAST:
        return ""
    return translate(
        "Teller",
        "Type your staff number and your PIN (at least %1 digits).",
        PIN_LEAST,
        language=language,
    )
